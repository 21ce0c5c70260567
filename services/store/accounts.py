"""Passwords, one-time codes, sessions and label keys: the hub's own, never part of a replica or the journal."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from services.core.labels import seal
from services.core.operation import Actor
from services.core.people import Person
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import utc_moment, utc_text
from services.core.standing import run_out
from services.store.records import Records
from services.store.tables import credentials, guesses, label_keys, pairings, sessions

SESSION_DAYS = 30
VISIT_MINUTES = 15
CODE_HOURS = 24
PAIRING_MINUTES = 15
GUESSES = 5
GUESS_MINUTES = 15
SPRAYED = 200  # wrong ones in fifteen minutes, whosever account: a shift that has forgotten its passwords has fewer
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LEAST_PASSWORD = 8
ALL_ACCOUNTS = "*"
LEAST_GRACE = timedelta(hours=1)
ARGON2: dict[str, Any] = {
    "time_cost": 2,
    "memory_cost": 19_456,
    "parallelism": 1,
}  # KiB of memory: OWASP, password storage


def hashed(secret: str) -> str:
    """How a random token is kept: its SHA-256. (Passwords and codes that people type are kept by argon2id.)"""
    return hashlib.sha256(secret.encode()).hexdigest()


def _hasher() -> Any:
    from argon2 import PasswordHasher

    return PasswordHasher(**ARGON2)


def set_password(connection: sa.Connection, person: str, password: str) -> None:
    """Keeps a new password by argon2id (19 MiB, 2 passes). Raises Refused: password_short."""
    if len(password) < LEAST_PASSWORD:
        raise Refused("password_short", least=LEAST_PASSWORD)
    _keep(connection, person, "password", _hasher().hash(password), None)


def make_code(connection: sa.Connection, person: str, now: datetime) -> str:
    """A personal one-time code of eight characters, good for a day; an older one of the person is good no more."""
    code = random_code()
    _keep(connection, person, "code", _hasher().hash(code), utc_text(now + timedelta(hours=CODE_HOURS)))
    return code


def random_code() -> str:
    """Eight characters that are hard to mistake, about 39 bits."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(8))


def _keep(connection: sa.Connection, person: str, what: str, secret: str, expires_at: str | None) -> None:
    connection.execute(sa.delete(credentials).where(credentials.c.person == person, credentials.c.what == what))
    row = {"person": person, "what": what, "secret": secret, "expires_at": expires_at, "used_at": None}
    connection.execute(sa.insert(credentials), row)


def find_login(connection: sa.Connection, login: str) -> Person | None:
    """The person who signs in as an employee number, an e-mail address or a name that only one has."""
    here: list[Person] = [person for person in Records(connection).find("person") if person.here]
    for field in ("employee_no", "email", "name", "id"):
        found = [person for person in here if getattr(person, field) == login]
        if len(found) == 1:
            return found[0]
    return None


def guard(connection: sa.Connection, account: str, now: datetime, most: int = GUESSES) -> None:
    """Counts a guess. Raises Refused: too_many_guesses after `most` in fifteen minutes."""
    span = timedelta(minutes=GUESS_MINUTES)
    since, until = utc_text(now - span), utc_text(now + span)  # later ones are of a clock that was put back since
    mine = sa.select(sa.func.count()).where(guesses.c.account == account, guesses.c.at.between(since, until))
    if (connection.execute(mine).scalar() or 0) >= most:
        raise Refused("too_many_guesses", minutes=GUESS_MINUTES)
    connection.execute(sa.delete(guesses).where(sa.not_(guesses.c.at.between(since, until))))
    connection.execute(sa.insert(guesses), {"account": account, "at": utc_text(now) + secrets.token_hex(2)})


def guard_all(connection: sa.Connection, now: datetime) -> None:
    """Whoever tries one password at a thousand accounts is slowed down, too. Raises Refused: too_many_guesses, where
    so many were wrong in fifteen minutes, at whichever accounts."""
    span = timedelta(minutes=GUESS_MINUTES)
    wrong = sa.select(sa.func.count()).where(
        guesses.c.account == ALL_ACCOUNTS, guesses.c.at.between(utc_text(now - span), utc_text(now + span))
    )
    if (connection.execute(wrong).scalar() or 0) >= SPRAYED:
        raise Refused("too_many_guesses", minutes=GUESS_MINUTES)


