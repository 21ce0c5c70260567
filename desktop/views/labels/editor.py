"""The template editor: a paper of one's own from one that is there, with a preview that is read back at once."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from desktop import words
from desktop.views.labels.canvas import LabelCanvas
from desktop.views.labels.element_form import ElementForm
from desktop.views.labels.previewing import Previewing
from desktop.widgets.asking import ask_open, ask_save
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, label, row
from services.core.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.tasks import Tasks
    from services.reports.label_face import LabelFacts
    from services.reports.label_sheets import Element, Template
    from services.reports.labels import Proof

SIZE = (1060, 640)
FORM = "JSON (*.json)"


class TemplateEditor(QDialog):
    """`saved` carries the name of a template that is now kept; "" when the user's own is removed. Open it with
    `open()`; it ends itself."""

    saved = Signal(str)

    def __init__(
        self, template: "Template", labels: "Sequence[LabelFacts]", tasks: "Tasks", above: QWidget, name: str = ""
    ) -> None:
        super().__init__(above)
        from services.reports.free_face import freed

        self.setObjectName("templateEditor")
        self.setWindowTitle(self.tr("Edit the template"))
        self.labels = list(labels)
        self.template = freed(template, self.labels[0])
        self.mine, self._asked = name, False
        self.past: list[tuple[Element, ...]] = []
        self.canvas = LabelCanvas(self.template.label_mm)
        self.canvas.changed.connect(self._on_moved)
        self.canvas.picked.connect(self._show_form)
        self.canvas.removed.connect(self._on_remove)
        self.preview = Previewing(tasks, self)
        self.preview.ready.connect(self._on_preview)
        self.preview.refused.connect(self._on_refused)
        self.verdict = label("", "muted", "templateVerdict", wrap=True)
        self.verdict.setMinimumHeight(40)
        self.fault = label("", "error", "templateFault", wrap=True)
        self.fault.hide()
        self.name = QLineEdit(name)
        self.name.setObjectName("templateName")
        self.name.setMaxLength(40)
        self.name.setPlaceholderText(self.tr("Name of my template"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.setLayout(column(self._head(), row(self._left(), self._side(), gap=16), self.fault, self._foot(), gap=12,
                              margins=(24, 20, 24, 20)))  # fmt: skip
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._on_undo)
        self.finished.connect(self.deleteLater)
        self.resize(*SIZE)
        self.canvas.setFocus()
        self._show(0)

    def _head(self) -> QWidget:
        self.seen = Choice("templateSeen", self.tr("Shown with"))
        self.seen.offer([(one.name, str(number)) for number, one in enumerate(self.labels)], "0")
        self.seen.activated.connect(self._refresh)
        told = self.tr("Drag to move, pull the corner to stretch; arrow keys move by half a millimetre.")
        made = QWidget()
        made.setLayout(
            row(column(label(self.windowTitle(), "section"), label(told, "caption"), gap=2), None, self.seen)
        )
        return made

    def _left(self) -> QWidget:
        made = QWidget()
        made.setLayout(column(self.canvas, self.verdict, gap=8))
        return made

    def _side(self) -> QWidget:
        adding = row(
            button(self.tr("+ Text"), "addText", self._on_add_text),
            button(self.tr("+ Line"), "addLine", self._on_add_line),
            button(self.tr("+ Logo"), "addLogo", self._on_add_logo),
        )
        self.form = ElementForm()
        self.form.changed.connect(self._on_changed)
        self.form.removed.connect(self._on_remove)
        made = QWidget()
        made.setFixedWidth(264)
        made.setLayout(column(adding, self.form, None, gap=10))
        return made

    def _foot(self) -> QWidget:
        save = button(self.tr("Save as mine"), "saveTemplate", self._on_save, "primary")
        self.away = button(self.tr("Remove my template"), "forgetTemplate", self._on_forget, "link")
        self.away.setVisible(bool(self.mine))
        made = QWidget()
        made.setLayout(
            row(
                button(self.tr("Import…"), "importTemplate", self._on_import),
                button(self.tr("Export…"), "exportTemplate", self._on_export),
                self.away,
                None,
                self.name,
                button(self.tr("Cancel"), "templateCancel", self.reject),
                save,
            )
        )
        self.name.setMinimumWidth(200)
        for one in made.findChildren(QPushButton):
            one.setAutoDefault(False)  # Enter in a field is for the field
        return made

    def _show(self, chosen: int) -> None:
        self.canvas.show_elements(self.template.elements, chosen)
        self._show_form()
        self._refresh()

    def _refresh(self) -> None:
        self.preview.want(self.template, self.labels[max(self.seen.currentIndex(), 0)])

    def _show_form(self) -> None:
        number = self.canvas.chosen
        self.form.show_element(self.template.elements[number] if number >= 0 else None)

    def _change(self, elements: "tuple[Element, ...]", chosen: int) -> None:
        """Another set of elements, which can be taken back."""
        if elements != self.template.elements:
            self.past.append(self.template.elements)
            self.template = replace(self.template, elements=elements)
            self._tell("")
        self._show(chosen)

    def _on_moved(self) -> None:
        self._change(self.canvas.elements, self.canvas.chosen)

    def _on_undo(self) -> None:
        if self.past:
            self.template = replace(self.template, elements=self.past.pop())
            self._show(min(self.canvas.chosen, len(self.template.elements) - 1))

    def _on_changed(self, element: "Element") -> None:
        number, elements = self.canvas.chosen, self.template.elements
        self._change((*elements[:number], element, *elements[number + 1 :]), number)

    def _on_add_text(self) -> None:
        self._add(kind="text", size=(min(30.0, self.template.label_mm[0]), 6.0), text=self.tr("New text"))

    def _on_add_line(self) -> None:
        self._add(kind="line", size=(min(30.0, self.template.label_mm[0]), 0.4))

    def _on_add_logo(self) -> None:
        ask_open(self, "logoFile", self.tr("A logo"), ["PNG, JPEG (*.png *.jpg *.jpeg)"], self._on_logo)

    def _on_logo(self, file: str) -> None:
        from services.reports.my_templates import logo_from

        try:
            image = logo_from(Path(file))
        except Refused as refused:
            self._tell(words.refusal(refused))
            return
        self._add(kind="logo", size=(min(12.0, self.template.label_mm[0]), 8.0), image=image)

    def _add(self, kind: str, size: tuple[float, float], text: str = "", image: str = "") -> None:
        from services.reports.label_sheets import Element

        wide, high = self.template.label_mm
        at = (round((wide - size[0]) / 2, 1), round((high - size[1]) / 2, 1))
        elements = (*self.template.elements, Element(kind=kind, at_mm=at, size_mm=size, text=text, image=image))
        self._change(elements, len(elements) - 1)

    def _on_remove(self) -> None:
        number, elements = self.canvas.chosen, self.template.elements
        if number >= 0 and elements[number].kind != "code":
            self._change((*elements[:number], *elements[number + 1 :]), -1)

    def _on_preview(self, proof: "Proof", picture: QImage | None) -> None:
        from services.reports.preflight import too_near

        self.canvas.show_picture(picture)
        why = proof.findings[0].why if proof.findings else proof.undrawn[0].why
        if why:
            self._judge(words.say(f"label.why.{why[0]}"), bad=True)
            return
        notes = proof.places[0].notes
        if notes:
            self._judge(words.say(f"label.note.{notes[0]}"), bad=True)
            return
        if too_near(self.template, proof.findings[0].side_mm):
            self._judge(words.say("label.note.too_near"), bad=True)
            return
        far = round(proof.findings[0].reading_mm / 10)
        self._judge(self.tr("Reads well, from up to about {n} cm.").format(n=far), bad=False)

    def _judge(self, said: str, *, bad: bool) -> None:
        self.verdict.setProperty("look", "error" if bad else "muted")
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        self.verdict.setText(said)

    def _on_refused(self, refused: Refused) -> None:
        self._judge(words.refusal(refused), bad=True)

    def _tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _on_save(self) -> None:
        from services.reports.my_templates import save_mine

        try:
            made = save_mine(self.template, self.name.text())
        except Refused as refused:
            self._tell(words.refusal(refused))
        except OSError as error:
            self._tell(str(error))
        else:
            self.saved.emit(made.name)
            self.accept()

    def _on_forget(self) -> None:
        """The first press asks, the second does it."""
        from services.reports.my_templates import forget

        if not self._asked:
            self._asked = True
            self.away.setText(self.tr("Remove '{name}' for good?").format(name=self.mine))
            return
        try:
            forget(self.mine)
        except (Refused, OSError) as error:
            self._tell(words.refusal(error) if isinstance(error, Refused) else str(error))
        else:
            self.saved.emit("")
            self.accept()

    def _on_export(self) -> None:
        name = (self.name.text().strip() or self.template.name) + ".json"
        ask_save(self, "exportFile", self.tr("Export the template"), [FORM], self._on_exported, name)

    def _on_exported(self, file: str) -> None:
        from services.reports.labels import put
        from services.reports.my_templates import as_file

        name = self.name.text().strip() or Path(file).stem
        try:
            put(Path(file), as_file(replace(self.template, name=name, title={"zh": name, "en": name})))
        except OSError as error:
            self._tell(str(error))

    def _on_import(self) -> None:
        ask_open(self, "importFile", self.tr("Import a template"), [FORM], self._on_imported)

    def _on_imported(self, file: str) -> None:
        from services.reports.my_templates import bring_in

        try:
            made = bring_in(Path(file))
        except Refused as refused:
            self._tell(words.refusal(refused))
        else:
            self.saved.emit(made.name)
            self.accept()
