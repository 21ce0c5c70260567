"""Reading the directory of WeCom or DingTalk, showing what would change, and changing what somebody has ticked."""

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter

from services.core.directory import GOING, Comparison, Step, compared
from services.core.ids import new_id
from services.core.operation import Actor
from services.core.people import HR_DESK
from services.core.refused import Refused
from services.core.shape import utc_text
from services.hub.api import Json, TheHub, Who
from services.hub.directory_reading import Reading, begin_reading, kept_reading, read_aside
from services.hub.hub import Hub
from services.hub.providers import messenger

PROVIDERS = ("wecom", "dingtalk")
MOST_STEPS = 5_000
routes = APIRouter()


def _allowed(actor: Actor) -> None:
    if not actor.has(*HR_DESK):
        raise Refused("not_allowed", kind="people.add")


@routes.post("/api/directory/{provider}")
def read(hub: TheHub, actor: Who, provider: str) -> dict[str, Any]:
    """Begins to read a directory, unless it is being read. Raises Refused: not_allowed, channel_not_set."""
    _allowed(actor)
    if provider not in PROVIDERS:
        raise Refused("channel_not_set")
    app = messenger(hub, provider)
    known = _kept(hub)
    if known is None or known.over or known.provider != provider:
        read_aside(hub, begin_reading(hub, provider, hub.now()), app)
    return {"reading": True}


@routes.get("/api/directory")
def show(hub: TheHub, actor: Who) -> dict[str, Any]:
    """How far it is, and what would change. Raises Refused: not_allowed, directory_not_read, directory_unread (why)."""
    _allowed(actor)
    reading = _reading(hub)
    if reading.found is None:
        return {"reading": True, "provider": reading.provider, "share": round(reading.share, 3)}
    with hub.store.look() as look:
        found = compared(look, reading.found, new_id())
    return {"reading": False, **_told(found, reading)}


def _kept(hub: Hub) -> Reading | None:
    with hub.store.look() as look:
        return kept_reading(look.connection, hub.now())


def _reading(hub: Hub) -> Reading:
    reading = _kept(hub)
    if reading is None:
        raise Refused("directory_not_read")
    if reading.trouble:
        raise Refused("directory_unread", provider=reading.provider, trouble=reading.trouble, answer=reading.said[:200])
    return reading


def _told(found: Comparison, reading: Reading) -> dict[str, Any]:
    steps = [{**asdict(one), "deeds": len(one.deeds), "holds": asdict(one.holds)} for one in found.steps]
    of = {"provider": reading.provider, "read_at": utc_text(reading.at)}
    return {"steps": steps, "known": found.known, "missing": found.missing, "shrunk": found.shrunk, **of}


@routes.post("/api/directory")
def carry_out(hub: TheHub, actor: Who, message: Json) -> dict[str, Any]:
    """Carries out the steps of these keys, in order; by `hand_on` somebody (id) takes over what one who leaves answers
    for. `whole`: somebody has said that the directory is whole though many are missing. Raises Refused: not_allowed,
    malformed, directory_not_read, directory_shrunk."""
    _allowed(actor)
    keys, heirs = message.get("keys"), message.get("hand_on") or {}
    if not isinstance(keys, list) or len(keys) > MOST_STEPS or not isinstance(heirs, dict):
        raise Refused("malformed", field="keys")
    reading = _reading(hub)
    if reading.found is None:
        raise Refused("directory_not_read")
    with hub.store.look() as look:
        found = compared(look, reading.found, new_id())
    wanted = [one for one in found.steps if one.key in set(map(str, keys))]
    if found.shrunk and message.get("whole") is not True and any(one.what in GOING for one in wanted):
        raise Refused("directory_shrunk", missing=found.missing, known=found.known)
    failed = [trouble for one in wanted for trouble in _done(hub, actor, one, heirs)]
    with hub.store.look() as look:
        after = compared(look, reading.found, new_id())
    return {"done": len(wanted) - len(failed), "failed": failed, "reading": False, **_told(after, reading)}


def _done(hub: Hub, actor: Actor, step: Step, heirs: dict[str, Any]) -> list[dict[str, Any]]:
    """What was refused of one step; the rest of that step is left undone."""
    deeds = [(one.kind, dict(one.args), one.id) for one in step.deeds]
    heir = heirs.get(step.person or "")
    if step.what == "person_left" and step.holds.any and isinstance(heir, str):
        deeds.insert(0, ("people.hand_on", {"person": step.person, "to_person": heir}, None))
    for kind, args, id_ in deeds:
        answer = hub.do(kind, args, actor, id_)
        if answer.refused:
            refused = answer.refused
            return [{"key": step.key, "name": step.name, "refused": refused.code, "facts": dict(refused.facts)}]
    return []
