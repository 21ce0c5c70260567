"""The codes of accident types by edition of the standard: a crosswalk that the office keeps, with what is not certain
marked as such."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QLineEdit, QScrollArea, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.parts import box, button, column, emptied, label, row
from services.core.accident_codes import AccidentEdition, crosswalk, editions

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

WIDE, HIGH, CODE_WIDE = 760, 620, 90


class CodesDialog(QDialog):
    """Open it with `open()`."""

    def __init__(self, workbench: "Workbench", toast: "Toast", above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("codesDialog")
        self.setWindowTitle(self.tr("Accident codes"))
        self.resize(WIDE, HIGH)
        self.workbench, self.toast = workbench, toast
        self.known: tuple[AccidentEdition, ...] = workbench.ask(editions)
        self.edition = Choice("codesEdition", self.tr("Edition"))
        self.edition.offer([(one.edition, one.edition) for one in self.known], self.known[0].edition)
        self.edition.currentIndexChanged.connect(self._show)
        self.since = QLineEdit()
        self.since.setObjectName("codesSince")
        self.since.setPlaceholderText(self.tr("In force from, e.g. 2026-12-31"))
        self.since.setAccessibleName(words.say("field.accident_edition.since"))
        self.certain = QCheckBox(self.tr("checked against the published text"))
        self.certain.setObjectName("codesCertain")
        told = self.tr("Only what is checked is printed, from the day from which it holds.")
        self.grid = QGridLayout()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(box(self.grid))
        area.setAccessibleName(self.windowTitle())
        save = button(self.tr("Save the edition"), "codesSave", self._on_save, "primary")
        save.setEnabled(workbench.may("accident_editions.set"))
        foot = row(None, button(self.tr("Close"), "codesClose", self.accept), save)
        head = row(self.edition, self.since, self.certain, None)
        self.setLayout(column(label(told, "muted", wrap=True), head, area, foot, gap=10, margins=(20, 16, 20, 16)))
        self.finished.connect(self.deleteLater)
        self._show()

    def _show(self) -> None:
        found = self.known[self.edition.currentIndex()]
        self.since.setText(found.since.isoformat() if found.since else "")
        self.certain.setChecked(found.certain)
        emptied(self.grid)
        self._lines: dict[str, tuple[QLineEdit, QLineEdit]] = {}
        heads = (
            self.tr("Type here"),
            self.tr("Code in the edition"),
            self.tr("Name in the edition"),
            self.tr("Other editions"),
        )
        for place, text in enumerate(heads):
            self.grid.addWidget(label(text, "caption"), 0, place)
        here = self.edition.currentIndex()
        for at, (type_, codes) in enumerate(self.workbench.ask(crosswalk), 1):
            mine = codes[here]
            code, name = QLineEdit(mine.code if mine else ""), QLineEdit(mine.name if mine else "")
            code.setObjectName(f"code-{type_}")
            name.setObjectName(f"name-{type_}")
            code.setFixedWidth(CODE_WIDE)
            type_name = words.say(f"value.accident_type.{type_}")
            code.setAccessibleName(f"{type_name} · {heads[1]}")
            name.setAccessibleName(f"{type_name} · {heads[2]}")
            others = [f"{one.code} {one.name}" for place, one in enumerate(codes) if one and place != here]
            parts = (label(type_name), code, name, label(words.listed(others), "muted"))
            for place, part in enumerate(parts):
                self.grid.addWidget(part, at, place)
            self._lines[type_] = (code, name)

    def _on_save(self) -> None:
        found = self.known[self.edition.currentIndex()]
        since = self.since.text().strip()
        try:
            day = date.fromisoformat(since).isoformat() if since else None
        except ValueError:
            self.toast.bad(self.tr("A day is written like 2026-12-31."))
            return
        codes = [
            {"type": type_, "code": code.text().strip(), "name": name.text().strip()}
            for type_, (code, name) in self._lines.items()
            if code.text().strip() and name.text().strip()
        ]
        given = {"edition": found.edition, "certain": self.certain.isChecked(), "codes": codes}
        if self.workbench.run("accident_editions.set", **given, since=day).ok:
            self.toast.good(self.tr("Saved."))
            here = self.edition.currentIndex()
            self.known = self.workbench.ask(editions)
            now = next(place for place, one in enumerate(self.known) if one.edition == found.edition)
            self.edition.offer([(one.edition, one.edition) for one in self.known], self.known[now].edition)
            if now == here:
                self._show()
