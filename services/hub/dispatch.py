"""What the hub says of messages: who was told of an alert, what never arrived, whether a channel works, and whether the
dispatcher itself is alive."""

from typing import Any, cast

from fastapi import APIRouter

from services.alerts.channels.note import Note
from services.alerts.channels.tokens import Tokens
from services.alerts.messages import short_message
from services.alerts.senders import sender_of
from services.core.channels import ROBOTS, Channel, address_of
from services.core.people import Way
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, CONSOLE_ROLES
from services.hub.api import TheHub, Who
from services.hub.canary import silent_for
from services.hub.hub import Hub
from services.hub.sending import channel_of
from services.store import secret_box
from services.store.queries.sms_cost import sms_cost
from services.store.queries.told import told_of, undelivered

DEAD_AFTER_S = 90.0
routes = APIRouter()


@routes.get("/health/dispatch")
def alive(hub: TheHub) -> dict[str, Any]:
    """Whether messages go out: for how many seconds none has come through, and whether that is too long."""
    silent = silent_for(hub)
    return {"ok": silent <= DEAD_AFTER_S, "silent_s": round(silent, 1)}


@routes.get("/api/alerts/{alert}/told")
def told(hub: TheHub, actor: Who, alert: str) -> dict[str, Any]:
    """Who was told of an alert or a drill, and what came of each message. Raises Refused: not_allowed,
    no_such_record."""
    with hub.store.look() as look:
        found, drill = look.get("alert", alert), look.get("alert_drill", alert)
        heard = (drill.person,) if drill else found.told if found else ()
        if actor.person not in heard and not actor.has(*CONSOLE_ROLES):
            raise Refused("not_allowed", kind="alerts")
        if found is None and drill is None:
            raise Refused("no_such_record", record="alert", id=alert[:60])
        return {"told": [one.as_json() for one in told_of(look, alert)]}


@routes.get("/api/undelivered")
def missed(hub: TheHub, actor: Who) -> dict[str, Any]:
    """What never arrived, and what waits after a try. Raises Refused: not_allowed."""
    if not actor.has(*CONSOLE_ROLES):
        raise Refused("not_allowed", kind="alerts")
    with hub.store.look() as look:
        return {"undelivered": [one.as_json() for one in undelivered(look)]}


@routes.get("/api/sms-cost")
def cost(hub: TheHub, actor: Who) -> dict[str, Any]:
    """What SMS cost this month and in the two before it. Raises Refused: not_allowed."""
    if not actor.has(*CONSOLE_ROLES):
        raise Refused("not_allowed", kind="alerts")
    with hub.store.look() as look:
        return {"months": [one.as_json() for one in sms_cost(look, hub.now())]}


@routes.post("/api/channels/{way}/test")
def try_out(hub: TheHub, actor: Who, way: str) -> dict[str, Any]:
    """Sends the test message to whoever asks, or to a robot's group, and says what was answered. Raises Refused:
    not_allowed, channel_not_set, channel_no_address."""
    if not actor.has(*ADMINISTRATION):
        raise Refused("not_allowed", kind="channels.set")
    with hub.store.look() as look:
        person = look.get("person", actor.person) if actor.person else None
        found = [one for one in look.find("channel", service=way) if one.active]
        plant = look.find("plant")[0]
    to = address_of(person, cast(Way, way)) if person and way not in ROBOTS else ""
    if not to and way not in ROBOTS:
        raise Refused("channel_no_address", way=way)
    if way == "email":
        if not plant.mail_host:
            raise Refused("channel_not_set", way=way)
        receipt = channel_of(plant, hub).test(to, plant.language)
    elif not found:
        raise Refused("channel_not_set", way=way)
    else:
        receipt = _sender(hub, found[0]).send(_test_note(hub, to, plant.language, plant.timezone))
    return {"ok": receipt.ok, "code": receipt.code, "text": receipt.text, "receipt": receipt.provider_id or ""}


def _sender(hub: Hub, channel: Channel) -> Any:
    return sender_of(channel, secret_box.read(hub.folder.secrets, channel.service) or "", Tokens())


def _test_note(hub: Hub, to: str, lang: str, timezone: str) -> Note:
    now = hub.now()
    subject, text, _ = short_message("way_test", {"alert": "TEST"}, now, lang, timezone=timezone)
    facts = dict.fromkeys(("number", "level", "rule", "key", "zone", "fired_at"), "TEST")
    return Note(to=to, subject=subject, text=text, key=f"test-{now.timestamp():.0f}", number="TEST", facts=facts)
