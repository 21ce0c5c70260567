"""Zones with the state of their labels: never printed, out of date, or as they should be."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from services.core.labels import Label
from services.core.shape import utc_moment, utc_text
from services.store.queries.people import ZoneRow, zone_rows
from services.store.records import Records
from services.store.tables import entries, touched

# What stands on a label: when one of these changes, the paper on the wall is out of date.
PRINTED = {"zone": ("name", "zone_class", "supervisor"), "plant": ("address",), "person": ("name", "phone")}


LabelState = Literal["new", "changed", "hanging", "good"]


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A zone, which facts on its printed label have changed since (name, zone_class, supervisor, address, phone), and
    the older label that was scanned there after the newer one had been printed."""

    row: ZoneRow
    changed: tuple[str, ...]
    hanging: Label | None = None

    @property
    def id(self) -> str:
        """The zone's id."""
        return self.row.zone.id

    @property
    def printed_at(self) -> datetime | None:
        """When the label that is good now was last printed."""
        return self.row.label.printed_at if self.row.label else None

    @property
    def state(self) -> LabelState:
        """Whether there is something to print, or to take down."""
        if self.printed_at is None:
            return "new"
        if self.changed:
            return "changed"
        return "hanging" if self.hanging else "good"

    @property
    def to_print(self) -> bool:
        """Whether the zone needs a new paper."""
        return self.state in ("new", "changed")

    @property
    def posted_at(self) -> datetime | None:
        """Since when the label that is good now hangs there, as far as anybody has scanned it."""
        return self.row.label.posted_at if self.row.label else None


def label_rows(look: Records) -> tuple[LabelRow, ...]:
    """All living zones, those with something to print first."""
    rows = zone_rows(look)
    printed = [row.label.printed_at for row in rows if row.label and row.label.printed_at]
    news = _changes_since(look, min(printed)) if printed else {}
    plant = [one.id for one in look.find("plant")]
    found = [LabelRow(row, _changed(row, plant, news), _hanging(look, row)) for row in rows]
    order = {"new": 0, "changed": 1, "hanging": 2, "good": 3}
    return tuple(sorted(found, key=lambda one: order[one.state]))


def _hanging(look: Records, row: ZoneRow) -> Label | None:
    """The old label that was scanned last, if that was after the one that is good now had been printed."""
    printed = row.label.printed_at if row.label else None
    old = [(one.seen_at, one) for one in look.find("label", zone=row.zone.id) if one.seen_at and one != row.label]
    at, found = max(old, key=lambda pair: pair[0], default=(None, None))
    return found if at and (printed is None or at > printed) else None


def _changed(row: ZoneRow, plant: list[str], news: dict[str, list[tuple[datetime, str]]]) -> tuple[str, ...]:
    printed = row.label.printed_at if row.label else None
    if printed is None:
        return ()
    about = [row.zone.id, *plant, *([row.supervisor.id] if row.supervisor else [])]
    return tuple(dict.fromkeys(name for record in about for at, name in news.get(record, ()) if at > printed))


def _changes_since(look: Records, since: datetime) -> dict[str, list[tuple[datetime, str]]]:
    """By record, when which printed fact has changed."""
    some = sa.select(touched.c.seq).where(touched.c.kind.in_(PRINTED))
    query = sa.select(entries.c.at, entries.c.body).where(entries.c.at >= utc_text(since), entries.c.seq.in_(some))
    found: dict[str, list[tuple[datetime, str]]] = {}
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
