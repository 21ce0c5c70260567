"""Shows the one-time code by which another computer is paired: as a QR code, as a line to copy, and to read aloud."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.widgets.choice import Choice
from desktop.widgets.parts import box, button, column, label, row
from desktop.widgets.qr_code import QrCode

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.core.people import Person

SIDE = 232


class PairingDialog(QDialog):
    """For one of `people`; a code is made when the person is chosen."""

    def __init__(self, workbench: "Workbench", people: "list[Person]", parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pairingDialog")
        self.setWindowTitle(self.tr("Pair a computer"))
        self.setMinimumWidth(520)
        self.workbench = workbench
        self.who = Choice("pairingPerson", self.tr("Who will use it"))
        for one in people:
            self.who.addItem(one.name, one.id)
        self.code = label("", "figure", "pairingShown", copy=True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line = label("", "caption", "pairingLineShown", wrap=True, copy=True)
        self.picture = QrCode(SIDE, "pairingQr", self.tr("QR code of the line beside it"))
        self._text = ""
        make = button(self.tr("Make a code"), "makePairing", self._on_make, "primary")
        copy = button(self.tr("Copy the line"), "copyPairing", self._on_copy)
        told = self.tr(
            "On the other computer choose 'Join a hub' and paste the line, let it read a picture of the QR code, or "
            "type the address and the code. Good once, for {minutes} minutes."
        )
        self._card = box(
            row(self.picture, column(self.code, self.line, row(copy, None), None, gap=8), gap=16), "card", "pairingCard"
        )
        self._card.hide()
        shut = button(self.tr("Close"), "closePairing", self.accept)
        self.setLayout(
            column(
                label(self.tr("Pair a computer"), "section"),
                label(told.format(minutes=15), "muted", wrap=True),
                column(label(self.tr("Who will use it"), "caption"), row(self.who, make, gap=8), gap=4),
                self._card,
                row(None, shut),
                gap=12,
                margins=(24, 20, 24, 20),
            )
        )
        self.resize(self.minimumWidth(), self.height())
        self._fit()
        self.finished.connect(self.deleteLater)

    def _on_make(self) -> None:
        person = str(self.who.currentData())

        def make(client: Any) -> Any:
            return client.call("POST", "/api/pairings", json={"person": person}), client.url

        self.workbench.call(make, self._on_made)

    def _on_made(self, found: tuple[dict[str, Any], str]) -> None:
        from services.sync.pairing import pairing_line, shown

        answer, url = found
        self._text = pairing_line(answer["address"] or url, answer["code"], answer.get("pin", ""))
        self.code.setText(shown(answer["code"]))
        self.line.setText(self._text)
        self.picture.show_text(self._text)
        self._card.show()
        self._fit()

    def _fit(self) -> None:
        """As high as its wrapped words and the picture need: a code that is cut off cannot be read."""
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._text)
