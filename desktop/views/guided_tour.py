"""A short tour of the window: what each part of it is for, one after the other, with an arrow to it. Enter leads on,
Esc ends it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.style.theme import theme
from desktop.style.tokens import RADIUS
from desktop.views.palette.field import SearchField
from desktop.widgets.floating import Floating
from desktop.widgets.parts import button, column, label, row

if TYPE_CHECKING:
    from desktop.views.window import Window

WIDTH, GAP, ARROW, DIM = 340, 18, 10, 120
ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)
FIRST_PAGE = "today"


@dataclass(frozen=True)
class Stop:
    """A part of the window, and what is said of it."""

    part: Callable[["Window"], QWidget | None]
    title: str
    text: str


def stops() -> tuple[Stop, ...]:
    """All of them, in the language in force."""
    translate = QCoreApplication.translate
    return (
        Stop(
            lambda window: window.navigation,
            translate("GuidedTour", "The pages, in the order of a day"),
            translate("GuidedTour", "Ctrl+1 to Ctrl+9 lead to the first ones. A number beside a name: so much waits."),
        ),
        Stop(
            lambda window: _of_today(window, "figures"),
            translate("GuidedTour", "Four figures"),
            translate("GuidedTour", "Red means that somebody is in danger. A press leads to exactly what was counted."),
        ),
        Stop(
            lambda window: _of_today(window, "todayCard"),
            translate("GuidedTour", "What needs you today"),
            translate("GuidedTour", "The most urgent first, from all pages. Enter opens a row; arrows choose one."),
        ),
        Stop(
            lambda window: next(iter(window.pages[FIRST_PAGE].findChildren(SearchField)), None),
            translate("GuidedTour", "Find or do anything"),
            translate("GuidedTour", "Ctrl+K finds zones, people and numbers, and does every action; pinyin works."),
        ),
        Stop(
            lambda window: window.status,
            translate("GuidedTour", "In step with the hub"),
            translate("GuidedTour", "Work goes on without the hub: what waits is counted here and is sent later."),
        ),
        Stop(
            lambda window: window.status.findChild(QWidget, "statusNotices"),
            translate("GuidedTour", "What happened meanwhile"),
            translate("GuidedTour", "Notifications stand behind the bell, also those that came while you were away."),
        ),
        Stop(
            lambda _: None,
            translate("GuidedTour", "All keys at a glance"),
            translate("GuidedTour", "Press ? on any page. Ctrl+R reports a hazard, Ctrl+Z takes back what was done."),
        ),
    )


def _of_today(window: "Window", name: str) -> QWidget | None:
    page = window.pages[FIRST_PAGE]
    found = getattr(page, name, None)
    return found if isinstance(found, QWidget) else page.findChild(QWidget, name)


class GuidedTour(QWidget):
    """Lies over the whole window while it lasts; gone afterwards."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("guidedTour")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._stops, self.at = stops(), 0
        window.installEventFilter(self)
        self.card = _Card(self)

    def begin(self) -> None:
        """From the first page, which it is about."""
        self._window.go(FIRST_PAGE)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.card.open_for(self.card.on)
        self._show()

    def step(self, by: int) -> None:
        """On by so many stops; it ends after the last."""
        at = self.at + by
        if at >= len(self._stops):
            self.end()
        elif at >= 0:
            self.at = at
            self._show()

    def end(self) -> None:
        """The window is as it was."""
        self.card.shut()
        self.close()

    def target(self) -> QRect | None:
        """Where the part lies that is spoken of; None where none is, or it can't be seen."""
        part = self._stops[self.at].part(self._window)
        if part is None or not part.isVisible():
            return None
        return QRect(part.mapTo(self._window, QPoint(0, 0)), part.size()).adjusted(-4, -4, 4, 4)

    def _show(self) -> None:
        self.card.tell(self._stops[self.at], self.at, len(self._stops))
        self.card.arrange()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays as large as the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._show()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All is dimmed but the part; an arrow points from the card to it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dim, place = QPainterPath(), self.target()
        dim.addRect(QRectF(self.rect()))
        if place is not None:
            hole = QPainterPath()
            hole.addRoundedRect(QRectF(place), RADIUS, RADIUS)
            dim = dim.subtracted(hole)
        painter.fillPath(dim, QColor(0, 0, 0, DIM))
        if place is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("panel"))
            painter.drawPolygon(arrow(QRectF(self.card.geometry()), QRectF(place)))


