"""The plant's mail server. Its password goes to the hub and is never shown, nor kept here."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from desktop import words
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, emptied, label, row

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.plant import Plant

FIELDS = ("host", "port", "security", "user", "sender")
SECURITIES = ("none", "starttls", "tls")


class MailCard(QWidget):
    """Where alerts go out."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: tuple[Any, ...] | None = None
        self._fields = column()
        self.password = QLineEdit()
        self.password.setObjectName("mailPassword")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Password"))
        self.password.setPlaceholderText(self.tr("Leave it empty to keep the present one"))
        self.password.returnPressed.connect(self._on_save)
        self.save = button(self.tr("Save the mail server"), "saveMail", self._on_save)
        told = self.tr("People are told by e-mail of the hazards that wait for them.")
        self.setLayout(
            column(
                label(told, "caption", wrap=True),
                self._fields,
                column(label(self.tr("Password"), "caption"), self.password, gap=4),
                row(self.save, None),
                gap=8,
            )
        )

    def follow(self, plant: "Plant", *, may: bool) -> None:
        """Shows the plant's mail server; what is being typed stays unless it has changed elsewhere."""
        values = {name: getattr(plant, f"mail_{name}") for name in FIELDS}
        if self._shown != tuple(values.values()):
            self._shown = tuple(values.values())
            emptied(self._fields)
            securities = [(words.say(f"value.mail_security.{one}"), one) for one in SECURITIES]
            self._form = Form(
                "plant.set_mail", "mail", "mail", only=FIELDS, values=values, choices={"security": securities}
            )
            self._form.entered.connect(self._on_save)
            self._fields.addWidget(self._form)
        self.setEnabled(may)

    def _on_save(self) -> None:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
        elif self.workbench.run("plant.set_mail", **self._form.values()).ok:
            self._keep_password()

    def _keep_password(self) -> None:
        password = self.password.text()
        if not password:
            self._on_kept(None)
            return

        def keep(client: Any) -> Any:
            return client.call("POST", "/api/secrets/mail", json={"password": password})

        self.workbench.call(keep, self._on_kept)

    def _on_kept(self, _: Any) -> None:
        if isValid(self):
            self.password.clear()
        self.toast.good(self.tr("The mail server has been saved."))
