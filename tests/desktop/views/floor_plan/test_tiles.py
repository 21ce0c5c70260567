"""Squares of the plan: a push paints nothing, a change only what it touches, and all looks as if just painted."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QImage, QPainter

from desktop.views.floor_plan.camera import Camera
from desktop.views.floor_plan.picture import Picture
from desktop.views.floor_plan.polygon_grid import PolygonGrid
from desktop.views.floor_plan.shapes import BOTH, STATUSES, MapSymbol, MapZone
from desktop.views.floor_plan.tiles import TILE_PX, Tiles
from services.core.geometry import contains

SIZE = QSize(700, 500)


def zones() -> list[MapZone]:
    made = []
    for number in range(108):
        x, y = number % 12 * 11.0, number // 12 * 9.0
        outline = ((x, y), (x + 10, y), (x + 10, y + 8), (x, y + 8))
        if number % 7 == 0:  # not all stand upright
            outline = ((x + 2, y), (x + 10, y), (x + 10, y + 8), (x, y + 6))
        status = STATUSES[number % 4]
        said = (status, "很多字", status[:3], False, "red", "重大")
        made.append(MapZone(f"z{number}", f"区 {number}", "ABCD"[number % 4], outline, *said))
    return made


def things() -> tuple[MapSymbol, ...]:
    chance = Random(3)
    states = (*STATUSES, "")
    return tuple(
        MapSymbol(
            f"t{n}", "sensor", "thing-gauge", f"{n}", chance.uniform(0, 130), chance.uniform(0, 80), states[n % 5], ""
        )
        for n in range(150)
    )


def picture() -> Picture:
    made = Picture(QFont())
    made.show_floor(None, QRectF(0, 0, 132, 81))
    made.show_zones(zones())
    made.show_symbols(things())
    return made


def drawn(made: Picture, camera: Camera, ratio: float = 1.0) -> QImage:
    image = QImage(round(SIZE.width() * ratio), round(SIZE.height() * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    made.draw(painter, camera, SIZE, ratio)
    painter.end()
    return image


def squares(made: Picture) -> dict:
    """The squares that are kept, by where they are: another picture means that one was painted anew."""
    shown = made._whole._shown
    return {place: tile.cacheKey() for place, tile in shown.tiles.items()} if shown else {}


def anew(made: Picture, camera: Camera, ratio: float = 1.0) -> QImage:
    """What would be seen if nothing were kept."""
    fresh = Picture(QFont())
    fresh.dark, fresh.hidden = made.dark, made.hidden
    fresh.show_floor(None, made.bounds)
    fresh.colour_by(made.by)
    fresh.highlight = made.highlight
    fresh.show_zones(list(made.zones))
    fresh.show_symbols(made.crowd.symbols)
    return drawn(fresh, camera, ratio)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_wherever_it_is_pushed_it_looks_as_if_it_were_painted_there(qapp, ratio):
    made, camera = picture(), Camera(9.0, 20.0, 480.0)
    for by in (QPointF(0, 0), QPointF(-137, 12), QPointF(-400, -90), QPointF(600.5, 33.25)):
        camera = camera.moved(by)
        assert drawn(made, camera, ratio) == anew(made, camera, ratio)
        little = camera.moved(QPointF(-3, 1.5))  # over the same squares, which are one picture by now
        assert drawn(made, little, ratio) == anew(made, little, ratio)


def test_a_push_over_what_is_there_paints_nothing(qapp):
    made, camera = picture(), Camera(9.0, 20.0, 480.0)
    drawn(made, camera)
    assert made.sharpen(camera, SIZE, 1.0)
    before = squares(made)
    for step in range(1, 40):
        drawn(made, camera.moved(QPointF(-3.0 * step, 2.0 * step)), 1.0)
    assert squares(made).items() >= {one: key for one, key in before.items() if one in squares(made)}.items()
    assert drawn(made, camera) == anew(made, camera)


def test_a_status_that_changes_paints_only_the_squares_it_touches(qapp):
    made, camera = picture(), Camera(20.0, 0.0, 500.0)
    drawn(made, camera)
    made.sharpen(camera, SIZE, 1.0)
    before = squares(made)
    changed = list(made.zones)
    changed[14] = replace(changed[14], status="overdue" if changed[14].status != "overdue" else "normal")
    made.show_zones(changed)
    assert drawn(made, camera) == anew(made, camera)
    made.sharpen(camera, SIZE, 1.0)
    after = squares(made)
    beyond = 30
    near = QRectF(22.0 * 20, -17.0 * 20, 10 * 20, 8 * 20).adjusted(-beyond, -beyond, beyond, beyond)
    for (column, row), key in after.items():
        box = QRectF(column * TILE_PX, row * TILE_PX, TILE_PX, TILE_PX)
        painted = before.get((column, row), key) != key
        assert box.intersects(near) or not painted, "a square was painted without need"
    assert any(before[place] != after[place] for place in before if place in after)


def changed_status(made: Picture, now: list[MapZone], place: int) -> None:
    now[place] = replace(now[place], status=STATUSES[(STATUSES.index(now[place].status) + 1) % 4], words="别的")


def moved(made: Picture, now: list[MapZone], place: int) -> None:
    now[place] = replace(now[place], polygon=tuple((x + 0.5, y + 0.3) for x, y in now[place].polygon))


def gone(made: Picture, now: list[MapZone], place: int) -> None:
    del now[place]


def nested(made: Picture, now: list[MapZone], place: int) -> None:
    (x, y), *_ = now[place].polygon
    inside = ((x + 3, y + 1), (x + 6, y + 1), (x + 6, y + 7), (x + 3, y + 7))
    now.append(replace(now[place], id=f"in{len(now)}{place}", polygon=inside, status="overdue"))


def thing(made: Picture, now: list[MapZone], place: int) -> None:
    those = list(made.crowd.symbols)
    those[place] = replace(those[place], state="overdue" if those[place].state != "overdue" else "")
    made.show_symbols(tuple(those))


def dark(made: Picture, now: list[MapZone], place: int) -> None:
    made.dark = not made.dark


def both(made: Picture, now: list[MapZone], place: int) -> None:
    made.colour_by(BOTH)


def highlighted(made: Picture, now: list[MapZone], place: int) -> None:
    made.highlight = now[place].status


def in_hand(made: Picture, now: list[MapZone], place: int) -> None:
    made.hidden = now[place].id if made.hidden != now[place].id else ""


CHANGES = (changed_status, moved, gone, nested, thing, dark, both, highlighted, in_hand)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=5), st.integers(0, 2**20))
def test_whatever_changes_it_looks_as_if_all_were_painted_now(qapp, changes, seed):
    chance, made, camera = Random(seed), picture(), Camera(9.0, 20.0, 480.0)
    drawn(made, camera)
    for change in changes:
        now = list(made.zones)
        change(made, now, chance.randrange(len(now)))
        made.show_zones(now)
        assert drawn(made, camera) == anew(made, camera) == drawn(made, camera)


def test_while_zooming_the_old_squares_are_stretched_until_new_ones_are_there(qapp):
    made, camera = picture(), Camera(9.0, 20.0, 480.0)
    drawn(made, camera)
    near = Camera(14.0, -100.0, 600.0)
    made.zooming = True
    stretched = drawn(made, near)
    sharp = anew(made, near)
    assert stretched != sharp
    passes = 0
    while not made.sharpen(near, SIZE, 1.0, within_s=0.0):
        passes += 1
        assert made.zooming
        drawn(made, near)
    assert passes, "with no time at all, one square is made at a time"
    assert not made.zooming
    assert drawn(made, near) == sharp


def test_far_squares_are_let_go(qapp):
    painted = []
    tiles = Tiles(lambda painter, camera, area, place: painted.append(place))
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for step in range(60):
        tiles.draw(painter, Camera(1.0, -300.0 * step, 0.0), SIZE, 1.0, stretch=False)
    painter.end()
    assert tiles._shown is not None
    assert len(tiles._shown.tiles) < 50
    assert len(set(painted)) == len(painted), "none is painted twice on the way"


@given(st.integers(0, 2**20), st.floats(-5, 140), st.floats(-5, 90))
def test_the_grid_finds_what_going_through_all_finds(seed, x, y):
    chance = Random(seed)
    polygons = []
    for _ in range(40):
        left, low = chance.uniform(0, 120), chance.uniform(0, 70)
        wide, high = chance.choice((0.5, 4.0, 90.0)), chance.choice((0.5, 6.0, 60.0))
        polygons.append(((left, low), (left + wide, low), (left + wide, low + high)))
    grid = PolygonGrid(polygons)
    assert grid.at((x, y)) == [n for n, one in enumerate(polygons) if contains(one, (x, y))]
    area = QRectF(x, y, chance.uniform(0.1, 150), chance.uniform(0.1, 60))
    assert grid.near(area) == [
        n
        for n, one in enumerate(polygons)
        if min(px for px, _ in one) <= area.right()
        and max(px for px, _ in one) >= area.left()
        and min(py for _, py in one) <= area.bottom()
        and max(py for _, py in one) >= area.top()
    ]


def test_a_zone_inside_another_has_its_own_colour_and_no_plate_lies_on_it(qapp):
    outer = ((0.0, 0.0), (130.0, 0.0), (130.0, 80.0), (0.0, 80.0))
    inner = ((40.0, 25.0), (90.0, 25.0), (90.0, 55.0), (40.0, 55.0))
    big = MapZone("big", "大区", "D", outer, "normal", "正常", "正常")
    small = MapZone("small", "小区", "A", inner, "overdue", "超时", "超时")
    camera, made = Camera(5.0, 20.0, 480.0), Picture(QFont())
    made.show_floor(None, QRectF(0, 0, 132, 81))
    made.show_zones([big, small])
    spot = camera.to_screen(42.0, 27.0).toPoint()
    both = drawn(made, camera).pixelColor(spot)
    plate = made.zone_painter.plate(big, 5.0)
    assert plate is not None
    assert not plate.box.intersects(QRectF(40 * 5, -55 * 5, 50 * 5, 30 * 5))
    made.show_zones([small])
    assert drawn(made, camera).pixelColor(spot) == both