def arrow(card: QRectF, place: QRectF) -> QPolygonF:
    """A small triangle on the side of the card that faces the place."""
    to, of = place.center(), card.center()
    if place.right() <= card.left() or place.left() >= card.right():
        right = place.left() >= card.right()
        edge = card.right() if right else card.left()
        y = min(max(to.y(), card.top() + 2 * ARROW), card.bottom() - 2 * ARROW)
        tip = edge + (ARROW if right else -ARROW)
        return QPolygonF([QPointF(edge, y - ARROW), QPointF(tip, y), QPointF(edge, y + ARROW)])
    below = to.y() > of.y()
    edge = card.bottom() if below else card.top()
    x = min(max(to.x(), card.left() + 2 * ARROW), card.right() - 2 * ARROW)
    tip = edge + (ARROW if below else -ARROW)
    return QPolygonF([QPointF(x - ARROW, edge), QPointF(x, tip), QPointF(x + ARROW, edge)])


def beside(size: QRect, place: QRect | None, within: QRect) -> QPoint:
    """Where the card stands: beside the part, where there is room; in the middle where there is no part."""
    wide, high = size.width(), size.height()
    if place is None:
        return QPoint((within.width() - wide) // 2, (within.height() - high) // 2)
    top = max(GAP, min(place.center().y() - high // 2, within.height() - high - GAP))
    left = max(GAP, min(place.center().x() - wide // 2, within.width() - wide - GAP))
    if place.right() + GAP + wide < within.width():
        return QPoint(place.right() + GAP, top)
    if place.left() - GAP - wide > 0:
        return QPoint(place.left() - GAP - wide, top)
    if place.bottom() + GAP + high < within.height():
        return QPoint(left, place.bottom() + GAP)
    return QPoint(left, max(GAP, place.top() - GAP - high))


class _Card(Floating):
    """What is said of a part, and the way on. A press elsewhere does not end the tour."""

    def __init__(self, tour: GuidedTour) -> None:
        super().__init__(tour, "tourCard", tour)
        self._tour = tour
        self.setFixedWidth(WIDTH)
        self.title = label("", "section", "tourTitle", wrap=True)
        self.text = label("", "", "tourText", wrap=True)
        self.place = label("", "caption", "tourPlace")
        self.on = button("", "tourOn", lambda: tour.step(1), "primary")
        self.back = button(self.tr("Back"), "tourBack", lambda: tour.step(-1), "link")
        self.stop = button(self.tr("End the tour"), "tourEnd", tour.end, "link")
        foot = row(self.place, None, self.stop, self.back, self.on, gap=12)
        self.setLayout(column(self.title, self.text, foot, gap=10, margins=(20, 16, 20, 14)))

    def follow(self) -> None:
        """The words are set by `tell`."""

    def tell(self, stop: Stop, at: int, many: int) -> None:
        """A stop, the how-manieth of how many."""
        self.title.setText(stop.title)
        self.text.setText(stop.text)
        self.place.setText(f"{at + 1} / {many}")
        self.back.setVisible(at > 0)
        self.stop.setVisible(at + 1 < many)  # the last one's way on ends it, too
        self.on.setText(self.tr("Next") if at + 1 < many else self.tr("Begin to work"))
        self.on.setAccessibleName(self.on.text())
        self.setAccessibleName(stop.title)
        self.setAccessibleDescription(stop.text)

    def arrange(self) -> None:
        self.setFixedHeight(max(self.heightForWidth(WIDTH), self.sizeHint().height()))
        self.move(beside(self.rect(), self._tour.target(), self._tour.rect()))
        self._tour.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._tour.end()
        elif event.key() in ON or event.key() == Qt.Key.Key_Left:
            self._tour.step(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)
