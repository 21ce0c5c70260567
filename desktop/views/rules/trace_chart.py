"""How each condition of a rule went over time, drawn small: a band that is full where it was so, empty where not, and
hatched where it was not known; above a sensor's band its values with the bound."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import words
from desktop.style.lettering import RIGHT, paint_text, sized
from desktop.style.theme import theme
from desktop.style.tokens import CAPTION
from services.core.moments import moment_of
from services.core.rule_conditions import Leaf
from services.rules.said import Said
from services.rules.trace import LeafTrace, Trace

TEXT, BAND, CURVE, GAP, AXIS = 18, 10, 44, 8, 18


class TraceChart(QWidget):
    """`at` is the moment that was asked about: a line through all."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("traceChart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.trace: Trace | None = None
        self.at = 0
        self._named: list[str] = []
        self._bounds: list[float | None] = []
        theme.changed.connect(self.update)

    def show_trace(self, trace: Trace, at: int, leaves: Sequence[Leaf], named: Sequence[str]) -> None:
        """This trace; `named` are its conditions in words."""
        self.trace, self.at, self._named = trace, at, list(named)
        self._bounds = [_bound(leaf) for leaf in leaves]
        self.setAccessibleName("; ".join(self.told()))
        self.updateGeometry()
        self.update()

    def told(self) -> list[str]:
        """What the bands show, in words: for those who don't see them."""
        words_ = {True: self.tr("met"), False: self.tr("not met"), None: self.tr("not known")}
        leaves = self.trace.leaves if self.trace else ()
        return [
            words.with_value(named, words_[_truth(one.at(self.at))])
            for named, one in zip(self._named, leaves, strict=True)
        ]

    def sizeHint(self) -> QSize:
        leaves = self.trace.leaves if self.trace else ()
        return QSize(240, sum(TEXT + BAND + GAP + (CURVE if one.values else 0) for one in leaves) + AXIS)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def _x(self, at: int) -> float:
        assert self.trace is not None
        share = (at - self.trace.begins) / max(self.trace.ends - self.trace.begins, 1)
        return max(0.0, min(1.0, share)) * self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.trace is None:
            return
        told = self.told()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), CAPTION))
        top = 0
        for leaf, bound, text in zip(self.trace.leaves, self._bounds, told, strict=True):
            paint_text(painter, QRectF(0, top, self.width(), TEXT), text, theme.colour("muted"))
            top += TEXT
            if leaf.values:
                self._curve(painter, QRectF(0, top, self.width(), CURVE), leaf, bound)
                top += CURVE
            self._band(painter, QRectF(0, top, self.width(), BAND), leaf)
            top += BAND + GAP
        x = self._x(self.at)
        painter.setPen(QPen(theme.colour("overdue"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, top - GAP))
        self._axis(painter, top - 2)
        painter.end()

    def _band(self, painter: QPainter, place: QRectF, leaf: LeafTrace) -> None:
        assert self.trace is not None
        steps = [(self.trace.begins, _truth(leaf.at(self.trace.begins)))]
        steps += [(one.at, one.truth) for one in leaf.said if one.at > self.trace.begins]
        ends = [at for at, _ in steps[1:]] + [self.trace.ends]
        for (at, truth), until in zip(steps, ends, strict=True):
            part = QRectF(self._x(at), place.top(), self._x(until) - self._x(at), place.height())
            if truth is None:
                painter.fillRect(part, QBrush(theme.colour("unknown"), Qt.BrushStyle.BDiagPattern))
            else:
                painter.fillRect(part, theme.colour("accent" if truth else "hover"))
        painter.setPen(theme.colour("line"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _curve(self, painter: QPainter, place: QRectF, leaf: LeafTrace, bound: float | None) -> None:
        values = [*(value for _, value in leaf.values), *([] if bound is None else [bound])]
        low, high = min(values), max(values)
        room = place.adjusted(0, 4, 0, -4)

        def y(value: float) -> float:
            return room.bottom() - room.height() * (value - low) / ((high - low) or 1.0)

        if bound is not None:
            painter.setPen(QPen(theme.colour("pending"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(0, y(bound)), QPointF(place.width(), y(bound)))
        painter.setPen(QPen(theme.colour("text"), 1.2))
        painter.drawPolyline(QPolygonF([QPointF(self._x(at), y(value)) for at, value in leaf.values]))
        paint_text(painter, QRectF(0, place.top(), 60, 14), f"{high:g}", theme.colour("muted"))
        paint_text(painter, QRectF(0, place.bottom() - 14, 60, 14), f"{low:g}", theme.colour("muted"))

    def _axis(self, painter: QPainter, top: int) -> None:
        assert self.trace is not None
        half = self.width() / 2
        texts = [words.local(moment_of(at)).strftime("%m-%d %H:%M") for at in (self.trace.begins, self.trace.ends)]
        paint_text(painter, QRectF(0, top, half, AXIS), texts[0], theme.colour("muted"))
        paint_text(painter, QRectF(half, top, half, AXIS), texts[1], theme.colour("muted"), RIGHT)


def _truth(said: Said | None) -> bool | None:
    return said.truth if said else None


def _bound(leaf: Leaf) -> float | None:
    """The bound that a condition holds values against."""
    bounds = (getattr(leaf, one, None) for one in ("above", "below", "bound"))
    return next((float(one) for one in bounds if one is not None), None)
