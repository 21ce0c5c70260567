"""The devices at doors and how they stand, the passages that nobody is known by, and the rows of other systems that
could not be taken."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.access.asked import AskedView, ask_hub
from desktop.views.access.device_panel import DevicePanel
from desktop.views.access.strange_panel import StrangePanel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, joined, label, roomy, row
from desktop.widgets.table import Table
from services.core.refused import Refused
from services.core.shape import utc_moment

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

LISTS = ("devices", "strange", "turned")


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device and what the hub says of it; `told` is empty until it has said anything."""

    id: str
    device: Any
    told: dict[str, Any]

    @property
    def word(self) -> str:
        """How it stands, as a code."""
        return str(self.told.get("word", "silent"))


@dataclass(frozen=True, slots=True)
class LineRow:
    """A passage to be matched, or a row that could not be taken, as the hub tells it."""

    id: str
    at: datetime
    told: dict[str, Any]


class DevicesView(AskedView):
    """Asks the hub while it is seen; devices are records of the plant, how they stand only the hub knows."""

    EVERY_MS = 10_000

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self.told: dict[str, Any] = {"devices": [], "strange": [], "turned": []}
        self.devices = Table("doorDeviceTable", _device_columns(workbench))
        self.devices.chosen.connect(self._on_device)
        self.strange = Table("strangeTable", _strange_columns(workbench))
        self.strange.chosen.connect(self._on_strange)
        self.turned = Table("turnedTable", _turned_columns(workbench))
        self.fault = label("", "error", "devicesFault", wrap=True)
        self.fault.hide()
        self.add = button(self.tr("Add a device"), "addDoorDevice", self.add_device, "", "add")
        self.panel, self.match = DevicePanel(workbench, toast), StrangePanel(workbench, toast)
        self.match.matched.connect(self.refresh)
        self.panel.added.connect(self._on_added)
        self._titles = {
            "devices": self.tr("Devices"), "strange": self.tr("Unknown cards"), "turned": self.tr("Rows not taken")
        }  # fmt: skip
        self._segments = {
            one: button(self._titles[one], f"doors-{one}", partial(self.show_list, one), "segment") for one in LISTS
        }
        for segment in self._segments.values():
            segment.setCheckable(True)
        self.stack = QStackedWidget()
        for table, nothing in (
            (self.devices, self._nothing_of_devices()),
            (self.strange, EmptyState("people", self.tr("Everybody is known"), self.tr(
                "A card that nobody here is known by is kept, and stands here until somebody says whose it is."))),
            (self.turned, EmptyState("import", self.tr("Every row was taken"), self.tr(
                "What a door system or the MES sent and could not be taken stands here with why."))),
        ):  # fmt: skip
            inner = QStackedWidget()
            inner.addWidget(table)
            inner.addWidget(nothing)
            self.stack.addWidget(inner)
        tools = row(box(joined(*self._segments.values())), None, self.add)
        left = column(tools, self.fault, self.stack, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING))
        self.setLayout(row(box(left), self.panel, self.match, gap=0))
        self.show_list("devices")

    def _nothing_of_devices(self) -> EmptyState:
        told = self.tr("Terminals at doors are asked over the network, or push what they see. Files can be taken, too.")
        text = self.tr("Add a device")
        return EmptyState("access", self.tr("No door devices yet"), told, text, "firstDoorDevice", self.add_device)

    def show_list(self, name: str) -> None:
        """One of the three lists."""
        for other, segment in self._segments.items():
            segment.setChecked(other == name)
        self.stack.setCurrentIndex(LISTS.index(name))
        self.panel.hide()
        self.match.hide()

    def refresh(self) -> None:
        """Asks again; the devices themselves are here."""
        self._show()
        ask_hub(self.workbench, "/api/doors", self._on_found, self._on_failed)

    def _on_found(self, found: dict[str, Any]) -> None:
        self.fault.hide()
        self.told = found
        self._show()

    def _on_failed(self, refused: Refused) -> None:
        self.fault.setText(words.refusal(refused))
        self.fault.show()

    def _show(self) -> None:
        states = {one["id"]: one for one in self.told["devices"]}
        known = self.workbench.ask(lambda look: look.find("door_device"))
        rows = [DeviceRow(one.id, one, states.get(one.id, {})) for one in known if one.retired_at is None]
        self.add.setEnabled(self.workbench.may("door_devices.add"))
        strange = [LineRow(one["id"], utc_moment(one["at"]), one) for one in self.told["strange"]]
        turned = [LineRow(str(n), utc_moment(one["came"]), one) for n, one in enumerate(self.told["turned"])]
        lists: list[tuple[Table, list[Any]]] = [(self.devices, rows), (self.strange, strange), (self.turned, turned)]
        for number, (table, some) in enumerate(lists):
            table.show_rows(some)
            inner = self.stack.widget(number)
            assert isinstance(inner, QStackedWidget)
            inner.setCurrentIndex(0 if some else 1)
            name = LISTS[number]
            self._segments[name].setText(f"{self._titles[name]} {len(some)}" if some else self._titles[name])
            roomy(self._segments[name])
        self.panel.follow({one.id: one for one in rows})

    def add_device(self) -> None:
        """The form of a new device."""
        self.show_list("devices")
        self.panel.show_device(None)

    def _on_added(self, device: str) -> None:
        self._show()
        self.devices.choose(device)

    def _on_device(self, one: DeviceRow | None) -> None:
        if one is not None:
            self.match.hide()
            self.panel.show_device(one)

    def _on_strange(self, one: LineRow | None) -> None:
        if one is not None:
            self.panel.hide()
            self.match.show_strange(one.told)


