"""Passages as devices and files tell them, as they are kept: as swipes of people of the plant, by employee number or by
any form of their card; else as something that nobody knows yet. One person of many numbers is one."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from services.core.cards import CardTable
from services.core.door_devices import DoorDevice
from services.imports.feeds import Feed, Turned
from services.imports.taking import AHEAD
from services.imports.told import Told
from services.store.cards import Strange, cards_of
from services.store.records import Records
from services.store.swipes import Swipe, mark_of


@dataclass
class Passed:
    """What was taken: swipes, and passages to be matched."""

    swipes: dict[str, Swipe] = field(default_factory=dict)
    strange: dict[str, Strange] = field(default_factory=dict)


class Matching:
    """Knows people by their numbers, and zones by what they are called, as of one look."""

    def __init__(self, look: Records) -> None:
        people = [one for one in look.find("person") if one.erased_at is None]
        self.numbers = {one.employee_no: one.id for one in people if one.employee_no}
        bare: dict[str, set[str]] = {}
        for number, person in self.numbers.items():
            bare.setdefault(number.lstrip("0"), set()).add(person)
        self.bare = {number: some.pop() for number, some in bare.items() if len(some) == 1}
        self.cards = CardTable(cards_of(look.connection))
        self.zones = {text: one.id for one in look.find("zone") for text in (one.id, one.code, one.name) if text}

    def person(self, employee_no: str, card: str) -> str | None:
        """By the employee number as it is, then without the zeros before it, then by the card."""
        if employee_no:
            found = self.numbers.get(employee_no) or self.bare.get(employee_no.lstrip("0"))
            if found:
                return found
        return self.cards.person(card)

    def device(self, device: DoorDevice, events: Iterable[Told], into: Passed) -> None:
        """The passages among the events of a device."""
        for one in events:
            if one.at is None or not one.somebody or one.code not in device.passing:
                continue
            way = device.way(one.door_no, one.reader_no)
            at = int(one.at.timestamp() * 1000)
            serial = str(one.serial) if one.serial is not None else f"{at}/{one.door_no}/{one.employee_no or one.card}"
            self._keep(
                Strange(
                    f"{device.id}/{serial}", one.at, device.id, one.serial, one.door_no, one.reader_no or 0,
                    way.zone if way else None, way.inward if way else True, one.card, one.employee_no,
                ),
                into,
            )  # fmt: skip

    def again(self, one: Strange, device: DoorDevice | None) -> Swipe | Strange:
        """What has become of a passage that nobody knew: a swipe, or what it was, with what its reader means now."""
        way = device.way(one.door_no, one.reader_no or None) if device else None
        zone, inward = (way.zone, way.inward) if way else (one.zone, one.inward)
        person = self.person(one.employee_no, one.card)
        if person and zone:
            return Swipe(one.mark, one.at, zone, person, inward, one.device, one.serial)
        return replace(one, zone=zone, inward=inward)

    def _keep(self, one: Strange, into: Passed) -> None:
        found = self.again(one, None)
        if isinstance(found, Swipe):
            into.swipes[found.mark] = found
        else:
            into.strange[found.mark] = found

    def rows(self, feed: Feed, now: datetime) -> Passed:
        """The rows of a file or a message of another system. Those of an unknown zone, or ahead of the clock, are
        turned away; those of unknown people are said, and kept to be matched."""
        found = Passed()
        for number, row in feed.rows:
            zone = self.zones.get(row["zone"])
            if zone is None:
                feed.turned.append(Turned(number, "unknown", "zone", row["zone"]))
            elif row["time"] > now + AHEAD:
                feed.turned.append(Turned(number, "in_the_future", "time", str(row["time"])))
            else:
                self._row(number, row, zone, feed, found)
        return found

    def _row(self, number: int, row: dict[str, Any], zone: str, feed: Feed, found: Passed) -> None:
        employee_no, card = row.get("employee_no", ""), row.get("card", "")
        device, serial = row.get("device", ""), row.get("serial", "")
        if not employee_no and not card:
            feed.turned.append(Turned(number, "missing", "employee_no", ""))
            return
        inward, counted = row["direction"], int(serial) if serial.isascii() and serial.isdigit() else None
        person = self.person(employee_no, card)
        mark = mark_of(device, serial, row["time"], zone, person or f"{employee_no}{card}", inward=inward)
        if person:
            found.swipes[mark] = Swipe(mark, row["time"], zone, person, inward, device, counted)
        else:
            found.strange[mark] = Strange(mark, row["time"], device, counted, 0, 0, zone, inward, card, employee_no)
            feed.turned.append(Turned(number, "unknown", "employee_no" if employee_no else "card", employee_no or card))
