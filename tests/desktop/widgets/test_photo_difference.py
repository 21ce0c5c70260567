"""What differs between two photos, whichever way the second was held."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.widgets.alignment import Alignment, similarity
from desktop.widgets.photo_difference import COLOUR, difference

SIZE = (400, 300)
PATCH = QRectF(250, 180, 60, 50)


def scene(*, patch: bool = False, light: int = 0) -> QImage:
    """A wall with marks; `patch` is what has been put right."""
    made = QImage(*SIZE, QImage.Format.Format_RGB32)
    made.fill(QColor(120 + light, 120 + light, 120 + light))
    painter = QPainter(made)
    for x, y in ((40, 40), (300, 60), (60, 240), (180, 120)):
        painter.fillRect(QRectF(x, y, 40, 30), QColor(40 + light, 40 + light, 40 + light))
    if patch:
        painter.fillRect(PATCH, QColor(250, 250, 250))
    painter.end()
    return made


def held_otherwise(
    image: QImage, angle: float, scale: float, shift: QPointF
) -> tuple[QImage, list[tuple[float, float]]]:
    """The same scene from another stand, and where two of its places are then."""
    made = QImage(*SIZE, QImage.Format.Format_RGB32)
    made.fill(QColor(120, 120, 120))
    painter = QPainter(made)
    painter.translate(shift)
    painter.rotate(angle)
    painter.scale(scale, scale)
    painter.drawImage(0, 0, image)
    turned = painter.transform()
    painter.end()
    places = [turned.map(QPointF(x * SIZE[0], y * SIZE[1])) for x, y in PLACES]
    return made, [(at.x() / SIZE[0], at.y() / SIZE[1]) for at in places]


PLACES = [(0.2, 0.2), (0.7, 0.6)]


def coloured(image: QImage) -> QRectF:
    """The box around what is painted in full."""
    inks = [
        (x, y)
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
        if abs(image.pixelColor(x, y).red() - COLOUR[0]) < 30 and image.pixelColor(x, y).green() < 120
    ]
    if not inks:
        return QRectF()
    xs, ys = zip(*inks, strict=True)
    share = SIZE[0] / image.width()
    return QRectF(min(xs) * share, min(ys) * share, (max(xs) - min(xs)) * share, (max(ys) - min(ys)) * share)


def test_nothing_differs_in_other_light() -> None:
    found = difference(scene(), scene(light=40), None)
    assert found.changed == 0
    assert coloured(found.image).isEmpty()


@pytest.mark.parametrize(("angle", "scale", "shift"), [(0, 1, (0, 0)), (12, 0.9, (40, -10)), (-8, 1.2, (-30, 20))])
def test_what_was_put_right_is_found_where_it_is(angle: float, scale: float, shift: tuple[float, float]) -> None:
    after, places = held_otherwise(scene(patch=True), angle, scale, QPointF(*shift))
    found = difference(scene(), after, (PLACES, places))
    box = coloured(found.image)
    assert abs(box.center().x() - PATCH.center().x()) < 12
    assert abs(box.center().y() - PATCH.center().y()) < 12
    assert 0.01 < found.changed < 0.1


def test_places_are_taken_in_turn_and_far_enough_apart() -> None:
    made = Alignment()
    assert made.wanted() == (0, 1)
    assert made.add(0, (0.5, 0.5))
    assert made.wanted() == (1, 1)
    assert made.add(1, (0.4, 0.5))
    assert made.wanted() == (0, 2)
    assert not made.add(0, (0.51, 0.52)), "in one spot"
    assert made.add(0, (0.9, 0.5))
    assert made.add(1, (0.8, 0.5))
    assert made.ready
    assert not made.add(1, (0.1, 0.1))
    made.clear()
    assert not made.begun


def test_a_similarity_takes_the_places_to_the_places() -> None:
    a, b = similarity(((10 + 20j, 30 + 20j), (5 + 5j, 5 + 15j)))
    assert abs(a * (5 + 5j) + b - (10 + 20j)) < 1e-9
    assert abs(a * (5 + 15j) + b - (30 + 20j)) < 1e-9
    assert abs(a) == pytest.approx(2)
