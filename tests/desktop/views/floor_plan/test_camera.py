"""Metres to pixels and back."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.views.floor_plan.camera import MOST_PX_PER_M, Camera, fitted, round_length


def test_there_and_back() -> None:
    camera = Camera(12.5, 40.0, 600.0)
    assert camera.to_metres(camera.to_screen(3.25, 7.5)) == pytest.approx((3.25, 7.5))
    assert camera.to_screen(0, 1).y() < camera.to_screen(0, 0).y()


def test_a_painter_in_metres_meets_the_same_pixels() -> None:
    camera = Camera(12.5, 40.0, 600.0)
    assert camera.transform().map(QPointF(3.25, 7.5)) == camera.to_screen(3.25, 7.5)


def test_all_is_seen_in_the_middle() -> None:
    camera = fitted(QRectF(-5, 10, 60, 40), QSizeF(1000, 700))
    lower_left, upper_right = camera.to_screen(-5, 10), camera.to_screen(55, 50)
    assert (lower_left + upper_right) / 2 == QPointF(500, 350)
    assert min(lower_left.x(), upper_right.y(), 1000 - upper_right.x(), 700 - lower_left.y()) >= 23.9


def test_the_seen_part_is_what_lies_under_the_window() -> None:
    camera = fitted(QRectF(0, 0, 60, 40), QSizeF(1000, 700), margin=0)
    seen = camera.seen(QRectF(0, 0, 1000, 700))
    assert seen.contains(QRectF(0.01, 0.01, 59.9, 39.9))


def test_zooming_keeps_the_point_and_its_bounds() -> None:
    camera, about = Camera(10, 0, 500), QPointF(320, 130)
    nearer = camera.zoomed(4, about, least=1)
    assert nearer.to_metres(about) == pytest.approx(camera.to_metres(about))
    assert camera.zoomed(1e9, about, least=1).scale == MOST_PX_PER_M
    assert camera.zoomed(1e-9, about, least=1).scale == 1


def test_the_plan_cannot_be_lost() -> None:
    bounds, size = QRectF(0, 0, 60, 40), QSizeF(1000, 700)
    camera = fitted(bounds, size)
    assert camera.near(bounds, size) == camera
    lost = camera.moved(QPointF(90_000, -90_000)).near(bounds, size)
    assert lost.to_metres(QPointF(500, 350)) == pytest.approx((-30, -20))


@pytest.mark.parametrize(("scale", "metres"), [(14, 10), (7, 20), (2.9, 20), (100, 1), (0.1, 1000), (2000, 0.05)])
def test_the_scale_bar_has_a_round_length(scale: float, metres: float) -> None:
    assert round_length(scale, 140) == pytest.approx(metres)


def test_what_lies_along_the_edges_leaves_the_plan_free() -> None:
    camera = fitted(QRectF(0, 0, 60, 40), QSizeF(1000, 700), margin=0, above=22, left=22)
    corner = camera.to_screen(0, 40)
    assert corner.x() >= 22
    assert corner.y() >= 22
    assert camera.to_screen(60, 0).x() <= 1000
