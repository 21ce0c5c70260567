"""How things on the plan look: a small plate with an icon, round for sensors; several are a number. What is not well
has the sign and the frame of its status, so that it never speaks by colour alone."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from desktop.style.icons import icon
from desktop.style.signs import paint_sign
from desktop.views.floor_plan.camera import Camera
from desktop.views.floor_plan.crowd import MARK_PX, Crowd, Mark
from desktop.views.floor_plan.inks import Inks
from desktop.views.floor_plan.shapes import NORMAL, SENSOR

ICON_PX, SIGN_PX, NUMBER_PX = 14, 9.0, 11
BEYOND_PX = 3.0  # how far a sign juts out of its mark
SIDE_PX = MARK_PX + 2 * BEYOND_PX  # of a stamp


class SymbolPainter:
    """Stamps marks with a painter in pixels. Each look is drawn once and kept as a small picture."""

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self._font.setPixelSize(NUMBER_PX)
        self._font.setWeight(QFont.Weight.DemiBold)
        self._kept: dict[tuple[str, bool, str, float, int], QPixmap] = {}

    def paint(
        self, painter: QPainter, crowd: Crowd, camera: Camera, seen: QRectF, taken: Iterable[QRectF], inks: Inks
    ) -> None:
        """The marks in a part of the floor (metres); what lies under one of the boxes in pixels that are `taken` by
        plates is not painted: it comes out from under it when one goes nearer."""
        ratio, boxes = painter.device().devicePixelRatioF(), list(taken)
        reach = SIDE_PX / 2 / camera.scale
        for mark in crowd.marks(camera.scale, seen.adjusted(-reach, -reach, reach, reach)):
            at = camera.to_screen(mark.x, mark.y)
            if not boxes or not hidden(at, boxes):
                corner = QPointF(round(at.x() - SIDE_PX / 2), round(at.y() - SIDE_PX / 2))
                painter.drawPixmap(corner, self._stamp(crowd, mark, ratio, inks))

    def _stamp(self, crowd: Crowd, mark: Mark, ratio: float, inks: Inks) -> QPixmap:
        """One thing shows its icon, several at different places how many they are."""
        one, state = crowd.single(mark), crowd.state(mark)
        said = one.glyph if one else number(len(mark.members))
        key = (said, one is not None and one.kind == SENSOR, state, ratio, inks.text.rgb())
        if key not in self._kept:
            self._kept[key] = self._drawn(*key[:4], inks)
        return self._kept[key]

    def _drawn(self, said: str, round_: bool, state: str, ratio: float, inks: Inks) -> QPixmap:
        made = QPixmap(round(SIDE_PX * ratio), round(SIDE_PX * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        loud = state not in ("", NORMAL)
        box = QRectF(BEYOND_PX, BEYOND_PX, MARK_PX, MARK_PX)
        painter.setPen(QPen(inks.status[state] if loud else inks.muted, 2.0 if loud else 1.0))
        painter.setBrush(inks.sheet)
        inner, radius = box.adjusted(1, 1, -1, -1), MARK_PX / 2 if round_ else 4.0
        painter.drawRoundedRect(inner, radius, radius)
        self._say(painter, said, box, inks)
        if loud:
            self._sign(painter, state, inks)
        painter.end()
        return made

    def _say(self, painter: QPainter, said: str, box: QRectF, inks: Inks) -> None:
        if said[0].isdigit():
            painter.setPen(inks.text)
            painter.setFont(self._font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)
            return
        place = QRectF(0, 0, ICON_PX, ICON_PX)
        place.moveCenter(box.center())
        icon(said).paint(painter, place.toRect())

    def _sign(self, painter: QPainter, state: str, inks: Inks) -> None:
        """On a ground of its own in the upper right corner."""
        place = QRectF(SIDE_PX - SIGN_PX - 1, 0, SIGN_PX + 1, SIGN_PX + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.sheet)
        painter.drawEllipse(place)
        paint_sign(painter, state, place, inks.status[state])


def number(count: int) -> str:
    """A number with no more than three signs."""
    return str(count) if count < 1000 else f"{min(count // 1000, 99)}k"


def hidden(at: QPointF, taken: Iterable[QRectF]) -> bool:
    """Whether a mark with its middle at `at` lies under one of the boxes, if only in part."""
    half = MARK_PX / 2
    box = QRectF(at.x() - half, at.y() - half, MARK_PX, MARK_PX)
    return any(box.intersects(one) for one in taken)
