"""Routes in words."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from desktop import words
from services.core.routes import Route, in_order
from services.store.queries.naming import names_of
from services.store.records import Records


@dataclass(frozen=True)
class Facts:
    """The routes in order, and what can be chosen in one: names by id."""

    routes: tuple[Route, ...] = ()
    zones: dict[str, str] = field(default_factory=dict)
    teams: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    shifts: dict[str, str] = field(default_factory=dict)


def facts_of(look: Records) -> Facts:
    """See Facts."""
    zones, teams, people, shifts = (dict(names_of(look, kind)) for kind in ("zone", "team", "person", "shift"))
    return Facts(tuple(in_order(look)), zones, teams, people, shifts)


def goes_to(route: Route, facts: Facts) -> str:
    """Whom a route leads to."""
    if route.target_kind == "zone_team":
        return words.say("value.target_kind.zone_team")
    names = facts.teams if route.target_kind == "team" else facts.people
    return names.get(route.target or "", "–")


def sentence(route: Route, facts: Facts) -> str:
    """A route as people say it: its place, what it is for, whom it leads to."""
    parts = [
        words.say(f"category.{route.category}") if route.category else "",
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


def passed(why: str) -> str:
    """Why a route is passed over."""
    translate = QCoreApplication.translate
    if why == "off":
        return translate("Dispatch", "switched off")
    if why in ("target_gone", "no_zone_team"):
        return translate("Dispatch", "nobody is there to take it")
    return translate("Dispatch", "does not fit: {condition}").format(condition=words.say(f"field.route.{why}"))
