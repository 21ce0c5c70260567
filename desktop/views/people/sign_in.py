"""How a person gets in: a one-time code, shown once, or a password. Both are made by the hub."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from desktop.widgets.parts import box, button, column, label, row
from desktop.widgets.qr_code import QrCode

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.people import Person

LEAST_PASSWORD = 8
QR_SIDE = 232


class SignInPart(QWidget):
    """For one person. `shown` carries the card with the code when it has come."""

    shown = Signal(object)

    def __init__(self, workbench: "Workbench", toast: "Toast", person: "Person") -> None:
        super().__init__()
        self.workbench, self.toast, self.person = workbench, toast, person
        self.code = label("", "figure", "oneTimeCode", copy=True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        told = self.tr(
            "{name} signs in with it: the phone's camera on the picture, or name or number and this code as password. "
            "Good once, for 24 hours; it is shown only now."
        )
        self.meant = label(told.format(name=person.name), "caption", wrap=True)
        self.picture = QrCode(QR_SIDE, "signInQr", self.tr("QR code to sign in by phone"))
        self.card = box(
            column(self.code, row(None, self.picture, None), self.meant, gap=4, margins=(12, 12, 12, 12)), "card"
        )
        self.card.hide()
        self.password = QLineEdit()
        self.password.setObjectName("newPassword")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("New password, 8+ characters"))
        self.password.setAccessibleName(self.tr("New password"))
        self.password.returnPressed.connect(self._on_password)
        self.unlink = button(self.tr("Forget the linked company account"), "unlinkAccount", self._on_unlink, "link")
        ways = workbench.ask(lambda look: look.find("way_in", provider="oidc"))
        self.unlink.setVisible(any(one.active for one in ways))
        self.setLayout(
            column(
                button(self.tr("Make a one-time code"), "makeCode", self._on_code, "", "key"),
                self.card,
                row(self.password, button(self.tr("Set"), "savePassword", self._on_password)),
                row(self.unlink, None),
            )
        )

    def _on_unlink(self) -> None:
        person = self.person.id
        told = self.tr("Forgotten: {name} may sign in by another account now.").format(name=self.person.name)
        toast = self.toast
        self.workbench.call(
            lambda client: client.call("POST", "/api/accounts/unlink", json={"person": person}),
            lambda _: toast.good(told),
        )

    def _on_code(self) -> None:
        person = self.person.id

        def make(client: Any) -> dict[str, str]:
            found: dict[str, str] = client.call("POST", "/api/accounts/code", json={"person": person})
            return found

        self.workbench.call(make, self._on_made)

    def _on_made(self, made: dict[str, str]) -> None:
        code, address = made["code"], made.get("address", "")
        self.code.setText(f"{code[:4]}-{code[4:]}")
        self.picture.setVisible(bool(address))
        if address:
            self.picture.show_text(f"{address.rstrip('/')}/s#{self.person.id}.{code}")
        self.card.show()
        self.shown.emit(self.card)

    def _on_password(self) -> None:
        person, password = self.person.id, self.password.text()
        if len(password) < LEAST_PASSWORD:
            self.toast.bad(self.tr("The password needs at least 8 characters."))
            return

        def keep(client: Any) -> Any:
            return client.call("POST", "/api/accounts/password", json={"person": person, "password": password})

        # no method of this part: it is told even where the panel shows somebody else by then
        self.workbench.call(keep, lambda _: self._on_kept())

    def _on_kept(self) -> None:
        if isValid(self):
            self.password.clear()
        self.toast.good(self.tr("The password has been set."))