def wrong_guess(connection: sa.Connection, now: datetime) -> None:
    """Somebody guessed wrong."""
    connection.execute(sa.insert(guesses), {"account": ALL_ACCOUNTS, "at": utc_text(now) + secrets.token_hex(4)})


def knows(connection: sa.Connection, token: str | None, person: str) -> bool:
    """Whether a browser shows a session that it has had as this person: guesses elsewhere then do not shut it out."""
    mine = sa.select(sessions.c.token).where(sessions.c.token == hashed(token or ""), sessions.c.person == person)
    return connection.execute(mine).first() is not None


def good(expires_at: datetime, life: timedelta, now: datetime) -> bool:
    """Whether something that was given for `life` may still be used. What seems to have more than its life and that
    again (an hour where it is shorter) before it was given under a clock that was put back since, and is good no
    more."""
    return now < expires_at <= _latest(life, now)


def _latest(life: timedelta, now: datetime) -> datetime:
    return now + life + max(life, LEAST_GRACE)


def _over(expires_at: sa.Column[str], life: timedelta, now: datetime) -> sa.ColumnElement[bool]:
    """Those that are not good, as `good` says of things that live at most so long."""
    return sa.not_(expires_at.between(utc_text(now), utc_text(_latest(life, now))))


def credential(connection: sa.Connection, person: str, what: str, now: datetime) -> str | None:
    """The kept hash of a credential that may still be used."""
    row = connection.execute(
        sa.select(credentials).where(credentials.c.person == person, credentials.c.what == what)
    ).first()
    if row is None or row.used_at:
        return None
    if row.expires_at and not good(utc_moment(row.expires_at), timedelta(hours=CODE_HOURS), now):
        return None
    return str(row.secret)


def fits(secret: str | None, given: str) -> bool:
    """Whether what was given is the secret. Takes as long when there is none, so that nobody learns who exists."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return bool(_hasher().verify(secret or _nobody(), given)) and secret is not None
    except (VerificationError, InvalidHashError):
        return False


def _nobody() -> str:
    """The hash of something that nobody can give."""
    if not _NOBODY:
        _NOBODY.append(_hasher().hash(secrets.token_hex(16)))
    return _NOBODY[0]


_NOBODY: list[str] = []


def used(connection: sa.Connection, person: str, what: str, now: datetime) -> None:
    """A one-time code has been used. Raises Refused: sign_in_wrong when someone else was faster."""
    done = connection.execute(
        sa.update(credentials)
        .where(credentials.c.person == person, credentials.c.what == what, credentials.c.used_at.is_(None))
        .values(used_at=utc_text(now))
    )
    if done.rowcount != 1:
        raise Refused("sign_in_wrong")


def open_session(
    connection: sa.Connection, person: str | None, zone: str | None, now: datetime, device: str | None = None
) -> str:
    """A random token for a person, bound to a paired computer where one is named, or for a phone that has opened a
    zone's label."""
    token = secrets.token_urlsafe(32)
    connection.execute(sa.delete(sessions).where(_over(sessions.c.expires_at, timedelta(days=SESSION_DAYS), now)))
    row = {
        "token": hashed(token),
        "person": person,
        "zone": zone,
        "device": device,
        "made_at": utc_text(now),
        "expires_at": utc_text(now + life_of(person)),
    }
    connection.execute(sa.insert(sessions), row)
    return token


def life_of(person: str | None) -> timedelta:
    """How long a session of a person, or a visit of nobody's, is good."""
    return timedelta(days=SESSION_DAYS) if person else timedelta(minutes=VISIT_MINUTES)


def close_session(connection: sa.Connection, token: str) -> None:
    """The token is good no more."""
    connection.execute(sa.delete(sessions).where(sessions.c.token == hashed(token)))


