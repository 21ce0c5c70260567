"""What a hazard says in the plant's own fields and of the phone's place, in words; and the form that fills them in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop import words
from desktop.widgets.check_answers import fields_said
from desktop.widgets.item_answer import ExtraFields
from desktop.widgets.parts import button, column, label, row
from services.core.checklists import ChecklistVersion, fields_of
from services.core.hazards import Hazard
from services.core.photo_place import FAR_M
from services.core.refused import Refused
from services.photos.folder import FolderFull
from services.store.queries.checklists import extra_answers

if TYPE_CHECKING:
    from desktop.workbench import Workbench

translate = QCoreApplication.translate
WIDE = 480


def off_said(hazard: Hazard) -> str:
    """How the phone's place at the report stands to the zone; "" where it told none."""
    if hazard.off_m is None:
        return ""
    if hazard.off_m <= FAR_M:
        return translate("ExtraPart", "at the zone, as the phone told it")
    return translate("ExtraPart", "at least {n} m from the zone: look closely").format(n=f"{hazard.off_m:,.0f}")


def extra_facts(workbench: "Workbench", hazard: Hazard) -> list[tuple[str, str]]:
    """The fields with what they say, then the phone's place."""
    answers = workbench.ask(extra_answers, form=hazard.extra_form, results=hazard.extra)
    return [*fields_said(answers), (translate("ExtraPart", "Reported from"), off_said(hazard))]


class FillDialog(QDialog):
    """The extra fields of a hazard, to be filled in or put right; `filled` once they are. Open it with `open()`."""

    filled = Signal()

    def __init__(self, workbench: "Workbench", hazard: Hazard, form: ChecklistVersion, above: QWidget) -> None:
        super().__init__(above)
        self._workbench, self._hazard = workbench, hazard
        self.setObjectName("fillDialog")
        self.setWindowTitle(self.tr("Extra fields"))
        self.setFixedWidth(WIDE)
        self.fields = ExtraFields(form, hazard.extra, workbench.tasks)
        self._trouble = label("", "error", "fillTrouble", wrap=True)
        self._trouble.hide()
        save = button(self.tr("Save"), "fillSave", self._on_save, "primary")
        save.setDefault(True)
        away = button(self.tr("Cancel"), "fillCancel", self.reject)
        away.setAutoDefault(False)
        parts = label(self.windowTitle(), "section"), self.fields.room(), self._trouble, row(None, away, save)
        self.setLayout(column(*parts, gap=10, margins=(24, 20, 24, 20)))
        self.finished.connect(self.deleteLater)

    def _on_save(self) -> None:
        missing = self.fields.missing()
        if missing:
            self._complain(self.tr("Please fill in: {field}").format(field=missing))
            return
        if self.fields.busy:
            return
        try:
            for photo in self.fields.chosen():
                self._workbench.keep_photo(photo)
        except FolderFull:
            self._complain(words.refusal(Refused("disk_full_here")))
            return
        local = self._workbench.run("hazards.fill_in", hazard=self._hazard.id, **self.fields.values())
        if local.ok:
            self.accept()
            self.filled.emit()
        elif local.refused:
            self._complain(words.refusal(local.refused))

    def _complain(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.show()


def hazard_fields(workbench: "Workbench") -> ChecklistVersion | None:
    """The extra fields that hazards have now."""
    found: ChecklistVersion | None = workbench.ask(fields_of, purpose="hazard")
    return found
