"""The ledger of rewards for what people report inside the plant (内部报告奖励台账): who was given points, for what, who
had found it valid, and what that is worth."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.adjustments import Adjustment
from services.core.hazards import Hazard
from services.core.points import BUDGET, Entry
from services.core.points_rules import rules_of
from services.reports.points_said import headline, rests_on, why_not_more
from services.reports.table_book import Cell
from services.store.queries.points import BACK, FOR_GOOD, Line, source_of
from services.store.records import Records
from services.store.tables import RECORDS

TABLE = RECORDS["points_entry"]


def reward_lines(look: Records, begins: str, ends: str, clock: ZoneInfo, lang: str) -> Iterator[tuple[Cell, ...]]:
    """The entries of a stretch that gave somebody points for good, or took them back, in the order of time."""
    people = {one.id: one for one in look.find("person")}
    teams = {one.id: one.name for one in look.find("team")}
    yuan = rules_of(look).fen_per_point / 100
    for entry in _entries(look, begins, ends):
        given = entry.payer == BUDGET
        person = people.get(entry.payee if given else entry.payer)
        number, what, record = source_of(look, entry.source_kind, entry.source)
        line = Line(entry, entry.points if given else -entry.points, 0, number, what, record)
        verifier = people.get(_verifier(look, entry) or "")
        yield (
            entry.at.astimezone(clock),
            person.name if person else "",
            teams.get(person.team or "", "") if person else "",
            headline(line, lang),
            " · ".join(part for part in (rests_on(line), why_not_more(line, lang)) if part),
            verifier.name if verifier else "",
            line.points,
            round(line.points * yuan, 2),
        )


def _entries(look: Records, begins: str, ends: str) -> Iterator[Entry]:
    columns = TABLE.c
    comes = sa.and_(columns.payer == BUDGET, columns.meaning.in_(FOR_GOOD))
    goes = sa.and_(columns.payee == BUDGET, columns.meaning.in_(BACK))
    query = sa.select(TABLE).where(columns.at >= begins, columns.at < ends, sa.or_(comes, goes))
    for row in look.connection.execute(query.order_by(columns.at, columns.place, columns.id)):
        entry: Entry = look.read("points_entry", row)
        yield entry


def _verifier(look: Records, entry: Entry) -> str | None:
    """Who found it valid: of a hazard the first reviewer who had not reported it, of points by hand who approved."""
    one = look.get(entry.source_kind, entry.source)
    if isinstance(one, Hazard):
        return one.first_by if one.first_by != one.reporter else one.second_by
    return one.decided_by if isinstance(one, Adjustment) else None
