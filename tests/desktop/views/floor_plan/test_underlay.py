"""The plan under the zones: what is painted where, in which grey, how upright, and how fast."""

import time
from pathlib import Path as File

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.views.floor_plan.bundles import bundles_of
from desktop.views.floor_plan.underlay import DARK, LIGHT, Underlay, line_colour, render
from services.plans import Drawing, Layer, Path, Text, read_dxf, write_sample

REAL = File(__file__).resolve().parents[5] / "shared" / "plans" / "wrld_office_cad.dxf"
WHITE = QColor("#FFFFFF").rgb()


@pytest.fixture(autouse=True)
def screen(qtbot: QtBot) -> None:
    """Fonts need an application."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Drawing:
    file = tmp_path_factory.mktemp("plans") / "works.dxf"
    write_sample(file)
    return read_dxf(file)


def drawing(*paths: Path, texts: tuple[Text, ...] = (), hidden: tuple[str, ...] = ()) -> Drawing:
    names = sorted({path.layer for path in paths} | {text.layer for text in texts})
    layers = tuple(Layer(name, "#ffffff", name not in hidden) for name in names)
    return Drawing("m", True, 1.0, 20.0, 10.0, len(paths), layers, paths, texts, ())


def line(*points: float, layer: str = "0", colour: str = "#ffffff") -> Path:
    return Path(layer, colour, False, False, points)


def box(*corners: float, layer: str = "0") -> Path:
    left, bottom, right, top = corners
    return Path(layer, "#808080", True, True, (left, bottom, right, bottom, right, top, left, top))


def painted(plan: Drawing, scale: float = 20.0, **options: object) -> QImage:
    """The drawing at so many pixels per metre, its lower left at that of the picture."""
    image = QImage(round(plan.width_m * scale), round(plan.height_m * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.translate(0, image.height())
    painter.scale(scale, -scale)
    Underlay(plan).paint(painter, False, **options)  # type: ignore[arg-type]
    painter.end()
    return image


def inked(image: QImage) -> QRectF:
    """The box of all pixels that are not white."""
    spots = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != WHITE]
    xs, ys = zip(*spots, strict=True) if spots else ((0,), (0,))
    return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))


def test_every_outline_is_in_one_bundle_whole_and_closed_where_it_was(sample: Drawing) -> None:
    drawn = sorted(_closed(path) for path in sample.paths)
    merged = [polygon for bundle in bundles_of(sample) for polygon in bundle.path.toSubpathPolygons()]
    assert sorted([(at.x(), at.y()) for at in polygon.toList()] for polygon in merged) == drawn


def _closed(path: Path) -> list[tuple[float, float]]:
    corners = path.corners()
    return [*corners, corners[0]] if path.closed and corners[0] != corners[-1] else corners


def test_a_drawing_of_nothing_but_texts_has_no_bundle() -> None:
    assert not list(bundles_of(drawing(texts=(Text("0", 10, 5, 1.0, 0.0, "HHHH"),))))


def test_metres_go_upwards() -> None:
    box_m = inked(painted(drawing(line(1, 1, 5, 1))))
    assert (box_m.left(), box_m.right()) == pytest.approx((20, 100), abs=1)
    assert box_m.center().y() == pytest.approx(180, abs=1)


def test_lines_are_one_pixel_at_every_scale() -> None:
    for scale in (5.0, 80.0):
        assert inked(painted(drawing(line(1, 1, 15, 1)), scale)).height() <= 2


def test_a_wall_is_filled_and_holes_stay_open() -> None:
    hole = Path("墙体", "#808080", True, True, (4, 4, 4, 6, 6, 6, 6, 4))
    image = painted(drawing(box(2, 2, 8, 8, layer="墙体"), hole))
    assert image.pixelColor(60, 200 - 60).name() == LIGHT.wall_fill.lower()
    assert image.pixel(100, 100) == WHITE


def test_hidden_layers_are_not_painted_unless_asked_for() -> None:
    plan = drawing(line(1, 1, 5, 1, layer="OFF"), hidden=("OFF",))
    assert inked(painted(plan)).isEmpty()
    assert inked(painted(plan, hidden=frozenset())).width() > 70


def test_details_below_two_pixels_are_left_out() -> None:
    plan = drawing(line(1, 1, 1.06, 1.06))
    assert inked(painted(plan, 20)).isEmpty()
    assert not inked(painted(plan, 100)).isEmpty()


def test_only_what_is_exposed_is_painted() -> None:
    plan = drawing(line(1, 1, 2, 2), line(15, 8, 16, 9))
    assert inked(painted(plan, exposed=QRectF(14, 7, 4, 3))).left() > 290


def test_a_straight_line_is_not_lost_by_exposure() -> None:
    assert not inked(painted(drawing(line(1, 1, 3, 1)), exposed=QRectF(0, 0, 5, 5))).isEmpty()


@pytest.mark.parametrize(("across", "left", "right"), [(0, 200, 300), (0.5, 150, 250), (1, 100, 200)])
def test_a_text_hangs_where_it_should_and_stands_upright(across: float, left: float, right: float) -> None:
    text = Text("0", 10, 5, 1.0, 0.0, "HHHH", across, 0.0)
    spot = inked(painted(drawing(texts=(text,))))
    assert left - 40 < spot.left() < spot.right() < right + 40
    assert spot.bottom() == pytest.approx(100, abs=2)
    assert 12 < spot.height() < 26


def test_a_turned_text() -> None:
    spot = inked(painted(drawing(texts=(Text("0", 10, 2, 1.0, 90.0, "HHHH"),))))
    assert spot.height() > 2 * spot.width()
    assert spot.bottom() == pytest.approx(160, abs=4)


def test_small_texts_and_unwanted_texts_are_left_out() -> None:
    plan = drawing(texts=(Text("0", 10, 5, 0.14, 0.0, "HHHH"),))
    assert inked(painted(plan, 20)).isEmpty()
    large = drawing(texts=(Text("0", 10, 5, 1.0, 0.0, "HHHH"),))
    assert inked(painted(large, lettered=lambda text: False)).isEmpty()


def test_the_plan_is_quiet_and_black_and_white_are_one_ink() -> None:
    for ink in (LIGHT, DARK):
        assert line_colour("#000000", False, ink) == line_colour("#ffffff", False, ink)
        ground = QColor(ink.ground).lightnessF()
        for colour in ("#ff0000", "#00ff00", "#0000ff", "#ffff00", "#123456"):
            shown = line_colour(colour, False, ink)
            assert shown.hslSaturationF() < 0.2
            assert abs(shown.lightnessF() - ground) > 0.15


@pytest.mark.parametrize("dark", [False, True])
def test_a_preview_fits_and_is_fast(sample: Drawing, dark: bool) -> None:
    image = render(sample, 1000, 700, dark)
    assert (image.width(), image.height()) == (1000, 700)
    ground = QColor((DARK if dark else LIGHT).ground).rgb()
    assert all(image.pixel(x, y) == ground for x in (5, 994) for y in range(0, 700, 7))
    seen = sum(image.pixel(x, y) != ground for x in range(0, 1000, 3) for y in range(0, 700, 3))
    assert seen > 2000


@pytest.mark.skipif(not REAL.exists(), reason=f"no real drawing at {REAL}")
def test_a_real_plan_is_painted_in_a_tenth_of_a_second() -> None:
    plan = read_dxf(REAL)
    underlay = Underlay(plan)
    image = QImage(1000, 700, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.translate(30, 600)
    painter.scale(16, -16)
    before = time.process_time()
    underlay.paint(painter, False)
    assert time.process_time() - before < 0.1
    painter.end()
