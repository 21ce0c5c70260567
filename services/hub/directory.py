"""Reading the directory of WeCom or DingTalk, showing what would change, and changing what somebody has ticked."""

import threading
from dataclasses import asdict, dataclass, field
from typing import Any

from fastapi import APIRouter

from services.alerts.receipt import Receipt
from services.connectors import dingtalk_directory, wecom_directory
from services.connectors.dingtalk import DingTalkApp
from services.connectors.trouble import trouble_of
from services.connectors.wecom import WeComApp
from services.core.directory import Comparison, Directory, Step, compared
from services.core.ids import new_id
from services.core.operation import Actor
from services.core.people import HR_DESK
from services.core.refused import Refused
from services.hub.api import Json, TheHub, Who
from services.hub.hub import Hub
from services.hub.providers import messenger

PROVIDERS = ("wecom", "dingtalk")
MOST_STEPS = 5_000
routes = APIRouter()


@dataclass
class Reading:
    """One look at a directory, which takes a call for each department or person. `trouble` is why it ended early."""

    provider: str
    share: float = 0.0
    found: Directory | None = None
    trouble: str = ""
    said: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def over(self) -> bool:
        """Whether it has come to an end."""
        return self.found is not None or bool(self.trouble)

    def carry_out(self, app: WeComApp | DingTalkApp) -> None:
        """Reads it; what goes wrong is kept to be told."""
        try:
            read = wecom_directory.read if isinstance(app, WeComApp) else dingtalk_directory.read
            found = read(app, self._on)  # type: ignore[arg-type]
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            self.trouble, self.said = "refused", type(error).__name__
            return
        if isinstance(found, Receipt):
            self.trouble, self.said = trouble_of(found), found.text
        else:
            self.found = found

    def _on(self, share: float) -> None:
        self.share = share


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
    known: Reading | None = hub.directory
    if known is None or known.over or known.provider != provider:
        made = hub.directory = Reading(provider)
        threading.Thread(target=made.carry_out, args=(app,), daemon=True).start()
    return {"reading": True}


@routes.get("/api/directory")
def show(hub: TheHub, actor: Who) -> dict[str, Any]:
    """How far it is, and what would change. Raises Refused: not_allowed, directory_not_read, directory_unread (why)."""
    _allowed(actor)
    reading = _reading(hub)
    if reading.found is None:
        return {"reading": True, "share": round(reading.share, 3)}
    with hub.store.look() as look:
        found = compared(look, reading.found, new_id())
    return {"reading": False, **_told(found)}


def _reading(hub: Hub) -> Reading:
    reading: Reading | None = hub.directory
    if reading is None:
        raise Refused("directory_not_read")
    if reading.trouble:
        raise Refused("directory_unread", provider=reading.provider, trouble=reading.trouble, answer=reading.said[:200])
    return reading


def _told(found: Comparison) -> dict[str, Any]:
    steps = [{**asdict(one), "deeds": len(one.deeds), "holds": asdict(one.holds)} for one in found.steps]
    return {"steps": steps, "known": found.known, "missing": found.missing, "shrunk": found.shrunk}


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
    if found.shrunk and message.get("whole") is not True and any(one.what == "person_left" for one in wanted):
        raise Refused("directory_shrunk", missing=found.missing, known=found.known)
    failed = [trouble for one in wanted for trouble in _done(hub, actor, one, heirs)]
    with hub.store.look() as look:
        after = compared(look, reading.found, new_id())
    return {"done": len(wanted) - len(failed), "failed": failed, "reading": False, **_told(after)}


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
