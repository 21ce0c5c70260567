"""What can be said of the element that is chosen in the template editor: its text, its letters, that it should go."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QWidget

from desktop import words
from desktop.widgets.parts import button, column, label, row

if TYPE_CHECKING:
    from services.reports.label_sheets import Element

SIZES_PT = (4.0, 200.0)
FACTS = (
    *("name", "zone_class", "class_word", "code", "supervisor", "phone"),
    *("plant", "host", "hint", "risk_notice", "emergency"),
)


class ElementForm(QWidget):
    """`changed` carries the chosen element as it should be, `removed` tells that it should go."""

    changed = Signal(object)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._element: Element | None = None
        self.place = label("", "caption", "elementPlace", wrap=True)
        self.text = self._field("elementText", self.tr("Text"), 200)
        self.letters = self._field("elementSize", self.tr("Largest letters (pt)"), 5)
        self.bold = self._tick("elementBold", self.tr("Bold"))
        self.centred = self._tick("elementCentred", self.tr("In the middle"))
        self.fact = button(self.tr("Insert a fact…"), "insertFact", self._on_fact, "link")
        self.words = QWidget()
        said, sized = self.text.accessibleName(), self.letters.accessibleName()
        self.words.setLayout(
            column(
                label(said, "caption"), self.text, row(self.fact, None),
                label(sized, "caption"), self.letters, self.bold, self.centred,
                gap=6,
            )
        )  # fmt: skip
        self.remove = button(self.tr("Remove"), "removeElement", self.removed.emit)
        self.setLayout(column(self.place, self.words, row(self.remove, None), gap=10))

    def _field(self, name: str, said: str, most: int) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(said)
        made.setMaxLength(most)
        made.editingFinished.connect(self._on_text)
        return made

    def _tick(self, name: str, said: str) -> QCheckBox:
        made = QCheckBox(said)
        made.setObjectName(name)
        made.clicked.connect(self._on_text)
        return made

    def show_element(self, one: "Element | None") -> None:
        """This element is chosen, or none."""
        self._element = one
        self.words.setVisible(one is not None and one.kind == "text")
        self.remove.setVisible(one is not None and one.kind != "code")
        if one is None:
            self.place.setText(self.tr("Press something on the label to change it."))
            return
        kinds = {"text": self.tr("Text"), "code": self.tr("Code"), "line": self.tr("Line"), "logo": self.tr("Logo")}
        (x, y), (wide, high) = one.at_mm, one.size_mm
        self.place.setText(f"{kinds[one.kind]} · {x:g}, {y:g} mm · {wide:g} × {high:g} mm")
        self.text.setText(one.text)
        self.letters.setText(f"{one.pt:g}")
        self.bold.setChecked(one.bold)
        self.centred.setChecked(one.centred)

    def insert(self, fact: str) -> None:
        """A fact of the zone, where the text's cursor is."""
        self.text.insert(f"{{{fact}}}")
        self._on_text()

    def _on_text(self) -> None:
        one = self._element
        if one is None or one.kind != "text":
            return
        try:
            pt = min(max(float(self.letters.text().replace(",", ".")), SIZES_PT[0]), SIZES_PT[1])
        except ValueError:
            pt = one.pt
        bold, centred = self.bold.isChecked(), self.centred.isChecked()
        self.changed.emit(replace(one, text=self.text.text(), pt=pt, bold=bold, centred=centred))

    def _on_fact(self) -> None:
        menu = QMenu(self)
        for fact in FACTS:
            menu.addAction(words.say(f"label.fact.{fact}")).setData(fact)
        menu.triggered.connect(lambda action: self.insert(str(action.data())))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.fact.mapToGlobal(QPoint(0, self.fact.height())))
