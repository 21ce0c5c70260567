"""The year on paper: a hazard ledger, an inspection register and an injury register, as they stood before go-live."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from services.core.inspection_plans import InspectionPlan, windows
from services.core.operation import required
from services.core.paper import Register
from services.demo import ordinary
from services.demo.cast import PLACE, Member
from services.demo.deeds import OFFICERS, office_gets_to_it
from services.demo.injuries import ON_PAPER, injuries
from services.demo.life import SHANGHAI, Life
from services.demo.rounds import ROUNDS, Round

Row = dict[str, Any]


class Ledger(NamedTuple):
    """A register as a workbook has it. Rows have names where records have ids, and moments by the plant's clock."""

    register: Register
    file: str
    rows: tuple[Row, ...]


class Kept(NamedTuple):
    """How many of a hundred rounds the paper says were made."""

    first: date
    last: date
    done: float


ROUNDS_KEPT = (Kept(date(2024, 1, 1), date(2024, 12, 31), 0.61), Kept(date(2025, 1, 1), date(2025, 3, 31), 0.63))
# on paper rounds were made less often than the plans ask for now
EVERY = {"A": "FREQ=DAILY", "B": "FREQ=WEEKLY;BYDAY=MO", "C": "FREQ=WEEKLY;BYDAY=WE", "D": "FREQ=MONTHLY;BYDAY=1TU"}


def ledgers(life: Life, members: tuple[Member, ...]) -> Iterator[Ledger]:
    """The registers until go-live, within a chapter."""
    yield Ledger("hazards", "隐患台账2024-2025.xlsx", tuple(_hazards(life.seed, members)))
    yield Ledger("inspections", "巡检登记2024-2025.xlsx", tuple(_inspections(life, members)))
    yield Ledger("incidents", "工伤登记2024-2025.xlsx", tuple(_injuries(life.seed, members)))


def _minute(moment: datetime) -> datetime:
    return moment.astimezone(SHANGHAI).replace(second=0, microsecond=0)


def _hazards(seed: int, members: tuple[Member, ...]) -> Iterator[Row]:
    for period in ordinary.PAPER:
        last = datetime.combine(period.last, datetime.max.time(), SHANGHAI)
        for number, one in enumerate(ordinary.planned(seed, period, members), start=1):
            closed = min(office_gets_to_it(one.chance, one.fixed_at), last)
            yield {
                "old_number": f"AQ{period.first.year}-{number:03d}",
                "reported_at": _minute(one.reported_at),
                "zone": one.place,
                "description": one.says,
                "category": one.finding.category,
                "grade": "general",
                "reporter": one.reporter or None,
                "fixer": one.fixer,
                "due_at": _minute(one.reported_at + timedelta(days=3)),
                "fixed_at": _minute(one.fixed_at),
                "fix_note": one.notes[0],
                "reviewer": one.chance.choice(OFFICERS),
                "closed_at": _minute(closed),
            }


def _inspections(life: Life, members: tuple[Member, ...]) -> Iterator[Row]:
    for kept in ROUNDS_KEPT:
        chance = random.Random(f"{life.seed} paper rounds {kept.first}")
        due = [row for one in ROUNDS[:4] for row in _asked_for(life, one, kept)]
        made = set(chance.sample(range(len(due)), int(kept.done * len(due))))  # no more than the paper says
        for number, row in enumerate(sorted(due, key=lambda row: (row["due_at"], row["zone"]))):
            if number in made:
                crew = _crew(members, row["zone"])
                at = row["due_at"] + (row["closes_at"] - row["due_at"]) * chance.uniform(0.1, 0.9)
                yield {**row, "state": "done", "by": chance.choice(crew), "at": _minute(at)}
            else:
                yield {**row, "state": "missed", "by": None, "at": None}


def _asked_for(life: Life, one: Round, kept: Kept) -> Iterator[Row]:
    plan = required(life.journal.records, InspectionPlan, life.ids[one.name])
    then = replace(plan, every=EVERY[one.name[0]], since=kept.first, times=one.times[:1])
    for window in windows(life.journal.records, then, kept.first, kept.last):
        closes = _minute(window.closes_at) - timedelta(minutes=1)  # as a person writes it: 23:59, not the next day
        for name in one.zones:
            yield {"plan": one.name, "zone": name, "due_at": _minute(window.due_at), "closes_at": closes}


def _crew(members: tuple[Member, ...], zone: str) -> list[str]:
    return [m.name for m in members if m.team == PLACE[zone].workers] or ["王芳"]


def _injuries(seed: int, members: tuple[Member, ...]) -> Iterator[Row]:
    for term in ON_PAPER:
        for number, one in enumerate(injuries(seed, term, members), start=1):
            yield {
                "old_number": f"GS{term.first.year}-{number:02d}",
                "at": one.at,
                "zone": one.how.place,
                "kind": "recordable_injury",
                "accident_type": one.how.type,
                "person": one.who,
                "injury": one.how.injury,
                "days_lost": one.days_lost,
                "description": one.how.says,
            }
