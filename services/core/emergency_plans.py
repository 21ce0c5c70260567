"""Emergency plans: what is done when something happens, by whom, in which order, and whom one calls. They are found by
zone; a plan that names no zone is for the whole plant."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, Literal

from services.core.operation import Change, Context, Look, Put, name_free, operation, required
from services.core.people import Person
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Range, Ref, Text
from services.core.zones import Zone

PlanKind = Literal["general_plan", "special_plan", "on_site_plan"]
Scenario = Literal[
    "fire",
    "explosion",
    "leak",
    "electric_shock",
    "machine_injury",
    "confined_space",
    "vehicle_accident",
    "heat_stroke",
    "severe_weather",
    "food_poisoning",
    "evacuation",
]
MOST_STEPS, MOST_ROLES, MOST_CALLS = 30, 15, 15


@dataclass(frozen=True, kw_only=True)
class PlanStep:
    """What is done, in the order of doing; `who` is a role of the plan, or anybody. A drill gives it so many
    `minutes` from its beginning; 0 where nobody has said."""

    text: Annotated[str, Text(most=200)]
    who: Annotated[str, Text(most=40, least=0)] = ""
    minutes: Annotated[float, Range(0, 600)] = 0.0


@dataclass(frozen=True, kw_only=True)
class PlanRole:
    """Who does what: a role with its duty, the person who has it and the one who stands in."""

    name: Annotated[str, Text(most=40)]
    duty: Annotated[str, Text(most=300, least=0)] = ""
    person: Annotated[str, Ref("person")] | None = None
    deputy: Annotated[str, Ref("person")] | None = None


@dataclass(frozen=True, kw_only=True)
class Call:
    """A number that belongs to a place and not to a person: 119, the fire control room, the hospital."""

    name: Annotated[str, Text(most=60)]
    phone: Annotated[str, Text(most=30)]


Steps = tuple[PlanStep, ...]
Roles = tuple[PlanRole, ...]
Calls = tuple[Call, ...]


@record("emergency_plan", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class EmergencyPlan:
    """`version` counts from 1 with each revision; `reviewed_on` is when it was last looked through. `source` is the
    ready one that it was taken from."""

    id: str
    name: str
    plan_kind: PlanKind
    scenario: Scenario
    zones: tuple[str, ...] = ()
    steps: Steps = ()
    roles: Roles = ()
    calls: Calls = ()
    assembly: str = ""
    equipment: str = ""
    reviewed_on: date | None = None
    version: int = 1
    revised_at: datetime
    revised_by: str | None = None
    source: str = ""
    retired_at: datetime | None = None


def living_plan(look: Look, plan: str) -> EmergencyPlan:
    """The plan, which must be in use. Raises Refused: no_such_record, plan_retired."""
    found = required(look, EmergencyPlan, plan)
    if found.retired_at is not None:
        raise Refused("plan_retired", name=found.name)
    return found


def plans_for(look: Look, zone: str) -> tuple[EmergencyPlan, ...]:
    """The plans in use that hold in a zone: its own first, then those of the whole plant, each by name."""
    living = [one for one in look.find("emergency_plan") if one.retired_at is None]
    mine = [one for one in living if zone in one.zones]
    whole = [one for one in living if not one.zones]
    return (*sorted(mine, key=lambda one: one.name), *sorted(whole, key=lambda one: one.name))


def _sound(look: Look, zones: tuple[str, ...], steps: Steps, roles: Roles, calls: Calls) -> tuple[str, ...]:
    for most, some in ((MOST_STEPS, steps), (MOST_ROLES, roles), (MOST_CALLS, calls)):
        if len(some) > most:
            raise Refused("plan_too_long", most=most)
    if not steps:
        raise Refused("plan_steps_needed")
    for zone in zones:
        required(look, Zone, zone)
    for role in roles:
        for one in (role.person, role.deputy):
            if one is not None:
                required(look, Person, one)
    return tuple(dict.fromkeys(zones))


@operation("emergency_plans.make", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Make:
    """A new plan."""

    name: Annotated[str, Text(most=60)]
    plan_kind: PlanKind
    scenario: Scenario
    steps: Steps
    zones: tuple[Annotated[str, Ref("zone")], ...] = ()
    roles: Roles = ()
    calls: Calls = ()
    assembly: Annotated[str, Text(most=120, least=0)] = ""
    equipment: Annotated[str, Text(most=300, least=0)] = ""
    reviewed_on: date | None = None
    source: Annotated[str, Text(most=40, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        name_free(look, "emergency_plan", self.name)
        made = EmergencyPlan(
            id=context.id,
            name=self.name,
            plan_kind=self.plan_kind,
            scenario=self.scenario,
            zones=_sound(look, self.zones, self.steps, self.roles, self.calls),
            steps=self.steps,
            roles=self.roles,
            calls=self.calls,
            assembly=self.assembly,
            equipment=self.equipment,
            reviewed_on=self.reviewed_on,
            revised_at=context.now,
            revised_by=context.actor.person,
            source=self.source,
        )
        return [Put(made)]


@operation("emergency_plans.revise", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Revise:
    """The plan is otherwise from now on; all of it is said again. The journal keeps what it said before."""

    emergency_plan: Annotated[str, Ref("emergency_plan")]
    name: Annotated[str, Text(most=60)]
    plan_kind: PlanKind
    scenario: Scenario
    steps: Steps
    zones: tuple[Annotated[str, Ref("zone")], ...] = ()
    roles: Roles = ()
    calls: Calls = ()
    assembly: Annotated[str, Text(most=120, least=0)] = ""
    equipment: Annotated[str, Text(most=300, least=0)] = ""
    reviewed_on: date | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        plan = living_plan(look, self.emergency_plan)
        name_free(look, "emergency_plan", self.name, but=plan.id)
        changed = replace(
            plan,
            name=self.name,
            plan_kind=self.plan_kind,
            scenario=self.scenario,
            zones=_sound(look, self.zones, self.steps, self.roles, self.calls),
            steps=self.steps,
            roles=self.roles,
            calls=self.calls,
            assembly=self.assembly,
            equipment=self.equipment,
            reviewed_on=self.reviewed_on,
            version=plan.version + 1,
            revised_at=context.now,
            revised_by=context.actor.person,
        )
        return [Put(changed)]


@operation("emergency_plans.retire", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The plan holds no more."""

    emergency_plan: Annotated[str, Ref("emergency_plan")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living_plan(look, self.emergency_plan), retired_at=context.now))]
