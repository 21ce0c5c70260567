"""Rows that other systems have handed over, as the events that rules hear."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import pairwise
from statistics import median
from typing import Any

from services.core.moments import milliseconds
from services.rules.events import SECOND, At, Event, Reading, StopBegan, StopEnded, Swipe

LEAST_GAP_S = 60.0
EARLIEST = datetime.min.replace(tzinfo=UTC)


def readings(rows: Iterable[Mapping[str, Any]]) -> Iterator[Reading]:
    """Readings of rows with time, sensor, value."""
    return (Reading(milliseconds(row["time"]), row["sensor"], row["value"]) for row in rows)


def swipes(rows: Iterable[Mapping[str, Any]]) -> Iterator[Swipe]:
    """Swipes of rows with time, zone, employee_no, direction (True: inward). The same one handed over twice, by its
    device and serial, counts once."""
    known: set[tuple[str, str]] = set()
    for row in rows:
        mark = (row.get("device", ""), row.get("serial", ""))
        if not mark[1] or mark not in known:
            known.add(mark)
            yield Swipe(milliseconds(row["time"]), row["zone"], row["employee_no"], row["direction"])


def stops(rows: Iterable[Mapping[str, Any]]) -> Iterator[Event]:
    """Stops of rows with stop_id, start_time and what else is known. Of several words about a stop the newest holds;
    one without an end goes on."""
    newest: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        known = newest.get(row["stop_id"])
        if known is None or row.get("updated_at", EARLIEST) >= known.get("updated_at", EARLIEST):
            newest[row["stop_id"]] = row
    for stop, row in newest.items():
        line = row.get("line_code") or row.get("equipment_code") or ""
        yield StopBegan(milliseconds(row["start_time"]), stop, line, row.get("planned", False))
        if "end_time" in row:
            yield StopEnded(milliseconds(row["end_time"]), stop, line)


def usual_gap_s(moments: Iterable[At]) -> float:
    """The gap that is allowed to a sensor of which nothing is known but when it has reported: twice its usual interval,
    at least a minute, in seconds."""
    gaps = [later - earlier for earlier, later in pairwise(sorted(set(moments)))]
    return max(LEAST_GAP_S, 2 * median(gaps) / SECOND) if gaps else LEAST_GAP_S
