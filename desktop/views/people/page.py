"""People and teams: a table, and a panel for whoever is selected or being added."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QMenu

from desktop import words
from desktop.language import language
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action, deed_button
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.views.people.finding import PEOPLE, TEAMS
from desktop.views.people.many import ManyPeople
from desktop.views.people.panel import PersonPanel
from desktop.views.people.shown import Shown, shown_people, until_said
from desktop.widgets import unconfirmed
from desktop.widgets.parts import column, label, row
from desktop.widgets.table import Table
from services.store.queries.people import team_rows

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.imports.workbook import Grid


class PeoplePage(Page):
    """Who works here."""

    key, icon, kinds = "people", "people", frozenset({"person", "team", "absence", "channel"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "People")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate = QCoreApplication.translate
        return (
            Action(
                name="addPerson",
                title=translate("PeoplePage", "Add a person"),
                run="add_person",
                keys="Ctrl+N",
                picture="add",
                operation="people.add",
                anywhere=True,
            ),
            Action(
                name="addTeam",
                title=translate("PeoplePage", "Add a team"),
                run="add_team",
                picture="people",
                operation="teams.add",
                anywhere=True,
            ),
            Action(
                name="pastePeople",
                title=translate("PeoplePage", "Paste people from Excel…"),
                run="paste",
                keys="Ctrl+V",
                picture="excel",
                operation="people.add",
            ),
            Action(
                name="openPeople",
                title=translate("PeoplePage", "People from an Excel file…"),
                run="open_file",
                keys="Ctrl+O",
                picture="excel",
                operation="people.add",
                anywhere=True,
            ),
            Action(
                name="compareDirectory",
                title=translate("PeoplePage", "Compare with WeCom or DingTalk…"),
                run="compare",
                operation="people.leave",
                anywhere=True,
            ),
        )

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return PEOPLE, TEAMS

    def show_record(self, kind: str, id_: str) -> None:
        if kind == "team":
            team = self.workbench.ask(lambda look: look.get("team", id_))
            self.table.filter.setText(team.name if team else "")
            return
        self.table.filter.clear()
        person = self.workbench.ask(lambda look: look.get("person", id_))
        if person is not None and not person.here:
            self.gone.setChecked(True)
        self.table.choose(id_)

    def show_only(self, part: str) -> None:
        """Where people are added (`begin`)."""
        if part == "begin":
            self.open.setFocus()

    def build(self) -> None:
        self.count = label("", "muted", "peopleCount")
        self.gone = QCheckBox(self.tr("Left, too"))
        self.gone.setObjectName("showGone")
        self.gone.toggled.connect(self.refresh)
        self.team = deed_button(self.deeds["addTeam"])
        self.add = deed_button(self.deeds["addPerson"], "primary")
        self.table = Table("peopleTable", _columns(self.tr("Left")))
        self.table.filter.show()
        self.directory = deed_button(self.deeds["compareDirectory"], "link")
        self.open = deed_button(self.deeds["openPeople"])
        self.open.setText(self.tr("From Excel…"))
        self.table.menu_also = (self.deeds["pastePeople"], self.deeds["openPeople"])
        self.many = ManyPeople(self)
        self.table.menu_for = self._menu
        self.table.chosen.connect(self._on_chosen)
        self.tell_copies(self.table)
        self.panel = PersonPanel(self.workbench, self.toast)
        self.panel.closed.connect(self._on_closed)
        self.panel.made.connect(self._on_made)
        content = column(self.table, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING))
        left = column(
            self.head(self.count, None, self.directory, self.gone, self.open, self.team, self.add), content, gap=0
        )
        self.setLayout(row(left, self.panel, gap=0))
        self.first = self.table.view

    def only_said(self) -> str:
        return self.gone.text() if self.gone.isChecked() else ""

    def refresh(self) -> None:
        rows = shown_people(self.workbench, with_gone=self.gone.isChecked())
        teams = self.workbench.ask(team_rows)
        counts = [self.tr("%n people", "", sum(one.person.here for one in rows)), self.tr("%n teams", "", len(teams))]
        away = sum(one.away_now is not None for one in rows)
        counts += [self.tr("%n away", "", away)] if away else []
        self.count.setText(" · ".join(counts))
        self.directory.setVisible(bool(directory_there(self.workbench)))
        self.table.show_rows(rows)
        self.panel.follow(rows, teams)

    def _on_chosen(self, one: Shown | None) -> None:
        if one is not None:
            self.panel.show_person(one)

    def _menu(self, _: Shown, menu: QMenu) -> None:
        self.many.fill(menu, self.table.records())

    def _on_closed(self) -> None:
        self.table.view.clearSelection()
        self.table.view.setFocus()

    def _on_made(self, person: str) -> None:
        self.table.choose(person)
        self.table.view.setFocus()

    def add_person(self) -> None:
        """The form for a new person."""
        self.table.view.clearSelection()
        self.panel.show_add()

    def paste(self) -> None:
        """The window for rows that were copied in Excel."""
        from services.core.refused import Refused
        from services.imports.clipboard import grid_of

        try:
            self._on_grid(grid_of(QGuiApplication.clipboard().text()))
        except Refused as refused:
            self._on_unread(refused)

    def open_file(self) -> None:
        """Asks for a workbook, whose rows are then looked at like pasted ones."""
        from desktop.widgets.asking import ask_open

        forms = [self.tr("Excel workbook (*.xlsx *.xls *.ods)")]
        ask_open(self, "peopleFile", self.tr("People from an Excel file"), forms, self.bring)

    def bring(self, path: str) -> None:
        """The rows of this workbook."""
        from services.imports.people import grid_in
        from services.imports.workbook import read_book

        self.tasks.run(lambda: grid_in(read_book(Path(path))), self._on_grid, self._on_unread)

    def _on_grid(self, grid: "Grid") -> None:
        """The window with these rows."""
        from desktop.views.people.paste import opened

        opened(self, grid)

    def _on_unread(self, error: Exception) -> None:
        from services.core.refused import Refused

        if not isinstance(error, Refused):
            raise error
        self.toast.bad(words.refusal(error))

    def compare(self) -> None:
        """The window with what the directory elsewhere says differently."""
        from desktop.views.people.directory import DirectoryWindow

        there = directory_there(self.workbench)
        if there:
            self.comparing = DirectoryWindow(self, there)
            self.comparing.open()
        else:
            self.toast.bad(self.tr("Set up WeCom or DingTalk first: Settings, Other ways for alerts."))

    def add_team(self) -> None:
        """The form for a new team."""
        self.table.view.clearSelection()
        self.panel.show_team()


def directory_there(workbench: "Workbench") -> str:
    """The messenger whose directory this plant's people stand in, "" for none."""
    used = {one.service for one in workbench.ask(lambda look: look.find("channel")) if one.account}
    return next((one for one in ("wecom", "dingtalk") if one in used), "")


