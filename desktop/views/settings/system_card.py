"""Another system that the hub speaks to: its address and the like, and its secret. The secret goes to the hub and is
never shown, nor kept here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, emptied, label, row

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.plant import Plant


@dataclass(frozen=True)
class System:
    """`name` is also that of its secret at the hub; `fields` are the operation's arguments with the plant's fields."""

    name: str
    operation: str
    fields: Mapping[str, str]
    told: str
    secret: str
    save: str
    saved: str
    words_of: str = "plant"
    choices: Mapping[str, Any] = field(default_factory=dict)


class SystemCard(QWidget):
    """One such system."""

    def __init__(self, workbench: "Workbench", toast: "Toast", system: System) -> None:
        super().__init__()
        self.workbench, self.toast, self.system = workbench, toast, system
        self._shown: tuple[Any, ...] | None = None
        self._fields = column()
        self.password = QLineEdit()
        self.password.setObjectName(f"{system.name}Password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(system.secret)
        self.password.setPlaceholderText(self.tr("Leave it empty to keep the present one"))
        self.password.returnPressed.connect(self._on_save)
        self.save = button(system.save, f"save{system.name.capitalize()}", self._on_save)
        self.now = label("", "muted", f"{system.name}Now", wrap=True)
        self.now.hide()
        self.setLayout(
            column(
                label(system.told, "caption", wrap=True),
                self._fields,
                column(label(system.secret, "caption"), self.password, gap=4),
                self.now,
                row(self.save, None),
                gap=8,
            )
        )

    def follow(self, plant: "Plant", *, may: bool) -> None:
        """Shows what the plant has set; what is being typed stays unless it has changed elsewhere."""
        values = {name: getattr(plant, of) for name, of in self.system.fields.items()}
        if self._shown != tuple(values.values()):
            self._shown = tuple(values.values())
            emptied(self._fields)
            system = self.system
            prefix = "" if any(name.startswith(system.name) for name in system.fields) else system.name
            self._form = Form(
                system.operation,
                prefix,
                system.words_of,
                only=tuple(system.fields),
                values=values,
                choices=system.choices,
            )
            self._form.entered.connect(self._on_save)
            self._fields.addWidget(self._form)
        self.setEnabled(may)

    def tell(self, text: str) -> None:
        """How it is with the system now."""
        self.now.setText(text)
        self.now.setVisible(bool(text))

    def _on_save(self) -> None:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
        elif self.workbench.run(self.system.operation, **self._form.values()).ok:
            self._keep_password()

    def _keep_password(self) -> None:
        password, name = self.password.text(), self.system.name
        if not password:
            self._on_kept(None)
            return

        def keep(client: Any) -> Any:
            return client.call("POST", f"/api/secrets/{name}", json={"password": password})

        self.workbench.call(keep, self._on_kept)

    def _on_kept(self, _: Any) -> None:
        self.password.clear()
        self.toast.good(self.system.saved)
