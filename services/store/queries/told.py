"""Who was told of an alert, when, by which way, and what came of it; and what never arrived. At the hub only."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from services.core.channels import ROBOTS
from services.store.deliveries import DEAD, WAITING
from services.store.records import Records
from services.store.tables import deliveries

MOST = 200


@dataclass(frozen=True, slots=True)
class Told:
    """One message to one person by one way. `state` is waiting, sent or dead; `error` begins with a code; `receipt` is
    the provider's own name for the message."""

    person: str
    name: str
    way: str
    message: str
    about: str
    state: str
    tries: int
    made_at: str
    closed_at: str | None
    next_at: str | None
    receipt: str
    error: str

    def as_json(self) -> dict[str, Any]:
        """For the wire."""
        return {name: getattr(self, name) for name in self.__slots__}


def told_of(look: Records, about: str) -> tuple[Told, ...]:
    """All messages about an alert, in the order of their making."""
    query = sa.select(deliveries).where(deliveries.c.about == about)
    return _read(look, query.order_by(deliveries.c.made_at, deliveries.c.urgency, deliveries.c.id).limit(MOST))


def undelivered(look: Records) -> tuple[Told, ...]:
    """What never arrived, and what still waits after a try; the newest first."""
    troubled = sa.and_(deliveries.c.state == WAITING, deliveries.c.last_error.is_not(None))
    query = sa.select(deliveries).where(sa.or_(deliveries.c.state == DEAD, troubled))
    return _read(look, query.order_by(deliveries.c.made_at.desc(), deliveries.c.id).limit(MOST))


def _read(look: Records, query: sa.Select[Any]) -> tuple[Told, ...]:
    return tuple(_told(look, dict(row)) for row in look.connection.execute(query).mappings())


def _told(look: Records, row: dict[str, Any]) -> Told:
    person = look.get("person", row["person"]) if row["channel"] not in (*ROBOTS, "webhook") else None
    return Told(
        person=row["person"],
        name=person.name if person else "",
        way=row["channel"],
        message=row["message"],
        about=row["about"],
        state=row["state"],
        tries=row["attempts"],
        made_at=row["made_at"],
        closed_at=row["closed_at"],
        next_at=row["next_at"],
        receipt=row["provider_id"] or "",
        error=row["last_error"] or "",
    )
