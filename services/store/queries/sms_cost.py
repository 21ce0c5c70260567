"""What SMS cost, by month and way: counted from the messages that went out, as the hub alone knows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.plant import the_plant
from services.core.shape import utc_text
from services.store.deliveries import SENT
from services.store.records import Records
from services.store.tables import deliveries

MONTHS = 3


@dataclass(frozen=True, slots=True)
class MonthCost:
    """Of one month (YYYY-MM by the plant's clock) and way: so many messages, billed as so many SMS, for so many yuan at
    the present price."""

    month: str
    way: str
    messages: int
    segments: int
    yuan: float

    def as_json(self) -> dict[str, Any]:
        """For the wire."""
        return {name: getattr(self, name) for name in self.__slots__}


def sms_cost(look: Records, now: datetime) -> tuple[MonthCost, ...]:
    """Of this month and the two before it, the newest first."""
    prices = {one.service: one.price for one in look.find("channel")}
    zone = ZoneInfo(the_plant(look).timezone)
    end, found = None, list[MonthCost]()
    begin = now.astimezone(zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    for _ in range(MONTHS):
        for row in look.connection.execute(_counted(begin, end)):
            yuan = round(row.segments * prices.get(row.channel, 0.0), 2)
            found.append(MonthCost(begin.strftime("%Y-%m"), row.channel, row.messages, row.segments, yuan))
        end, begin = begin, _before(begin)
    return tuple(found)


def _before(begin: datetime) -> datetime:
    """The first of the month before."""
    year, month = (begin.year, begin.month - 1) if begin.month > 1 else (begin.year - 1, 12)
    return begin.replace(year=year, month=month)


def _counted(begin: datetime, end: datetime | None) -> sa.Select[Any]:
    columns, total = deliveries.c, sa.func.sum(deliveries.c.segments)
    query = sa.select(columns.channel, sa.func.count().label("messages"), total.label("segments"))
    query = query.where(columns.state == SENT, columns.segments > 0, columns.closed_at >= utc_text(begin))
    if end is not None:
        query = query.where(columns.closed_at < utc_text(end))
    return query.group_by(columns.channel).order_by(columns.channel)
