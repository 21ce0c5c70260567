"""Major hazards: who grades one so, and the five requirements (responsibility, measures, funds, time limit, emergency
plan) that are written down before its fixing starts."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Literal

from services.core.absences import reached
from services.core.hazards import TO_FIX, TO_REVIEW, Hazard, State, in_states, tell, time_to_fix
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.people import present
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE
from services.core.shape import Range, Ref, Text
from services.core.zones import Zone


@record("fix_plan", indexed=("hazard",), called="")
@dataclass(frozen=True, kw_only=True)
class FixPlan:
    """The five requirements of one major hazard, whose id it has. `funds` in yuan; `interim` is what holds until it is
    fixed."""

    id: str
    hazard: str
    responsible: str
    measures: str
    funds: float
    due_at: datetime
    emergency: str
    interim: str
    written_at: datetime
    written_by: str | None = None


@operation("hazards.grade", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Grade:
    """General or major. A major one waits for its five requirements, and its clock is that of writing them."""

    hazard: Annotated[str, Ref("hazard")]
    grade: Literal["general", "major"]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, State.REPORTED, *TO_FIX, *TO_REVIEW)
        if hazard.grade == self.grade:
            raise Refused("grade_same", number=hazard.number or "")
        zone = required(look, Zone, hazard.zone)
        graded = replace(hazard, grade=self.grade)
        if hazard.state not in TO_REVIEW:
            graded = self._clocked(context, look, graded, zone)
        whom = reached(look, [graded.assignee, zone.supervisor], context.now)
        return [Put(graded), *(tell(whom, "hazard_major", graded, zone) if self.grade == "major" else [])]

    def _clocked(self, context: Context, look: Look, hazard: Hazard, zone: Zone) -> Hazard:
        """Its clock from now on; fixing that had begun stops until the plan is there."""
        plan, plant = look.get("fix_plan", hazard.id), the_plant(look)
        if self.grade == "general":
            return replace(hazard, due_at=context.now + time_to_fix(plant, zone, hazard.category))
        if plan is not None:
            return replace(hazard, due_at=plan.due_at)
        state = State.ASSIGNED if hazard.state == State.FIXING else hazard.state
        due = context.now + timedelta(hours=plant.plan_hours)
        return replace(hazard, state=state, accepted_at=None, due_at=due)


@operation("fix_plans.write", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class WritePlan:
    """The five requirements of a major hazard; written again, the last ones count. Its clock is their time limit."""

    hazard: Annotated[str, Ref("hazard")]
    responsible: Annotated[str, Ref("person")]
    measures: Annotated[str, Text(most=1000)]
    funds: Annotated[float, Range(0, 1_000_000_000)]
    due_at: datetime
    emergency: Annotated[str, Text(most=1000)]
    interim: Annotated[str, Text(most=1000)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = in_states(look, self.hazard, State.REPORTED, *TO_FIX, *TO_REVIEW)
        if hazard.grade != "major":
            raise Refused("not_major", number=hazard.number or "")
        if self.due_at <= context.now:
            raise Refused("due_in_the_past")
        responsible = present(look, self.responsible)
        plan = FixPlan(
            id=hazard.id,
            hazard=hazard.id,
            responsible=responsible.id,
            measures=self.measures,
            funds=self.funds,
            due_at=self.due_at,
            emergency=self.emergency,
            interim=self.interim,
            written_at=context.now,
            written_by=context.actor.person,
        )
        planned = replace(hazard, due_at=self.due_at)
        zone = required(look, Zone, hazard.zone)
        return [Put(plan), Put(planned), *tell([responsible.id, hazard.assignee], "fix_planned", planned, zone)]
