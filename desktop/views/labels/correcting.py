"""Calibration in the print dialog: a ruler page, four measures, and the correction that is kept."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import words
from desktop.language import language
from desktop.views.labels.destination import Destination, keep_correction, kept_correction
from desktop.widgets.asking import ask_save
from desktop.widgets.parts import box, button, column, label, row
from services.core.refused import Refused
from services.reports.calibration import Correction

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from services.reports.label_sheets import Template

FILES = "file"  # one correction for whatever prints our files


class Correcting(QWidget):
    """What is corrected for the printer that `aim` names, and how to measure it. `resized` when it needs other room."""

    resized = Signal()

    def __init__(self, template: "Template", tasks: "Tasks", aim: Callable[[], Destination]) -> None:
        super().__init__()
        from services.reports.calibration import ruler_of

        self.template, self.tasks, self.aim = template, tasks, aim
        self.correction = Correction()
        self.said = label("", "caption", "correctionSaid", wrap=True)
        self.measure = button(self.tr("Measure…"), "measureRuler", self._on_measure, "link")
        self.forget = button(self.tr("Print as it is"), "forgetCorrection", self._on_forget, "link")
        right = ruler_of(template)
        self.fields = [
            _field(f"measured{letter}", letter, value)
            for letter, value in zip("ABCD", (right.left, right.top, right.across, right.down), strict=True)
        ]
        told = self.tr(
            "Print the ruler page, lay a ruler on it, and type what you measure: A and B from the paper's edges to the "
            "lines, C and D how long the lines are."
        )
        self.fault = label("", "error", "correctionFault", wrap=True)
        self.fault.hide()
        fields = row(
            *(column(label(f"{one.accessibleName()} (mm)", "caption"), one, gap=2) for one in self.fields), gap=8
        )
        act = row(
            button(self.tr("Print the ruler page"), "printRuler", self._on_ruler, picture="print"),
            None,
            button(self.tr("Keep the measures"), "keepCorrection", self._on_keep),
        )
        self.card = box(
            column(label(told, "muted", wrap=True), fields, self.fault, act, gap=8, margins=(12, 10, 12, 10)), "card"
        )
        self.card.hide()
        head = row(self.said, self.forget, self.measure)
        head.setStretchFactor(self.said, 1)
        self.setLayout(column(head, self.card, gap=8))

    def follow(self) -> None:
        """Shows what is kept for the printer that is chosen now."""
        self.correction = kept_correction(self._printer(), self.template.name)
        (x, y), scale = self.correction.offset_mm, self.correction.scale
        shown = self.tr("Corrected for this printer and paper: {x} mm right, {y} mm down, {scale} %")
        shown = shown.format(x=f"{x:+g}", y=f"{y:+g}", scale=f"{scale * 100:.2f}")
        plain = self.tr("Nothing is corrected for this printer and paper.")
        self.said.setText(plain if self.correction.plain else shown)
        self.forget.setVisible(not self.correction.plain)

    def _printer(self) -> str:
        aim = self.aim()
        return FILES if aim.kind == "file" else aim.to

    def _on_measure(self) -> None:
        self.card.setVisible(self.card.isHidden())
        self.resized.emit()

    def _on_forget(self) -> None:
        keep_correction(self._printer(), self.template.name, Correction())
        self.follow()
        self.resized.emit()

    def _on_keep(self) -> None:
        from services.reports.calibration import Ruler, correction

        try:
            found = correction(self.template, Ruler(*(_length(field.text()) for field in self.fields)))
        except Refused as refused:
            self._tell(words.refusal(refused))
            return
        keep_correction(self._printer(), self.template.name, found)
        self.card.hide()
        self._tell("")
        self.follow()

    def _tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.resized.emit()

    def _on_ruler(self) -> None:
        aim = self.aim()
        if aim.kind != "file":
            self._put(aim)
            return
        title, proposed = self.tr("Print the ruler page"), self.tr("ruler") + ".pdf"
        ask_save(self, "rulerFile", title, ["PDF (*.pdf)"], self._on_file, proposed)

    def _on_file(self, file: str) -> None:
        self._put(Destination("file", file))

    def _put(self, aim: Destination) -> None:
        template, lang = self.template, language.name
        self.tasks.run(lambda: ruler_to(aim, template, lang), self._on_done, self._on_failed)

    def _on_done(self, _: object) -> None:
        self._tell("")

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused | OSError):
            raise error
        self._tell(words.refusal(error) if isinstance(error, Refused) else str(error))


def ruler_to(aim: Destination, template: "Template", lang: str) -> None:
    """Runs in the background. Raises Refused, OSError."""
    from dataclasses import replace
    from tempfile import TemporaryDirectory

    from services.reports.calibration import print_ruler

    if aim.kind != "printer":
        print_ruler(replace(template, printer_dpi=aim.dpi or template.printer_dpi), aim.to, aim.language, lang)
        return
    from desktop.views.labels.paper_printer import print_on

    with TemporaryDirectory() as folder:
        page = Path(folder) / "ruler.pdf"
        print_ruler(template, str(page), lang=lang)
        print_on(aim.to, page, template)


def _field(name: str, letter: str, value: float) -> QLineEdit:
    made = QLineEdit(f"{value:g}")
    made.setObjectName(name)
    made.setAccessibleName(letter)
    made.setMaxLength(6)
    return made


def _length(text: str) -> float:
    """A measure as people type it, with a point or a comma; nothing that is a length where it is none."""
    try:
        return float(text.strip().replace(",", ".").replace("，", "."))
    except ValueError:
        return math.nan
