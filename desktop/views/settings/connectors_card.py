"""The key with which other systems hand over readings: when it was made, where they send to, and a new one."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from desktop import words
from desktop.widgets.parts import button, column, label, row
from services.core.shape import utc_moment

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

PATH = "/ingest/readings"


class ConnectorsCard(QWidget):
    """The key is shown once, when it is made: the hub keeps no more of it than it needs to know it again. A second key
    ends the first, so it takes two presses."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._made = ""
        told = self.tr(
            "A gateway or another program sends readings as JSON lines or CSV to this address, with the key as a "
            "bearer token."
        )
        self.address = label("", "muted", "connectorsAddress", wrap=True, copy=True)
        self.said = label("", name="connectorsKeySaid", wrap=True)
        self.key = label("", name="connectorsKey", wrap=True, copy=True)
        self.copy = button(self.tr("Copy the key"), "copyConnectorsKey", self._on_copy)
        self.make = button("", "makeConnectorsKey", self._on_make)
        self._shown(None)
        parts = (label(told, "caption", wrap=True), self.address, self.said, self.key, row(self.make, self.copy, None))
        self.setLayout(column(*parts, gap=8))

    def follow(self) -> None:
        """Asks the hub how it is; where there is none, no key can be made."""
        plant, client = self.workbench.plant, self.workbench.opened.client
        self.address.setText(f"{(plant and plant.address) or (client and client.url) or ''}{PATH}")
        self.make.setEnabled(client is not None and self.workbench.may("plant.set_broker"))
        if client is not None and not self.key.text():
            self.workbench.tasks.run(lambda: _made_at(client), self._on_known)

    def _shown(self, key: str | None) -> None:
        self._asked = False
        self.key.setText(key or "")
        self.key.setVisible(bool(key))
        self.copy.setVisible(bool(key))
        self.make.setText(self.tr("Make a new key…") if self._made or key else self.tr("Make a key"))

    def _on_known(self, made: str | None) -> None:
        if made is None or self.key.text():
            return
        self._made = made
        when = words.when(utc_moment(made), self.workbench.now()) if made else ""
        self.said.setText(
            self.tr("A key was made {when}.").format(when=when) if made else self.tr("There is no key yet.")
        )
        self._shown(None)

    def _on_make(self) -> None:
        """The first key at once; a new one asks, as what uses the old one is let in no more."""
        if (self._made or self.key.text()) and not self._asked:
            self._asked = True
            self.said.setText(self.tr("Whatever uses the present key is let in no more. Press again to do it."))
            self.make.setText(self.tr("Make the new key now"))
            return
        self.workbench.call(lambda client: client.call("POST", "/api/connectors/key", json={}), self._on_made)

    def _on_made(self, found: dict[str, Any]) -> None:
        self.said.setText(self.tr("This is the key. It is shown this once: copy it to where it is needed."))
        self._shown(str(found["key"]))

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.key.text())
        self.toast.good(self.tr("Copied."))


def _made_at(client: Any) -> str | None:
    """When the present key was made, '' for none; None where the hub does not say."""
    from services.core.refused import Refused
    from services.sync.client import Unreachable

    try:
        return str(client.call("GET", "/api/connectors/key")["made_at"] or "")
    except (Refused, Unreachable):
        return None
