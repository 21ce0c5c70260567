"""What may have earned points, or may no more: the records behind new entries of the journal."""

import sqlalchemy as sa

from services.core.points_rules import SOURCES, end_of
from services.store.records import Records
from services.store.tables import touched

A_LOOK = 200
Source = tuple[str, str]  # a record's kind and id


def touched_since(look: Records, after: int, upto: int) -> dict[Source, int]:
    """The records that entries after one and up to another have touched and that can earn, with the last such entry.
    Of a report that ended in another, or did so before, it is that one."""
    columns = touched.c
    query = sa.select(columns.kind, columns.record, sa.func.max(columns.seq).label("seq"))
    query = query.where(columns.seq > after, columns.seq <= upto, columns.kind.in_(sorted(SOURCES)))
    found: dict[Source, int] = {}
    for kind, record, seq in look.connection.execute(query.group_by(columns.kind, columns.record)):
        for source in _sources(look, kind, record):
            found[source] = max(seq, found.get(source, 0))
    return found


def _sources(look: Records, kind: str, record: str) -> set[Source]:
    if kind != "hazard":
        return {(kind, record)}
    one = look.get(kind, record)
    now = end_of(look, one).id if one is not None else record
    before = {(earning.source_kind, earning.source) for earning in look.find("earning", report=record)}
    return {(kind, now), (kind, record), *before}
