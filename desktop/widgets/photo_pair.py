"""Before and after: two photos side by side, one over the other with a grip, in turn, or what differs between them.
Zoom, drag and turning are linked."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyle, QWidget

from desktop.style.theme import theme
from desktop.style.tokens import DARK, RADIUS
from desktop.widgets.alignment import Alignment
from desktop.widgets.linked_view import LinkedView
from desktop.widgets.photo_difference import Difference
from desktop.widgets.photo_marks import CAPTION_BAR, GRIP, paint_caption, paint_grip, paint_place, paint_tag, sized
from desktop.widgets.pictures import Pictures

SIDE, WIPE, BLINK, DIFFERENCE = "side", "wipe", "blink", "difference"
CLICK = 4  # px: a hand that moves less does not drag
GAP, BLINK_MS = 8, 500
STEP = 1.2
MOST_TURNED = 6  # pictures


@dataclass(frozen=True)
class Shot:
    """A photo and what its caption says: when it was taken, and by whom."""

    sha: str
    when: str
    who: str


class PhotoPair(QWidget):
    """`seen_changed` when another photo has really been on the screen, `zoomed` with the zoom, `mode_changed`; `turned`
    when another of several photos is shown; `placed` when a place for their difference has been clicked, or all have
    been taken away."""

    seen_changed = Signal()
    zoomed = Signal(float)
    mode_changed = Signal(str)
    turned = Signal()
    placed = Signal()
    _painted = Signal(str)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self.setObjectName("photoPair")
        self.setAccessibleName(self.tr("Photos before and after"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 200)
        self._pictures = pictures
        self.tags = (self.tr("Before"), self.tr("After"))
        self._shots: tuple[tuple[Shot, ...], tuple[Shot, ...]] = ((), ())
        self._at = [0, 0]
        self._seen: set[str] = set()
        self._view = LinkedView()
        self._wipe = 0.5
        self._after_now = False
        self._held: QPointF | None = None
        self._pressed = QPointF()
        self._wiping = False
        self.alignment = Alignment()
        self.found: Difference | None = None
        self._found_shown: QPixmap | None = None
        self._quarters = 0
        self._upright: dict[int, QPixmap] = {}
        self.mode = SIDE
        self._blinking = QTimer(self)
        self._blinking.setInterval(BLINK_MS)
        self._blinking.timeout.connect(self._on_blink)
        self._slide = QVariantAnimation(self)
        self._slide.setStartValue(1.0)
        self._slide.setEndValue(0.0)
        self._slide.valueChanged.connect(self.update)
        self._painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        theme.changed.connect(self.update)

    def show_pair(self, before: tuple[Shot, ...], after: tuple[Shot, ...], *, slide: bool = False) -> None:
        """These photos from now on. Other photos than before have to be looked at anew."""
        others = [s.sha for shots in (before, after) for s in shots] != [s.sha for shots in self._shots for s in shots]
        self._shots = (before, after)
        if others:
            self._at, self._seen = [0, 0], set()
            self._quarters = 0
            self.align_anew()
            self.reset()
            self.seen_changed.emit()
            still = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
            if slide and still:
                self._slide.setDuration(160)
                self._slide.start()
        self.update()

    def seen(self) -> tuple[int, int]:
        """How many of the photos have been on the screen, and how many there are."""
        every = {shot.sha for shots in self._shots for shot in shots}
        return len(every & self._seen), len(every)

    def seen_side(self, side: int) -> bool:
        """Whether there are photos on this side (0 before, 1 after) and all of them have been on the screen."""
        return bool(self._shots[side]) and all(shot.sha in self._seen for shot in self._shots[side])

    @property
    def all_seen(self) -> bool:
        """Whether there are photos on both sides and all of them have been on the screen."""
        done, every = self.seen()
        return all(self._shots) and done == every

    def set_mode(self, mode: str) -> None:
        """SIDE, WIPE, BLINK or DIFFERENCE."""
        self.mode = mode
        self._after_now = False
        if mode == BLINK:
            self._blinking.start()
        else:
            self._blinking.stop()
        self.mode_changed.emit(mode)
        self.update()

    def reset(self) -> None:
        """Whole photos, grip in the middle."""
        self._view.reset()
        self._wipe = 0.5
        self.zoomed.emit(1.0)
        self.update()

    def turn(self, side: int) -> None:
        """The next photo of a side (0 before, 1 after), where there are several."""
        if self._shots[side]:
            self._at[side] = (self._at[side] + 1) % len(self._shots[side])
            self.align_anew()
            self.turned.emit()

    def rotate(self) -> None:
        """Turns both photos by a quarter, clockwise."""
        self._quarters = (self._quarters + 1) % 4
        self.align_anew()
        self.reset()

    def align_anew(self) -> None:
        """The places for the difference are to be clicked again."""
        self.alignment.clear()
        self.found = self._found_shown = None
        self._upright.clear()
        self.placed.emit()
        self.update()

    def show_difference(self, found: Difference) -> None:
        """What differs between the two photos that are shown."""
        self.found, self._found_shown = found, QPixmap.fromImage(found.image)
        self.reset()

    def images(self) -> tuple[QImage, QImage] | None:
        """Both photos as they are turned; None while one of them is not here."""
        before, after = self._picture(0), self._picture(1)
        return (before.toImage(), after.toImage()) if before is not None and after is not None else None

    @property
    def _apart(self) -> bool:
        """Whether the photos stand beside each other."""
        return self.mode == SIDE or (self.mode == DIFFERENCE and self.found is None)

    def shown(self) -> tuple[str, str]:
        """The hashes of the photos that are shown, before and after; empty where there is none."""
        before, after = self._shot(0), self._shot(1)
        return (before.sha if before else "", after.sha if after else "")

    def panes(self) -> tuple[QRectF, QRectF]:
        """Where before and after are shown; the same place twice unless side by side."""
        whole = QRectF(self.rect())
        if not self._apart:
            return whole, whole
        width = (whole.width() - GAP) / 2
        return QRectF(0, 0, width, whole.height()), QRectF(width + GAP, 0, width, whole.height())

    def _shot(self, side: int) -> Shot | None:
        shots = self._shots[side]
        return shots[self._at[side]] if shots else None

    def _picture(self, side: int) -> QPixmap | None:
        shot = self._shot(side)
        if shot is None:
            return None
        pane = self.panes()[side]
        edge = max(pane.width(), pane.height()) * self._view.zoom * self.devicePixelRatioF()
        found = self._pictures.pixmap(shot.sha, round(edge))
        if found is None or not self._quarters:
            return found
        return self._turned(found)

    def _turned(self, found: QPixmap) -> QPixmap:
        """As it is turned; done once for each size."""
        if found.cacheKey() not in self._upright:
            if len(self._upright) > MOST_TURNED:
                self._upright.clear()
            self._upright[found.cacheKey()] = found.transformed(QTransform().rotate(90 * self._quarters))
        return self._upright[found.cacheKey()]

    # painting

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        share = float(self._slide.currentValue() or 0) if self._slide.state() == self._slide.State.Running else 0.0
        painter.setOpacity(1 - share)
        painter.translate(share * 48, 0)
        if self.mode == BLINK:
            self._paint_pane(painter, int(self._after_now))
            return
        left, right = self.panes()
        if self._found_shown is not None and self.mode == DIFFERENCE:
            self._paint_found(painter, self._found_shown)
            return
        if self._apart:
            self._paint_pane(painter, 0)
            self._paint_pane(painter, 1)
            return
        edge = self.width() * self._wipe
        self._paint_pane(painter, 1, right.adjusted(edge, 0, 0, 0))
        self._paint_pane(painter, 0, QRectF(left.left(), left.top(), edge, left.height()))
        paint_grip(painter, edge, self.height())

    def _paint_pane(self, painter: QPainter, side: int, part: QRectF | None = None) -> None:
        pane = self.panes()[side]
        visible = part if part is not None else pane
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(pane, RADIUS, RADIUS)
        painter.setClipPath(path)
        painter.setClipRect(visible, Qt.ClipOperation.IntersectClip)
        painter.fillRect(visible, QColor(DARK.page))
        found, shot = self._picture(side), self._shot(side)
        if found is not None and shot is not None:
            place = self._view.place(pane, QSizeF(found.size()))
            painter.drawPixmap(place, found, QRectF(found.rect()))
            if self.mode == DIFFERENCE:
                self._paint_places(painter, side, place)
            if visible.width() > 40 and shot.sha not in self._seen:
                self._painted.emit(shot.sha)
        else:
            self._paint_absence(painter, visible, shot)
        right = self.mode == WIPE and side == 1
        paint_tag(painter, visible, self.tags[side], right=right)
        if shot is not None:
            paint_caption(painter, visible, (shot.when, shot.who, self._count(side)), right=right)
        painter.restore()

    def _paint_found(self, painter: QPainter, found: QPixmap) -> None:
        whole = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(whole, RADIUS, RADIUS)
        painter.setClipPath(path)
        painter.fillRect(whole, QColor(DARK.page))
        painter.drawPixmap(self._view.place(whole, QSizeF(found.size())), found, QRectF(found.rect()))
        paint_tag(painter, whole, self.tr("Difference"), right=False)

    def _paint_places(self, painter: QPainter, side: int, place: QRectF) -> None:
        for number, (x, y) in enumerate(self.alignment.places[side], 1):
            paint_place(painter, QPointF(place.x() + x * place.width(), place.y() + y * place.height()), number)

    def _paint_absence(self, painter: QPainter, place: QRectF, shot: Shot | None) -> None:
        text = self.tr("No photo yet") if shot is None else self.tr("This photo is not here yet; it is being fetched.")
        painter.setPen(QColor(DARK.muted))
        painter.setFont(sized(painter, 14))
        painter.drawText(place.adjusted(16, 0, -16, 0), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

    def _count(self, side: int) -> str:
        """Which of several photos this is."""
        many = len(self._shots[side])
        return self.tr("Photo {n} of {many} ▸").format(n=self._at[side] + 1, many=many) if many > 1 else ""

    def _on_painted(self, sha: str) -> None:
        if sha not in self._seen:
            self._seen.add(sha)
            self.seen_changed.emit()

    # hands

    def _side_at(self, point: QPointF) -> int:
        if self._apart:
            return int(point.x() > self.width() / 2)
        if self.mode == WIPE:
            return int(point.x() > self.width() * self._wipe)
        return int(self._after_now)

    def _frame(self, point: QPointF) -> tuple[QRectF, QSizeF]:
        """The pane under a point, and its photo's size."""
        side = self._side_at(point)
        found = self._found_shown if self._found_shown is not None and self.mode == DIFFERENCE else self._picture(side)
        return self.panes()[side], QSizeF(found.size()) if found else QSizeF(4, 3)

    def zoom(self, factor: float, point: QPointF | None = None) -> None:
        """Zooms both photos, at a point or in the middle."""
        at = point if point is not None else self.panes()[0].center()
        self._view.zoom_at(factor, at, *self._frame(at))
        self.zoomed.emit(self._view.zoom)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position()
        side = self._side_at(point)
        if len(self._shots[side]) > 1 and point.y() > self.height() - CAPTION_BAR:
            self.turn(side)
            return
        self._wiping = self.mode == WIPE and abs(point.x() - self.width() * self._wipe) <= GRIP
        self._held = self._pressed = point

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._held is None:
            near = self.mode == WIPE and abs(point.x() - self.width() * self._wipe) <= GRIP
            self.setCursor(Qt.CursorShape.SplitHCursor if near else self._resting())
            return
        if self._wiping:
            self._wipe = min(0.98, max(0.02, point.x() / self.width()))
        else:
            self._view.drag(point - self._held, *self._frame(point))
            self._held = point
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        still = self._held is not None and (event.position() - self._pressed).manhattanLength() < CLICK
        self._held, self._wiping = None, False
        if still and self.mode == DIFFERENCE and self._apart:
            self._place_at(event.position())

    def _place_at(self, point: QPointF) -> None:
        """A place of the photo under a point, to align by, if it is this photo's turn."""
        side = self._side_at(point)
        pane, size = self._frame(point)
        place = self._view.place(pane, size)
        share = ((point.x() - place.x()) / place.width(), (point.y() - place.y()) / place.height())
        inside = all(0 <= one <= 1 for one in share)
        if inside and self.alignment.wanted()[0] == side and self.alignment.add(side, share):
            self.placed.emit()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.mode == DIFFERENCE and self._apart:
            self.mousePressEvent(event)
        else:
            self.reset()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif event.key() == Qt.Key.Key_0:
            self.reset()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turn(int(event.key() == Qt.Key.Key_Right))
        elif event.key() == Qt.Key.Key_Space and self.mode == BLINK:
            self.rest_or_blink()
        else:
            super().keyPressEvent(event)

    def rest_or_blink(self) -> None:
        """Stops on the photo that is shown, or goes on."""
        if self._blinking.isActive():
            self._blinking.stop()
        else:
            self._blinking.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.update()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._blinking.stop()
        super().hideEvent(event)

    def _on_blink(self) -> None:
        self._after_now = not self._after_now
        self.update()

    def _resting(self) -> Qt.CursorShape:
        return Qt.CursorShape.OpenHandCursor if self._view.zoom > 1 else Qt.CursorShape.ArrowCursor