def standing_said(one: DeviceRow, workbench: "Workbench") -> str:
    """How a device stands, in a few words."""
    translate = QCoreApplication.translate
    if one.word in ("heard", "silent"):
        return words.say(f"access.door.{one.word}")
    short = {
        "locked": translate("DevicesView", "locked"),
        "password_wrong": translate("DevicesView", "wrong password"),
        "unreachable": translate("DevicesView", "not reached"),
    }
    return short.get(one.word, translate("DevicesView", "does not answer well"))


def _sign(one: DeviceRow) -> str:
    return "normal" if one.word == "heard" else "unknown" if one.word == "silent" else "overdue"


def _device_columns(workbench: "Workbench") -> list[Column]:
    translate = QCoreApplication.translate

    def moment(one: DeviceRow, name: str) -> str:
        text = one.told.get(name)
        return words.when(utc_moment(text), workbench.now()) if text else "—"

    def readers(one: DeviceRow) -> str:
        return str(len(one.device.readers))

    def way(one: DeviceRow) -> str:
        return one.device.address or translate("DevicesView", "pushes")

    return [
        Column("name", words.say("field.door_device.name"), lambda one: one.device.name, 170, grows=True),
        Column("state", translate("DevicesView", "State"), lambda one: standing_said(one, workbench), 150, sign=_sign),
        Column("address", translate("DevicesView", "Address"), way, 170),
        Column("heard", translate("DevicesView", "Heard"), lambda one: moment(one, "heard_at"), 130),
        Column("at", translate("DevicesView", "Last event"), lambda one: moment(one, "at"), 130),
        Column(
            "readers", words.say("field.door_device.readers"), lambda one: str(len(one.device.readers)), 80, right=True
        ),
    ]


def _strange_columns(workbench: "Workbench") -> list[Column]:
    translate = QCoreApplication.translate

    def reader(one: LineRow) -> str:
        told = one.told
        return f"{told['device']} · {told['door_no']}-{told['reader_no']}" if told["door_no"] else str(told["device"])

    return [
        Column("at", words.say("muster.seen"), lambda one: words.when(one.at, workbench.now()), 130,
               sort=lambda one: one.at, moment=lambda one: one.at),
        Column("card", translate("DevicesView", "Card"), lambda one: one.told["card"] or "—", 150),
        Column("employee", words.say("field.person.employee_no"), lambda one: one.told["employee_no"] or "—", 120),
        Column("zone", words.say("record.zone"), lambda one: one.told["zone"] or "—", 140),
        Column("reader", translate("DevicesView", "Reader"), reader, 180, grows=True),
    ]  # fmt: skip


def _turned_columns(workbench: "Workbench") -> list[Column]:
    translate = QCoreApplication.translate

    def why(one: LineRow) -> str:
        told = one.told
        facts = {"file": told["source"], "row": told["row"], "field": told["field"], "was": told["was"]}
        return words.say(f"import.turned.{told['code']}", **facts)

    def feed(one: LineRow) -> str:
        return words.say(f"cli.{one.told['feed']}")

    return [
        Column("came", translate("DevicesView", "Came"), lambda one: words.when(one.at, workbench.now()), 130,
               sort=lambda one: one.at, moment=lambda one: one.at),
        Column("feed", translate("DevicesView", "Feed"), feed, 140),
        Column("why", translate("DevicesView", "Why it was not taken"), why, 360, grows=True),
    ]  # fmt: skip
