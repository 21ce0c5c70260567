"""People and teams as the palette finds them."""

from collections.abc import Iterator

from desktop import words
from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.store.records import Records


def people(look: Records) -> Iterator[Thing]:
    """Who works here, by name, employee number and telephone; those who have left are called that."""
    teams = {one.id: one.name for one in look.find("team")}
    for one in look.find("person"):
        if one.name:
            role = words.say(f"role.{next((role for role in one.roles if role != 'worker'), 'worker')}")
            told = (one.employee_no, role, teams.get(one.team or ""), "" if one.here else words.day(one.left_at))
            yield Thing(
                "person", one.id, one.name, " · ".join(part for part in told if part), one.phone or "", 5 * one.here
            )


def teams(look: Records) -> Iterator[Thing]:
    """The teams that are not retired, with their leaders."""
    names = {one.id: one.name for one in look.find("person")}
    for one in look.find("team"):
        if one.retired_at is None:
            yield Thing("team", one.id, one.name, names.get(one.leader or "", ""), weight=5)


PEOPLE = Finder(kind="person", page="people", picture="person", kinds=frozenset({"person", "team"}), things=people)
TEAMS = Finder(kind="team", page="people", picture="people", kinds=frozenset({"person", "team"}), things=teams)
