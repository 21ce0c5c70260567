"""What the desk does with inspections beside the phone: enters one for who has none, asks again for what was excused,
takes a retired plan into use again."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from services.core.answers import FieldsForm, Results, answered, fields_answered
from services.core.check_ins import Form
from services.core.checklists import ChecklistVersion
from services.core.inspection_plans import InspectionPlan, sound
from services.core.inspections import (
    MOST_RESULTS,
    Inspection,
    InspectionState,
    brought_in_line,
    some,
)
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.people import present
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE
from services.core.shape import Ref, Text


@operation("inspections.enter", roles=LEADERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Enter:
    """Somebody without a phone was there at `at` (now, where it is not said), and the desk writes it down, by the items
    of a `form` where one is named. As no label was shown, it is doubtful; as no photo was taken, a fail opens no
    hazard."""

    inspection: Annotated[str, Ref("inspection")]
    person: Annotated[str, Ref("person")]
    at: datetime | None = None
    results: Results = ()
    note: Annotated[str, Text(most=500, least=0)] = ""
    form: Form | None = None
    extra: Results = ()
    extra_form: FieldsForm = None

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "inspections.ask_again", {"inspections": [self.inspection]}

    def decide(self, context: Context, look: Look) -> list[Change]:
        task = required(look, Inspection, self.inspection)
        present(look, self.person)
        at = self.at or context.now
        if at > context.now:
            raise Refused("in_the_future")
        if at < task.opens_at:
            raise Refused("too_early", opens_at=task.opens_at.isoformat())
        if task.state not in (InspectionState.DUE, InspectionState.MISSED):
            raise Refused("checked_in_already")
        if len(self.results) > MOST_RESULTS:
            raise Refused("results_too_many", most=MOST_RESULTS)
        form = required(look, ChecklistVersion, self.form) if self.form else None
        results = answered(form, self.results, ()) if form else self.results
        state = InspectionState.DONE if at <= task.closes_at else InspectionState.LATE
        made = replace(task, by=self.person, at=at, note=self.note, results=results, form=self.form)
        extra = fields_answered(look, "inspection", self.extra_form, self.extra)
        return [Put(replace(made, state=state, doubtful="by_hand", extra=extra, extra_form=self.extra_form))]


@operation("inspections.ask_again", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class AskAgain:
    """What was excused, or entered at the desk, is to be made after all; past its window it is missed. What somebody
    checked in by a label stays."""

    inspections: tuple[Annotated[str, Ref("inspection")], ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        tasks = some(look, self.inspections)
        if not all(_may_be_asked(one) for one in tasks):
            raise Refused("not_excused")
        return [Put(_asked(one, context.now)) for one in tasks]


def _may_be_asked(one: Inspection) -> bool:
    return (one.state == InspectionState.EXCUSED and bool(one.reason)) or one.doubtful == "by_hand"


def _asked(one: Inspection, now: datetime) -> Inspection:
    state = InspectionState.MISSED if one.closes_at < now else InspectionState.DUE
    made = replace(one, by=None, at=None, note="", results=(), form=None, doubtful="", extra=(), extra_form=None)
    return replace(made, state=state, reason="", excused="")


@operation("inspections.restore_plan", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class RestorePlan:
    """A retired plan is in use again; its tasks that have not opened yet are asked for again."""

    plan: Annotated[str, Ref("inspection_plan")]

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "inspections.retire_plan", {"plan": self.plan}

    def decide(self, context: Context, look: Look) -> list[Change]:
        plan = required(look, InspectionPlan, self.plan)
        if plan.retired_at is None:
            raise Refused("plan_in_use", name=plan.name)
        restored = sound(look, replace(plan, retired_at=None))
        return [Put(restored), *brought_in_line(look, restored, context.now)]
