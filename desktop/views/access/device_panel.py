"""A device at doors: how it stands in plain words, where it is asked, its readers, its test, where it pushes to."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.figures import Whole
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, line, row
from desktop.widgets.side_panel import SidePanel
from services.core.shape import utc_moment

if TYPE_CHECKING:
    from desktop.views.access.devices_view import DeviceRow
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.door_devices import Reader

FIELDS = ("name", "address", "user", "every_s", "silent_minutes", "stream")


class DevicePanel(SidePanel):
    """One device, or a new one; `added` with its id when there is one more."""

    added = Signal(str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("doorDevicePanel")
        self.workbench, self.toast = workbench, toast
        self.shown: DeviceRow | None = None
        self.closed.connect(self._forget)

    def _forget(self) -> None:
        self.shown = None

    def follow(self, rows: Mapping[str, "DeviceRow"]) -> None:
        """The devices as they are now: what the hub says of the one that is shown, and its readers."""
        if self.shown is None or not self.isVisible():
            return
        now = rows.get(self.shown.id)
        if now is None:
            self.hide()
        elif now.device != self.shown.device:
            self.show_device(now)
        elif now.told != self.shown.told:
            self.shown = now
            self.stands.setText(self._said(now))

    def show_device(self, one: "DeviceRow | None") -> None:
        """The form of a device, or of a new one."""
        self.shown = one
        device = one.device if one else None
        self.start(device.name if device else self.tr("New door device"))
        self.stands = label(self._said(one) if one else "", "", "doorDeviceStands", wrap=True)
        if one is not None:
            self.body.addWidget(self.stands)
        values = {name: getattr(device, name) for name in FIELDS} if device else {}
        self._form = Form("door_devices.add", "doorDevice", "door_device", only=FIELDS, values=values)
        self._form.entered.connect(self._on_save)
        self.password = QLineEdit()
        self.password.setObjectName("doorDevicePassword")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Password"))
        self.password.setPlaceholderText(self.tr("Leave it empty to keep the present one"))
        self.body.addWidget(self._form)
        if one is not None:
            self.body.addLayout(column(label(self.tr("Password"), "caption"), self.password, gap=4))
            self._readers(one)
            self._pushing()
        self.foot.addWidget(button(self.tr("Save"), "doorDeviceSave", self._on_save, "primary"))
        if one is not None:
            self.foot.addWidget(button(self.tr("Test"), "doorDeviceTest", self._on_test))
            self.foot.addWidget(button(self.tr("Retire"), "doorDeviceRetire", self._on_retire))
        self.end()
        may = self.workbench.may("door_devices.change")
        for part in (self._form, self.password, self._base):
            part.setEnabled(may)

    def _said(self, one: "DeviceRow") -> str:
        told, now = one.told, self.workbench.now()
        until = words.when(utc_moment(told["wait_until"]), now) if told.get("wait_until") else ""
        parts = [words.say(f"access.door.{one.word}", until=until, text=told.get("text", ""))]
        if told.get("lost"):
            parts.append(self.tr("%n events are missing; they are asked for.", "", told["lost"]))
        if told.get("others"):
            kinds = self.tr("%n events were no passages, the last with the code {code}.", "", told["others"])
            parts.append(kinds.format(code=told["other_code"]))
        if told.get("unread"):
            parts.append(self.tr("%n messages could not be read.", "", told["unread"]))
        return " ".join(parts)

    # readers

    def _readers(self, one: "DeviceRow") -> None:
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("Where its readers lead"), "head"))
        zones = {each.id: each.name for each in self.workbench.ask(lambda look: look.find("zone"))}
        for number, reader in enumerate(one.device.readers, 1):
            into, out = self.tr("into {zone}"), self.tr("out of {zone}")
            text = (into if reader.inward else out).format(zone=zones.get(reader.zone, "—"))
            place = self.tr("Door {door}, reader {reader}").format(door=reader.door_no, reader=reader.reader_no or "∗")
            drop = button("✕", f"dropReader{number}", partial(self._on_drop, reader), "link")
            drop.setAccessibleName(self.tr("Remove"))
            self.body.addLayout(row(label(place, "muted"), label(text, "", f"reader{number}"), None, drop))
        self.door_no = _number("readerDoorNo", self.tr("Door"))
        self.reader_no = _number("readerNo", self.tr("Reader"))
        self.zone = Choice("readerZone", words.say("record.zone"))
        used = self.workbench.ask(lambda look: [each for each in look.find("zone") if each.retired_at is None])
        self.zone.offer([(each.name, each.id) for each in used], None)
        self.way = Choice("readerWay", words.say("field.door_device.inward"))
        self.way.offer([(self.tr("goes in"), "in"), (self.tr("goes out"), "out")], "in")
        numbers = row(label(self.tr("Door")), self.door_no, label(self.tr("Reader")), self.reader_no, None)
        add = button(self.tr("Add this reader"), "addReader", self._on_reader)
        self.body.addLayout(column(numbers, row(self.zone, self.way), row(add, None), gap=8))

    def _on_reader(self) -> None:
        if self.shown is None or not self.zone.currentData():
            return
        place = {"door_no": self.door_no.value(), "reader_no": self.reader_no.value()}
        given = {"zone": str(self.zone.currentData()), "inward": self.way.currentData() == "in", **place}
        self.workbench.run("door_devices.set_reader", door_device=self.shown.id, **given)

    def _on_drop(self, reader: "Reader", _: bool = False) -> None:
        if self.shown is not None:
            place = {"door_no": reader.door_no, "reader_no": reader.reader_no}
            self.workbench.run("door_devices.drop_reader", door_device=self.shown.id, **place)

    # pushing

    def _pushing(self) -> None:
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("Where it pushes to"), "head"))
        told = self.tr(
            "Enter the address in the device's HTTP listening settings. It is a secret, and shown this once."
        )
        self.body.addWidget(label(told, "caption", wrap=True))
        self.address = label("", "", "pushAddress", wrap=True, copy=True)
        self.address.hide()
        self.body.addWidget(self.address)
        self.copy = button(self.tr("Copy"), "copyPush", self._on_copy)
        self.copy.hide()
        self.body.addLayout(row(button(self.tr("Make a push address"), "makePush", self._on_make), self.copy, None))

    def _on_make(self) -> None:
        if self.shown is not None:
            path = f"/api/doors/{self.shown.id}/key"
            self.workbench.call(lambda client: client.call("POST", path, json={}), self._on_made)

    def _on_made(self, found: dict[str, Any]) -> None:
        plant, client = self.workbench.plant, self.workbench.opened.client
        self.address.setText(f"{(plant and plant.address) or (client and client.url) or ''}{found['path']}")
        self.address.show()
        self.copy.show()

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.address.text())
        self.toast.good(self.tr("Copied."))

    # saving and testing

    def _on_save(self) -> None:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            return
        if self.shown is None:
            local = self.workbench.run("door_devices.add", **self._form.values())
            if local.ok:
                self.toast.good(self.tr("The device has been added. Now its password, and where its readers lead."))
                self.added.emit(local.id)
            return
        device = self.shown.device
        given = {**self._form.values(), "passing": list(device.passing)}
        if self.workbench.run("door_devices.change", door_device=device.id, **given).ok:
            self._keep_password(device.id)

    def _keep_password(self, device: str) -> None:
        password = self.password.text()
        if not password:
            self._on_kept(None)
            return
        self.password.clear()

        def keep(client: Any) -> Any:
            return client.call("POST", f"/api/doors/{device}/password", json={"password": password})

        self.workbench.call(keep, self._on_kept)

    def _on_kept(self, _: Any) -> None:
        self.toast.good(self.tr("The device has been saved."))

    def _on_test(self) -> None:
        if self.shown is not None:
            self.stands.setText(self.tr("Being asked…"))
            path = f"/api/doors/{self.shown.id}/test"
            self.workbench.call(lambda client: client.call("POST", path, json={}), self._on_tested)

    def _on_tested(self, found: dict[str, Any]) -> None:
        until = words.when(utc_moment(found["until"]), self.workbench.now()) if found["until"] else ""
        text = words.say(f"access.door.{found['code']}", until=until, text=found["text"] or "—")
        self.stands.setText(text)
        (self.toast.good if found["ok"] else self.toast.bad)(text)

    def _on_retire(self) -> None:
        if self.shown is not None and self.workbench.run("door_devices.retire", door_device=self.shown.id).ok:
            self.toast.good(self.tr("The device has been retired."), self.tr("Undo"), self.workbench.undo)
            self.hide()


def _number(name: str, said: str) -> Whole:
    made = Whole(name, said, 0, 1000)
    made.setValue(1)
    return made
