"""Routes in words."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from desktop import words
from services.core.equipment import Equipment
from services.core.routes import Route, in_order
from services.store.queries.dispatching import Traffic
from services.store.queries.naming import names_of
from services.store.records import Records


@dataclass(frozen=True)
class Facts:
    """The routes in order, and what can be chosen in one: names by id. `begins` has when each shift begins, HH:MM."""

    routes: tuple[Route, ...] = ()
    zones: dict[str, str] = field(default_factory=dict)
    teams: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    shifts: dict[str, str] = field(default_factory=dict)
    begins: dict[str, str] = field(default_factory=dict)
    machines: tuple[Equipment, ...] = ()


def facts_of(look: Records) -> Facts:
    """See Facts."""
    zones, teams, people, shifts = (dict(names_of(look, kind)) for kind in ("zone", "team", "person", "shift"))
    begins = {one.id: one.starts for one in look.find("shift")}
    machines = tuple(one for one in look.find("equipment") if one.retired_at is None)
    return Facts(tuple(in_order(look)), zones, teams, people, shifts, begins, machines)


def goes_to(route: Route, facts: Facts) -> str:
    """Whom a route leads to."""
    if route.target_kind == "zone_team":
        return words.say("value.target_kind.zone_team")
    names = facts.teams if route.target_kind == "team" else facts.people
    return names.get(route.target or "", "–")


def sentence(route: Route, facts: Facts) -> str:
    """A route as people say it: its place, what it is for, whom it leads to."""
    parts = [
        words.category(route.category) if route.category else "",
        facts.zones.get(route.zone or "", ""),
        words.say(f"label.class.{route.zone_class}") if route.zone_class else "",
        words.say(f"value.type.{route.type}") if route.type else "",
        facts.shifts.get(route.shift or "", ""),
    ]
    everything = QCoreApplication.translate("Dispatch", "everything")
    what = " · ".join(part for part in parts if part) or everything
    off = "" if route.active else QCoreApplication.translate("Dispatch", "switched off")
    told = f"{route.position}.  {what}  →  {goes_to(route, facts)}"
    return f"{told} ({off})" if off else told


def below(route: Route, facts: Facts, went: Traffic) -> tuple[bool, str]:
    """Whether nothing can go along a route, and why; else how many hazards did."""
    translate = QCoreApplication.translate
    if not route.active:
        return False, translate("Dispatch", "Switched off: it is passed over.")
    never = went.unreached.get(route.id)
    if never is None:
        many = went.sent.get(route.id, 0)
        return False, translate("Dispatch", "%n hazards in the last 90 days", "", many)
    if never.before:
        places = words.listed(str(one) for one in never.before)
        told = translate("Dispatch", "Never reached: all that fits it goes along route {routes} before.")
        return True, told.format(routes=places)
    if route.target_kind != "zone_team" and goes_to(route, facts) == "–":
        return True, translate("Dispatch", "Never reached: nobody is there to take it.")
    return True, translate("Dispatch", "Never reached: nothing in the plant fits it, or no team is there for it.")


def passed(why: str) -> str:
    """Why a route is passed over."""
    translate = QCoreApplication.translate
    if why == "off":
        return translate("Dispatch", "switched off")
    if why == "target_away":
        return translate("Dispatch", "away, and nobody stands in")
    if why in ("target_gone", "no_zone_team"):
        return translate("Dispatch", "nobody is there to take it")
    return {
        "category": translate("Dispatch", "another category"),
        "zone_class": translate("Dispatch", "another zone class"),
        "zone": translate("Dispatch", "another zone"),
        "type": translate("Dispatch", "other equipment"),
    }.get(why, translate("Dispatch", "another shift"))
