"""People as the page shows them: who is away, and whether the hub has yet to confirm what was changed here."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.workbench import Workbench
from services.core.people import Person, Team
from services.store.queries.absences import Away, absences_of
from services.store.queries.people import PersonRow, person_rows


@dataclass(frozen=True, slots=True)
class Shown:
    """`unconfirmed`: the person was changed here; `team_unconfirmed`: the team was. `away` are the absences that are
    not over."""

    row: PersonRow
    unconfirmed: bool = False
    team_unconfirmed: bool = False
    away: tuple[Away, ...] = ()

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

    @property
    def away_now(self) -> Away | None:
        """The absence that they are on."""
        return self.away[0] if self.away and self.away[0].now else None


def until_said(away: Away) -> str:
    """An absence in words: until when, or from when until when."""
    translate, one = QCoreApplication.translate, away.absence
    first, last = one.first.strftime("%m-%d"), one.last.strftime("%m-%d")
    if away.now:
        return translate("People", "Away until {last}").format(last=last)
    return translate("People", "Away from {first} to {last}").format(first=first, last=last)


def shown_people(workbench: Workbench, *, with_gone: bool) -> tuple[Shown, ...]:
    """People by name."""
    waiting, rows = workbench.unconfirmed(), workbench.ask(person_rows, with_gone=with_gone)
    away = workbench.ask(absences_of, now=workbench.now())
    return tuple(
        Shown(row, row.id in waiting, row.team is not None and row.team.id in waiting, away.get(row.id, ()))
        for row in rows
    )
