"""The form of a zone's emergency plan and number."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from desktop.widgets.parts import button, column, label, row
from desktop.words import say
from services.core.operation import known_kind
from services.core.zones import Zone


class EmergencyDialog(QDialog):
    """`given` carries plan and number to be saved; it stays open, with what was typed, until it is accepted. Open it
    with `open()`; it ends itself."""

    given = Signal(str, str)

    def __init__(self, zone: Zone, above: QWidget) -> None:
        super().__init__(above)
        lengths = known_kind("zones.set_emergency").schema()["properties"]
        self._most = int(lengths["emergency"]["maxLength"])
        self.setObjectName("emergencyDialog")
        self.setWindowTitle(self.tr("In an emergency: {zone}").format(zone=zone.name))
        self.resize(440, 380)
        self.plan = QPlainTextEdit(zone.emergency)
        self.plan.setObjectName("emergencyPlan")
        self.plan.setAccessibleName(say("field.zone.emergency"))
        self.plan.setTabChangesFocus(True)
        self.phone = QLineEdit(zone.phone)
        self.phone.setObjectName("emergencyPhone")
        self.phone.setAccessibleName(say("field.zone.phone"))
        self.phone.setMaxLength(int(lengths["phone"]["maxLength"]))
        self.told = label("", "error", "emergencyTooLong", wrap=True)
        self.told.hide()
        self.save = button(self.tr("Save"), "saveEmergency", self._on_save, "primary")
        foot = row(None, button(self.tr("Cancel"), "emergencyCancel", self.reject), self.save)
        self.setLayout(
            column(
                label(say("field.zone.emergency"), "caption"),
                self.plan,
                self.told,
                label(say("field.zone.phone"), "caption"),
                self.phone,
                foot,
                margins=(20, 20, 20, 20),
            )
        )
        self.plan.textChanged.connect(self._on_typed)
        self.finished.connect(self.deleteLater)

    def _on_typed(self) -> None:
        over = len(self.plan.toPlainText()) - self._most
        self.told.setText(self.tr("Too long by {n} characters").format(n=over))
        self.told.setVisible(over > 0)
        self.save.setEnabled(over <= 0)

    def _on_save(self) -> None:
        self.given.emit(self.plan.toPlainText(), self.phone.text())
