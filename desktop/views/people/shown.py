"""People as the page shows them: with whether the hub has yet to confirm what was changed here."""

from dataclasses import dataclass

from desktop.workbench import Workbench
from services.core.people import Person, Team
from services.store.queries.people import PersonRow, person_rows


@dataclass(frozen=True, slots=True)
class Shown:
    """`unconfirmed`: the person was changed here; `team_unconfirmed`: the team was."""

    row: PersonRow
    unconfirmed: bool = False
    team_unconfirmed: bool = False

    @property
    def id(self) -> str:
        """The person's id."""
        return self.row.id

    @property
    def person(self) -> Person:
        """The record."""
        return self.row.person

    @property
    def team(self) -> Team | None:
        """The person's team."""
        return self.row.team


def shown_people(workbench: Workbench, *, with_gone: bool) -> tuple[Shown, ...]:
    """People by name."""
    waiting, rows = workbench.unconfirmed(), workbench.ask(person_rows, with_gone=with_gone)
    return tuple(Shown(row, row.id in waiting, row.team is not None and row.team.id in waiting) for row in rows)