def _columns(left: str) -> list[Column]:
    def called(one: Shown) -> str:
        return one.person.name if one.person.here else f"{one.person.name or '–'} ({left})"

    def name(one: Shown) -> str:
        return _marked(called(one), one.unconfirmed)

    # a name, and a team, with the mark's word; in English, where the panel is open, only the name has room for it
    name_room, team_room, away_room = (212, 92, 152) if language.name == "en" else (150, 140, 132)
    return [
        Column("name", words.say("field.person.name"), name, name_room, sort=_name, sign=_sign, tip=_tip, plain=called),
        Column("employee_no", words.say("field.person.employee_no"), lambda one: one.person.employee_no or "", 104),
        Column("roles", words.say("field.person.roles"), _roles, 132, tip=_roles, grows=True),
        Column("team", words.say("field.person.team"), _team, team_room, sign=_team_sign, tip=_team_tip,
               plain=lambda one: one.team.name if one.team else ""),
        Column(
            "absence", QCoreApplication.translate("PeoplePage", "Absence"), _away, away_room, sign=_away_sign, tip=_away
        ),
        Column("phone", words.say("field.person.phone"), lambda one: one.person.phone or "", 112),
        Column("email", words.say("field.person.email"), lambda one: one.person.email or "", 212, yields=True),
    ]  # fmt: skip


def _marked(text: str, waits: bool) -> str:
    """The text, with the mark's word where the hub has yet to confirm it."""
    return f"{text} · {unconfirmed.word()}" if waits else text


def _name(one: Shown) -> str:
    return one.person.name


def _sign(one: Shown) -> str | None:
    return unconfirmed.sign_of(one.unconfirmed)


def _tip(one: Shown) -> str:
    return unconfirmed.tip(one.unconfirmed)


def _team(one: Shown) -> str:
    return _marked(one.team.name, one.team_unconfirmed) if one.team else ""


def _team_sign(one: Shown) -> str | None:
    return unconfirmed.sign_of(one.team_unconfirmed)


def _team_tip(one: Shown) -> str:
    return unconfirmed.tip(one.team_unconfirmed)


def _away(one: Shown) -> str:
    return until_said(one.away[0]) if one.away else ""


def _away_sign(one: Shown) -> str | None:
    return "pending" if one.away_now else None


def _roles(one: Shown) -> str:
    return words.listed(words.say(f"role.{role}") for role in one.person.roles)
