"""Stops of lines as the MES tells them, as they are kept. What can't be taken says why."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from services.imports.feeds import Turned
from services.imports.taking import AHEAD
from services.store.stops import Stop

MOST_REASON = 200


def stops_of(rows: Iterable[tuple[int, Mapping[str, Any]]], now: datetime) -> tuple[list[Stop], list[Turned]]:
    """The stops of rows as a feed reads them; the last word about each, by `updated_at` (now, where it is not said)."""
    found: dict[str, Stop] = {}
    turned: list[Turned] = []
    for number, row in rows:
        line = row.get("line_code") or row.get("equipment_code") or ""
        if not line:
            turned.append(Turned(number, "missing", "line_code", ""))
        elif row["start_time"] > now + AHEAD:
            turned.append(Turned(number, "in_the_future", "start_time", str(row["start_time"])))
        else:
            one = _stop(row, line, now)
            known = found.get(one.stop)
            if known is None or one.updated >= known.updated:
                found[one.stop] = one
    return list(found.values()), turned


def _stop(row: Mapping[str, Any], line: str, now: datetime) -> Stop:
    ended, updated = row.get("end_time"), row.get("updated_at", now)
    return Stop(
        stop=row["stop_id"],
        line=line,
        began=row["start_time"].astimezone(UTC),
        updated=updated.astimezone(UTC),
        ended=ended.astimezone(UTC) if ended else None,
        planned=row.get("planned", False),
        reason=" ".join(filter(None, (row.get("reason_code"), row.get("reason_text"))))[:MOST_REASON],
    )
