"""The map on a wall: one floor after the other fills the screen, and nobody has to touch anything.

Everything is said in letters of at least three hundredths of the screen's height, which is what can be read from five
metres."""

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.style.theme import theme
from desktop.views.floor_plan.drawings import Drawings
from desktop.views.floor_plan.facts import MapFacts, map_facts
from desktop.views.floor_plan.wall_plan import WallPlan
from desktop.views.floor_plan.wall_words import LARGE, MIDDLE, SMALL, WallCounts, WallUrgent, sized
from desktop.views.floor_plan.wording import floor_words
from desktop.widgets.parts import button, column, label, row
from desktop.words import local, short
from desktop.workbench import Workbench

KEPT = "map/wallSeconds"
PACES_S = (10, 20, 30, 60, 120, 0)  # 0: it stays at one floor
PACE_S = 20
WORDS_SHARE = 0.27  # of the screen's width, beside the plan
LONGEST_NAME = 28
NEWS_S = 30
STILL_MS = 3000  # so long after the mouse was moved there is an arrow, and a button that leaves


class Wall(QWidget):
    """A window of its own. `by` is what the colours say: status, level of risk, or both."""

    def __init__(self, workbench: Workbench, drawings: Drawings, floor: str, by: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("wall")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The map on a wall"))
        self._workbench, self._drawings, self._by = workbench, drawings, by
        self.floor = floor
        kept = QSettings().value(KEPT, PACE_S)
        self.pace = int(str(kept)) if str(kept) in map(str, PACES_S) else PACE_S
        self._elapsed = 0
        self._build()
        self._beat = QTimer(self, interval=1000)
        self._beat.timeout.connect(self.beat)
        self._beat.start()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # told of the mouse wherever it is on the wall
        self._still = QTimer(self, interval=STILL_MS, singleShot=True)
        self._still.timeout.connect(self._hide_hand)
        self._hide_hand()
        for news in (workbench.changed, workbench.sync_changed, drawings.came, theme.changed):
            news.connect(self.look_again)

    def _build(self) -> None:
        self.name, self.clock = label("", "", "wallFloor"), label("", "", "wallClock")
        self.leave = button(self.tr("Leave the wall"), "wallLeave", self.close, "", "close")
        self.away, self.foot = label("", "", "wallAway", wrap=True), label("", "muted", "wallFoot")
        self.counts, self.plan, self.urgent = WallCounts(), WallPlan(), WallUrgent()
        head, middle = row(self.name, None, self.leave, self.clock, gap=24), row(self.plan, self.urgent, gap=24)
        self._whole = column(head, self.away, self.counts, middle, self.foot)
        self._whole.setStretch(3, 1)
        self.setLayout(self._whole)

    # what is shown

    def look_again(self) -> None:
        """The floor as it is now."""
        facts = map_facts(self._workbench, self.floor)
        self._floors = self._worth(facts)
        if facts.floor is not None:
            self.floor = facts.floor.id
        self._size(facts)
        self._say(facts)
        self._show_plan(facts)

    def beat(self) -> None:
        """A second has passed."""
        self._elapsed += 1
        if self.pace and self._elapsed >= self.pace:
            self.turn(1)
        elif self._elapsed % NEWS_S == 0:
            self.look_again()
        self.clock.setText(local(self._workbench.now()).strftime("%H:%M"))

    def turn(self, steps: int) -> None:
        """To another floor, round the end."""
        self._elapsed = 0
        if self._floors:
            at = self._floors.index(self.floor) if self.floor in self._floors else -1
            self.floor = self._floors[(at + steps) % len(self._floors)]
        self.look_again()

    def set_pace(self, steps: int) -> None:
        """Slower or faster; remembered."""
        at = min(max(PACES_S.index(self.pace) + steps, 0), len(PACES_S) - 1)
        self.pace, self._elapsed = PACES_S[at], 0
        QSettings().setValue(KEPT, self.pace)
        self.look_again()

    def _worth(self, facts: MapFacts) -> list[str]:
        """The floors that have a zone; all of them where none has."""
        drawn = {zone.floor for zone in facts.ask(lambda look: look.find("zone")) if zone.retired_at is None}
        return [one.id for one in facts.floors if one.id in drawn] or [one.id for one in facts.floors]

    def _size(self, facts: MapFacts) -> None:
        high = self.height()
        edge = round(high * 0.025)
        self._whole.setContentsMargins(edge, edge, edge, edge)
        self._whole.setSpacing(round(high * 0.015))
        for made in (self.name, self.clock):
            sized(made, high * LARGE, bold=True)
        sized(self.foot, high * SMALL)
        self.plan.letter = high * SMALL
        self.urgent.setFixedWidth(round(self.width() * WORDS_SHARE))
        loud = (
            f"font-size: {round(high * MIDDLE)}px; font-weight: 700; padding: {edge // 2}px; border-radius: 8px; "
            f"background: {theme.colours.overdue}; color: {theme.colours.page};"
        )
        if self.away.styleSheet() != loud:
            self.away.setStyleSheet(loud)
        self.away.setVisible(facts.seen_at is not None)

    def _say(self, facts: MapFacts) -> None:
        floor = facts.floor
        name = floor_words(floor.name, floor.building) if floor else self.tr("No floor yet")
        self.name.setText(short(name, LONGEST_NAME))
        self.clock.setText(local(facts.now).strftime("%H:%M"))
        if facts.seen_at:
            said = self.tr("The hub is out of reach. This is how it stood at {clock}; it may be otherwise now.")
            self.away.setText(said.format(clock=local(facts.seen_at).strftime("%Y-%m-%d %H:%M")))
        self.counts.show_counts(facts.counts(self._by), self.height())
        self.urgent.show_facts(facts, self.height())
        self.foot.setText(self._foot(facts))

    def _foot(self, facts: MapFacts) -> str:
        as_of = self.tr("As of {clock}").format(clock=local(facts.seen_at or facts.now).strftime("%H:%M"))
        place = self._floors.index(self.floor) + 1 if self.floor in self._floors else 0
        parts = [as_of, self.tr("Floor {n} of {all}").format(n=place, all=len(self._floors))]
        if self.pace:
            parts.append(self.tr("Next after {n} s (Up, Down)").format(n=self.pace))
        else:
            parts.append(self.tr("Stays at this floor (Up, Down)"))
        return " · ".join((*parts, self.tr("Esc leaves")))

    def _show_plan(self, facts: MapFacts) -> None:
        floor = facts.floor
        self.plan.setVisible(floor is not None)
        if floor is None:
            return
        self.plan.show_drawing(floor, self._drawings.get(floor))
        self.plan.look(dark=theme.dark, by=self._by)
        self.plan.show_zones(facts.map_zones(self._by))

    # mouse and keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.HoverMove:
            self.unsetCursor()
            self.leave.show()
            self._still.start()
        return super().event(event)

    def _hide_hand(self) -> None:
        """Nobody is at the mouse: what only a hand needs goes."""
        if self.leave.underMouse():
            self._still.start()
            return
        self.leave.hide()
        self.setCursor(Qt.CursorShape.BlankCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        elif key in _TURNS:
            self.turn(_TURNS[key])
        elif key in _PACES:
            self.set_pace(_PACES[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look_again()


_TURNS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Space: 1, Qt.Key.Key_Left: -1}
_PACES = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
