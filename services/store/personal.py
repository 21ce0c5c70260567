"""Personal values: the journal holds salted commitments of them; their clear text and salts live in a side table.

An erasure empties the side table for a person: no commitment can be opened any more, and the chain still verifies.
"""

import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from services.core.ids import commitment, is_id
from services.core.plant import founder_id
from services.core.record import KINDS
from services.core.shape import is_hash
from services.store import cards, swipes
from services.store.tables import personal, sign_on_links

SEALED = "sealed"
Salts = Callable[[], str]


def fresh_salt() -> str:
    """128 random bits as hex."""
    return secrets.token_hex(16)


class Sealing:
    """Seals personal values on one connection. The same value of the same person and field keeps its commitment,
    so that a record's 'before' equals the 'after' of the entry that wrote it."""

    def __init__(self, connection: sa.Connection, salts: Salts = fresh_salt) -> None:
        self.connection = connection
        self.salts = salts

    def record(self, kind: str, values: dict[str, Any] | None) -> dict[str, Any] | None:
        """A record's JSON object with its personal values sealed."""
        spec = KINDS[kind]
        if values is None or not spec.personal:
            return values
        subject = values[spec.subject]
        return {
            name: self.value(subject, f"{kind}.{name}", value) if name in spec.personal else value
            for name, value in values.items()
        }

    def fields(self, subject: str, names: Iterable[str], values: Mapping[str, Any]) -> dict[str, Any]:
        """An operation's arguments with those of the given names sealed."""
        hidden = set(names)
        return {
            name: self.value(subject, f"argument.{name}", value) if name in hidden else value
            for name, value in values.items()
        }

    def value(self, subject: str, field: str, value: Any) -> Any:
        """The commitment object that stands for a value; nothing and the empty text stay as they are."""
        if value is None or value == "":
            return value
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        known = self.connection.execute(
            sa.select(personal.c.commitment).where(
                personal.c.subject == subject, personal.c.field == field, personal.c.value == text
            )
        ).scalar()
        return {SEALED: known or self._add(subject, field, value, text)}

    def _add(self, subject: str, field: str, value: Any, text: str) -> str:
        salt = self.salts()
        made = commitment(salt, value)
        row = {"commitment": made, "subject": subject, "field": field, "salt": salt, "value": text}
        self.connection.execute(sa.insert(personal), row)
        return made


def subject_of(kind: str, operation: str, args: Mapping[str, Any]) -> str:
    """Whom an operation's personal arguments are about: the person it names, or the one who is born by it."""
    named = args.get("person")
    if kind == "plant.found":
        return founder_id(operation)
    return named if is_id(named) else operation


def forget(connection: sa.Connection, subject: str) -> None:
    """Empties the side table for a person; the commitments stay, with nothing left to open them. Where the person
    went is let go, too, and by which accounts they signed in."""
    gone = sa.update(personal).where(personal.c.subject == subject).values(salt=None, value=None)
    connection.execute(gone)
    swipes.forget(connection, subject)
    connection.execute(sa.delete(sign_on_links).where(sign_on_links.c.person == subject))
    cards.forget(connection, subject)


def commitment_in(value: Any) -> str | None:
    """The commitment, if the JSON value is one. (What people send may look like one and be none.)"""
    found = value[SEALED] if isinstance(value, dict) and set(value) == {SEALED} else None
    return found if is_hash(found) else None


def sealed_in(value: Any) -> Iterable[str]:
    """All commitments in a JSON value."""
    if isinstance(value, dict):
        one = commitment_in(value)
        if one is not None:
            yield one
        else:
            for inner in value.values():
                yield from sealed_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sealed_in(inner)


def opened(value: Any, clear: Mapping[str, Any]) -> Any:
    """A JSON value with its commitments opened where `clear` knows them, and empty text where it does not."""
    one = commitment_in(value)
    if one is not None:
        return clear.get(one, "")
    if isinstance(value, dict):
        return {name: opened(inner, clear) for name, inner in value.items()}
    if isinstance(value, list):
        return [opened(inner, clear) for inner in value]
    return value


def clear_of(connection: sa.Connection, commitments: Iterable[str]) -> dict[str, Any]:
    """The clear values of those commitments that have not been erased."""
    wanted = sorted(set(commitments))
    found: dict[str, Any] = {}
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        rows = connection.execute(
            sa.select(personal.c.commitment, personal.c.value).where(
                personal.c.commitment.in_(some), personal.c.value.is_not(None)
            )
        )
        found.update((row.commitment, json.loads(row.value)) for row in rows)
    return found


def erased_of(connection: sa.Connection, commitments: Iterable[str]) -> frozenset[str]:
    """Those commitments whose values have been erased."""
    gone = sa.select(personal.c.commitment).where(
        personal.c.commitment.in_(sorted(set(commitments))), personal.c.value.is_(None)
    )
    return frozenset(connection.execute(gone).scalars())
