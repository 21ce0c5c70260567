"""What a rule would have said, drawn over time: one lane for the draft, one for the rule as it is now. Gone through by
mouse or with the arrow keys."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop import words
from desktop.style.lettering import paint_text, sized
from desktop.style.theme import theme
from desktop.style.tokens import CAPTION
from services.core.moments import milliseconds, moment_of
from services.rules.spells import Spell, Trial

LANE, TOP, AXIS, LEFT, RIGHT = 30, 6, 22, 92, 10
LEAST_WIDE = 3.0
STEPS = tuple(timedelta(hours=one) for one in (1, 2, 6, 12, 24, 48, 7 * 24, 14 * 24, 30 * 24, 61 * 24, 91 * 24))


class Timeline(QWidget):
    """`chosen` with a spell, or None; `asked` with a moment (datetime) at which none is."""

    chosen = Signal(object)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("trialTimeline")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What it would have said, over time"))
        self.trial: Trial | None = None
        self.begins = self.ends = datetime.now().astimezone()
        self.spell: Spell | None = None
        theme.changed.connect(self.update)

    def show_trial(self, trial: Trial | None, begins: datetime, ends: datetime) -> None:
        """This trial, of this stretch."""
        self.trial, self.begins, self.ends, self.spell = trial, begins, ends, None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, TOP + LANE * max(len(self._lanes()), 1) + AXIS)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _lanes(self) -> list[tuple[str, Sequence[Spell]]]:
        if self.trial is None:
            return []
        lanes: list[tuple[str, Sequence[Spell]]] = [(self.tr("This draft"), self.trial.spells)]
        if self.trial.before is not None:
            lanes.append((self.tr("As it is now"), self.trial.before))
        return lanes

    def _x(self, at: int) -> float:
        first, last = milliseconds(self.begins), milliseconds(self.ends)
        return LEFT + (self.width() - LEFT - RIGHT) * (at - first) / max(last - first, 1)

    def moment_at(self, x: int) -> datetime:
        """The moment that is drawn there."""
        share = (x - LEFT) / max(self.width() - LEFT - RIGHT, 1)
        return self.begins + (self.ends - self.begins) * max(0.0, min(1.0, share))

    def bar(self, lane: int, spell: Spell) -> QRectF:
        """Where a spell is drawn."""
        until = spell.until if spell.until is not None else milliseconds(self.ends)
        left, right = self._x(spell.at), self._x(until)
        return QRectF(left, TOP + lane * LANE + 6, max(right - left, LEAST_WIDE), LANE - 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        lanes = self._lanes()
        differing = [self._marks("fresh"), self._marks("gone")]
        painter = QPainter(self)
        painter.setFont(sized(self.font(), CAPTION))
        for number, (named, spells) in enumerate(lanes):
            ground = QRect(LEFT, TOP + number * LANE + 4, self.width() - LEFT - RIGHT, LANE - 8)
            painter.fillRect(ground, theme.colour("hover"))
            paint_text(painter, QRectF(0, TOP + number * LANE, LEFT - 8, LANE), named, theme.colour("muted"))
            for spell in spells:
                differs = (spell.key, spell.at) in differing[number]
                painter.fillRect(self.bar(number, spell), theme.colour("pending" if differs else "accent"))
                if spell is self.spell:
                    painter.setPen(QPen(theme.colour("text"), 2))
                    painter.drawRect(self.bar(number, spell).adjusted(-2, -2, 2, 2))
        if lanes:
            self._axis(painter, TOP + LANE * len(lanes))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def _marks(self, which: str) -> set[tuple[str, int]]:
        """The spells that only one of the two has."""
        compared = self.trial is not None and self.trial.before is not None
        return {(one.key, one.at) for one in getattr(self.trial, which)} if compared else set()

    def _axis(self, painter: QPainter, top: int) -> None:
        """Marks at whole hours or days of the plant's clock."""
        room = max((self.width() - LEFT - RIGHT) // 92, 1)
        step = next((one for one in STEPS if (self.ends - self.begins) / one <= room), STEPS[-1])
        at = words.local(self.begins).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        if step >= timedelta(days=1):
            at = at.replace(hour=0) + timedelta(days=1)
        painter.setPen(theme.colour("muted"))
        while at < self.ends:
            x = round(self._x(milliseconds(at)))
            painter.drawLine(x, top - 2, x, top + 2)
            text = at.strftime("%m-%d" if step >= timedelta(days=1) else "%H:%M")
            if x + 50 < self.width():
                paint_text(painter, QRectF(x - 2, top + 2, 60, AXIS - 4), text, theme.colour("muted"))
            at += step

    def spell_at(self, place: QPoint) -> Spell | None:
        """The spell that is drawn there, or next to it."""
        for number, (_, spells) in enumerate(self._lanes()):
            near = [(abs(self.bar(number, one).center().x() - place.x()), one) for one in spells
                    if self.bar(number, one).adjusted(-4, -6, 4, 6).contains(place)]  # fmt: skip
            if near:
                return min(near, key=lambda one: one[0])[1]
        return None

    def choose(self, spell: Spell | None) -> None:
        """Makes it the chosen one."""
        self.spell = spell
        self.update()
        self.chosen.emit(spell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        place = event.position().toPoint()
        spell = self.spell_at(place)
        self.choose(spell)
        if spell is None and self.trial is not None and LEFT <= place.x() <= self.width() - RIGHT:
            self.asked.emit(self.moment_at(place.x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        way, spells = ways.get(Qt.Key(event.key())), list(self.trial.spells) if self.trial else []
        if way is None or not spells:
            super().keyPressEvent(event)
            return
        at = spells.index(self.spell) + way if self.spell in spells else (0 if way > 0 else len(spells) - 1)
        self.choose(spells[max(0, min(at, len(spells) - 1))])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spell = self.spell_at(event.pos())
            text = f"{spell.key} · {words.full(moment_of(spell.at))[:16]}" if spell else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
