"""Dispatch routes: an ordered list that says which team or person a hazard goes to. The first that fits wins."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, Literal

from services.core.absences import taker
from services.core.categories import Code, known_category
from services.core.equipment import EquipmentType
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.people import Team, holders, present
from services.core.plant_time import plant_time
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.shape import Range, Ref
from services.core.zones import Zone, ZoneClass, living_zone

Category = Code  # of services.core.categories
TargetKind = Literal["zone_team", "team", "person"]
CONDITIONS = ("category", "zone_class", "zone", "type", "shift")
SAID = ("target_kind", "target", *CONDITIONS)


@record("route", called="position", few=True)
@dataclass(frozen=True, kw_only=True)
class Route:
    """`target_kind`: the zone's own team, or the team or person named in `target`. It fits where all of its conditions
    hold; one that is None holds everywhere. `type` is that of the equipment that the hazard is about, `shift` holds for
    what is reported within its hours."""

    id: str
    position: int
    target_kind: TargetKind
    target: str | None = None
    zone: str | None = None
    category: Category | None = None
    active: bool = True
    zone_class: ZoneClass | None = None
    type: EquipmentType | None = None
    shift: str | None = None
    retired_at: datetime | None = None


@dataclass(frozen=True)
class Destination:
    """Where a hazard goes, and why: a code and the facts that a sentence needs. `absent` is who would have got it and
    is away, so that `person` stands in."""

    team: str | None
    person: str | None
    why: str
    route: str | None = None
    absent: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a hazard that is to be sent: `equipment_type` None where it is about no machine, `clock` the
    plant's time of day as HH:MM when it was reported, `at` that moment."""

    zone: Zone
    category: str
    equipment_type: str | None = None
    clock: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A route that was looked at: `taken`, or passed over as `why` says: off, category, zone_class, zone,
    type, shift (the condition that does not hold), target_gone, target_away, no_zone_team."""

    route: Route
    why: str = ""

    @property
    def taken(self) -> bool:
        """Whether the hazard goes along it."""
        return not self.why


def zone_team_route(operation_id: str, position: int) -> Route:
    """The route that every plant begins with: hazards go to the zone's own team."""
    return Route(id=operation_id, position=position, target_kind="zone_team")


def in_order(look: Look) -> list[Route]:
    """The routes in use, the first that is looked at first."""
    routes = [route for route in look.find("route") if route.retired_at is None]
    return sorted(routes, key=lambda route: (route.position, route.id))


def case_of(look: Look, zone: str, category: str, equipment: str | None = None, at: datetime | None = None) -> Case:
    """What the routes are to be asked. Raises Refused: no_such_record."""
    machine = look.get("equipment", equipment) if equipment else None
    return Case(required(look, Zone, zone), category, machine.type if machine else None, _clock(look, at), at)


def _clock(look: Look, at: datetime | None) -> str:
    return plant_time(look, at).strftime("%H:%M") if at is not None and look.find("plant") else ""


def steps(look: Look, case: Case) -> Iterator[Step]:
    """The routes that are looked at for a hazard, up to the one that is taken."""
    for route in in_order(look):
        step = Step(route, passed_over(look, route, case))
        yield step
        if step.taken:
            return


def destination(
    look: Look, zone: str, category: str, equipment: str | None = None, at: datetime | None = None
) -> Destination:
    """Where a hazard goes that is reported at a moment: along the first fitting route, else to the zone's supervisor,
    else to the EHS manager of longest standing. Whoever of them is away is stood in for, or passed over where nobody
    does."""
    case = case_of(look, zone, category, equipment, at)
    taken = next((step.route for step in steps(look, case) if step.taken), None)
    if taken is not None:
        why, meant = f"route_{taken.target_kind}", taken.target if taken.target_kind == "person" else None
        return _to(look, meant, why, at, taken.id) if meant else Destination(_team_of(taken, case), None, why, taken.id)
    if case.zone.supervisor and taker(look, case.zone.supervisor, at):
        return _to(look, case.zone.supervisor, "zone_supervisor", at)
    managers = [one.id for one in holders(look, Role.EHS_MANAGER)]
    there = next((one for one in managers if taker(look, one, at)), None)
    if there is None:
        return Destination(None, managers[0] if managers else None, "ehs_manager")
    return _to(look, there, "ehs_manager", at)


def _to(look: Look, meant: str, why: str, at: datetime | None, route: str | None = None) -> Destination:
    """The person who is meant, or who stands in for them."""
    person = taker(look, meant, at)
    if person == meant:
        return Destination(None, person, why, route)
    return Destination(None, person, "deputy", route, absent=meant)


def passed_over(look: Look, route: Route, case: Case) -> str:
    """Why a route is not taken; "" for the one that is."""
    if not route.active:
        return "off"
    asked: dict[str, str | None] = {
        "category": case.category,
        "zone_class": case.zone.zone_class,
        "zone": case.zone.id,
        "type": case.equipment_type,
    }
    for name in CONDITIONS:
        wanted = getattr(route, name)
        holds = _in_shift(look, wanted, case.clock) if name == "shift" else asked[name] == wanted
        if wanted is not None and not holds:
            return name
    return _nobody(look, route, case)


def _in_shift(look: Look, shift: str | None, clock: str) -> bool:
    """Whether a time of day lies within the hours of a shift, which may go on past midnight."""
    found = look.get("shift", shift) if shift else None
    if found is None or found.retired_at is not None or not clock:
        return False
    by_day: bool = found.starts <= clock < found.ends
    by_night: bool = clock >= found.starts or clock < found.ends
    return by_day if found.starts < found.ends else by_night


