"""Computers that hold a copy of the plant: whose they are, and shutting one out that is lost."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.views.settings.pairing_dialog import PairingDialog
from desktop.widgets.parts import box, button, column, emptied, label, row
from desktop.widgets.reason import ReasonDialog

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.devices import Device
    from services.core.people import Person
    from services.store.records import Records


class DevicesCard(QWidget):
    """`follow` shows what is so now."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._rows = column(gap=6)
        self._shown: tuple[Any, ...] = ()
        self._asked = ""
        self.pair = button(self.tr("Pair a computer…"), "pairComputer", self._on_pair, "", "add")
        told = self.tr("Each has a copy of the plant and works without the hub. Revoke one that is lost.")
        self.setLayout(column(label(told, "caption", wrap=True), self._rows, row(self.pair, None), gap=10))

    def follow(self) -> None:
        """All paired computers, those in use first."""
        found, people = self.workbench.ask(_devices)
        shown = (found, people, words.local(self.workbench.now()).date())  # a day of the past is not called today
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self._rows)
        for device in sorted(found, key=lambda one: (one.revoked_at is not None, one.paired_at)):
            self._rows.addWidget(self._row(device, people))
        if not found:
            self._rows.addWidget(label(self.tr("None has been paired yet."), "muted"))

    def _row(self, device: "Device", people: "dict[str, Person]") -> QWidget:
        who = people[device.person].name if device.person in people else "–"
        here = device.id == self.workbench.opened.replica.fact("device")
        name = device.name + (" · " + self.tr("this computer") if here else "")
        said = self.tr("{who}, since {when}").format(who=who, when=words.day(device.paired_at))
        act = None
        if device.revoked_at is not None:
            by = people[device.revoked_by].name if device.revoked_by in people else "–"
            said = self.tr("Revoked {when} by {who}: {why}").format(
                when=words.when(device.revoked_at, self.workbench.now()), who=by, why=device.reason
            )
        elif not here:
            act = button(self.tr("Revoke…"), f"revoke-{device.id}", self._on_revoke)
            act.setProperty("device", device.id)
        look = "muted" if device.revoked_at is not None else ""
        texts = box(column(label(name, look), label(said, "caption", wrap=True), gap=2))
        across = row(texts, *([act] if act else []), margins=(12, 8, 12, 8))
        across.setStretch(0, 1)
        return box(across, "card", f"device-{device.id}")

    def _on_pair(self) -> None:
        from services.core.roles import ADMINISTRATION, CONSOLE_ROLES

        me = self.workbench.me
        if me is None:
            return
        others = self.workbench.ask(lambda look: look.find("person")) if ADMINISTRATION & set(me.roles) else ()
        may = [one for one in others if one.here and one.id != me.id and CONSOLE_ROLES & set(one.roles)]
        PairingDialog(self.workbench, [me, *may], self).open()

    def _on_revoke(self) -> None:
        self._asked = str(self.sender().property("device"))
        reasons = (self.tr("The laptop is lost"), self.tr("It was given away"), self.tr("Its user has left"))
        text = self.tr("Nothing is taken from it any more and it gets nothing. What was not sent stays on it.")
        asked = ReasonDialog(self.tr("Revoke the computer"), text, reasons, self.tr("Shut it out"), self)
        asked.given.connect(self._on_reason)
        asked.open()

    def _on_reason(self, reason: str) -> None:
        self.workbench.send("devices.revoke", self._on_answered, device=self._asked, reason=reason)

    def _on_answered(self, refused: object) -> None:
        from services.core.refused import Refused

        if isinstance(refused, Refused):
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("The computer has been revoked."))


def _devices(look: "Records") -> "tuple[tuple[Device, ...], dict[str, Person]]":
    """All of them, and the people whom they name."""
    found = look.find("device")
    named = {id_ for one in found for id_ in (one.person, one.revoked_by) if id_}
    return found, {id_: person for id_ in named if (person := look.get("person", id_)) is not None}
