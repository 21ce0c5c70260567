"""Devices at doors over HTTP: where they push to, how they stand, the test that says what is wrong; and whose card a
card is that nobody was known by."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from fastapi import APIRouter, Request

from services.connectors.hikvision import DoorTrouble
from services.connectors.hikvision_events import BadEvent, pushed
from services.core.cards import shown
from services.core.door_devices import DoorDevice, used_device
from services.core.operation import Actor
from services.core.people import HR_DESK, present
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, LEADERS
from services.core.shape import utc_moment, utc_text
from services.hub.api import Json, TheHub, Who, text_in
from services.hub.doors import Doors, State, resting, secret_name, state_of, troubled, turn_state
from services.hub.hub import Hub
from services.store import secret_box
from services.store.cards import cards_of, give_card, strangers, take_card
from services.store.facts import fact, set_fact
from services.store.turned import turned_lately

routes = APIRouter()
MOST_STRANGE = 300


@routes.post("/doors/{device}/{key}")
async def push(hub: TheHub, request: Request, device: str, key: str) -> dict[str, Any]:
    """What a device has seen. Whatever can be read is answered well, as a device sends again what was not. Raises
    Refused: key_wrong, feed_unreadable."""
    from starlette.concurrency import run_in_threadpool

    body = await request.body()
    return await run_in_threadpool(_pushed, hub, device, key, body, request.headers.get("content-type", ""))


def _pushed(hub: Hub, device: str, key: str, body: bytes, kind: str) -> dict[str, Any]:
    with hub.store.look() as look:
        found: DoorDevice | None = look.get("door_device", device)
        known = str(fact(look.connection, f"door_key/{device}") or "")
    if found is None or found.retired_at is not None or not secrets.compare_digest(known, _mark(key)):
        raise Refused("key_wrong")
    try:
        events = list(pushed(body, kind))
    except BadEvent:
        doors_of(hub).heard(found, [], unread=1)
        raise Refused("feed_unreadable", file=found.name) from None
    doors_of(hub).heard(found, events)
    return {"ok": True}


@routes.post("/api/doors/{device}/key")
def new_key(hub: TheHub, actor: Who, device: str) -> dict[str, Any]:
    """The path that a device pushes to from now on, told this once; the former one is good no more."""
    _may_set(actor)
    with hub.store.look() as look:
        found = used_device(look, device)
    key = secrets.token_urlsafe(18)
    hub.store.write(lambda connection: set_fact(connection, f"door_key/{found.id}", _mark(key)))
    return {"path": f"/doors/{found.id}/{key}"}


@routes.post("/api/doors/{device}/password")
def keep_password(hub: TheHub, actor: Who, device: str, message: Json) -> dict[str, Any]:
    """The password of a device's account. A device that was left alone is asked again."""
    _may_set(actor)
    with hub.store.look() as look:
        found = used_device(look, device)
    secret_box.keep(hub.folder.secrets, secret_name(found.id), text_in(message, "password"))

    def turned(state: State) -> State:
        wrong = state.trouble == "password_wrong"
        return replace(state, wait_until="", wait_for="", trouble="", trouble_text="") if wrong else state

    hub.store.write(lambda connection: turn_state(connection, found.id, turned))
    doors_of(hub).anew()
    return {"ok": True}


@routes.post("/api/doors/{device}/test")
def test(hub: TheHub, actor: Who, device: str) -> dict[str, Any]:
    """Asks a device now; what is wrong as a code. One that has locked its account is not asked."""
    _may_set(actor)
    now = hub.now()
    with hub.store.look() as look:
        found, state = used_device(look, device), state_of(look.connection, device)
    if not found.address:
        return _push_test(found, state, now)
    until = resting(state, found, now)
    if until and state.trouble == "locked":
        return {"ok": False, "code": "locked", "text": "", "until": utc_text(until)}
    client = doors_of(hub).client(found)
    try:
        client.test(now)
    except DoorTrouble as trouble:
        return _tested_badly(hub, found, trouble, now)
    finally:
        client.close()
    _let_in(hub, found)
    readers = "ok" if found.readers else "no_readers"
    return {"ok": bool(found.readers), "code": readers, "text": "", "until": ""}


def _tested_badly(hub: Hub, device: DoorDevice, trouble: DoorTrouble, now: datetime) -> dict[str, Any]:
    if trouble.wait_s:
        hub.store.write(lambda one: turn_state(one, device.id, lambda state: troubled(state, device, trouble, now)))
    until = utc_text(now + timedelta(seconds=trouble.wait_s)) if trouble.wait_s else ""
    return {"ok": False, "code": trouble.code, "text": trouble.text, "until": until}


def _let_in(hub: Hub, device: DoorDevice) -> None:
    """It may be asked again at once."""
    hub.store.write(lambda one: turn_state(one, device.id, lambda state: replace(state, wait_until="", wait_for="")))
    doors_of(hub).anew()


