"""Sign-ons that are under way, consoles that wait for one, and which account elsewhere is whose: the hub's own, never
part of a replica or the journal."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from services.core.refused import Refused
from services.core.shape import utc_moment, utc_text
from services.store.accounts import good, hashed
from services.store.tables import sign_on_claims, sign_on_flows, sign_on_links

MINUTES = 5  # as long as a messenger's code is good
LIFE = timedelta(minutes=MINUTES)


@dataclass(frozen=True)
class Flow:
    """One sign-on under way. `browser` is the hash of what its browser keeps; `nonce` and `verifier` are for OpenID
    Connect; `challenge` is of the console that waits for it, named `computer`, or None for a phone."""

    provider: str
    browser: str
    nonce: str
    verifier: str
    onward: str
    challenge: str | None
    computer: str | None


def begin(connection: sa.Connection, state: str, flow: Flow, now: datetime) -> None:
    """Keeps a sign-on that has begun; old ones go."""
    over = sa.not_(sign_on_flows.c.expires_at.between(utc_text(now), utc_text(now + 2 * LIFE)))
    connection.execute(sa.delete(sign_on_flows).where(over))
    row = {**asdict(flow), "state": hashed(state), "expires_at": utc_text(now + LIFE)}
    connection.execute(sa.insert(sign_on_flows), row)


def take(connection: sa.Connection, state: str, provider: str, browser: str, now: datetime) -> Flow | None:
    """The sign-on that this state is of, begun in this browser by this provider; it can be taken once."""
    mine = sign_on_flows.c.state == hashed(state)
    row = connection.execute(sa.select(sign_on_flows).where(mine)).mappings().first()
    if row is None or connection.execute(sa.delete(sign_on_flows).where(mine)).rowcount != 1:
        return None
    fits = row["provider"] == provider and row["browser"] == hashed(browser)
    if not fits or not good(utc_moment(row["expires_at"]), LIFE, now):
        return None
    return Flow(**{name: row[name] for name in Flow.__dataclass_fields__})


def linked(connection: sa.Connection, provider: str, subject: str) -> str | None:
    """The person whose account this is."""
    mine = sa.and_(sign_on_links.c.provider == provider, sign_on_links.c.subject == subject)
    found = connection.execute(sa.select(sign_on_links.c.person).where(mine)).scalar()
    return str(found) if found else None


def link(connection: sa.Connection, provider: str, subject: str, person: str, now: datetime) -> None:
    """This account is this person's from now on. Raises Refused: sign_on_other_account, where the person has signed in
    by another one, or another person by this one: a name given to somebody else since must not open the door."""
    mine = sa.and_(sign_on_links.c.provider == provider, sign_on_links.c.person == person)
    known = connection.execute(sa.select(sign_on_links.c.subject).where(mine)).scalar()
    owner = linked(connection, provider, subject)
    if (known and known != subject) or (owner and owner != person):
        raise Refused("sign_on_other_account")
    if not known:
        row = {"provider": provider, "subject": subject, "person": person, "made_at": utc_text(now)}
        connection.execute(sa.insert(sign_on_links), row)


def unlink(connection: sa.Connection, person: str) -> int:
    """Whoever signs in next by an account that fits the person is taken for them. How many accounts are forgotten."""
    return connection.execute(sa.delete(sign_on_links).where(sign_on_links.c.person == person)).rowcount


def wait(connection: sa.Connection, browser: str, flow: Flow, person: str, now: datetime) -> None:
    """A console may be let in in the person's name, once its browser says so."""
    over = sa.not_(sign_on_claims.c.expires_at.between(utc_text(now), utc_text(now + 2 * LIFE)))
    same = sign_on_claims.c.challenge == flow.challenge
    connection.execute(sa.delete(sign_on_claims).where(sa.or_(over, same)))
    row = {"challenge": flow.challenge, "browser": hashed(browser), "person": person, "confirmed": False}
    more = {"computer": flow.computer, "expires_at": utc_text(now + LIFE)}
    connection.execute(sa.insert(sign_on_claims), {**row, **more})


def waiting(connection: sa.Connection, browser: str, now: datetime) -> Mapping[str, Any] | None:
    """The console that waits for this browser's word, and in whose name."""
    mine = sa.and_(sign_on_claims.c.browser == hashed(browser), sa.not_(sign_on_claims.c.confirmed))
    row = connection.execute(sa.select(sign_on_claims).where(mine)).mappings().first()
    return dict(row) if row is not None and good(utc_moment(row["expires_at"]), LIFE, now) else None


def confirm(connection: sa.Connection, challenge: str) -> None:
    """The browser has said that the console is its person's."""
    mine = sign_on_claims.c.challenge == challenge
    connection.execute(sa.update(sign_on_claims).where(mine).values(confirmed=True))


def claim(connection: sa.Connection, challenge: str, now: datetime) -> str | None:
    """In whose name the console comes in that asked with this challenge; None while nobody has said so. Good once."""
    mine = sign_on_claims.c.challenge == challenge
    row = connection.execute(sa.select(sign_on_claims).where(mine)).mappings().first()
    if row is None or not row["confirmed"] or not good(utc_moment(row["expires_at"]), LIFE, now):
        return None
    return str(row["person"]) if connection.execute(sa.delete(sign_on_claims).where(mine)).rowcount == 1 else None
