"""The address under which phones see the plant: one field, a suggestion, and why an address may not do."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QNetworkInterface
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.parts import button, column, label, row
from services.core.plant import address_warning, plain_address
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.workbench import Workbench


class AddressForm(QWidget):
    """`saved` when the plant has its address. `look` is that of its button: primary where it is the page's one."""

    saved = Signal()

    def __init__(self, workbench: "Workbench", look: str = "") -> None:
        super().__init__()
        self.workbench = workbench
        self.field = QLineEdit()
        self.field.setObjectName("plantAddress")
        self.field.setAccessibleName(self.tr("Address that phones open"))
        self.field.setPlaceholderText("https://safety.example.com")
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_save)
        self.save = button(self.tr("Use this address"), "saveAddress", self._on_save, look)
        self.warning = label("", "warning", "addressWarning", wrap=True)
        self.offer = button("", "suggestAddress", self._on_offer, "link")
        self.setLayout(column(row(self.field, self.save), self.warning, row(self.offer, None), gap=6))
        self._suggested = suggested_address(workbench.opened.url)
        self.offer.setText(self.tr("This computer: {address}").format(address=self._suggested))

    def follow(self) -> None:
        """Shows the plant's address, unless one is being typed."""
        plant = self.workbench.plant
        if plant is not None and not self.field.hasFocus():
            self.field.setText(plant.address or "")
        self._on_typed()

    def _on_typed(self) -> None:
        plant = self.workbench.plant
        text = self.field.text().strip()
        self.warning.setText(warning_of(text))
        self.warning.setVisible(bool(self.warning.text()))
        self.save.setEnabled(bool(text) and plant is not None and text != plant.address)
        self.offer.setVisible(bool(self._suggested) and text != self._suggested)

    def _on_offer(self) -> None:
        self.field.setText(self._suggested)

    def _on_save(self) -> None:
        if self.save.isEnabled() and self.workbench.run("plant.set_address", address=self.field.text().strip()).ok:
            self.field.clearFocus()
            self.follow()
            self.saved.emit()


def warning_of(text: str) -> str:
    """Why phones may not reach this address; empty for a good one and for what is not finished."""
    try:
        code = address_warning(plain_address(text)) if text else None
    except Refused:
        return ""
    if code == "loopback":
        return QCoreApplication.translate(
            "Address", "Only this very computer can open this address. Phones can't: take the one in the network."
        )
    if code == "changing":
        return QCoreApplication.translate(
            "Address",
            "A bare number may belong to another machine tomorrow, and then every printed label is dead. "
            "Have the number fixed, or better a name set up.",
        )
    if code == "not_https":
        return QCoreApplication.translate(
            "Address",
            "Without https phones can take and send photos, but can't keep them while they have no network.",
        )
    return ""


def suggested_address(hub: str) -> str:
    """The hub's address as the network sees it: its own, or this machine's first number in place of loopback."""
    parts = urlsplit(hub)
    host = parts.hostname or ""
    if host and address_warning(hub) != "loopback":
        return hub
    number = _number_here()
    return f"{parts.scheme or 'http'}://{number}:{parts.port}" if number and parts.port else ""


def _number_here() -> str:
    wanted = QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
    found: list[QHostAddress] = [
        address
        for address in QNetworkInterface.allAddresses()
        if address.protocol() == wanted and not address.isLoopback() and not address.isLinkLocal()
    ]
    return found[0].toString() if found else ""
