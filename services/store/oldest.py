"""The oldest of what the hub keeps for a time: of each kind the moment, so that one sees what goes next."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from services.core.moments import moment_of
from services.store.fed_tables import turned_rows
from services.store.readings import MINUTE_MS
from services.store.tables import RECORDS, reading_minutes, readings, standings, stops, swipes


def oldest_kept(connection: sa.Connection) -> Mapping[str, datetime | None]:
    """By the field that sets how long they are kept; None where there is none. Readings are asked sensor by sensor,
    as their index goes."""
    raw, minutes = (_of_sensors(connection, column) for column in (readings.c.at, reading_minutes.c.minute))
    return {
        "reading_days": raw and moment_of(raw),
        "minute_days": minutes and moment_of(minutes * MINUTE_MS),
        "stop_days": _least(connection, stops.c.ended),
        "standing_days": _least(connection, standings.c.at),
        "turned_days": _least(connection, turned_rows.c.came),
        "keep_days": _least(connection, swipes.c.at),
    }


def _least(connection: sa.Connection, column: "sa.Column[Any]") -> datetime | None:
    found = connection.execute(sa.select(sa.func.min(column))).scalar()
    return None if found is None else moment_of(found)


def _of_sensors(connection: sa.Connection, column: "sa.Column[Any]") -> Any:
    table, known = column.table, connection.execute(sa.select(RECORDS["sensor"].c.id)).scalars()
    least = sa.select(sa.func.min(column)).where(table.c.sensor == sa.bindparam("sensor"))
    found = [connection.execute(least, {"sensor": one}).scalar() for one in known]
    return min((one for one in found if one is not None), default=None)
