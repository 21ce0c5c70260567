"""Devices that see who passes doors: where they are asked, and which of their readers lets people into which zone.
Their passwords are secrets of the hub; who carries which card is known at the hub alone."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.equipment import in_use
from services.core.operation import Change, Changed, Context, Look, Put, Way, name_free, operation, required
from services.core.people import HR_DESK, Person
from services.core.plant import plain_address
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION
from services.core.shape import Range, Ref, Text
from services.core.zones import living_zone

DeviceKind = Literal["hikvision"]
Seconds = Annotated[float, Range(5, 3600)]
Minutes = Annotated[float, Range(1, 1440)]
Number = Annotated[int, Range(0, 1000)]
MOST_READERS = 200
FIRST_DAYS = 7  # how far back a device is asked that is new


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who swipes at this reader (of any number, where it is 0) of a door goes into the zone, or out of it."""

    door_no: int
    reader_no: int
    zone: str
    inward: bool


@record("door_device", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class DoorDevice:
    """`address` is where it is asked every `every_s` seconds, none where it only pushes. It counts as silent after
    `silent_minutes` without a word. `passing` are the codes of events that say that somebody was let in: a card (1), a
    fingerprint (38), a face (75). `stream`: besides being asked it is listened to on a connection that stays open."""

    id: str
    name: str
    device_kind: DeviceKind = "hikvision"
    address: str | None = None
    user: str = ""
    every_s: float = 30.0
    silent_minutes: float = 10.0
    readers: tuple[Reader, ...] = ()
    passing: tuple[int, ...] = (1, 38, 75)
    stream: bool = False
    retired_at: datetime | None = None

    def way(self, door_no: int, reader_no: int | None) -> Reader | None:
        """What a passage at a reader means: by its own number, else by its door's."""
        own = [one for one in self.readers if one.door_no == door_no]
        exact = [one for one in own if one.reader_no == reader_no]
        return next(iter(exact or [one for one in own if one.reader_no == 0]), None)


def used_device(look: Look, id_: str) -> DoorDevice:
    """Raises Refused: no_such_record, thing_retired."""
    found = required(look, DoorDevice, id_)
    if found.retired_at is not None:
        raise Refused("thing_retired", name=found.name)
    return found


@operation("door_devices.add", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A new device. Raises Refused: name_taken, address_wrong."""

    name: Annotated[str, Text(most=60)]
    device_kind: DeviceKind = "hikvision"
    address: Annotated[str, Text(most=200)] | None = None
    user: Annotated[str, Text(most=60, least=0)] = ""
    every_s: Seconds = 30.0
    silent_minutes: Minutes = 10.0
    passing: tuple[int, ...] = (1, 38, 75)
    stream: bool = False

    def decide(self, context: Context, look: Look) -> list[Change]:
        name_free(look, "door_device", self.name)
        given = {name: getattr(self, name) for name in self.__dataclass_fields__}
        given["address"] = plain_address(self.address) if self.address else None
        return [Put(DoorDevice(id=context.id, **given))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used no more."""
        return "door_devices.retire", {"door_device": id_}


@operation("door_devices.change", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetDevice:
    """Another name, or another way to reach it."""

    door_device: Annotated[str, Ref("door_device")]
    name: Annotated[str, Text(most=60)]
    address: Annotated[str, Text(most=200)] | None = None
    user: Annotated[str, Text(most=60, least=0)] = ""
    every_s: Seconds = 30.0
    silent_minutes: Minutes = 10.0
    passing: tuple[int, ...] = (1, 38, 75)
    stream: bool = False

    def decide(self, context: Context, look: Look) -> list[Change]:
        device = used_device(look, self.door_device)
        name_free(look, "door_device", self.name, but=device.id)
        given = {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "door_device"}
        given["address"] = plain_address(self.address) if self.address else None
        return [Put(replace(device, **given))]


@operation("door_devices.set_reader", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetReader:
    """Who swipes at this reader goes into a zone, or out of it. Raises Refused: zone_retired, readers_too_many."""

    door_device: Annotated[str, Ref("door_device")]
    zone: Annotated[str, Ref("zone")]
    inward: bool = True
    door_no: Number = 1
    reader_no: Number = 1

    def decide(self, context: Context, look: Look) -> list[Change]:
        device = used_device(look, self.door_device)
        living_zone(look, self.zone)
        made = Reader(door_no=self.door_no, reader_no=self.reader_no, zone=self.zone, inward=self.inward)
        readers = (*_others(device, self.door_no, self.reader_no), made)
        if len(readers) > MOST_READERS:
            raise Refused("readers_too_many", most=MOST_READERS)
        ordered = sorted(readers, key=lambda one: (one.door_no, one.reader_no))
        return [Put(replace(device, readers=tuple(ordered)))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """As it was before, or as if nobody had said it."""
        before = next((one["before"] for one in changes if one["before"]), None) or {"readers": []}
        here = {"door_device": self.door_device, "door_no": self.door_no, "reader_no": self.reader_no}
        for one in before["readers"]:
            if (one["door_no"], one["reader_no"]) == (self.door_no, self.reader_no):
                return "door_devices.set_reader", {**here, "zone": one["zone"], "inward": one["inward"]}
        return "door_devices.drop_reader", here


@operation("door_devices.drop_reader", roles=ADMINISTRATION)
@dataclass(frozen=True, kw_only=True)
class DropReader:
    """Nobody knows any more what this reader means: what it sees is kept until somebody says it."""

    door_device: Annotated[str, Ref("door_device")]
    door_no: Number
    reader_no: Number

    def decide(self, context: Context, look: Look) -> list[Change]:
        device = used_device(look, self.door_device)
        return [Put(replace(device, readers=_others(device, self.door_no, self.reader_no)))]


def _others(device: DoorDevice, door_no: int, reader_no: int) -> tuple[Reader, ...]:
    return tuple(one for one in device.readers if (one.door_no, one.reader_no) != (door_no, reader_no))


@operation("door_devices.retire", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """It is neither asked nor heard any more; what it has seen stays as long as swipes do."""

    door_device: Annotated[str, Ref("door_device")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(used_device(look, self.door_device), retired_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used again."""
        return "door_devices.restore", {"door_device": self.door_device}


@operation("door_devices.restore", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Restore:
    """It is asked and heard again. Raises Refused: thing_in_use, name_taken."""

    door_device: Annotated[str, Ref("door_device")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        device = required(look, DoorDevice, self.door_device)
        if device.retired_at is None:
            raise in_use(device.name)
        name_free(look, "door_device", device.name)
        return [Put(replace(device, retired_at=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used no more."""
        return "door_devices.retire", {"door_device": self.door_device}


@operation("people.card_set", roles=HR_DESK, offline=False)
@dataclass(frozen=True, kw_only=True)
class CardSet:
    """A record, without the number, that a card was given to a person or taken from them."""

    person: Annotated[str, Ref("person")]
    given: bool = True

    def decide(self, context: Context, look: Look) -> list[Change]:
        person = required(look, Person, self.person)
        if self.given and not person.here:
            raise Refused("person_left", person=person.id)
        return []
