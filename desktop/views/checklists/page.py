"""Checklists: which there are, for what, which plans use them; and the editor that opens over the list."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QFrame, QMenu, QPushButton, QStackedWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action, deed_button
from desktop.views.checklists.draft import Draft, Sheet, new_of
from desktop.views.checklists.editor import ChecklistEditor
from desktop.views.checklists.finding import CHECKLISTS
from desktop.views.checklists.panel import ChecklistPanel
from desktop.views.checklists.unsaved import Unsaved
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, label, row
from desktop.widgets.table import Table
from services.core.checklists import Purpose, fields_of
from services.store.queries.checklists import ChecklistRow, checklist_rows


class ChecklistsPage(Page):
    """What is looked at on a round, and how it is answered."""

    key, icon = "checklists", "checklists"
    kinds = frozenset({"checklist", "checklist_version", "inspection_plan", "inspection", "blob"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Checklists")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate = QCoreApplication.translate
        new = Action(
            name="newChecklist",
            title=translate("ChecklistsPage", "New checklist"),
            run="add",
            keys="Ctrl+N",
            part="lists",
            picture="add",
            operation="checklists.make",
            anywhere=True,
        )
        ready = Action(
            name="readyChecklists",
            title=translate("ChecklistsPage", "Ready checklists"),
            run="show_ready",
            picture="checklists",
            operation="checklists.make",
            anywhere=True,
        )
        of_hazards = _fields("hazardFields", translate("ChecklistsPage", "Extra fields of hazards"), "hazard")
        of_inspections = _fields(
            "inspectionFields", translate("ChecklistsPage", "Extra fields of inspections"), "inspection"
        )
        return new, ready, of_hazards, of_inspections

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return (CHECKLISTS,)

    def show_record(self, kind: str, id_: str) -> None:
        self._to_list()
        self.table.choose(id_)

    def build(self) -> None:
        self.count = label("", "muted", "checklistCount")
        self.retired = QCheckBox(self.tr("Also retired ones"))
        self.retired.setObjectName("showRetired")
        self.retired.toggled.connect(self.refresh)
        self.table = Table("checklistTable", _columns())
        self.table.filter.show()
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.tell_copies(self.table)
        self.panel = ChecklistPanel(self.workbench, self.toast)
        self.panel.closed.connect(self._on_closed)
        self.panel.edit_wanted.connect(self.edit)
        self.panel.made.connect(self._on_made)
        self.editor = ChecklistEditor(self.workbench, self.toast)
        self.editor.left.connect(self._on_left)
        self._continue = self._continued()
        content = column(self._continue, self.table, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING))
        told = self.tr("A checklist says what is looked at on a round. Take a ready one, or make your own.")
        none = EmptyState("checklists", self.tr("No checklists yet"), told, self.tr("Ready checklists"),
                          "firstReady", self.show_ready)  # fmt: skip
        self.pages = QStackedWidget()
        self.pages.addWidget(box(content))
        self.pages.addWidget(none)
        ready, new = deed_button(self.deeds["readyChecklists"]), deed_button(self.deeds["newChecklist"], "primary")
        head = self.head(self.count, None, self.retired, self._fields_button(), ready, new)
        self.lists = box(row(column(head, self.pages, gap=0), self.panel, gap=0))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.lists)
        self.stack.addWidget(self.editor)
        self.setLayout(column(self.stack, gap=0))
        self.first = self.table.view

    def _fields_button(self) -> QPushButton:
        """What hazards and inspections are asked beside the rest."""
        made = button(self.tr("Extra fields"), "extraFields", None, "menu", "edit")
        menu = QMenu(made)
        menu.addActions([self.deeds["hazardFields"], self.deeds["inspectionFields"]])
        made.setMenu(menu)
        return made

    def _continued(self) -> QFrame:
        """A line that says that a new checklist was begun and not saved."""
        go = button(self.tr("Go on with it"), "continueNew", self.add, "link")
        told = label(self.tr("A new checklist was begun and is not saved yet."), "warning", "newUnsaved")
        return box(row(told, None, go, margins=(12, 4, 12, 4)), "card-yellow")

    def refresh(self) -> None:
        rows: tuple[ChecklistRow, ...] = self.workbench.ask(checklist_rows, with_retired=self.retired.isChecked())
        self.count.setText(self.tr("%n checklists", "", sum(one.checklist.retired_at is None for one in rows)))
        kept = self._unsaved().all()
        self._continue.setVisible("" in kept)
        self.table.show_rows([_Shown(one, one.id in kept) for one in rows])
        self.pages.setCurrentIndex(0 if rows or "" in kept else 1)
        self.panel.follow(rows)

    def add(self) -> None:
        """The editor with a new checklist, or with the one that was begun."""
        unsaved = self._unsaved()
        kept = unsaved.of("")
        self._open(kept or Draft(Sheet("", ())), unsaved, None, continued=kept is not None)

    def edit(self, checklist: str) -> None:
        """The editor with a checklist, and with what was not saved of it."""
        known = self._row(checklist)
        if known is None or not self.may("checklists.revise"):
            return
        unsaved = self._unsaved()
        kept = unsaved.of(checklist)
        one = known.checklist
        fresh = Draft(Sheet(one.name, known.form.items), checklist, one.number, one.purpose)
        self._open(kept or fresh, unsaved, known, continued=kept is not None)

    def edit_hazard_fields(self) -> None:
        """The editor with what every hazard is asked beside the rest."""
        self._edit_fields("hazard", self.tr("Extra fields of hazards"))

    def edit_inspection_fields(self) -> None:
        """The same of every check-in."""
        self._edit_fields("inspection", self.tr("Extra fields of inspections"))

    def _edit_fields(self, purpose: Purpose, name: str) -> None:
        there = self.workbench.ask(fields_of, purpose=purpose)
        if there is not None:
            self.edit(there.checklist)
            return
        unsaved = self._unsaved()
        kept = unsaved.of(new_of(purpose))
        self._open(kept or Draft(Sheet(name, ()), purpose=purpose), unsaved, None, continued=kept is not None)

    def show_ready(self) -> None:
        """The library of ready checklists, at the side."""
        self._to_list()
        self.table.view.clearSelection()
        self.panel.show_ready()

    def _open(self, draft: Draft, unsaved: Unsaved, known: ChecklistRow | None, *, continued: bool) -> None:
        self.stack.setCurrentWidget(self.editor)
        self.editor.edit(draft, unsaved, known, continued=continued)

    def _unsaved(self) -> Unsaved:
        plant = self.workbench.plant
        return Unsaved(plant.id if plant else "")

    def _row(self, checklist: str) -> ChecklistRow | None:
        rows: tuple[ChecklistRow, ...] = self.workbench.ask(checklist_rows, with_retired=True)
        return next((one for one in rows if one.id == checklist), None)

    def _to_list(self) -> None:
        self.stack.setCurrentWidget(self.lists)
        self.refresh()

    def _on_left(self, checklist: str) -> None:
        self._to_list()
        self.table.view.setFocus()
        if checklist:
            self._on_made(checklist)

    def _on_made(self, checklist: str) -> None:
        self.refresh()
        self.table.view.clearSelection()
        self.table.choose(checklist)
        known = self._row(checklist)
        if known is not None:
            self.panel.show_checklist(known)

    def _on_chosen(self, one: "_Shown | None") -> None:
        if one is not None:
            self.panel.show_checklist(one.row)

    def _on_opened(self, one: "_Shown") -> None:
        self.edit(one.id)

    def _on_closed(self) -> None:
        self.table.view.clearSelection()
        self.table.view.setFocus()


@dataclass(frozen=True)
class _Shown:
    """A row as the table shows it, with whether changes of it are not saved."""

    row: ChecklistRow
    unsaved: bool

    @property
    def id(self) -> str:
        return self.row.id


def _fields(name: str, title: str, of: str) -> Action:
    """Edits the extra fields of hazards or inspections."""
    return Action(
        name=name,
        title=title,
        run=f"edit_{of}_fields",
        picture=f"{of}s",
        operation="checklists.make",
        anywhere=True,
    )


def _columns() -> list[Column]:
    def name(one: _Shown) -> str:
        marks = []
        if one.row.checklist.retired_at is not None:
            marks.append(QCoreApplication.translate("ChecklistsPage", "retired"))
        if one.unsaved:
            marks.append(QCoreApplication.translate("ChecklistsPage", "changes not saved"))
        return " · ".join([one.row.checklist.name, *marks])

    translate = QCoreApplication.translate
    return [
        Column("name", words.say("field.checklist.name"), name, 220, grows=True,
               loud=lambda one: "pending" if one.unsaved else None),
        Column("places", translate("ChecklistsPage", "For what"), _places, 220, tip=_places),
        Column("items", translate("ChecklistsPage", "Items"), lambda one: str(len(one.row.form.items)), 72,
               sort=lambda one: len(one.row.form.items), right=True),
        Column("number", translate("ChecklistsPage", "Version"), lambda one: str(one.row.checklist.number), 76,
               sort=lambda one: one.row.checklist.number, right=True),
        Column("plans", translate("ChecklistsPage", "Used by plans"), _plans, 220, tip=_plans),
    ]  # fmt: skip


def _places(one: _Shown) -> str:
    purpose = one.row.checklist.purpose
    if purpose != "check":
        return words.say(f"value.purpose.{purpose}")
    return words.listed(one.row.places) or "–"


def _plans(one: _Shown) -> str:
    return words.listed(one.row.plans) or "–"
