"""Every kind of entity becomes the right lines: lengths, places, blocks, colours and texts."""

import math
from itertools import pairwise
from typing import Any

import pytest

from services.plans import Drawing, Path, read_dxf
from tests.services.plans.conftest import written


def drawn(draw: Any, **options: Any) -> Drawing:
    return read_dxf(written(draw, **options))


def shape(drawing: Drawing, layer: str = "0") -> list[Path]:
    return [path for path in drawing.paths if path.layer == layer]


def length(path: Path) -> float:
    corners = path.corners()
    ring = [*corners, corners[0]] if path.closed else corners
    return sum(math.dist(a, b) for a, b in pairwise(ring))


def box(path: Path) -> tuple[float, float, float, float]:
    xs, ys = path.points[::2], path.points[1::2]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("bulge", [1.0, -1.0, 0.25, -0.4142135, 3.0])
def test_a_bulge_is_an_arc_of_the_right_length(bulge: float) -> None:
    only = shape(drawn(lambda plan: plan.add_lwpolyline([(5, 5, bulge), (8, 5, 0)], format="xyb")))[0]
    sweep = 4 * math.atan(abs(bulge))
    radius = 3 / (2 * math.sin(sweep / 2))
    assert length(only) == pytest.approx(radius * sweep, rel=0.002)
    assert (only.points[:2], only.points[-2:]) == ((5, 5), (8, 5))


def test_a_positive_bulge_bends_to_the_right_of_the_way() -> None:
    only = shape(drawn(lambda plan: plan.add_lwpolyline([(5, 5, 1), (8, 5, 0)], format="xyb")))[0]
    assert box(only) == pytest.approx((5, 3.5, 8, 5), abs=0.01)


def test_a_closed_polyline_with_bulges_is_a_circle() -> None:
    circle = shape(drawn(lambda plan: plan.add_polyline2d([(4, 5, 1), (8, 5, 1)], format="xyb", close=True)))[0]
    assert circle.closed
    assert length(circle) == pytest.approx(4 * math.pi, rel=0.002)


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (lambda plan: plan.add_circle((5, 5), 2), 4 * math.pi),
        (lambda plan: plan.add_arc((5, 5), 2, 350, 10), 2 * math.radians(20)),
        (lambda plan: plan.add_arc((5, 5), 2, 10, 350), 2 * math.radians(340)),
        (lambda plan: plan.add_ellipse((5, 5), (2, 0), 1.0), 4 * math.pi),
        (lambda plan: plan.add_ellipse((5, 5), (3, 0), 0.5), 14.5332),
        (lambda plan: plan.add_line((1, 1), (4, 5)), 5),
        (lambda plan: plan.add_spline([(1, 1), (2, 2), (3, 3)]), math.sqrt(8)),
        (lambda plan: plan.add_solid([(1, 1), (2, 1), (1, 2), (2, 2)]), 4),
        (lambda plan: plan.add_3dface([(1, 1, 5), (2, 1, 5), (2, 2, 5), (1, 2, 5)]), 4),
        (lambda plan: plan.add_polyline3d([(1, 1, 0), (1, 2, 7)]), 1),
    ],
    ids=["circle", "arc", "long arc", "round ellipse", "ellipse", "line", "spline", "solid", "face", "3d polyline"],
)
def test_lengths(draw: Any, expected: float) -> None:
    assert length(shape(drawn(draw))[0]) == pytest.approx(expected, rel=0.003)


def test_an_entity_seen_from_below_is_mirrored() -> None:
    look = {"extrusion": (0, 0, -1)}
    arc = shape(drawn(lambda plan: plan.add_arc((-5, 5), 2, 0, 90, dxfattribs=look)))[0]
    assert box(arc) == pytest.approx((3, 5, 5, 7), abs=1e-6)


def test_a_hatch_with_an_island_turns_the_island_round() -> None:
    def draw(plan: Any) -> None:
        hatch = plan.add_hatch()
        hatch.paths.add_polyline_path([(1, 1), (1, 6), (6, 6), (6, 1)], is_closed=True)
        hatch.paths.add_polyline_path([(2, 2), (2, 4), (4, 4), (4, 2)], is_closed=True)

    def twice_area(path: Path) -> float:
        corners = path.corners()
        return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, [*corners[1:], corners[0]], strict=True))

    outer, island = shape(drawn(draw))
    assert (outer.filled, island.filled) == (True, True)
    assert (twice_area(outer), twice_area(island)) == pytest.approx((50, -8))


def test_blocks_in_blocks_are_moved_turned_and_stretched() -> None:
    def draw(plan: Any) -> None:
        inner = plan.doc.blocks.new("INNER", base_point=(1, 0))
        inner.add_line((1, 0), (2, 0))
        plan.doc.blocks.new("OUTER").add_blockref("INNER", (3, 0), dxfattribs={"rotation": 90})
        plan.add_blockref("OUTER", (5, 5), dxfattribs={"xscale": 2, "yscale": 3})

    assert shape(drawn(draw))[0].points == pytest.approx((11, 5, 11, 8))


