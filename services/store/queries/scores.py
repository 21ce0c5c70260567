"""What people see of the department score: each department's month, as it is now or as it was frozen."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from services.core.plant import the_plant
from services.core.scores import (
    Counted,
    DepartmentScore,
    ScoreRules,
    before,
    counted_in,
    departments_of,
    rate_of,
    score_rules_of,
)
from services.core.shape import utc_text
from services.store.records import Records
from services.store.tables import RECORDS

HAZARDS = RECORDS["hazard"]
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Scored:
    """A department's month. `frozen` is the record of one that was closed."""

    id: str
    name: str
    counted: Counted
    carried: float
    rate: float | None
    bonus: float | None
    frozen: DepartmentScore | None

    def by(self, rules: ScoreRules) -> "Scored":
        """The same, as it would be by other weights and bands."""
        rate = rate_of(self.counted, rules, self.carried)
        bonus = None if rate is None else rules.bonus(rate)
        return Scored(self.id, self.name, self.counted, self.carried, rate, bonus, self.frozen)


def months_shown(look: Records, now: datetime) -> tuple[str, ...]:
    """This month and those before it, the newest first (YYYY-MM by the plant's clock)."""
    month = f"{now.astimezone(ZoneInfo(the_plant(look).timezone)):%Y-%m}"
    found = []
    for _ in range(MONTHS):
        found.append(month)
        month = before(month)
    return tuple(found)


def scores(look: Records, *, month: str) -> tuple[Scored, ...]:
    """The departments in a month, the best first; those of which nothing was due come last."""
    frozen = {one.department: one for one in look.find("department_score", month=month)}
    rules = score_rules_of(look)
    counts = {id_: one.counted for id_, one in frozen.items()} if frozen else _counted(look, month)
    found = []
    for one in look.find("department"):
        kept, counted = frozen.get(one.id), counts.get(one.id, Counted())
        if one.retired_at is not None and not counted.due:
            continue
        made = Scored(one.id, one.name, counted, kept.carried if kept else 0.0, None, None, kept)
        if kept:
            made = Scored(one.id, one.name, counted, kept.carried, kept.rate, kept.bonus, kept)
        found.append(made if kept else made.by(rules))
    return tuple(sorted(found, key=lambda one: (one.rate is None, -(one.rate or 0.0), one.name)))


def _counted(look: Records, month: str) -> dict[str, Counted]:
    clock, columns = ZoneInfo(the_plant(look).timezone), HAZARDS.c
    begins = datetime.fromisoformat(f"{month}-01").replace(tzinfo=clock)
    ends = (begins + timedelta(days=32)).replace(day=1)
    due = sa.select(HAZARDS).where(columns.due_at >= utc_text(begins), columns.due_at < utc_text(ends))
    hazards = (look.read("hazard", row) for row in look.connection.execute(due))
    return counted_in(hazards, departments_of(look), month, clock)