def actor_of(connection: sa.Connection, token: str, now: datetime) -> Actor | None:
    """Who a token speaks for, with the roles of this moment; None when it is unknown or has run out. Raises Refused:
    device_revoked, for a token of a computer that was shut out."""
    row = connection.execute(sa.select(sessions).where(sessions.c.token == hashed(token))).first()
    if row is None or not good(utc_moment(row.expires_at), life_of(row.person), now):
        return None
    if row.person is None:
        return Actor(None, frozenset({Role.ANONYMOUS}), row.zone)
    device = Records(connection).get("device", row.device) if row.device else None
    if device is not None and device.revoked_at is not None:
        raise Refused("device_revoked", device=row.device)
    return actor_for(connection, row.person, row.device, now)


def actor_for(
    connection: sa.Connection, person_id: str, device: str | None = None, now: datetime | None = None
) -> Actor | None:
    """A person as an actor, without what was borrowed longer than until `now`; None when the person is not here."""
    records = Records(connection)
    person = records.get("person", person_id)
    if person is None or not person.here:
        return None
    over = run_out(records, person.id, now) if now else frozenset[Role]()
    return Actor(person.id, frozenset(person.roles) - over, device=device)


def make_pairing(connection: sa.Connection, person: str, now: datetime) -> str:
    """A one-time code by which a computer is paired in a person's name, good for a quarter of an hour; older ones of
    the person are good no more."""
    code = random_code()
    over = _over(pairings.c.expires_at, timedelta(minutes=PAIRING_MINUTES), now)
    gone = sa.or_(pairings.c.person == person, over)
    connection.execute(sa.delete(pairings).where(gone))
    expires = utc_text(now + timedelta(minutes=PAIRING_MINUTES))
    row = {"code": hashed(code), "person": person, "expires_at": expires, "used_at": None}
    connection.execute(sa.insert(pairings), row)
    return code


def use_pairing(connection: sa.Connection, code: str, now: datetime) -> str:
    """The person whose code this is; it is good no more. Raises Refused: pairing_wrong."""
    mine = sa.and_(pairings.c.code == hashed(code), pairings.c.used_at.is_(None))
    row = connection.execute(sa.select(pairings.c.person, pairings.c.expires_at).where(mine)).first()
    if row is None or not good(utc_moment(row.expires_at), timedelta(minutes=PAIRING_MINUTES), now):
        raise Refused("pairing_wrong")
    done = connection.execute(sa.update(pairings).where(mine).values(used_at=utc_text(now)))
    if done.rowcount != 1:
        raise Refused("pairing_wrong")
    return str(row.person)


class LabelKeys:
    """The keys that seal labels; the newest seals, all verify. What seals stands in the database alone, as another hub
    may have made it; those known here only verify."""

    def __init__(self, keys: dict[int, bytes], chance: Callable[[int], bytes]) -> None:
        self.keys, self.chance = keys, chance

    @classmethod
    def of(
        cls, connection: sa.Connection, now: datetime, chance: Callable[[int], bytes] = secrets.token_bytes
    ) -> "LabelKeys":
        """The plant's keys; the first is made here, of `chance`."""
        made = cls({}, chance)
        made.read(connection)
        if not made.keys:
            made.add(connection, now)
            made.read(connection)
        return made

    def read(self, connection: sa.Connection) -> None:
        """All keys that there are now."""
        self.keys = {row.id: row.secret for row in connection.execute(sa.select(label_keys))}

    def add(self, connection: sa.Connection, now: datetime) -> int:
        """A key that seals from now on; its id. Here it is known when read: its transaction may come to nothing."""
        last = connection.execute(sa.select(sa.func.max(label_keys.c.id))).scalar() or 0
        made = {"id": last + 1, "secret": self.chance(32), "made_at": utc_text(now)}
        connection.execute(sa.insert(label_keys), made)
        return last + 1

    def seal(self, connection: sa.Connection, text: str) -> tuple[int, str]:
        """The newest key's id and its MAC over the text."""
        newest = sa.select(label_keys).order_by(label_keys.c.id.desc()).limit(1)
        row = connection.execute(newest).one()
        return row.id, seal(row.secret, text)

    def sealed(self, key: int, text: str, mac: str) -> bool:
        """Whether that key made this MAC; compared in constant time."""
        secret = self.keys.get(key)
        return secret is not None and secrets.compare_digest(seal(secret, text), mac)


def clear_guesses(connection: sa.Connection, account: str) -> None:
    """The right one has signed in: earlier wrong guesses count no more."""
    connection.execute(sa.delete(guesses).where(guesses.c.account == account))
