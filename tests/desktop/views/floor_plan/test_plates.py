"""Plates never leave their zones, and say as much as there is room for."""

import math

import pytest

from desktop.views.floor_plan.plates import FORMS, in_two, laid_out, place_inside
from services.core.geometry import Polygon, contains
from services.core.inside import fits


class Fixed:
    """Every letter as wide as it is high."""

    def name(self, text: str, size: int) -> float:
        return len(text) * size

    def words(self, text: str, size: int) -> float:
        return len(text) * size


def rectangle(width: float, height: float) -> Polygon:
    return ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))


def turned(polygon: Polygon, degrees: float) -> Polygon:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return tuple((x * c - y * s, x * s + y * c) for x, y in polygon)


L_SHAPE: Polygon = ((0, 0), (400, 0), (400, 90), (90, 90), (90, 400), (0, 400))
RING: Polygon = ((0, 0), (300, 0), (300, 300), (160, 300), (160, 140), (140, 140), (140, 300), (0, 300))


@pytest.mark.parametrize(
    ("width", "height", "name", "words"),
    [
        (300, 100, 14, "full"),
        (124, 100, 14, "full"),
        (105, 100, 13, "full"),
        (80, 30, 11, ""),
        (48, 60, 11, ""),
        (26, 26, 0, ""),
    ],
)
def test_it_shrinks_in_steps(width: float, height: float, name: int, words: str) -> None:
    plate = laid_out(rectangle(width, height), "冲压车间", "待整改二条", "待改", Fixed())
    assert plate is not None
    assert (plate.form.name, plate.form.words) == (name, words)


@pytest.mark.parametrize("polygon", [L_SHAPE, RING, turned(rectangle(300, 120), 30), turned(L_SHAPE, 200)])
def test_no_corner_of_a_plate_leaves_the_zone(polygon: Polygon) -> None:
    plate = laid_out(polygon, "装配", "待整改 2 条", "待整改", Fixed())
    assert plate is not None
    box = plate.box
    corners = [(x, y) for x in (box.left(), box.right()) for y in (box.top(), box.bottom())]
    assert all(contains(polygon, corner) for corner in corners)
    assert plate.form.name


def test_the_smaller_the_zone_the_less_it_says() -> None:
    sizes = [
        laid_out(rectangle(side, side / 2), "冲压车间", "待整改 2 条", "待整改", Fixed()) for side in range(10, 400, 6)
    ]
    forms = [FORMS.index(plate.form) if plate else len(FORMS) for plate in sizes]
    assert forms == sorted(forms, reverse=True)
    assert forms[0] == len(FORMS)
    assert forms[-1] == 0


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("卸货通道", ("卸货", "通道")),
        ("危险废物库", ("危险", "废物库")),
        ("CNC加工区", ("CNC", "加工区")),
        ("Goods in", ("Goods", "in")),
        ("Tool room 12", ("Tool", "room 12")),
        ("Office", None),
        ("危废库", None),
    ],
)
def test_a_name_is_parted_between_words_only(name: str, lines: tuple[str, str] | None) -> None:
    assert in_two(name) == lines


def test_a_narrow_zone_says_its_name_in_two_lines() -> None:
    plate = laid_out(rectangle(44, 200), "卸货通道", "正常", "正常", Fixed())
    assert plate is not None
    assert plate.form.broken


def test_a_badge_in_the_corner_is_clear_of_the_plate() -> None:
    plate = laid_out(rectangle(98, 130), "冲压车间", "待整改三条", "待", Fixed())
    assert plate is not None
    if plate.badge is not None:
        assert not plate.box.contains(plate.badge)


def test_a_notch_in_the_middle_counts_as_outside() -> None:
    assert not fits(RING, (150.0, 200.0), 30, 30)
    from PySide6.QtCore import QSizeF

    at = place_inside(RING, QSizeF(100, 40))
    assert at is not None
    assert fits(RING, at, 50, 20)
