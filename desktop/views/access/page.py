"""Equipment & doors: who is where now, the visits that people made, and the muster, begun by one press."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from desktop import words
from desktop.views.access.devices_view import DevicesView
from desktop.views.access.findings_view import FindingsView
from desktop.views.access.machines_view import MachinesView
from desktop.views.access.muster_view import MusterView
from desktop.views.access.now_view import NowView
from desktop.views.access.visits_view import VisitsView
from desktop.views.action import Action
from desktop.views.page import Page
from desktop.widgets.parts import box, button, column, joined, loud
from desktop.widgets.yielding import YieldingLabel
from services.core.musters import running
from services.core.refused import Refused

VIEWS = ("now", "visits", "findings", "machines", "devices")


class AccessPage(Page):
    """People go by pseudonyms here; their names are on the list of a muster."""

    key, icon = "access", "access"
    kinds = frozenset(
        {
            "muster",
            "muster_tick",
            "zone",
            "door",
            "person",
            "access_policy",
            "door_device",
            "machine_agent",
            "unmasking",
        }
    )

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Equipment & doors")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate, begin = QCoreApplication.translate, "musters.begin"
        muster, drill = translate("AccessPage", "Emergency muster"), translate("AccessPage", "Muster drill")
        return (
            Action(name="beginMuster", title=muster, run="begin_muster", picture="people", operation=begin),
            Action(name="beginDrill", title=drill, run="begin_drill", operation=begin),
        )

    def build(self) -> None:
        titles = {
            "now": self.tr("On the site"),
            "visits": self.tr("Visits"),
            "findings": self.tr("Behaviour"),
            "machines": self.tr("Machines"),
            "devices": self.tr("Devices"),
        }
        self._segments = {
            name: button(titles[name], f"access-{name}", partial(self.show_view, name), "segment") for name in VIEWS
        }
        for segment in self._segments.values():
            segment.setCheckable(True)
        self.said = YieldingLabel("muted", "accessSaid")
        self.emergency = button(self.deeds["beginMuster"].text(), "muster", self.begin_muster, "primary", "people")
        self.drill = button(self.deeds["beginDrill"].text(), "musterDrill", self.begin_drill)
        self.now, self.visits = NowView(self.workbench), VisitsView(self.workbench)
        self.now.told.connect(self.said.setText)
        self.muster = MusterView(self.workbench, self.toast)
        self.muster.ended.connect(self._on_ended)
        self.devices = DevicesView(self.workbench, self.toast)
        self.machines = MachinesView(self.workbench, self.toast)
        self.findings = FindingsView(self.workbench, self.toast)
        self.views = QStackedWidget()
        for view in (self.now, self.visits, self.findings, self.machines, self.devices, self.muster):
            self.views.addWidget(view)
        tables = (self.now.table, self.visits.table, self.muster.table, self.machines.stops, self.findings.table)
        for table in (*tables, self.machines.agents, self.devices.devices, self.devices.strange, self.devices.turned):
            self.tell_copies(table)
        head = self.head(box(joined(*self._segments.values())), self.said, None, self.drill, self.emergency)
        self.setLayout(column(head, self.views, gap=0))
        self.show_view("now")
        self.first = self.now.table.view

    def show_view(self, name: str) -> None:
        """Who is where, the visits, or the devices."""
        self._show(name)

    def _show(self, name: str) -> None:
        for other, segment in self._segments.items():
            segment.setChecked(other == name)
        views = {"now": self.now, "visits": self.visits, "machines": self.machines, "devices": self.devices}
        view = {**views, "findings": self.findings, "muster": self.muster}[name]
        self.views.setCurrentWidget(view)
        self.said.setVisible(name == "now")

    def refresh(self) -> None:
        muster = self.workbench.ask(running)
        may = self.may("musters.begin")
        self.drill.setVisible(muster is None)
        for one in (self.drill, self.emergency):
            one.setEnabled(may)
        loud(self.emergency, muster is not None)
        self.emergency.setText(self.tr("A muster goes on") if muster else self.deeds["beginMuster"].text())
        if muster is None and self.muster.muster:
            self.muster.forget()
            self._on_ended()
        self.muster.show_ticks()
        if self.findings.isVisible():
            self.findings.follow()
        for view in (self.devices, self.machines):
            if view.isVisible():
                view.refresh()

    def begin_muster(self) -> None:
        """Begins one, or opens the list of the one that goes on."""
        self._begin("emergency")

    def begin_drill(self) -> None:
        """Begins a drill."""
        self._begin("drill")

    def _begin(self, why: str) -> None:
        muster = self.workbench.ask(running)
        if muster is not None:
            self.open_muster(muster.id)
            return
        for one in (self.drill, self.emergency):
            one.setEnabled(False)
        self._begun = self.workbench.send("musters.begin", self._on_begun, muster_why=why)

    def _on_begun(self, refused: Refused | None) -> None:
        for one in (self.drill, self.emergency):
            one.setEnabled(True)
        muster = self.workbench.ask(running)
        if refused is not None and refused.code != "muster_runs":
            self.toast.bad(words.refusal(refused))
        elif muster is not None:
            self.open_muster(muster.id)

    def open_muster(self, muster: str) -> None:
        """Everybody to be accounted for."""
        self.muster.show_muster(muster)
        self._show("muster")

    def _on_ended(self) -> None:
        if self.views.currentWidget() is self.muster:
            self._show("now")