def test_a_mirrored_block_keeps_its_text_readable() -> None:
    def draw(plan: Any) -> None:
        plan.doc.blocks.new("M").add_text("P1", height=1).set_placement((1, 0))
        plan.add_blockref("M", (10, 5), dxfattribs={"xscale": -1})

    text = drawn(draw).texts[0]
    assert (text.x, text.y, text.across) == pytest.approx((9, 5, 1))
    assert math.cos(math.radians(text.rotation_deg)) == pytest.approx(1)


def test_rows_and_columns_of_a_reference() -> None:
    def draw(plan: Any) -> None:
        plan.doc.blocks.new("SEAT").add_line((0, 0), (1, 0))
        grid = {"row_count": 2, "column_count": 3, "row_spacing": 2, "column_spacing": 4, "xscale": 0.5}
        plan.add_blockref("SEAT", (1, 1), dxfattribs=grid)

    starts = {path.points[:2] for path in shape(drawn(draw))}
    assert starts == {(x, y) for x in (1, 5, 9) for y in (1, 3)}


def test_content_of_a_block_takes_layer_and_colour_of_its_reference() -> None:
    def draw(plan: Any) -> None:
        plan.doc.layers.add("MACHINES", color=1)
        block = plan.doc.blocks.new("B")
        block.add_line((0, 0), (1, 0), dxfattribs={"color": 0})  # by block
        block.add_line((0, 0), (1, 1), dxfattribs={"layer": "OWN", "color": 5})
        block.add_line((0, 0), (0, 1))  # by layer, on layer 0
        plan.add_blockref("B", (5, 5), dxfattribs={"layer": "machines", "color": 3})

    drawing = drawn(draw)
    assert [path.colour for path in shape(drawing, "MACHINES")] == ["#00ff00", "#ff0000"]
    assert [path.colour for path in shape(drawing, "OWN")] == ["#0000ff"]


def test_a_reference_on_a_frozen_layer_hides_all_that_is_in_it() -> None:
    def draw(plan: Any) -> None:
        plan.doc.layers.add("OLD").freeze()
        plan.doc.layers.add("DARK").off()
        plan.doc.blocks.new("B").add_line((0, 0), (900, 0), dxfattribs={"layer": "SHOWN"})
        plan.add_blockref("B", (5, 5), dxfattribs={"layer": "OLD"})
        plan.add_line((0, 0), (0, 900), dxfattribs={"layer": "DARK"})

    drawing = drawn(draw)
    assert {layer.name: layer.visible for layer in drawing.layers} == {"FRAME": True, "OLD": False, "DARK": False}
    assert (drawing.width_m, drawing.height_m) == (20, 10)


def test_only_the_modelspace_is_read() -> None:
    drawing = drawn(lambda plan: plan.doc.paperspace().add_line((0, 0), (420, 0)))
    assert (len(drawing.paths), drawing.width_m) == (1, 20)


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("%%c20 %%p0.5 90%%d", "∅20 ±0.5 90°"),
        ("%%u冲压车间%%u", "冲压车间"),
        ("100%%% 合格", "100% 合格"),
        (r"\U+51B2\U+538B", "冲压"),
        (r"\M+5B3E5\M+D1B9", "冲\\M+D1B9"),
        ("Ø is a letter in Ørsted", "Ø is a letter in Ørsted"),
    ],
)
def test_signs_in_text(raw: str, plain: str) -> None:
    assert drawn(lambda plan: plan.add_text(raw, height=0.5).set_placement((1, 1))).texts[0].text == plain


def test_formatting_of_mtext_is_taken_out_and_lines_are_kept() -> None:
    words = r"{\fSimSun|b1|i0|c134|p2;\C1;机加车间}\P{\H0.6x;A\~区 %%c8 \S1/2;}"
    drawing = drawn(lambda plan: plan.add_mtext(words, dxfattribs={"char_height": 0.5, "attachment_point": 5}))
    text = drawing.texts[0]
    assert text.text == "机加车间\nA 区 ∅8 1/2"
    assert (text.across, text.up, text.height_m) == (0.5, 0.5, 0.5)


def test_the_point_a_text_hangs_on() -> None:
    from ezdxf.enums import TextEntityAlignment as Align

    def draw(plan: Any) -> None:
        for align in (Align.LEFT, Align.TOP_RIGHT, Align.MIDDLE_CENTER, Align.MIDDLE):
            plan.add_text(align.name, height=0.5).set_placement((3, 4), align=align)

    hung = {text.text: (text.x, text.y, text.across, text.up) for text in drawn(draw).texts}
    assert hung == {
        "LEFT": (3, 4, 0, 0),
        "TOP_RIGHT": (3, 4, 1, 1),
        "MIDDLE_CENTER": (3, 4, 0.5, 0.5),
        "MIDDLE": (3, 4, 0.5, 0.5),
    }


def test_a_dimension_shows_its_lines_and_its_figure() -> None:
    drawing = drawn(lambda plan: plan.add_linear_dim((0, 2), (1, 1), (9, 1), override={"dimlfac": 1}).render())
    assert len(drawing.paths) > 3
    assert [text.text for text in drawing.texts] == ["8"]
