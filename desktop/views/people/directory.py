"""The plant's people beside those of WeCom or DingTalk: what would change, ticked by a person, then done by the hub."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHeaderView, QProgressBar, QStyledItemDelegate

from desktop import words
from desktop.language import language
from desktop.models.record_table import Column
from desktop.models.ticks import TickTable
from desktop.widgets.parts import box, button, column, label, row
from desktop.widgets.rows_view import RowsView
from services.core.directory import GOING
from services.core.shape import utc_moment
from services.store.queries.people import person_rows
from services.words import refusal

if TYPE_CHECKING:
    from desktop.views.page import Page

SIZE, EVERY_MS, ROW = (1040, 640), 400, 34
PROVIDERS = ("wecom", "dingtalk")
KINDS = ("hazards", "zones", "teams", "departments", "plans")


@dataclass(frozen=True)
class Row:
    """One change as the hub told it; `why` it could not be done, if it was tried."""

    id: str
    what: str
    name: str
    was: str
    now: str
    by: str
    sure: bool
    holds: dict[str, int] = field(default_factory=dict)
    why: str = ""


class DirectoryWindow(QDialog):
    """Open it with `open()`. Nothing is changed before the button is pressed."""

    def __init__(self, page: "Page", provider: str) -> None:
        super().__init__(page.window())
        self.setObjectName("directoryWindow")
        self.resize(*SIZE)
        self._toast, self._workbench, self._provider = page.toast, page.workbench, provider
        self._name = words.say(f"value.provider.{provider}")
        self.setWindowTitle(self.tr("Compare with {provider}").format(provider=self._name))
        self._failed: dict[str, str] = {}
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self._ask)
        self._build()
        self._look_first()

    def _build(self) -> None:
        self.said = label("", "section", "directorySaid", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.model = TickTable(self._columns(), self)
        self.model.ticks_changed.connect(self._on_ticks)
        self.view = RowsView("directoryRows", ROW)
        self.view.setItemDelegate(QStyledItemDelegate(self.view))
        self.view.setModel(self.model)
        for number, one in enumerate(self.model.columns):
            self.view.horizontalHeader().resizeSection(number, one.width)
        self.view.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.whole = QCheckBox(self.tr("They have really left: the directory is whole"))
        self.whole.setObjectName("directoryWhole")
        self.whole.toggled.connect(self._on_ticks)
        self.shrunk = label("", "error", "directoryShrunk", wrap=True)
        self.warning = box(column(self.shrunk, self.whole, gap=6, margins=(12, 8, 12, 8)), "card-red")
        self.heir = QComboBox()
        self.heir.setObjectName("directoryHeir")
        self.heir.setAccessibleName(self.tr("Open work of those who leave goes to"))
        self.hands = box(row(label(self.tr("Open work of those who leave goes to")), self.heir, None))
        self.again = button(self.tr("Read again"), "directoryAgain", self.read)
        self.shut = button(self.tr("Close"), "directoryClose", self.reject)
        self.take = button("", "directoryTake", self.carry_out, "primary")
        foot = row(self.again, None, self.shut, self.take)
        parts = (self.said, self.bar, self.warning, self.view, self.hands, foot)
        self.setLayout(column(*parts, gap=12, margins=(20, 16, 20, 16)))

    def _columns(self) -> Sequence[Column]:
        return (
            Column("what", self.tr("What changes"), lambda one: words.say(f"directory.{one.what}"), 190),
            Column("name", self.tr("Name"), lambda one: one.name, 150, loud=_loud),
            Column("now", self.tr("Before → after"), _change, 300, grows=True, tip=_change),
            Column("note", "", self._note, 250, tip=self._note),
        )

    def _note(self, one: Row) -> str:
        if one.why:
            return one.why
        if one.by:
            return words.say(f"directory.by.{one.by}")
        held = [words.say(f"directory.holds.{kind}", count=one.holds[kind]) for kind in KINDS if one.holds.get(kind)]
        return words.listed(held)

    # reading

    def _look_first(self) -> None:
        """What was read lately, as each night, is shown as it is; else it is read now."""
        self._busy(self.tr("The hub is being asked…"))
        self._call(lambda client: client.call("GET", "/api/directory"), self._on_kept, lambda _: self.read())

    def _on_kept(self, found: dict[str, Any]) -> None:
        if found["provider"] == self._provider:
            self._on_told(found)
        else:
            self.read()

    def read(self) -> None:
        """Has the hub read the directory."""
        self._failed = {}
        self._busy(self.tr("The directory of {provider} is being read…").format(provider=self._name))
        path = f"/api/directory/{self._provider}"
        self._call(lambda client: client.call("POST", path, json={}), lambda _: self._timer.start())

    def _ask(self) -> None:
        self._call(lambda client: client.call("GET", "/api/directory"), self._on_told)

    def _call(self, work: Any, done: Any, refused: Any = None) -> None:
        client = self._workbench.opened.client
        if client is None:
            self._stop(words.say("refused.needs_hub"))
            return
        self._workbench.tasks.run(partial(work, client), done, refused or self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        from services.core.refused import Refused

        self._stop(words.refusal(error) if isinstance(error, Refused) else words.say("refused.needs_hub"))

    def _stop(self, text: str) -> None:
        self.bar.hide()
        self.said.setText(text)
        self.again.setEnabled(True)

    def _busy(self, text: str) -> None:
        self.said.setText(text)
        self.bar.setValue(0)
        self.bar.show()
        self.model.show([])
        for part in (self.warning, self.hands):
            part.hide()
        for one in (self.take, self.again):
            one.setEnabled(False)
        self.take.setText(self.tr("Carry out"))

    def _on_told(self, found: dict[str, Any]) -> None:
        if found["reading"]:
            self.bar.setValue(round(found["share"] * 100))
            self._timer.start()
            return
        self._stop("")
        keys = Row.__dataclass_fields__.keys() - {"id", "why"}
        rows = [
            Row(one["key"], why=self._failed.get(one["key"], ""), **{key: one[key] for key in keys})
            for one in found["steps"]
        ]
        self.model.show(rows)
        self.model.mark([one.id for one in rows if one.why])
        told = self.tr("{missing} of {known} people are missing there at once. May the application see all of it?")
        self.shrunk.setText(told.format(missing=found["missing"], known=found["known"]))
        self.warning.setVisible(found["shrunk"])
        self.whole.setChecked(False)
        self._offer_heirs(rows)
        self._untold(rows, shrunk=found["shrunk"])
        read = words.when(utc_moment(found["read_at"]), self._workbench.now())
        self.said.setText(self.tr("{said} · read {when}").format(said=self.said.text(), when=read))

    def _untold(self, rows: list[Row], *, shrunk: bool) -> None:
        """Ticks what is sure, but nobody's leaving while it is a question whether all of them have left."""
        leaving = GOING if shrunk else ()
        self.model.tick({one.id for one in rows if one.sure and one.what not in leaving})
        unsure = sum(not one.sure for one in rows)
        if not rows:
            self.said.setText(self.tr("Both say the same: there is nothing to change."))
        else:
            said = self.tr("%n changes", "", len(rows))
            more = self.tr("%n to be settled by you", "", unsure)
            self.said.setText(f"{said} · {more}" if unsure else said)
        self._on_ticks()

    def _offer_heirs(self, rows: list[Row]) -> None:
        chosen = self.heir.currentData()
        self.heir.clear()
        self.heir.addItem(self.tr("nobody: it stays with them"), "")
        for one in self._workbench.ask(person_rows):
            if one.person.here:
                self.heir.addItem(f"{one.person.name} {one.person.employee_no or ''}".strip(), one.id)
        self.heir.setCurrentIndex(max(0, self.heir.findData(chosen)))
        self.hands.setVisible(any(any(one.holds.values()) for one in rows if one.what == "person_left"))

    # carrying out

    def _on_ticks(self) -> None:
        many = len([one for one in self.model.chosen() if one.sure])
        leaving = any(one.what in GOING for one in self.model.chosen())
        asked = not self.warning.isHidden() and leaving and not self.whole.isChecked()
        self.take.setText(self.tr("Carry out %n changes", "", many))
        self.take.setEnabled(many > 0 and not asked)

    def carry_out(self) -> None:
        """What is ticked is done by the hub, in its order."""
        chosen = [one for one in self.model.chosen() if one.sure]
        heir = self.heir.currentData()
        heirs = {one.id.partition(":")[2]: heir for one in chosen if heir and one.what == "person_left"}
        asked = {"keys": [one.id for one in chosen], "hand_on": heirs, "whole": self.whole.isChecked()}
        self._busy(self.tr("%n changes are being carried out…", "", len(chosen)))
        self._call(lambda client: client.call("POST", "/api/directory", json=asked), self._on_done)

    def _on_done(self, found: dict[str, Any]) -> None:
        lang = language.name
        self._failed = {one["key"]: refusal(one["refused"], one["facts"], lang) for one in found["failed"]}
        self._toast.good(self.tr("%n changes carried out.", "", found["done"]))
        self._workbench.syncing.soon()
        self._on_told(found)


def _change(one: Row) -> str:
    return " → ".join(part for part in (one.was, one.now) if part)


def _loud(one: Row) -> str | None:
    return "overdue" if one.what == "person_left" else None
