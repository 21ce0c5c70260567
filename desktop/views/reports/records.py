"""The records behind a part of a chart, in the side panel: each leads to its page."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.widgets.parts import box, button, column, label, line, row
from desktop.widgets.side_panel import SidePanel
from desktop.workbench import Workbench
from services.core.hazards import Hazard
from services.store.records import Records

MOST, LONGEST = 60, 60


class RecordsPanel(SidePanel):
    """`wanted` carries the id of a hazard that was pressed."""

    wanted = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("recordsPanel")
        self.workbench = workbench

    def show_hazards(self, title: str, ids: Sequence[str]) -> None:
        """These, the newest first."""
        newest = sorted(ids, reverse=True)
        found = self.workbench.ask(_hazards, ids=newest[:MOST])
        self.start(title)
        self.body.addWidget(label(self.tr("%n hazards", "", len(ids)), "muted", "recordsCount"))
        for one, zone in found:
            self.body.addWidget(line())
            self.body.addWidget(self._entry(one, zone))
        if len(ids) > MOST:
            more = self.tr("… and %n more: narrow the period to see them.", "", len(ids) - MOST)
            self.body.addWidget(label(more, "caption", wrap=True))
        self.end()

    def _entry(self, one: Hazard, zone: str) -> QWidget:
        name = words.short(one.description, LONGEST)
        press = button(name, f"record-{one.id}", partial(self.wanted.emit, one.id), "link")
        press.setToolTip(one.description)
        state = words.say(f"state.{one.state}")
        told = " · ".join((one.number or one.old_number or "–", zone, words.day(one.reported_at), state))
        return box(column(row(press, None), label(told, "caption", wrap=True), gap=2))


def _hazards(look: Records, ids: Sequence[str]) -> list[tuple[Hazard, str]]:
    zones = {zone.id: zone.name for zone in look.find("zone")}
    found = (look.get("hazard", id_) for id_ in ids)
    return [(one, zones.get(one.zone, "")) for one in found if one is not None]
