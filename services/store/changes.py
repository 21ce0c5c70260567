"""What the hub sends down: entries after a cursor or before one, with the clear values that the reader may see."""

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from services.core.operation import Actor
from services.core.refused import Refused
from services.core.roles import CONSOLE_ROLES, Role
from services.store.facts import epoch_of
from services.store.journal import GENESIS, head
from services.store.personal import clear_of, sealed_in
from services.store.tables import entries
from services.store.thin import Entry

Page = list[Entry]
MOST_ENTRIES = 1000
PART_END = b"\n\n"  # where several pages come one after the other; no line is empty
MOST_LETTERS = 4_000_000  # some hundred kilobytes on the wire


def may_follow(actor: Actor) -> None:
    """Raises Refused: not_allowed, for someone who gets no copy of the plant."""
    if not actor.has(*CONSOLE_ROLES):
        raise Refused("not_allowed", kind="sync")


def sees_people(actor: Actor) -> bool:
    """Whether personal values are part of the copy; an auditor's has none."""
    return bool(actor.roles - {Role.AUDITOR})


def page_after(
    connection: sa.Connection, actor: Actor, cursor: int, *, hash_: str = "", epoch: str = "", most: int = MOST_ENTRIES
) -> tuple[dict[str, Any], Page]:
    """Up to `most` entries, and a few megabytes, after a sequence number, in commit order: what is to be known of
    them (epoch, head, clear values), and they. `hash_` and `epoch` are what the reader has at the cursor. Raises
    Refused: not_allowed, epoch_changed (the hub was put back), chain_forked (it is not the journal that the reader
    has followed)."""
    may_follow(actor)
    here = epoch_of(connection)
    if epoch and epoch != here:
        raise Refused("epoch_changed", epoch=here)
    if hash_ and hash_at(connection, cursor) != hash_:
        raise Refused("chain_forked", seq=cursor)
    query = sa.select(entries.c.hash, entries.c.body).where(entries.c.seq > cursor)
    page = _within(_rows(connection, query.order_by(entries.c.seq).limit(min(most, MOST_ENTRIES))))
    about = {"epoch": here, "head": head(connection)[0], "clear": _clear(connection, actor, page)}
    return about, page


def page_before(
    connection: sa.Connection, actor: Actor, before: int, most: int = MOST_ENTRIES
) -> tuple[dict[str, Any], Page]:
    """The entries just before a sequence number, the oldest first. Raises Refused: not_allowed."""
    may_follow(actor)
    query = sa.select(entries.c.hash, entries.c.body).where(entries.c.seq < before)
    found = _rows(connection, query.order_by(entries.c.seq.desc()).limit(min(most, MOST_ENTRIES)))
    return {"epoch": epoch_of(connection)}, _within(found)[::-1]


def _rows(connection: sa.Connection, query: sa.Select[Any]) -> Page:
    """As the driver has them: pages are long."""
    cursor = connection.execute(query).cursor
    assert cursor is not None
    return list(cursor.fetchall())


def hash_at(connection: sa.Connection, seq: int) -> str:
    """The chain's hash after an entry; '' where there is no such entry."""
    if seq == 0:
        return GENESIS
    return str(connection.execute(sa.select(entries.c.hash).where(entries.c.seq == seq)).scalar() or "")


def common_of(connection: sa.Connection, known: Sequence[tuple[int, str]]) -> int:
    """The last entry that this journal and a reader's have in common, as far as the reader's (seq, hash) tell; 0 for
    none."""
    return max((seq for seq, hash_ in known if hash_at(connection, seq) == hash_), default=0)


def as_lines(about: dict[str, Any], page: Sequence[Entry]) -> bytes:
    """The page as text: one line of JSON, then a line an entry: its hash, if it has one here, and its body (which has
    no line ends, as JSON writes them otherwise)."""
    lines = [json.dumps(about, ensure_ascii=False), *(f"{hash_} {body}" if hash_ else body for hash_, body in page)]
    return "\n".join(lines).encode()


def from_lines(content: bytes) -> tuple[dict[str, Any], Page]:
    """The page of such a text. ValueError for what is none."""
    first, *rest = content.decode().split("\n")
    about: dict[str, Any] = json.loads(first)
    return about, [("", line) if line[0] == "{" else (line[:64], line[65:]) for line in rest]


def _within(page: Page) -> Page:
    """As many as fit into a page; at least one."""
    letters = 0
    for count, (_, body) in enumerate(page):
        letters += len(body)
        if letters > MOST_LETTERS and count:
            return page[:count]
    return page


def _clear(connection: sa.Connection, actor: Actor, page: Sequence[Entry]) -> dict[str, Any]:
    if not sees_people(actor):
        return {}
    sealed = {one for _, body in page if '"sealed"' in body for one in sealed_in(json.loads(body)["changes"])}
    return clear_of(connection, sealed)
