"""What can be done with several people at once: a team for all of them, or one more role for each."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop import words
from desktop.views.people.shown import Shown
from services.core.roles import PEOPLES_ROLES, Role
from services.store.queries.people import team_rows

if TYPE_CHECKING:
    from desktop.views.page import Page
    from services.core.refused import Refused

GIVEN = tuple(role for role in PEOPLES_ROLES if role not in (Role.AUDITOR, Role.EHS_MANAGER))  # those are given singly


class ManyPeople(QObject):
    """Fills the table's menu for the people that are chosen; says by the page's toast what came of it."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self._workbench, self._toast = page.workbench, page.toast
        self._waits, self._given = 0, 0
        self._refused: Refused | None = None

    def fill(self, menu: QMenu, chosen: Sequence[Shown]) -> None:
        """A team, and a role, for those of them who work here."""
        people = [one for one in chosen if one.person.here]
        if not people:
            return
        if self._workbench.may("people.set_team"):
            teams = menu.addMenu(self.tr("Team of %n people", "", len(people)))
            for team in self._workbench.ask(team_rows):
                teams.addAction(team.name, partial(self.set_team, tuple(people), team.id))
        if self._workbench.may("people.set_roles"):
            roles = menu.addMenu(self.tr("Give %n people the role", "", len(people)))
            for role in GIVEN:
                roles.addAction(words.say(f"role.{role}"), partial(self.give_role, tuple(people), role))

    def set_team(self, people: Sequence[Shown], team: str) -> None:
        """All of them belong to this team, as one step."""
        steps = [("people.set_team", {"person": one.id, "team": team}) for one in people]
        if self._workbench.run_as_one(*steps).ok:
            told = self.tr("%n people changed", "", len(people))
            self._toast.good(told, self.tr("Undo"), self._workbench.undo)

    def give_role(self, people: Sequence[Shown], role: Role) -> None:
        """Each of them holds this role, too. The hub answers for one after the other."""
        wanting = [one for one in people if role not in one.person.roles]
        self._waits, self._given, self._refused = len(wanting), 0, None
        for one in wanting:
            roles = [*one.person.roles, role]
            self._workbench.send("people.set_roles", self._on_answer, person=one.id, roles=roles)
        if not wanting:
            self._toast.good(self.tr("They hold this role already."))

    def _on_answer(self, refused: "Refused | None") -> None:
        self._waits -= 1
        self._given += refused is None
        self._refused = refused or self._refused
        if self._waits:
            return
        if self._refused is not None:
            self._toast.bad(words.refusal(self._refused))
        else:
            self._toast.good(self.tr("%n people changed", "", self._given))
