"""The investigation of an incident: five whys, causes by man, machine, material, method, environment; what is done
about them are hazards like any other, which are linked here."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.categories import known_category
from services.core.hazards import Hazard, State, opened
from services.core.incidents import Incident, standing
from services.core.operation import Change, Changed, Context, Look, Put, Tell, Way, operation, required
from services.core.people import present
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE
from services.core.routes import Category
from services.core.shape import Ref, Text
from services.core.zones import living_zone

Branch = Literal["man", "machine", "material", "method", "environment"]
BRANCHES: tuple[Branch, ...] = ("man", "machine", "material", "method", "environment")
Why = Annotated[str, Text(most=300)]
Summary = Annotated[str, Text(most=1000, least=0)]
MOST_WHYS, MOST_CAUSES = 8, 40
Of = Annotated[str, Ref("investigation")]


@dataclass(frozen=True, kw_only=True)
class Cause:
    """What contributed, on a branch of the fishbone; `root` where the investigation ends with it."""

    branch: Branch
    text: Annotated[str, Text(most=120)]
    root: bool = False


@record("investigation", indexed=("incident",), called="")
@dataclass(frozen=True, kw_only=True)
class Investigation:
    """`whys` are the answers, each to the question why the one before was so. It is closed with its conclusion, and
    what others are to learn of it."""

    id: str
    incident: str
    leader: str
    opened_at: datetime
    opened_by: str | None = None
    whys: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    conclusion: str = ""
    lesson: str = ""
    concluded_at: datetime | None = None
    concluded_by: str | None = None


def investigation_of(look: Look, incident: str) -> Investigation | None:
    """The investigation of an incident, where there is one."""
    found: tuple[Investigation, ...] = look.find("investigation", incident=incident)
    return found[0] if found else None


def may_investigate(context: Context, investigation: Investigation) -> None:
    """The office, and whoever leads it. Raises Refused: not_allowed."""
    if not context.actor.has(*OFFICE) and context.actor.person != investigation.leader:
        raise Refused("not_allowed", kind="investigations.set_whys")


def going_on(context: Context, look: Look, id_: str) -> Investigation:
    """The investigation, which must be open and the actor's to carry on. Raises Refused: no_such_record, not_allowed,
    investigation_concluded."""
    found = required(look, Investigation, id_)
    may_investigate(context, found)
    if found.concluded_at is not None:
        raise Refused("investigation_concluded")
    return found


@operation("investigations.open", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Open:
    """Somebody leads an investigation from now on."""

    incident: Annotated[str, Ref("incident")]
    leader: Annotated[str, Ref("person")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        incident: Incident = standing(look, self.incident)
        leader = present(look, self.leader)
        if set(leader.roles).isdisjoint(LEADERS):
            raise Refused("investigation_led_by_leader")
        if investigation_of(look, incident.id) is not None:
            raise Refused("investigation_there")
        made = Investigation(
            id=context.id,
            incident=incident.id,
            leader=self.leader,
            opened_at=context.now,
            opened_by=context.actor.person,
        )
        facts = {"number": incident.number or "", "description": incident.description}
        tell = [Tell((self.leader,), "investigation_opened", incident.id, facts)]
        return [Put(made), *(tell if self.leader != context.actor.person else [])]


@operation("investigations.set_whys", roles=LEADERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetWhys:
    """The chain of whys, from what happened down to the root."""

    investigation: Of
    whys: tuple[Why, ...]

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        """They are as they were."""
        return "investigations.set_whys", {"investigation": self.investigation, "whys": changes[0]["before"]["whys"]}

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = going_on(context, look, self.investigation)
        if len(self.whys) > MOST_WHYS:
            raise Refused("whys_too_many", most=MOST_WHYS)
        return [Put(replace(found, whys=self.whys))]


@operation("investigations.set_causes", roles=LEADERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetCauses:
    """All causes, by the branches of the fishbone."""

    investigation: Of
    causes: tuple[Cause, ...]

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        """They are as they were."""
        before = changes[0]["before"]["causes"]
        return "investigations.set_causes", {"investigation": self.investigation, "causes": before}

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = going_on(context, look, self.investigation)
        if len(self.causes) > MOST_CAUSES:
            raise Refused("causes_too_many", most=MOST_CAUSES)
        return [Put(replace(found, causes=self.causes))]


@operation("investigations.act", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class Act:
    """A corrective action: a hazard without a photo from before, sent on its way and reviewed like any other."""

    investigation: Of
    description: Annotated[str, Text(most=500)]
    category: Category = "other"
    zone: Annotated[str, Ref("zone")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = going_on(context, look, self.investigation)
        zone = living_zone(look, self.zone or required(look, Incident, found.incident).zone)
        known_category(look, self.category)
        hazard = Hazard(
            id=context.id,
            zone=zone.id,
            description=self.description,
            category=self.category,
            state=State.REPORTED,
            reported_at=context.now,
            before=(),
            reporter=context.actor.person,
            incident=found.incident,
        )
        return opened(context, look, hazard, zone)


@operation("investigations.conclude", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class Conclude:
    """What came of it: at least one root cause is named, and what others are to learn."""

    investigation: Of
    conclusion: Annotated[str, Text(most=1000)]
    lesson: Summary = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = going_on(context, look, self.investigation)
        if not any(one.root for one in found.causes):
            raise Refused("root_cause_needed")
        done = replace(
            found,
            conclusion=self.conclusion,
            lesson=self.lesson,
            concluded_at=context.now,
            concluded_by=context.actor.person,
        )
        return [Put(done)]


@operation("investigations.reopen", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Reopen:
    """Something new has come to light; what was concluded stays to be read."""

    investigation: Of
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = required(look, Investigation, self.investigation)
        if found.concluded_at is None:
            raise Refused("investigation_open")
        return [Put(replace(found, concluded_at=None, concluded_by=None))]
