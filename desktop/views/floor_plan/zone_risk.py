"""How dangerous a zone is by its risk points: its level, and the worst of them, each a way to the page of risks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.floor_plan.facts import MapFacts
from desktop.views.risk.level_tag import LevelTag
from desktop.widgets.parts import button, column, label, picture, row
from desktop.words import say, short

if TYPE_CHECKING:
    from services.store.queries.risk import PointRow

MOST = 3
LONGEST = 18  # letters of a risk point's name beside its level


class ZoneRisk(QWidget):
    """`point_wanted` carries the id of a risk point that is to be shown. In the past none leads anywhere: the page of
    risks knows the present only."""

    point_wanted = Signal(str)

    def __init__(self, facts: MapFacts, zone: str) -> None:
        from services.store.queries.risk import risk_points

        super().__init__()
        level = facts.levels[zone]
        word = row(picture(level, "sign", 12), label(say(f"risk.level.{level}"), "", "zoneRisk"), gap=6)
        layout = column(row(label(say("record.risk_point"), "head"), None, word), gap=4, margins=(0, 8, 0, 0))
        points = facts.ask(risk_points, zone=zone)
        for one in points[:MOST]:
            layout.addLayout(self._row(one, facts))
        if not points:
            layout.addWidget(label(self.tr("No risk point yet: the level is that of its class."), "muted", wrap=True))
        if len(points) > MOST:
            layout.addWidget(label(self.tr("and {n} more").format(n=len(points) - MOST), "caption"))
        self.setLayout(layout)

    def _row(self, one: "PointRow", facts: MapFacts) -> QHBoxLayout:
        name = short(one.point.name, LONGEST)
        shown = button(name, "riskPoint", lambda: self.point_wanted.emit(one.id), "link") if facts.present else None
        if shown is not None:
            shown.setToolTip(one.point.name)
        return row(shown or label(name), None, LevelTag("pointLevel", one.residual))
