"""Two photos looked at as one: zoom and drag are linked, the grip wipes, blinking rests, and seen means painted."""

import io
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.widgets.linked_view import MOST, LinkedView
from desktop.widgets.photo_pair import BLINK, SIDE, WIPE, PhotoPair, Shot
from desktop.widgets.pictures import decoded

PANE, PHOTO = QRectF(0, 0, 400, 300), QSizeF(1200, 900)
RED, GREEN = QColor(200, 30, 30), QColor(30, 160, 60)


def jpeg(ink: QColor, size: tuple[int, int] = (400, 300)) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", size, (ink.red(), ink.green(), ink.blue())).save(file, "JPEG", quality=95)
    return file.getvalue()


class Held:
    """Photos in memory, in place of those of a plant."""

    def __init__(self) -> None:
        self.photos: dict[str, bytes] = {}

    def pixmap(self, sha256: str, edge: int) -> Any:
        return decoded(self.photos[sha256], edge) if sha256 in self.photos else None


@pytest.fixture
def held() -> Held:
    made = Held()
    made.photos = {"before": jpeg(RED), "after": jpeg(GREEN)}
    return made


@pytest.fixture
def pair(qtbot: QtBot, held: Held) -> PhotoPair:
    made = PhotoPair(held)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(808, 300)
    made.show_pair((Shot("before", "昨天", "马超"),), (Shot("after", "今天", "赵刚"),))
    made.show()
    qtbot.waitExposed(made)
    return made


def ink(pair: PhotoPair, x: int, y: int = 150) -> QColor:
    return pair.grab().toImage().pixelColor(x, y)


def like(one: QColor, other: QColor) -> bool:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) < 12


def test_before_is_left_and_after_is_right(pair: PhotoPair) -> None:
    assert like(ink(pair, 200), RED)
    assert like(ink(pair, 600), GREEN)


def test_seen_means_that_both_have_been_painted(qtbot: QtBot, held: Held, pair: PhotoPair) -> None:
    qtbot.waitUntil(lambda: pair.all_seen)
    pair.show_pair((Shot("before", "", ""),), (Shot("not here", "", ""),))
    assert pair.seen() == (0, 2)
    pair.grab()
    qtbot.waitUntil(lambda: pair.seen() == (1, 2))
    assert not pair.all_seen
    held.photos["not here"] = jpeg(GREEN)
    pair.grab()
    qtbot.waitUntil(lambda: pair.all_seen)


def test_without_a_photo_after_nothing_is_all_seen(qtbot: QtBot, pair: PhotoPair) -> None:
    pair.show_pair((Shot("before", "", ""),), ())
    pair.grab()
    qtbot.waitUntil(lambda: pair.seen() == (1, 1))
    assert not pair.all_seen


def test_the_grip_wipes(pair: PhotoPair) -> None:
    pair.set_mode(WIPE)
    assert like(ink(pair, 300), RED)
    assert like(ink(pair, 500), GREEN)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(pair, left, Qt.KeyboardModifier.NoModifier, QPoint(404, 120))
    QTest.mouseMove(pair, QPoint(550, 120))
    QTest.mouseRelease(pair, left, Qt.KeyboardModifier.NoModifier, QPoint(550, 120))
    assert like(ink(pair, 500), RED)
    assert like(ink(pair, 570), GREEN)


def test_blinking_shows_one_after_the_other_and_rests_on_a_key(qtbot: QtBot, pair: PhotoPair) -> None:
    pair.set_mode(BLINK)
    assert like(ink(pair, 404), RED)
    qtbot.waitUntil(lambda: like(ink(pair, 404), GREEN))
    QTest.keyClick(pair, Qt.Key.Key_Space)
    assert not pair._blinking.isActive()
    QTest.keyClick(pair, Qt.Key.Key_Space)
    assert pair._blinking.isActive()
    pair.set_mode(SIDE)
    assert not pair._blinking.isActive()


def test_the_next_of_several_photos(held: Held, pair: PhotoPair) -> None:
    held.photos["more"] = jpeg(RED)
    pair.show_pair((Shot("before", "", ""),), (Shot("after", "", ""), Shot("more", "", "")))
    QTest.mouseClick(pair, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(600, 290))
    assert like(ink(pair, 600), RED)


def test_keys_zoom_and_bring_back(pair: PhotoPair) -> None:
    told: list[float] = []
    pair.zoomed.connect(told.append)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Plus, Qt.Key.Key_0):
        QTest.keyClick(pair, key)
    assert told == pytest.approx([1.2, 1.0, 1.2, 1.0])


def test_what_lies_under_the_pointer_stays_there() -> None:
    view, point = LinkedView(), QPointF(100, 220)
    before = view.place(PANE, PHOTO)
    share = (point.x() - before.left()) / before.width(), (point.y() - before.top()) / before.height()
    for factor in (1.5, 2.0, 0.7):
        view.zoom_at(factor, point, PANE, PHOTO)
        now = view.place(PANE, PHOTO)
        assert (point.x() - now.left()) / now.width() == pytest.approx(share[0])
        assert (point.y() - now.top()) / now.height() == pytest.approx(share[1])


def test_zoom_has_its_bounds_and_whole_photos_stay_in_the_middle() -> None:
    view = LinkedView()
    view.zoom_at(0.1, QPointF(0, 0), PANE, PHOTO)
    assert view.zoom == 1
    assert view.place(PANE, PHOTO) == PANE
    view.zoom_at(1000, QPointF(0, 0), PANE, PHOTO)
    assert view.zoom == MOST


def test_dragging_stops_at_the_edge() -> None:
    view = LinkedView()
    view.zoom_at(2, PANE.center(), PANE, PHOTO)
    view.drag(QPointF(10_000, -10_000), PANE, PHOTO)
    place = view.place(PANE, PHOTO)
    assert place.left() == pytest.approx(PANE.left())
    assert place.bottom() == pytest.approx(PANE.bottom())


def test_an_upright_photo_is_shown_whole() -> None:
    place = LinkedView().place(PANE, QSizeF(900, 1200))
    assert (place.height(), place.width()) == (300, 225)
    assert place.center() == PANE.center()


@pytest.mark.parametrize("data", [b"", b"not a photo", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_jpeg_is_not_shown(qapp: Any, data: bytes) -> None:
    assert decoded(data, 256) is None


def test_a_photo_is_decoded_no_larger_than_shown(qapp: Any) -> None:
    small = decoded(jpeg(RED, (2000, 1000)), 256)
    assert small is not None
    assert (small.width(), small.height()) == (256, 128)
