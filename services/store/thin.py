"""Entries on their way to a console that has the records which they change: of such a record an entry carries what has
become other, and the console writes out the rest from its own row. The chain's hash tells whether both meant the same.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from services.core.ids import canonical, digest
from services.core.record import KINDS
from services.store.laying import rows_here
from services.store.tables import RECORDS

MARK = "\x01"  # canonical JSON has none: it writes control characters otherwise
OVER = "over"
Entry = tuple[str, str]  # hash, body
Body = dict[str, Any]
State = dict[tuple[str, str], tuple[Body, str]]

_FIRST = '"changes":['
_END = re.compile(r',"id":"([^"\\]+)","kind":"(\w+)"\}')
_read = json.JSONDecoder().raw_decode


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


def widened(connection: sa.Connection, page: Sequence[Entry], before: str) -> tuple[list[Entry], list[Body]]:
    """The entries of a thin page as the hub has them, and their bodies, with the records as they stand here now.
    `before` is the hash that the first one stands on. Raises Misfit."""
    try:
        whole, bodies = _all_written_out(connection, page, before)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise Misfit from error
    if whole and whole[-1][0] != page[-1][0]:
        raise Misfit
    return whole, bodies


def _all_written_out(connection: sa.Connection, page: Sequence[Entry], before: str) -> tuple[list[Entry], list[Body]]:
    split = [text.split(MARK) for _, text in page]
    bodies = [json.loads(_as_json(pieces)) for pieces in split]
    state = _standing(connection, bodies)
    whole: list[Entry] = []
    for place, (pieces, body) in enumerate(zip(split, bodies, strict=True)):
        if body["seq"] != bodies[0]["seq"] + place:
            raise Misfit
        text = _written_out(pieces, body, state)
        before = digest(before.encode(), text.encode())
        whole.append((before, text))
    return whole, bodies


def _open(kind: str) -> bool:
    return kind in KINDS and not KINDS[kind].personal


def _as_json(pieces: Sequence[str]) -> str:
    """The thin text as JSON: what lay between marks has a name."""
    return "".join(f'"{OVER}":{piece}' if place % 2 else piece for place, piece in enumerate(pieces))


def _standing(connection: sa.Connection, bodies: Iterable[Body]) -> State:
    """The records here that the entries speak of, and their texts."""
    wanted: dict[str, set[str]] = {}
    for body in bodies:
        for change in body["changes"]:
            if OVER in change:
                wanted.setdefault(change["kind"], set()).add(change["id"])
    return {
        (kind, row["id"]): (row, canonical(row).decode())
        for kind, ids in wanted.items()
        if kind in RECORDS
        for row in rows_here(connection, kind, sorted(ids))
    }


def with_values(was: str, stood: Body, over: Body) -> str:
    """The canonical text of a record with other values of some fields, from the text of what it was: to write the
    whole record out takes several times as long. A field's name may stand in the values of another, too, and then
    the whole is written out after all."""
    text = was
    for name, value in over.items():
        old = canonical({name: stood[name]}).decode()[1:-1]
        if text.count(old[: len(name) + 3]) != 1:
            return canonical({**stood, **over}).decode()
        text = text.replace(old, canonical({name: value}).decode()[1:-1])
    return text


def _written_out(pieces: Sequence[str], body: Body, state: State) -> str:
    """The entry's canonical text; its body's changes get what was before and after, and so does the state."""
    texts, place = [pieces[0]], 1
    for change in body["changes"]:
        key = change["kind"], change["id"]
        if OVER not in change:
            state.pop(key, None)
            if change["after"] is not None:
                state[key] = change["after"], canonical(change["after"]).decode()
            continue
        stood, was = state[key]
        over = change.pop(OVER)
        after, text = {**stood, **over}, with_values(was, stood, over)
        change["after"], change["before"], state[key] = after, stood, (after, text)
        texts += ('"after":', text, ',"before":', was, pieces[place + 1])
        place += 2
    return "".join(texts)