def _push_test(device: DoorDevice, state: State, now: Any) -> dict[str, Any]:
    """Of a device that only pushes: whether it was heard lately."""
    heard = bool(state.heard_at) and now - utc_moment(state.heard_at) < timedelta(minutes=device.silent_minutes)
    code = ("ok" if device.readers else "no_readers") if heard else "not_heard"
    return {"ok": code == "ok", "code": code, "text": "", "until": ""}


@routes.get("/api/doors")
def standing(hub: TheHub, actor: Who) -> dict[str, Any]:
    """How the devices stand, what is still to be matched, and the rows of other systems that could not be taken lately.
    The numbers of cards only for those who give them out."""
    if not actor.has(*LEADERS, *ADMINISTRATION):
        raise Refused("not_allowed", kind="door_devices.add")
    now, desk = hub.now(), actor.has(*HR_DESK)
    with hub.store.look() as look:
        devices = [one for one in look.find("door_device") if one.retired_at is None]
        zones = {one.id: one.name for one in look.find("zone")}
        names = {one.id: one.name for one in devices}
        states = [_standing(one, state_of(look.connection, one.id), now) for one in devices]
        strange = strangers(look.connection, MOST_STRANGE) if desk else []
        turned = turned_lately(look.connection)
        many = len(cards_of(look.connection))
    return {
        "devices": states,
        "cards": many,
        "strange": [
            {
                "id": one.mark,
                "at": utc_text(one.at),
                "device": names.get(one.device, one.device),
                "door_no": one.door_no,
                "reader_no": one.reader_no,
                "zone": zones.get(one.zone or "", ""),
                "inward": one.inward,
                "card": one.card,
                "employee_no": one.employee_no,
            }
            for one in strange
        ],
        "turned": [
            {"came": utc_text(one.came), "feed": one.feed, "source": one.source, "row": one.row, "code": one.code,
             "field": one.field, "was": one.was}
            for one in turned
        ],
        "now": utc_text(now),
    }  # fmt: skip


def _standing(device: DoorDevice, state: State, now: Any) -> dict[str, Any]:
    heard = utc_moment(state.heard_at) if state.heard_at else None
    silent = heard is None or now - heard >= timedelta(minutes=device.silent_minutes)
    word = state.trouble or ("silent" if silent else "heard")
    told = {name: getattr(state, name) for name in ("heard_at", "at", "wait_until", "lost", "others", "unread")}
    return {"id": device.id, "word": word, "text": state.trouble_text, "other_code": state.other_code, **told}


@routes.post("/api/cards")
def set_card(hub: TheHub, actor: Who, message: Json) -> dict[str, Any]:
    """A card is this person's from now on; what it was seen at before becomes theirs. Raises Refused: not_allowed,
    card_wrong, no_such_record, person_left."""
    _may_give(actor)
    number, person = text_in(message, "number", 40), text_in(message, "person", 80)
    if not shown(number) or not number.isprintable():
        raise Refused("card_wrong")
    with hub.store.look() as look:
        present(look, person)
    _told(hub, actor, person, given=True)
    now = hub.now()
    hub.store.write(lambda connection: give_card(connection, number, person, now))
    doors = doors_of(hub)
    matched = doors.match()
    doors.anew()  # what is being asked just now was begun without knowing it
    return {"matched": matched}


@routes.post("/api/cards/drop")
def drop_card(hub: TheHub, actor: Who, message: Json) -> dict[str, Any]:
    """A card is nobody's any more: lost, or handed back."""
    _may_give(actor)
    number = text_in(message, "number", 40)
    with hub.store.look() as look:
        person = cards_of(look.connection).get(shown(number))
    if person is None:
        raise Refused("card_wrong")
    _told(hub, actor, person, given=False)
    hub.store.write(lambda connection: take_card(connection, number))
    return {"ok": True}


@routes.get("/api/cards/{person}")
def cards_of_person(hub: TheHub, actor: Who, person: str) -> dict[str, Any]:
    """The cards of a person, for those who give them out."""
    _may_give(actor)
    with hub.store.look() as look:
        found = cards_of(look.connection)
    return {"cards": sorted(number for number, whose in found.items() if whose == person)}


def _told(hub: Hub, actor: Actor, person: str, *, given: bool) -> None:
    answer = hub.do("people.card_set", {"person": person, "given": given}, actor)
    if answer.refused:
        raise answer.refused


def _may_give(actor: Actor) -> None:
    if not actor.has(*HR_DESK):
        raise Refused("not_allowed", kind="people.card_set")


def _may_set(actor: Actor) -> None:
    if not actor.has(*ADMINISTRATION):
        raise Refused("not_allowed", kind="door_devices.add")


def doors_of(hub: Hub) -> Doors:
    """What asks this hub's devices; made where no thread does."""
    return hub.doors or Doors(hub)


def _mark(key: str) -> str:
    return sha256(key.encode()).hexdigest()
