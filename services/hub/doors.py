"""The thread that asks devices at doors what they have seen, and matches what nobody was known by as soon as somebody
says whose card it is or what a reader means. A device is asked from a little before its last event on, what is there is
kept once; now and then a whole day is asked again, as a clock may have jumped or an event been late."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from services.connectors.hikvision import DoorTrouble, Isapi
from services.core.door_devices import FIRST_DAYS, DoorDevice
from services.core.shape import utc_moment, utc_text
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.imports.passing import Matching, Passed
from services.imports.told import Told
from services.store import secret_box
from services.store.cards import MOST_MATCHED, Strange, drop_strange, keep_strange, strangers
from services.store.facts import fact, set_fact
from services.store.journal import Answer
from services.store.swipes import Swipe, append

LOG = logging.getLogger(__name__)
EVERY_S = 2.0
OVERLAP, SWEPT = timedelta(minutes=2), timedelta(hours=26)
SWEEP_EVERY = timedelta(hours=1)
BEAT_EVERY = timedelta(seconds=30)  # how exactly it is kept when a device was heard


@dataclass(frozen=True)
class State:
    """What is known of a device, kept between lives of the hub: the newest event and its count, when it was heard,
    until when it is to be left alone, why and by which account, when a day was asked again last, how many events are
    known to be missing, and how many came that are no passages, with the code of the last one."""

    at: str = ""
    serial: int = -1
    heard_at: str = ""
    wait_until: str = ""
    wait_for: str = ""
    trouble: str = ""
    trouble_text: str = ""
    swept_at: str = ""
    lost: int = 0
    others: int = 0
    other_code: int = -1
    unread: int = 0


def state_of(connection: sa.Connection, device: str) -> State:
    """What is known of a device."""
    found = fact(connection, f"door/{device}")
    known = State.__dataclass_fields__
    return State(**{name: value for name, value in found.items() if name in known}) if found else State()


def turn_state(connection: sa.Connection, device: str, turned: Callable[[State], State]) -> tuple[State, State]:
    """Keeps what becomes of a device's state, in the one thread that writes: what somebody else has kept since it was
    looked at stays. The state before and after."""
    before = state_of(connection, device)
    after = turned(before)
    if after != before:
        set_fact(connection, f"door/{device}", after.__dict__)
    return before, after


def account(device: DoorDevice) -> str:
    """What a device lets in or locks out."""
    return f"{device.user} {device.address or ''}"


def resting(state: State, device: DoorDevice, now: datetime) -> datetime | None:
    """Until when a device is to be left alone; another account, or another device at its place, is asked at once."""
    until = utc_moment(state.wait_until) if state.wait_until else now
    return until if until > now and state.wait_for == account(device) else None


def troubled(state: State, device: DoorDevice, trouble: DoorTrouble, now: datetime) -> State:
    """The state of a device that could not be asked; one that is left alone already is so for no shorter time."""
    wait = utc_text(now + timedelta(seconds=trouble.wait_s)) if trouble.wait_s else ""
    state = replace(state, trouble=trouble.code, trouble_text=trouble.text)
    return replace(state, wait_until=wait, wait_for=account(device)) if wait > state.wait_until else state


def secret_name(device: str) -> str:
    """The name of a device's password among the hub's secrets."""
    return f"door_{device.replace('-', '')}"


@dataclass
class Came:
    """What a device said: passages, the events they were among, in how many answers, and how many could not be read."""

    passed: Passed = field(default_factory=Passed)
    events: list[Told] = field(default_factory=list)
    pages: int = 0
    unread: int = 0

    def take(self, matching: Matching, device: DoorDevice, events: Sequence[Told]) -> None:
        """Takes events in order."""
        matching.device(device, events, self.passed)
        self.events += events

    def onto(self, state: State, device: DoorDevice, now: datetime) -> State:
        """The state after it."""
        for one in self.events:
            state = _after(state, device, one)
        return replace(state, heard_at=max(state.heard_at, utc_text(now)), unread=state.unread + self.unread)


def _after(state: State, device: DoorDevice, one: Told) -> State:
    if one.somebody and one.code is not None and one.code not in device.passing:
        state = replace(state, others=state.others + 1, other_code=one.code)
    if one.front is not None and state.serial >= 0 and one.front > state.serial:
        state = replace(state, lost=state.lost + one.front - state.serial, swept_at="")  # asked for at once
    if one.serial is not None and one.serial > state.serial:
        state = replace(state, serial=one.serial)
    if one.at is not None and utc_text(one.at) > state.at:
        state = replace(state, at=utc_text(one.at))
    return state


def _asked(state: State, begun: State, now: datetime, *, sweep: bool) -> State:
    """After a device has answered: what was wrong when it was asked is over, and what was missing has come by a sweep.
    What has gone wrong or missing meanwhile stays so."""
    if (state.wait_until, state.trouble) == (begun.wait_until, begun.trouble):
        state = replace(state, wait_until="", wait_for="", trouble="", trouble_text="")
    if sweep and (state.swept_at, state.lost) == (begun.swept_at, begun.lost):
        state = replace(state, swept_at=utc_text(now), lost=0)
    return state


def _only_heard(before: State, after: State, now: datetime) -> bool:
    """Whether a device said nothing but that it is there, and was heard just before."""
    lately = bool(before.heard_at) and now - utc_moment(before.heard_at) < BEAT_EVERY
    return lately and replace(after, heard_at=before.heard_at) == before


class Doors(Looking):
    """Looks every two seconds which device is due; devices are asked one after the other."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("doors", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub
        self._asked: dict[str, datetime] = {}
        self._known: tuple[DoorDevice, ...] | None = None
        self.unmatched = True  # somebody may be known by now who was not before
        hub.doors = self
        hub.store.writer.committed.append(self._on_committed)
        hub.store.follow(lambda _: self.anew())

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        if any(answer.kinds & {"door_device", "person"} for answer in answers):
            self.anew()

    def anew(self) -> None:
        """Devices, readers, cards or people are others now."""
        self._known, self.unmatched = None, True
        self.wake()

    def look(self, now: datetime) -> None:
        """One look: whoever is due is asked; what was not known is matched."""
        devices = self._devices()
        if self.unmatched:
            self.unmatched = False
            self.match()
        for device in devices:
            before = self._asked.get(device.id)
            due = before is None or not timedelta() <= now - before < timedelta(seconds=device.every_s)
            if device.address and due:
                self._asked[device.id] = now
                self.ask(device, now)

    def _devices(self) -> tuple[DoorDevice, ...]:
        if self._known is None:
            with self.hub.store.look() as look:
                self._known = tuple(one for one in look.find("door_device") if one.retired_at is None)
        return self._known

    def ask(self, device: DoorDevice, now: datetime) -> None:
        """Asks a device for what it has seen since, unless it is to be left alone."""
        with self.hub.store.look() as look:
            begun, matching = state_of(look.connection, device.id), Matching(look)
        if resting(begun, device, now):
            return
        sweep = not begun.swept_at or now - utc_moment(begun.swept_at) >= SWEEP_EVERY
        came, trouble = Came(), None
        try:
            self._pages(device, begun, came, matching, now, sweep=sweep)
        except DoorTrouble as error:
            if not (device.stream and error.code == "not_supported"):  # it is heard all the same
                trouble = error

        def turned(state: State) -> State:
            if came.pages:
                state = came.onto(state, device, now)
            if trouble:
                return troubled(state, device, trouble, now)
            return _asked(state, begun, now, sweep=sweep and came.pages > 0)

        self._keep(device, came, turned)

    def _pages(
        self, device: DoorDevice, begun: State, came: Came, matching: Matching, now: datetime, *, sweep: bool
    ) -> None:
        last = utc_moment(begun.at) if begun.at else None
        begins = now - timedelta(days=FIRST_DAYS) if last is None else min(last, now) - OVERLAP
        client = self.client(device)
        try:
            for page in client.events(min(begins, now - SWEPT) if sweep else begins, now + timedelta(days=1)):
                came.take(matching, device, [replace(one, front=None) for one in page.events])
                came.pages, came.unread = came.pages + 1, came.unread + page.unread
        finally:
            client.close()

    def client(self, device: DoorDevice) -> Isapi:
        """How a device is asked."""
        password = secret_box.read(self.hub.folder.secrets, secret_name(device.id)) or ""
        return Isapi(device.address or "", device.user, password)

    def _keep(self, device: DoorDevice, came: Came, turned: Callable[[State], State]) -> tuple[State, State]:
        def write(connection: sa.Connection) -> tuple[State, State]:
            append(connection, came.passed.swipes.values())
            keep_strange(connection, came.passed.strange.values())
            return turn_state(connection, device.id, turned)

        kept: tuple[State, State] = self.hub.store.write(write)
        return kept

    def heard(self, device: DoorDevice, events: Sequence[Told], unread: int = 0) -> None:
        """A device has pushed something, some of which may be unreadable. Durable when this returns."""
        now = self.hub.now()
        with self.hub.store.look() as look:
            state, matching = state_of(look.connection, device.id), Matching(look)
        came = Came(unread=unread)
        came.take(matching, device, events)
        if not (came.passed.swipes or came.passed.strange) and _only_heard(state, came.onto(state, device, now), now):
            return
        before, after = self._keep(device, came, lambda state: came.onto(state, device, now))
        if after.lost > before.lost and device.address:
            self._asked.pop(device.id, None)  # what was missed is asked for
            self.wake()

    def match(self) -> int:
        """What nobody was known by and somebody is known by now becomes swipes; how many."""
        with self.hub.store.look() as look:
            waiting = strangers(look.connection, MOST_MATCHED)
            if not waiting:
                return 0
            matching = Matching(look)
            devices: dict[str, Any] = {one.id: one for one in look.find("door_device")}
        found = [matching.again(one, devices.get(one.device)) for one in waiting]
        swipes = [one for one in found if isinstance(one, Swipe)]
        still = [one for one, before in zip(found, waiting, strict=True) if isinstance(one, Strange) and one != before]

        def write(connection: sa.Connection) -> None:
            append(connection, swipes)
            keep_strange(connection, still)
            drop_strange(connection, [one.mark for one in swipes])

        if swipes or still:
            self.hub.store.write(write)
        return len(swipes)
