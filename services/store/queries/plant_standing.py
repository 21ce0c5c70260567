"""How a plant stands, in one row beside others of its group: the three figures of thirty days, and what is open now."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from services.core.calendar import day_of
from services.core.measures import Period
from services.core.plant import the_plant
from services.core.shape import utc_moment, utc_text
from services.store.queries.figures import injuries, plan_completion, time_to_fix
from services.store.queries.status import open_hazards
from services.store.records import Records

DAYS = 30


@dataclass(frozen=True, slots=True)
class PlantStanding:
    """`plant` is its id; `at` the moment by its hub's clock. `fix_hours` is the mean from report to fixed of the
    `fixed` hazards of the last thirty days, `plan_rate` the share of the `planned` inspections that were made,
    `injuries` the recordable ones. `open` hazards, those of them `overdue`, and `alerts` that nobody has acknowledged
    are of now."""

    plant: str
    name: str
    at: datetime
    fix_hours: float | None
    fixed: int
    plan_rate: float | None
    planned: int
    injuries: int
    open: int
    overdue: int
    alerts: int

    def as_json(self) -> dict[str, Any]:
        """As a hub says it."""
        return {**asdict(self), "at": utc_text(self.at)}

    @classmethod
    def of_json(cls, values: Mapping[str, Any]) -> "PlantStanding":
        """As a hub has said it; what a later one says besides is left out. Raises KeyError, TypeError, ValueError."""
        return cls(**{name: values[name] for name in cls.__slots__ if name != "at"}, at=utc_moment(values["at"]))


def plant_standing(look: Records, now: datetime) -> PlantStanding:
    """How it stands at this moment. Raises Refused: no_plant."""
    plant, today = the_plant(look), day_of(look, now)
    period = Period(today - timedelta(days=DAYS - 1), today)
    fixing, planned = time_to_fix(look, period), plan_completion(look, period, now)
    hazards = open_hazards(look)
    return PlantStanding(
        plant=plant.id,
        name=plant.name,
        at=now,
        fix_hours=fixing.mean_hours,
        fixed=fixing.count,
        plan_rate=planned.rate,
        planned=planned.due - planned.excused,
        injuries=injuries(look, period).count,
        open=len(hazards),
        overdue=sum(one.overdue(now) for one in hazards),
        alerts=sum(one.waits for one in look.find("alert")),
    )
