"""While the plan is edited all marks are seen, and none of them makes a zone's name or status unreadable."""

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QImage, QPainter, qGray
from PySide6.QtWidgets import QApplication

from desktop.views.floor_plan.camera import Camera
from desktop.views.floor_plan.picture import Picture
from desktop.views.floor_plan.shapes import MapSymbol, MapZone

WIDE, HIGH = 300, 200
CAMERA = Camera(10.0, 0.0, float(HIGH))
WHOLE = QRectF(0, 0, WIDE / 10, HIGH / 10)
OUTLINE = ((2.0, 2.0), (28.0, 2.0), (28.0, 18.0), (2.0, 18.0))
ON_NAME, ON_STATUS, FREE = (14.5, 10.7), (14.5, 9.1), (25.0, 4.0)
DARK = 150  # a grey that words are darker than, and nothing else on a plate


def edited(*marks: tuple[float, float]) -> QImage:
    """One zone with a machine at each of these places, as the plan is painted while it is edited."""
    made = Picture(QFont())
    made.show_floor(None, WHOLE)
    made.show_zones([MapZone("z", "焊接车间", "A", OUTLINE, "overdue", "超时 4 小时", "超时")])
    made.show_symbols(tuple(MapSymbol(f"{x}", "door", "thing-door", f"{x}", x, y, "", "z") for x, y in marks))
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    made.draw(painter, CAMERA, image.size(), 1.0)
    made.paint_marks(painter, CAMERA, WHOLE)
    painter.end()
    return image


def ink(image: QImage, at: tuple[float, float], below: int) -> set[tuple[int, int]]:
    """Where it is darker than a grey, around a place on the floor."""
    box = around(at)
    spots = ((x, y) for y in range(box.top(), box.bottom()) for x in range(box.left(), box.right()))
    return {spot for spot in spots if qGray(image.pixel(*spot)) < below}


def around(at: tuple[float, float]) -> QRect:
    """As large as a mark, in pixels."""
    middle = CAMERA.to_screen(*at) - QPointF(10, 10)
    return QRectF(middle.x(), middle.y(), 20, 20).toRect()


def near(image: QImage, other: QImage, at: tuple[float, float]) -> bool:
    """Whether something else is seen around a place on the floor."""
    return image.copy(around(at)) != other.copy(around(at))


@pytest.mark.parametrize("at", [ON_NAME, ON_STATUS])
def test_a_mark_on_a_plate_leaves_its_words_to_be_read(qapp: QApplication, at: tuple[float, float]) -> None:
    written = ink(edited(), at, DARK)
    assert len(written) > 20, "there are words on the plate"
    assert written <= ink(edited(at), at, DARK + 10)


def test_a_mark_is_seen_on_a_plate_and_beside_it(qapp: QApplication) -> None:
    bare = edited()
    assert near(edited(ON_NAME), bare, ON_NAME)
    assert near(edited(FREE), bare, FREE)
    assert not near(edited(FREE), bare, ON_NAME)