def _team_of(route: Route, case: Case) -> str | None:
    return {"zone_team": case.zone.team, "team": route.target}.get(route.target_kind)


def _nobody(look: Look, route: Route, case: Case) -> str:
    """Why nobody is found at the end of a route; "" where somebody is."""
    if route.target_kind == "person":
        if not route.target or taker(look, route.target, None) is None:
            return "target_gone"
        return "" if taker(look, route.target, case.at) else "target_away"
    team = _team_of(route, case)
    if team is None:
        return "no_zone_team" if route.target_kind == "zone_team" else "target_gone"
    found: Team | None = look.get("team", team)
    return "" if found is not None and found.retired_at is None else "target_gone"


def living_route(look: Look, route: str) -> Route:
    """The route, which must not be retired. Raises Refused: no_such_record, route_retired."""
    found = required(look, Route, route)
    if found.retired_at is not None:
        raise Refused("route_retired")
    return found


def sound(look: Look, route: Route) -> Route:
    """The route, if it can be followed. Raises Refused: no_such_record, no_such_category, zone_retired, shift_retired,
    person_left, route_target_wrong."""
    if route.zone:
        living_zone(look, route.zone)
    if route.category:
        known_category(look, route.category)
    if route.shift:
        shift = look.get("shift", route.shift)
        if shift is None:
            raise Refused("no_such_record", record="shift", id=route.shift[:60])
        if shift.retired_at is not None:
            raise Refused("shift_retired", name=shift.name)
    if (route.target is None) != (route.target_kind == "zone_team"):
        raise Refused("route_target_wrong")
    if route.target_kind == "team":
        required(look, Team, route.target or "")
    elif route.target_kind == "person":
        present(look, route.target or "")
    return route


def placed(look: Look, route: Route, position: int) -> list[Change]:
    """The route at a position among those in use, which stand at 1, 2, 3 … then; only what changes is put."""
    others = [one for one in in_order(look) if one.id != route.id]
    others.insert(max(0, position - 1), route)
    now = [replace(one, position=place) for place, one in enumerate(others, start=1)]
    return [Put(one) for one in now if one != look.get("route", one.id)]


@operation("routes.add", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A route at a position; those at and behind it move back by one."""

    position: Annotated[int, Range(1, 1000)]
    target_kind: TargetKind
    target: str | None = None
    zone: Annotated[str, Ref("zone")] | None = None
    category: Category | None = None
    zone_class: ZoneClass | None = None
    type: EquipmentType | None = None
    shift: Annotated[str, Ref("shift")] | None = None

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "routes.retire", {"route": id_}

    def decide(self, context: Context, look: Look) -> list[Change]:
        said = {name: getattr(self, name) for name in SAID}
        route = sound(look, Route(id=context.id, position=self.position, **said))
        return placed(look, route, self.position)


@operation("routes.change", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class ChangeRoute:
    """A route says this instead, whole: a condition that is not given holds everywhere."""

    route: Annotated[str, Ref("route")]
    target_kind: TargetKind
    target: str | None = None
    zone: Annotated[str, Ref("zone")] | None = None
    category: Category | None = None
    zone_class: ZoneClass | None = None
    type: EquipmentType | None = None
    shift: Annotated[str, Ref("shift")] | None = None

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        before = _before(changes, self.route)
        given = {name: before[name] for name in SAID if before and before[name] is not None}
        return ("routes.change", {"route": self.route, **given}) if before else None

    def decide(self, context: Context, look: Look) -> list[Change]:
        said = {name: getattr(self, name) for name in SAID}
        return [Put(sound(look, replace(living_route(look, self.route), **said)))]


@operation("routes.move", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Move:
    """A route is looked at earlier or later: it takes a position, and the others close up."""

    route: Annotated[str, Ref("route")]
    position: Annotated[int, Range(1, 1000)]

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        before = _before(changes, self.route)
        return ("routes.move", {"route": self.route, "position": before["position"]}) if before else None

    def decide(self, context: Context, look: Look) -> list[Change]:
        return placed(look, living_route(look, self.route), self.position)


@operation("routes.retire", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """A route is looked at no more; the others close up."""

    route: Annotated[str, Ref("route")]

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "routes.restore", {"route": self.route}

    def decide(self, context: Context, look: Look) -> list[Change]:
        gone = replace(living_route(look, self.route), retired_at=context.now)
        others = [one for one in in_order(look) if one.id != gone.id]
        closed_up = [replace(one, position=place) for place, one in enumerate(others, start=1)]
        return [Put(gone), *(Put(one) for one in closed_up if one != look.get("route", one.id))]


@operation("routes.restore", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Restore:
    """A retired route is looked at again, where it stood."""

    route: Annotated[str, Ref("route")]

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "routes.retire", {"route": self.route}

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = required(look, Route, self.route)
        if found.retired_at is None:
            raise Refused("route_in_use")
        return placed(look, sound(look, replace(found, retired_at=None)), found.position)


def _before(changes: Changed, route: str) -> dict[str, Any] | None:
    """The route's JSON object before an operation; None where it did not change."""
    found = next((one["before"] for one in changes if one["id"] == route), None)
    return dict(found) if found else None


@operation("routes.switch", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Switch:
    """A route is used or passed over."""

    route: Annotated[str, Ref("route")]
    active: bool

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(living_route(look, self.route), active=self.active))]
