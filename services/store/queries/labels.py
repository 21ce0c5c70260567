"""Zones with the state of their labels: never printed, out of date, worn, or as they should be; blanks that hang
nowhere yet; and what has to be replaced on the wall."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from services.core.label_life import LabelReplacement
from services.core.labels import Label, living_label
from services.core.operation import required
from services.core.people import Person
from services.core.roles import OFFICE
from services.core.shape import utc_moment, utc_text
from services.store.queries.people import ZoneRow, zone_rows
from services.store.records import Records
from services.store.tables import RECORDS, entries, touched

# What stands on a label: when one of these changes, the paper on the wall is out of date.
PRINTED = {"zone": ("name", "zone_class", "supervisor"), "plant": ("address",), "person": ("name", "phone")}


News = dict[str, list[tuple[datetime, str]]]
LabelState = Literal["new", "ended", "worn", "changed", "hanging", "good"]
URGENT: tuple[LabelState, ...] = ("new", "ended", "worn", "changed", "hanging", "good")


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A zone, which facts on its printed label have changed since (name, zone_class, supervisor, address, phone), what
    is to be replaced there with the label it is about, whether the label's time is over, and whether an older key than
    the one in use has sealed it."""

    row: ZoneRow
    changed: tuple[str, ...]
    replacement: LabelReplacement | None = None
    old: Label | None = None
    ended: bool = False
    old_key: bool = False

    @property
    def id(self) -> str:
        """The zone's id."""
        return self.row.zone.id

    @property
    def printed_at(self) -> datetime | None:
        """When the label that is good now was last printed."""
        return self.row.label.printed_at if self.row.label else None

    @property
    def hanging(self) -> Label | None:
        """The older label that was scanned there after the newer one had been printed."""
        return self.old if self.replacement and self.replacement.why != "worn" else None

    @property
    def worn(self) -> bool:
        """Whether somebody has said that the label that is good now can hardly be read."""
        return self.row.label is not None and self.row.label.worn_at is not None

    @property
    def state(self) -> LabelState:
        """Whether there is something to print, or to take down."""
        if self.printed_at is None:
            return "new"
        if self.ended:
            return "ended"
        if self.worn:
            return "worn"
        if self.changed:
            return "changed"
        return "hanging" if self.replacement else "good"

    @property
    def to_print(self) -> bool:
        """Whether the zone needs a new paper."""
        return self.state in ("new", "ended", "worn", "changed")

    @property
    def new_version(self) -> bool:
        """Whether the next paper is another version, so that a scan tells the old paper from it."""
        return self.row.label is None or (self.printed_at is not None and (self.to_print or self.old_key))

    @property
    def posted_at(self) -> datetime | None:
        """Since when the label that is good now hangs there, as far as anybody has scanned it."""
        return self.row.label.posted_at if self.row.label else None


@dataclass(frozen=True, slots=True)
class ReplacementRow:
    """A label that somebody has to replace: where, the label on the wall, and the one that belongs there, if any."""

    task: LabelReplacement
    place: ZoneRow
    old: Label

    @property
    def id(self) -> str:
        """The task's id."""
        return self.task.id


def label_rows(look: Records, now: datetime) -> tuple[LabelRow, ...]:
    """All living zones, those with something to print first."""
    rows = zone_rows(look)
    printed = [row.label.printed_at for row in rows if row.label and row.label.printed_at]
    news = _changes_since(look, min(printed)) if printed else {}
    plant = next(iter(look.find("plant")), None)
    tasks = {one.zone: one for one in look.find("label_replacement") if one.closed_at is None}
    found = [_row(look, row, plant, news, tasks.get(row.id), now) for row in rows]
    return tuple(sorted(found, key=lambda one: URGENT.index(one.state)))


def _row(look: Records, row: ZoneRow, plant: Any, news: News, task: LabelReplacement | None, now: datetime) -> LabelRow:
    label = row.label
    return LabelRow(
        row,
        _changed(row, plant, news),
        task,
        look.get("label", task.label) if task else None,
        ended=label is not None and label.ended(now),
        old_key=label is not None and plant is not None and label.key < plant.label_key,
    )


def zone_labels(look: Records, zone: str) -> tuple[Label, ...]:
    """All labels that a zone ever had, the newest first."""
    return tuple(sorted(look.find("label", zone=zone), key=lambda label: label.number, reverse=True))


def blank_labels(look: Records) -> tuple[Label, ...]:
    """Blanks that hang nowhere yet and can be bound, the newest first."""
    free = [one for one in look.find("label") if one.zone is None and one.revoked_at is None]
    return tuple(sorted(free, key=lambda one: (one.issued_at, one.code), reverse=True))


def old_key_count(look: Records) -> int:
    """How many zones' labels an older key than the plant's present one has sealed."""
    plant = next(iter(look.find("plant")), None)
    if plant is None:
        return 0
    table, key = RECORDS["label"], plant.label_key
    older = sa.select(table.c.zone).distinct().where(table.c.key < key, table.c.revoked_at.is_(None))
    places = [look.get("zone", id_ or "") for id_ in look.connection.execute(older).scalars().all()]
    here = [living_label(look, one.id) for one in places if one is not None and one.retired_at is None]
    return sum(one is not None and one.key < key for one in here)


def replacements_for(look: Records, person: Person | None) -> tuple[ReplacementRow, ...]:
    """What is to be replaced where this person sees to the labels, by zone: everywhere for the office, elsewhere for
    whoever answers for the zone or leads its team."""
    if person is None:
        return ()
    tasks = {one.zone: one for one in look.find("label_replacement") if one.closed_at is None}
    places = {row.id: row for row in zone_rows(look)} if tasks else {}
    mine = [places[zone] for zone in places if zone in tasks and _own(places[zone], person)]
    return tuple(ReplacementRow(tasks[row.id], row, required(look, Label, tasks[row.id].label)) for row in mine)


def _own(place: ZoneRow, person: Person) -> bool:
    if not OFFICE.isdisjoint(person.roles):
        return True
    leads = place.team is not None and place.team.leader == person.id
    return leads or place.zone.supervisor == person.id


def _changed(row: ZoneRow, plant: Any, news: News) -> tuple[str, ...]:
    """What has changed that stands on the paper; on one that was a blank only the address does."""
    label = row.label
    if label is None or label.printed_at is None:
        return ()
    about = [row.zone.id, *([plant.id] if plant else []), *([row.supervisor.id] if row.supervisor else [])]
    changed = [name for record in about for at, name in news.get(record, ()) if at > label.printed_at]
    blank = label.bound_at is not None and label.bound_at >= label.printed_at
    return tuple(dict.fromkeys(name for name in changed if name == "address" or not blank))


def _changes_since(look: Records, since: datetime) -> News:
    """By record, when which printed fact has changed."""
    some = sa.select(touched.c.seq).where(touched.c.kind.in_(PRINTED))
    query = sa.select(entries.c.at, entries.c.body).where(entries.c.at >= utc_text(since), entries.c.seq.in_(some))
    found: News = {}
    for at, body in look.connection.execute(query.order_by(entries.c.seq)):
        for change in json.loads(body)["changes"]:
            for name in _differing(change):
                found.setdefault(change["id"], []).append((utc_moment(at), name))
    return found


def _differing(change: dict[str, Any]) -> Iterable[str]:
    before, after = change["before"], change["after"]
    if before is None or after is None:
        return ()
    found = [name for name in PRINTED.get(change["kind"], ()) if before.get(name) != after.get(name)]
    return ["supervisor" if (change["kind"], name) == ("person", "name") else name for name in found]
