"""How a new rule is begun: with a template, whose figures are then filled in, or with nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from desktop import words
from desktop.widgets.parts import button, column, label
from services.rules.templates import TEMPLATES

GO_ON = "kept"


class Beginning(QWidget):
    """`chosen` with the template's name, "" for none, GO_ON for what was not saved the last time (`kept`); `said` with
    a rule in one line."""

    chosen = Signal(str)
    said = Signal(str)

    def __init__(self, *, kept: bool) -> None:
        super().__init__()
        told = self.tr("Begin with what comes nearest; every block can be changed afterwards.")
        self.line = QLineEdit()
        self.line.setObjectName("ruleLine")
        self.line.setAccessibleName(self.tr("The rule in one line"))
        self.line.setPlaceholderText(self.tr("e.g. compressor temperature above 90 for 15 min"))
        self.line.returnPressed.connect(self._on_said)
        layout = column(self.line, label(told, "muted", wrap=True), gap=8)
        if kept:
            go_on = button(self.tr("Go on with what was not saved"), f"begin-{GO_ON}", self._on_chosen, "primary")
            layout.addWidget(go_on)
        for name in ("", *TEMPLATES):
            text = words.say(f"block.template.{name}") if name else self.tr("An empty rule")
            made = button(text, f"begin-{name}", self._on_chosen)
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            about = label(words.say(f"rule.about.{name}"), "caption", wrap=True) if name else None
            layout.addLayout(column(made, *([about] if about else []), gap=2, margins=(0, 0, 0, 6)))
        self.setLayout(layout)

    def _on_said(self) -> None:
        if self.line.text().strip():
            self.said.emit(self.line.text().strip())

    def _on_chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.chosen.emit(sender.objectName().removeprefix("begin-"))
