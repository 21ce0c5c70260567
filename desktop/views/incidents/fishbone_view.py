"""The fishbone as it is painted from the causes named so far."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.style.theme import theme
from services.core.geometry import Point
from services.core.investigations import Cause
from services.reports.fishbone import Bone, fishbone

How = Qt.AlignmentFlag | Qt.TextFlag
TWIG_HIGH, NAME_WIDE, EDGE, SMALL_PX = 36, 96, 8, 12
MOST_LETTERS, LEAST_LETTERS = 18, 6
FULL = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap


class FishboneView(QWidget):
    """`show_causes` says what happened and what has led to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fishbone")
        self.setMinimumSize(560, 300)
        self._what = ""
        self._causes: tuple[Cause, ...] = ()
        theme.changed.connect(self.update)

    def show_causes(self, what: str, causes: tuple[Cause, ...]) -> None:
        """Paints these."""
        self._what, self._causes = what, causes
        told = [f"{words.say(f'value.branch.{one.branch}')} {one.text}" for one in causes]
        self.setAccessibleName(words.listed([what, *told]))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.translate(room.topLeft())
        made = fishbone(self._causes, room.width(), room.height())
        painter.setPen(QPen(self._ink("text"), 2.5))
        painter.drawLine(_at(made.tail), _at(made.neck))
        head = QRectF(made.head_left, room.height() * 0.28, room.width() - made.head_left, room.height() * 0.44)
        painter.setBrush(self._ink("page"))
        painter.drawRoundedRect(head, 6, 6)
        painter.drawText(head.adjusted(6, 4, -6, -4), int(FULL), words.short(self._what, 60))
        for bone in made.bones:
            self._bone(painter, bone, made.label_high)
        painter.end()

    def _bone(self, painter: QPainter, bone: Bone, high: float) -> None:
        painter.setPen(QPen(self._ink("accent"), 2))
        painter.drawLine(_at(bone.tip), _at(bone.foot))
        top = bone.tip[1] - high if bone.above else bone.tip[1]
        self._write(painter, QRectF(bone.tip[0] - NAME_WIDE / 2, top, NAME_WIDE, high), FULL,
                    words.say(f"value.branch.{bone.branch}"), bold=True)  # fmt: skip
        for twig in bone.twigs:
            painter.setPen(QPen(self._ink("line"), 1))
            painter.drawLine(_at((twig.end[0] - twig.room, twig.end[1])), _at(twig.end))
            painter.setPen(QPen(self._ink("overdue" if twig.root else "text"), 1))
            room = QRectF(
                twig.end[0] - twig.room, twig.end[1] - TWIG_HIGH - 1, twig.room - 6 - twig.lean * TWIG_HIGH, TWIG_HIGH
            )
            self._write(painter, room, RIGHT, twig.text, bold=twig.root, small=True)

    def _write(self, painter: QPainter, room: QRectF, how: How, text: str, *, bold: bool, small: bool = False) -> None:
        font = QFont(self.font())
        font.setBold(bold)
        if small:
            font.setPixelSize(SMALL_PX)
        painter.setFont(font)
        painter.drawText(room, int(how), _fitting(painter, room, how, text) if small else text)

    def _ink(self, token: str) -> QColor:
        return QColor(theme.colour(token))


def _fitting(painter: QPainter, room: QRectF, how: How, text: str) -> str:
    """As much of the text, from its beginning, as has room; the list beside the picture has all of it."""
    for letters in range(MOST_LETTERS, LEAST_LETTERS, -1):
        shown = words.short(text, letters)
        if painter.boundingRect(room, int(how), shown).height() <= room.height():
            return shown
    return words.short(text, LEAST_LETTERS)


def _at(point: Point) -> QPointF:
    return QPointF(*point)
