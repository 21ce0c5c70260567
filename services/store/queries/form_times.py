"""How long people take over the phone's forms: kept without a person, a phone or a place, shown as figures."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from services.store.tables import form_times

MOST_A_DAY = 5_000
MOST_READ = 20_000


@dataclass(frozen=True, slots=True)
class Span:
    """Milliseconds that half of the people, and nine of ten, take at most; of how many."""

    name: str
    count: int
    p50: int
    p90: int
    together: int


@dataclass(frozen=True, slots=True)
class FormFigures:
    """A form: how often it was sent and left, where it was left most, its whole time, its fields, and the field that
    costs people most of all their time together ("" where nothing was measured)."""

    form: str
    sent: int
    left: int
    left_at: str
    whole: Span
    fields: tuple[Span, ...]
    dearest: str


def keep_times(
    connection: sa.Connection, form: str, day: str, sent: bool, last: str, total_ms: int, fields: Mapping[str, int]
) -> None:
    """Keeps one filling in; of a day not more than a few thousand."""
    count = sa.select(sa.func.count()).select_from(form_times).where(form_times.c.day == day)
    if int(connection.execute(count).scalar() or 0) < MOST_A_DAY:
        row = {"form": form, "day": day, "sent": sent, "last": last, "total_ms": total_ms, "fields": json.dumps(fields)}
        connection.execute(sa.insert(form_times), row)


def form_figures(connection: sa.Connection, form: str, since: str, waiting: Sequence[str]) -> FormFigures:
    """A form's figures from a day on. `waiting` are steps in which the person waits for the hub: they are shown, and
    are no field that could be made shorter."""
    query = sa.select(form_times).where(form_times.c.form == form, form_times.c.day >= since)
    rows = connection.execute(query.order_by(form_times.c.id.desc()).limit(MOST_READ)).all()
    sent, left = [row for row in rows if row.sent], [row for row in rows if not row.sent]
    spans: dict[str, list[int]] = {}
    for row in sent:
        for name, span in json.loads(row.fields).items():
            spans.setdefault(name, []).append(span)
    fields = tuple(_span(name, found) for name, found in spans.items())
    dearest = max((one for one in fields if one.name not in waiting), key=lambda one: one.together, default=None)
    at = [row.last for row in left]
    most = max(sorted(set(at)), key=at.count, default="")
    whole = _span("whole", [row.total_ms for row in sent])
    return FormFigures(form, len(sent), len(left), most, whole, fields, dearest.name if dearest else "")


def _span(name: str, found: list[int]) -> Span:
    ordered = sorted(found)

    def at(share: float) -> int:
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0

    return Span(name, len(ordered), at(0.5), at(0.9), sum(ordered))


def as_json(figures: FormFigures) -> dict[str, Any]:
    """For the console, over the wire."""
    fields = [{"name": one.name, "count": one.count, "p50": one.p50, "p90": one.p90} for one in figures.fields]
    return {
        "form": figures.form,
        "sent": figures.sent,
        "left": figures.left,
        "left_at": figures.left_at,
        "p50": figures.whole.p50,
        "p90": figures.whole.p90,
        "fields": fields,
        "dearest": figures.dearest,
    }
