"""What a plant that is put back to a backup must not bring back with it: messages that have gone out since, codes that
were good for minutes, sessions that were ended."""

from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from services.core.refused import Refused
from services.core.shape import utc_text
from services.store.database import Database
from services.store.deliveries import DEAD, WAITING
from services.store.tables import (
    credentials,
    deliveries,
    guesses,
    paired_devices,
    pairings,
    people,
    sessions,
    sign_on_claims,
    sign_on_flows,
)

RESTORED = "restored"


def leave_behind(connection: sa.Connection, now: datetime, still_open: frozenset[str] | None) -> int:
    """Closes what waits to be sent (it is not known whether it was, and stays visible as `dead`), drops one-time
    codes, and sessions that are not among those `still_open` (None: not known, all stay). How many messages."""
    gone = {"state": DEAD, "last_error": RESTORED, "closed_at": utc_text(now), "owner": None, "lease_until": None}
    unsent = connection.execute(sa.update(deliveries).where(deliveries.c.state == WAITING).values(gone)).rowcount
    connection.execute(sa.delete(credentials).where(credentials.c.what == "code"))
    for table in (pairings, guesses, sign_on_flows, sign_on_claims):
        connection.execute(sa.delete(table))
    if still_open is not None:
        for token in connection.execute(sa.select(sessions.c.token)).scalars().all():
            if token not in still_open:
                connection.execute(sa.delete(sessions).where(sessions.c.token == token))
    return int(unsent)


def open_sessions(file: Path) -> frozenset[str] | None:
    """The sessions of the plant that gives way, without those of computers that were shut out and of people who have
    left; None where they can't be read."""
    if not file.exists():
        return None
    shut_out = sa.select(paired_devices.c.id).where(paired_devices.c.revoked_at.is_not(None))
    left = sa.select(people.c.id).where(sa.or_(people.c.left_at.is_not(None), people.c.erased_at.is_not(None)))
    query = sa.select(sessions.c.token).where(
        sa.or_(sessions.c.device.is_(None), sessions.c.device.not_in(shut_out)),
        sa.or_(sessions.c.person.is_(None), sessions.c.person.not_in(left)),
    )
    database = Database(file)
    try:
        with database.reading() as connection:
            return frozenset(connection.execute(query).scalars())
    except (Refused, sa.exc.DatabaseError):
        return None
    finally:
        database.close()
