"""Entries on their way to a console that has the records which they change: of such a record an entry carries what has
become other, and the console writes out the rest from its own row. The chain's hash tells whether both meant the same.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from services.core.ids import canonical, digest
from services.core.record import KINDS
from services.store.laying import rows_here
from services.store.tables import RECORDS

MARK = "\x01"  # canonical JSON has none: it writes control characters otherwise
OVER = "over"
Entry = tuple[str, str]  # hash, body
Written = tuple[str, bytes]  # the same, as it is hashed
Body = dict[str, Any]
State = dict[tuple[str, str], Body]

_FIRST = '"changes":['
_END = re.compile(r',"id":"([^"\\]+)","kind":"(\w+)"\}')
_read = json.JSONDecoder().raw_decode
_MARK = MARK.encode()
_body: Callable[[bytes], Body] = msgspec.json.Decoder().decode
_NONE = msgspec.Raw("[]")


def _as_it_stands(text: str) -> msgspec.Raw:
    """A list of a row, which is written as canonical JSON is but for the order of names."""
    return _NONE if text == "[]" else msgspec.Raw(canonical(json.loads(text)) if "{" in text else text)


# A number with an exponent is spelt otherwise by the quick way; the hash tells, and the sure one comes out.
WAYS: tuple[tuple[Callable[[Any], bytes], Callable[[str], Any]], ...] = (
    (msgspec.json.Encoder().encode, _as_it_stands),
    (canonical, json.loads),
)


class Misfit(Exception):
    """A thin entry does not come out as the hub has it: a row here is not what it should be. The whole entries, and
    the sums after them, will tell more."""


def thinned(text: str) -> str:
    """An entry's body with each record that it changes as what has become other, between two marks in the place of
    what it was before and after. Born records, and those with personal values (which a console has opened), stay
    whole, and so does what does not look like a body."""
    out: list[str] = []
    done, at = 0, text.find(_FIRST + "{") + len(_FIRST)
    while text.startswith('{"after":', at):
        after, end = _read(text, at + len('{"after":'))
        if not text.startswith(',"before":', end):
            return text
        before, stop = _read(text, end + len(',"before":'))
        ending = _END.match(text, stop)
        if ending is None:
            return text
        if before and after and before.keys() == after.keys() and _open(ending[2]):
            over = {name: value for name, value in after.items() if value != before[name]}
            out += (text[done : at + 1], MARK, canonical(over).decode(), MARK)
            done = stop
        at = ending.end() + 1  # past the comma, if there are more
    return "".join((*out, text[done:]))


def thin_page(page: Sequence[Entry]) -> list[Entry]:
    """Entries that follow each other, thin, and with the hash of the last one only: the others come from it."""
    last = len(page) - 1
    return [(hash_ if place == last else "", thinned(body)) for place, (hash_, body) in enumerate(page)]


def is_thin(page: Sequence[Entry]) -> bool:
    """Whether anything was left out."""
    return any(not hash_ or MARK in text for hash_, text in page)


def widened(connection: sa.Connection, page: Sequence[Entry], before: str) -> tuple[list[Written], list[Body]]:
    """The entries of a thin page as the hub has them, from the records as they stand here now, and their bodies, whose
    changes hold what has become other. `before` is the hash that the first one stands on. Raises Misfit."""
    try:
        split = [text.encode().split(_MARK) for _, text in page]
        bodies = [_body(_as_json(pieces)) for pieces in split]
        for write, read in WAYS:
            whole = _all_written_out(split, bodies, _standing(connection, bodies, read), before, write)
            if not whole or whole[-1][0] == page[-1][0]:
                return whole, bodies
    except (ValueError, LookupError, TypeError, AttributeError, msgspec.DecodeError) as error:
        raise Misfit from error
    raise Misfit


def _all_written_out(
    split: Sequence[list[bytes]], bodies: Sequence[Body], state: State, before: str, write: Callable[[Any], bytes]
) -> list[Written]:
    whole: list[Written] = []
    for place, (pieces, body) in enumerate(zip(split, bodies, strict=True)):
        if body["seq"] != bodies[0]["seq"] + place:
            raise Misfit
        text = _written_out(pieces, body, state, write)
        before = digest(before.encode(), text)
        whole.append((before, text))
    return whole


def _open(kind: str) -> bool:
    return kind in KINDS and not KINDS[kind].personal


def _as_json(pieces: Sequence[bytes]) -> bytes:
    """The thin text as JSON: what lay between marks has a name."""
    return b"".join(b'"over":' + piece if place % 2 else piece for place, piece in enumerate(pieces))


def _standing(connection: sa.Connection, bodies: Iterable[Body], read: Callable[[str], Any]) -> State:
    """The records here that the entries speak of."""
    wanted: dict[str, set[str]] = {}
    for body in bodies:
        for change in body["changes"]:
            if OVER in change:
                wanted.setdefault(change["kind"], set()).add(change["id"])
    return {
        (kind, row["id"]): row
        for kind, ids in wanted.items()
        if kind in RECORDS
        for row in rows_here(connection, kind, sorted(ids), read)
    }


def _written_out(pieces: Sequence[bytes], body: Body, state: State, write: Callable[[Any], bytes]) -> bytes:
    """The entry's canonical text; the state becomes what it leaves."""
    texts, place = [pieces[0]], 1
    for change in body["changes"]:
        key = change["kind"], change["id"]
        if OVER not in change:
            state[key] = change["after"]
            continue
        stood = state[key]
        after = state[key] = {**stood, **change[OVER]}
        texts += (b'"after":', write(after), b',"before":', write(stood), pieces[place + 1])
        place += 2
    return b"".join(texts)
