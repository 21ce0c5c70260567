"""The checklists page's side panel: one checklist with its versions and last check-ins, one check-in, or the ready
ones."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.language import language
from desktop.views.checklists.draft import as_args
from desktop.views.checklists.making import make_own
from desktop.views.checklists.wording import asked, change_said
from desktop.widgets.check_answers import CheckAnswers
from desktop.widgets.parts import box, button, column, label, line, row
from desktop.widgets.side_panel import SidePanel
from services.core.checklists import ChecklistVersion
from services.library import Ready, ready_checklists
from services.store.queries.checklists import (
    ChecklistRow,
    CheckRecord,
    VersionRow,
    check_record,
    checked_by,
    version_rows,
)

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

MOST_RECORDS = 5


class ChecklistPanel(SidePanel):
    """`edit_wanted` carries the id of the checklist to be edited, `made` that of one that has just been made."""

    edit_wanted = Signal(str)
    made = Signal(str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("checklistPanel")
        self.workbench, self.toast = workbench, toast
        self.row: ChecklistRow | None = None
        self.version: ChecklistVersion | None = None
        self.record, self._awaited = "", False
        self.closed.connect(self._on_closed)

    def follow(self, rows: tuple[ChecklistRow, ...]) -> None:
        """The checklists as they are now: the one that is shown is shown again if anything about it has changed."""
        if self.record and self._awaited:
            self.show_record(self.record)  # a photo of it may have come
        elif self.row is not None and not self.record and self.version is None:
            now = next((one for one in rows if one.id == self.row.id), None)
            if now is None:
                self._on_close()
            elif now != self.row:
                self.show_checklist(now)

    def show_checklist(self, one: ChecklistRow) -> None:
        """All about one checklist."""
        self.row, self.record, self.version = one, "", None
        self.start(one.checklist.name)
        versions: tuple[VersionRow, ...] = self.workbench.ask(version_rows, checklist=one.id)
        self._use(one)
        self._records(one)
        self._versions(one, versions)
        self._items(one.form)
        self._foot(one)
        self.end()

    def _use(self, one: ChecklistRow) -> None:
        if one.checklist.retired_at is not None:
            self.body.addWidget(label(self.tr("Retired: offered no more."), "warning", "checklistRetired"))
        elif one.checklist.purpose != "check":
            told = words.say(f"value.purpose.{one.checklist.purpose}")
            self.body.addWidget(label(told, "", "checklistPlans", wrap=True))
        elif one.plans:
            told = self.tr("In use by: {plans}").format(plans=words.listed(one.plans))
            self.body.addWidget(label(told, "", "checklistPlans", wrap=True))
        else:
            told = self.tr("No plan uses it; phones offer it for extra rounds where no plan has a form.")
            self.body.addWidget(label(told, "muted", "checklistPlans", wrap=True))

    def _items(self, form: ChecklistVersion) -> None:
        self._head(self.tr("%n items", "", len(form.items)))
        for number, item in enumerate(form.items, start=1):
            said = column(
                label(f"{number}. {item.text}", "", "itemLine", wrap=True), label(asked(item), "caption"), gap=0
            )
            self.body.addLayout(said)

    def _records(self, one: ChecklistRow, version: str | None = None) -> None:
        if one.checklist.purpose != "check":
            return
        found: tuple[CheckRecord, ...] = self.workbench.ask(
            checked_by, checklist=one.id, most=MOST_RECORDS, version=version
        )
        self._head(self.tr("Last check-ins"))
        now = self.workbench.now()
        for record in found:
            told = self.tr("{place} · {when} · version {n}").format(
                place=record.place,
                when=words.when(record.inspection.at, now),
                n=record.version.number if record.version else "–",
            )
            go = button(told, f"record-{record.inspection.id}", partial(self.show_record, record.inspection.id), "link")
            self.body.addLayout(row(go, None))
        if not found:
            self.body.addWidget(label(self.tr("Nobody has checked in by it yet."), "muted", "noRecords"))

    def _versions(self, one: ChecklistRow, versions: tuple[VersionRow, ...]) -> None:
        self._head(self.tr("Versions"))
        now = self.workbench.now()
        for version in versions:
            number = version.version.number
            told = self.tr("Version {n} · {who} · {when}").format(
                n=number, who=version.author or "–", when=words.when(version.version.made_at, now)
            )
            parts: list[QWidget] = [label(told, "head", f"version{number}", wrap=True)]
            parts += [label(change_said(change), "caption", f"change{number}", wrap=True) for change in version.changes]
            layout = column(*parts, gap=2, margins=(0, 4, 0, 4))
            if number != one.checklist.number:
                show = button(
                    self.tr("Show it"), f"show{number}", partial(self.show_version, one, version.version), "quiet"
                )
                layout.addLayout(row(show, None))
            self.body.addLayout(layout)

    def _foot(self, one: ChecklistRow) -> None:
        if one.checklist.retired_at is not None:
            again = button(self.tr("Use it again"), "useChecklistAgain", self._on_again, "primary")
            self._allow(again, "checklists.use_again")
            self.foot.addWidget(again, 1)
            return
        edit = button(self.tr("Edit"), "editChecklist", self._on_edit, "primary", "edit")
        copy = button(self.tr("Copy"), "copyChecklist", self._on_copy)
        retire = button(self.tr("Retire"), "retireChecklist", self._on_retire)
        self._allow(edit, "checklists.revise")
        self._allow(copy, "checklists.make")
        self._allow(retire, "checklists.retire")
        if one.plans:
            retire.setEnabled(False)
            retire.setToolTip(self.tr("Plans use it; give them another checklist first"))
        for part in (edit, copy) if one.checklist.purpose == "check" else (edit,):
            self.foot.addWidget(part)
        self.foot.addStretch(1)
        self.foot.addWidget(retire)

    def show_version(self, one: ChecklistRow, version: ChecklistVersion) -> None:
        """An older version as it was."""
        self.row, self.record, self.version = one, "", version
        self.start(version.name)
        self.body.addLayout(row(button(f"‹ {one.checklist.name}", "backToChecklist", self._on_back, "link"), None))
        told = self.tr("Version {n}, as it was").format(n=version.number)
        self.body.addWidget(label(told, "warning", "oldVersion"))
        self._records(one, version.id)
        self._items(version)
        go = button(self.tr("Go back to this version"), "goBack", self._on_go_back, "primary")
        self._allow(go, "checklists.go_back")
        self.foot.addWidget(go, 1)
        self.end()

    def show_record(self, inspection: str) -> None:
        """One check-in, in the form of its day."""
        self.record = inspection
        record: CheckRecord = self.workbench.ask(check_record, inspection=inspection)
        self._awaited = not all(map(self.workbench.has_photo, record.inspection.photos))
        self.start(record.version.name if record.version else record.plan)
        if self.row is not None:
            back = button(f"‹ {self.row.checklist.name}", "backToChecklist", self._on_back, "link")
            self.body.addLayout(row(back, None))
        self.body.addWidget(CheckAnswers(record, self.workbench.now(), self.workbench.photo))
        self.end()

    def show_ready(self) -> None:
        """The ready checklists, each to be made one's own."""
        self.row, self.record, self.version = None, "", None
        self.start(self.tr("Ready checklists"))
        told = self.tr("Made for a machining works. Take one, then change what is otherwise in your plant.")
        self.body.addWidget(label(told, "muted", wrap=True))
        for ready in ready_checklists(language.name):
            take = button(self.tr("Make mine"), f"take-{ready.key}", partial(self._on_take, ready))
            self._allow(take, "checklists.make")
            name = label(ready.name, "", "readyName", wrap=True)
            about = column(name, label(self.tr("%n items", "", len(ready.items)), "caption"), gap=0)
            shown = row(about, take, margins=(12, 8, 8, 8))
            shown.setStretch(0, 1)
            self.body.addWidget(box(shown, "card"))
        self.end()

    def _head(self, text: str) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(line())
        self.body.addWidget(label(text, "head"))

    def _allow(self, part: QWidget, kind: str) -> None:
        part.setEnabled(self.workbench.may(kind))

    def _on_take(self, ready: Ready) -> None:
        self._make(ready.name, as_args(ready.items), ready.key)

    def _on_copy(self) -> None:
        if self.row is not None:
            one = self.row
            self._make(one.checklist.name, as_args(one.form.items), one.checklist.source)

    def _make(self, name: str, items: list[dict[str, object]], source: str) -> None:
        """A checklist of this name, or of the next one that is free."""
        local, called = make_own(self.workbench, name, items, source)
        if local.ok:
            said = self.tr("'{name}' is one of your checklists now.").format(name=called)
            self.toast.good(said, self.tr("Undo"), self.workbench.undo)
            self.made.emit(local.id)

    def _on_edit(self) -> None:
        if self.row is not None:
            self.edit_wanted.emit(self.row.id)

    def _on_back(self) -> None:
        if self.row is not None:
            self.show_checklist(self.row)

    def _on_go_back(self) -> None:
        if self.row is None or self.version is None:
            return
        one, version = self.row, self.version
        self.version = None
        if self.workbench.run("checklists.go_back", checklist=one.id, version=version.id).ok:
            said = self.tr("It is again as version {n} was.").format(n=version.number)
            self.toast.good(said, self.tr("Undo"), self.workbench.undo)

    def _on_retire(self) -> None:
        if self.row is not None and self.workbench.run("checklists.retire", checklist=self.row.id).ok:
            self.toast.good(self.tr("The checklist is retired."), self.tr("Undo"), self.workbench.undo)

    def _on_again(self) -> None:
        if self.row is not None and self.workbench.run("checklists.use_again", checklist=self.row.id).ok:
            self.toast.good(self.tr("The checklist is offered again."), self.tr("Undo"), self.workbench.undo)

    def _on_closed(self) -> None:
        self.row, self.record, self.version = None, "", None
