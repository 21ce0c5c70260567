"""Keys of other systems: that by which they hand over readings, that by which one watches the hub, and those by which
WeCom hands over replies. When each was made, where it is used, and a new one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from desktop import words
from desktop.widgets.parts import button, column, label, row
from services.core.shape import utc_moment

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


@dataclass(frozen=True)
class KeyOf:
    """What a key opens: the address that it goes with, where it is made, and what its parts are named by."""

    path: str
    route: str
    name: str


READINGS = KeyOf("/ingest/readings", "/api/connectors/key", "Connectors")
WATCHING = KeyOf("/metrics", "/api/watching/key", "Watching")
REPLIES = KeyOf("/wecom/replies", "/api/wecom/replies", "Replies")


class ConnectorsCard(QWidget):
    """The key is shown once, when it is made: the hub keeps no more of it than it needs to know it again. A second key
    ends the first, so it takes two presses."""

    def __init__(self, workbench: "Workbench", toast: "Toast", of: KeyOf = READINGS) -> None:
        super().__init__()
        self.workbench, self.toast, self.of = workbench, toast, of
        self._made = ""
        told = {
            READINGS: self.tr(
                "A gateway or another program sends readings as JSON lines or CSV to this address, with the key as a "
                "bearer token."
            ),
            WATCHING: self.tr(
                "Prometheus or another monitoring system reads figures of the hub from this address, with the key as "
                "a bearer token. No names are in them."
            ),
            REPLIES: self.tr(
                "So that an alert can be acknowledged by replying in WeCom, this address and two keys are entered "
                "there, under 'Receive messages' of the application. OK acknowledges what waits; where several wait, "
                "OK with the number."
            ),
        }[of]
        name = of.name.lower()
        self.address = label("", "muted", f"{name}Address", wrap=True, copy=True)
        self.said = label("", name=f"{name}KeySaid", wrap=True)
        self.key = label("", name=f"{name}Key", wrap=True, copy=True)
        self.copy = button(self.tr("Copy the key"), f"copy{of.name}Key", self._on_copy)
        self.make = button("", f"make{of.name}Key", self._on_make)
        self._shown(None)
        parts = (label(told, "caption", wrap=True), self.address, self.said, self.key, row(self.make, self.copy, None))
        self.setLayout(column(*parts, gap=8))

    def follow(self) -> None:
        """Asks the hub how it is; where there is none, no key can be made."""
        client = self.workbench.opened.client
        self.address.setText(f"{address_of_hub(self.workbench)}{self.of.path}")
        self.make.setEnabled(client is not None and self.workbench.may("plant.set_broker"))
        if client is not None and not self.key.text():
            self.workbench.tasks.run(lambda: _made_at(client, self.of.route), self._on_known)

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
        self.workbench.call(lambda client: client.call("POST", self.of.route, json={}), self._on_made)

    def _on_made(self, found: dict[str, Any]) -> None:
        self.said.setText(self.tr("This is the key. It is shown this once: copy it to where it is needed."))
        made = (("Token", found.get("token")), ("EncodingAESKey", found["key"]))
        self._shown("\n".join(f"{name}: {one}" for name, one in made) if "token" in found else str(found["key"]))

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.key.text())
        self.toast.good(self.tr("Copied."))


def address_of_hub(workbench: "Workbench") -> str:
    """Where others find the hub: the plant's own address, or the one by which this console knows it."""
    plant, client = workbench.plant, workbench.opened.client
    return str((plant and plant.address) or (client and client.url) or "")


def _made_at(client: Any, route: str) -> str | None:
    """When the present key was made, '' for none; None where the hub does not say."""
    from services.core.refused import Refused
    from services.sync.client import Unreachable

    try:
        return str(client.call("GET", route)["made_at"] or "")
    except (Refused, Unreachable):
        return None
