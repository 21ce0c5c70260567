"""The dispatch routes as the desk sees them: how many hazards went along each, and which can never be taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from services.core.route_reach import Unreached, unreached
from services.core.shape import utc_text
from services.store.records import Records
from services.store.tables import hazards

DAYS = 90


@dataclass(frozen=True, slots=True)
class Traffic:
    """By a route's id: how many hazards reported in the last DAYS days lie with whom it leads to, and why no hazard can
    go along it, of those."""

    sent: Mapping[str, int]
    unreached: Mapping[str, Unreached]


def traffic(look: Records, now: datetime) -> Traffic:
    """See Traffic."""
    since = utc_text(now - timedelta(days=DAYS))
    query = (
        sa.select(hazards.c.route, sa.func.count())
        .where(hazards.c.reported_at >= since, hazards.c.route.is_not(None))
        .group_by(hazards.c.route)
    )
    return Traffic(dict(look.connection.execute(query).all()), unreached(look))
