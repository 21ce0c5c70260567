"""The line that says who has the ball: legs of a hazard's way with how long each took, painted."""

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from desktop import words
from desktop.style.theme import theme
from desktop.views.hazards.legs import Leg, legs_of, widths
from desktop.views.hazards.shown import name, sent_to
from services.store.queries.hazards import HazardRow

HEAD, BAR, FOOT, GAP = 20, 24, 20, 2


class Waterfall(QWidget):
    """`show_row` shows a hazard's way as it stands at a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("waterfall")
        self.setFixedHeight(HEAD + BAR + FOOT)
        self._row: HazardRow | None = None
        self._now: datetime | None = None
        self._next = ""
        self._legs: tuple[Leg, ...] = ()
        theme.changed.connect(self.update)

    def show_row(self, row: HazardRow, now: datetime, next_: str) -> None:
        """`next_` names who can do the second review."""
        self._row, self._now, self._next = row, now, next_
        self._legs = legs_of(row, now)
        self.setAccessibleName("; ".join(self._title(leg) for leg in self._legs))
        self.update()

    def _boxes(self) -> list[QRectF]:
        whole = self.width() - GAP * (len(self._legs) - 1)
        boxes, left = [], 0.0
        for width in widths(self._legs, whole):
            boxes.append(QRectF(left, HEAD, width, BAR))
            left += width + GAP
        return boxes

    def _title(self, leg: Leg) -> str:
        row, span = self._row, words.lasting(leg.span)
        if row is None:
            return ""
        hazard = row.hazard
        if leg.kind == "wait":
            return self.tr("Waiting for {who} · {span}").format(who=sent_to(row), span=span)
        if leg.kind == "fix":
            who = name(row.fixer) if hazard.fixed_by else sent_to(row)
            return self.tr("Fix · {who} · {span}").format(who=who, span=span)
        if leg.kind == "first":
            who = name(row.first_by) if hazard.first_by else ""
            return _joined(self.tr("First review"), self._whose(leg, who), span)
        if leg.kind == "second":
            who = name(row.second_by) if hazard.second_by else ""
            return _joined(self.tr("Second review"), self._whose(leg, who), span)
        if leg.kind == "next":
            return _joined(self.tr("Second review"), self._next)
        return words.clock(row.clock, self._now) if self._now else ""

    def _whose(self, leg: Leg, who: str) -> str:
        if leg.now and self._row is not None and self._row.mine:
            return self.tr("me")
        return who

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._row is None or self._now is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._text(painter, QRectF(0, 0, 200, HEAD), self.tr("Who has the ball"), "muted", bold=True)
        boxes = self._boxes()
        for leg, box in zip(self._legs, boxes, strict=True):
            self._paint_leg(painter, leg, box)
        self._paint_feet(painter, boxes)
        self._paint_now(painter, boxes)

    def _paint_leg(self, painter: QPainter, leg: Leg, box: QRectF) -> None:
        ground, ink, dashed = self._inks(leg)
        painter.setBrush(ground)
        pen = QPen(ink if dashed else ground, 1)
        if dashed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen if dashed else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if dashed else box, 3, 3)
        colour = theme.colour("muted") if leg.kind == "next" else ink
        if box.width() > 60 or leg.kind == "left":
            inner = box.adjusted(6 if leg.kind == "left" else 10, 0, -4, 0)
            self._text(painter, inner, self._title(leg), colour, bold=leg.kind != "next")

    def _inks(self, leg: Leg) -> tuple[QColor, QColor, bool]:
        """Ground, text, and whether it lies ahead."""
        if leg.kind in ("left", "next"):
            return QColor(0, 0, 0, 0), theme.colour("pending" if leg.kind == "left" else "line"), True
        if leg.kind == "over":
            return theme.colour("overdue"), theme.colour("panel"), False
        if leg.now:
            return theme.colour("accent"), theme.colour("on_accent"), False
        return theme.colour("line" if leg.kind == "wait" else "furniture"), theme.colour("text"), False

    def _paint_feet(self, painter: QPainter, boxes: list[QRectF]) -> None:
        """Below: when each leg began, and the clock."""
        starts = {
            "wait": self.tr("{when} reported"),
            "fix": self.tr("{when} taken on"),
            "first": self.tr("{when} fixed"),
            "second": self.tr("{when} first review passed"),
        }
        assert self._now is not None
        feet: list[tuple[float, str, str]] = []
        for leg, box in zip(self._legs, boxes, strict=True):
            if leg.kind in starts:
                feet.append((box.left(), starts[leg.kind].format(when=words.when(leg.start, self._now)), "muted"))
            elif leg.kind == "left":
                due = self.tr("due {when}").format(when=words.when(leg.end, self._now))
                feet.append((box.left(), due, "pending"))
            elif leg.kind == "over":
                due = self.tr("was due {when}").format(when=words.when(leg.start, self._now))
                feet.append((box.left(), due, "overdue"))
        reach = float(self.width())
        for left, text, ink in reversed(feet):
            painter.setFont(self._font(bold=ink != "muted"))
            wide = painter.fontMetrics().horizontalAdvance(text)
            place = min(left, self.width() - wide)
            if place + wide <= reach or reach == self.width():
                self._text(painter, QRectF(place, HEAD + BAR, wide + 2, FOOT), text, ink, bold=ink != "muted")
                reach = place - 12

    def _paint_now(self, painter: QPainter, boxes: list[QRectF]) -> None:
        over = [box for leg, box in zip(self._legs, boxes, strict=True) if leg.now or leg.kind == "over"]
        if not over or self._now is None:
            return
        edge = over[-1].right()
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.drawLine(int(edge), HEAD - 4, int(edge), HEAD + BAR + 2)
        text = self.tr("now {time}").format(time=words.local(self._now).strftime("%H:%M"))
        box = QRectF(min(edge - 50, self.width() - 100), 0, 100, HEAD - 3)
        font = self._font(bold=True)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _text(self, painter: QPainter, box: QRectF, text: str, ink: QColor | str, *, bold: bool = False) -> None:
        painter.setFont(self._font(bold=bold))
        painter.setPen(theme.colour(ink) if isinstance(ink, str) else ink)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        font.setBold(bold)
        return font

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = [leg for leg, box in zip(self._legs, self._boxes(), strict=True) if box.contains(event.pos())]
            QToolTip.showText(event.globalPos(), self._title(found[0]) if found else "", self)
            return True
        return super().event(event)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
