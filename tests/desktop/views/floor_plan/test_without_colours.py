"""What the map says, it says to people who see no colours: areas of a grey picture are told apart by their pattern."""

from itertools import chain, combinations
from statistics import mode

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QImage, QPainter

from desktop.views.floor_plan.camera import Camera
from desktop.views.floor_plan.picture import Picture
from desktop.views.floor_plan.shapes import BOTH, LIVE, RISK, STATUSES, MapSymbol, MapZone

SIDE = 160
LEVELS = ("red", "orange", "yellow", "blue")
SQUARE = ((0.0, 0.0), (SIDE, 0.0), (SIDE, SIDE), (0.0, SIDE))


def picture(by: str, *, dark: bool) -> Picture:
    made = Picture(QFont())
    made.dark = dark
    made.show_floor(None, QRectF(0, 0, SIDE, SIDE))
    made.colour_by(by)
    return made


def painted(made: Picture) -> QImage:
    """The floor at a metre a pixel."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    made.draw(painter, Camera(1.0, 0.0, float(SIDE)), QSize(SIDE, SIDE), 1.0)
    painter.end()
    return image


def zone(status: str, level: str) -> MapZone:
    """One whose words are always the same, so that only the sign can tell two of them apart."""
    return MapZone("z", "仓库", "B", SQUARE, status, "said", "said", risk=level, risk_words="said")


def greys(image: QImage, box: QRectF) -> list[list[int]]:
    part = image.convertToFormat(QImage.Format.Format_Grayscale8).copy(box.toRect())
    return [[part.pixelColor(x, y).value() for x in range(part.width())] for y in range(part.height())]


def inked(image: QImage, box: QRectF) -> list[list[bool]]:
    """Where something is drawn on an even ground, in whatever colour."""
    rows = greys(image, box)
    ground = mode(chain(*rows))
    return [[abs(value - ground) >= 25 for value in row] for row in rows]


def steps(image: QImage, box: QRectF) -> list[list[bool]]:
    """Where a grey picture is darker than its middle tone: a pattern that no colour is needed for."""
    rows = greys(image, box)
    values = [value for row in rows for value in row]
    middle = (min(values) + max(values)) / 2
    return [[value < middle - 2 for value in row] for row in rows]


CORNER = QRectF(8, 8, 40, 32)  # of the area, clear of frame and plate


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("level", LEVELS)
def test_with_both_each_status_has_a_pattern_of_its_own(qapp, dark, level):
    seen = {}
    for status in STATUSES:
        made = picture(BOTH, dark=dark)
        made.show_zones([zone(status, level)])
        seen[status] = steps(painted(made), CORNER)
    for one, other in combinations(STATUSES, 2):
        assert seen[one] != seen[other], f"{one} looks like {other} without colours"
    assert not any(any(row) for row in seen["normal"]), "what is well has no hatch"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("by", "signs"), [(LIVE, STATUSES), (RISK, LEVELS)])
def test_each_status_and_level_has_a_sign_and_words_in_its_plate(qapp, dark, by, signs):
    seen = []
    for sign in signs:
        made = picture(by, dark=dark)
        made.show_zones([zone(sign, "blue") if by == LIVE else zone("normal", sign)])
        plate = made.zone_painter.plate(made.zones[0], 1.0)
        assert plate is not None
        assert plate.form.words, "without its word the sign alone would speak"
        within = plate.box.translated(0, SIDE).adjusted(8, 8, -8, -8)  # none of the area shows at the plate's corners
        seen.append(inked(painted(made), within))
    assert all(one != other for one, other in combinations(seen, 2))


@pytest.mark.parametrize("dark", [False, True])
def test_each_state_of_a_thing_that_is_not_well_has_a_sign_of_its_own(qapp, dark):
    seen = {}
    for state in ("overdue", "pending", "unknown", "normal"):
        made = picture(LIVE, dark=dark)
        made.show_symbols((MapSymbol("m", "equipment", "thing-machine", "冲床", 80.0, 80.0, state, "z"),))
        seen[state] = steps(painted(made), QRectF(66, 66, 28, 28))
    assert all(seen[one] != seen[other] for one, other in combinations(seen, 2))


def test_a_thing_under_a_plate_is_neither_painted_nor_found(qapp):
    made = picture(LIVE, dark=False)
    thing = MapSymbol("m", "equipment", "thing-machine", "冲床", 80.0, 80.0, "", "z")
    camera = Camera(1.0, 0.0, float(SIDE))
    middle = camera.to_screen(80.0, 80.0)
    made.show_symbols((thing,))
    assert made.mark_at(middle, camera) is not None
    made.show_zones([zone("normal", "blue")])
    with_thing = painted(made)
    assert made.mark_at(middle, camera) is None
    made.show_symbols(())
    assert painted(made) == with_thing
