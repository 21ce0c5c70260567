"""Printed plans: true to scale as measured by a reader that did not draw them, whole or refused, and never by colour
alone."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from services.core.geometry import area, contains
from services.core.inside import bounds, clipped, room_inside
from services.core.refused import Refused
from services.plans.drawing import Drawing, Layer, Path
from services.reports.inks import LEVELS
from services.reports.names import PAPERS
from services.reports.pages import grey_pages
from services.reports.plan_facts import PlanFacts, PlanSymbol, PlanZone
from services.reports.plan_legend import bar_of
from services.reports.plan_paper import SCALES, best_scale, fits, page_of
from services.reports.plan_sheet import GivenUp, Wanted, print_plan
from services.reports.plan_zones import LEVEL_HATCH, STATUS_HATCH
from services.store.queries.editions import Edition
from tests import makers
from tests.services.reports.made import page_texts

NOW = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)
DPI = 600
CHINA = ZoneInfo("Asia/Shanghai")


def rectangle(x: float, y: float, wide: float, high: float) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))


def zone(name: str, polygon: Any, status: str = "normal", level: str = "blue") -> PlanZone:
    return PlanZone(makers.fresh_id(), name, "B", polygon, status, level)


def facts(*zones: PlanZone, width: float = 24.0, height: float = 13.0, **other: Any) -> PlanFacts:
    given: dict[str, Any] = {"symbols": (), "edition": Edition(7, NOW, False), "north": None} | other
    floor = makers.floor(name="一层", building="一号楼", width_m=width, height_m=height)
    return PlanFacts("一厂", floor, zones, as_of=NOW.astimezone(CHINA), zone=CHINA, **given)


def walls(*lines: tuple[float, ...], width: float = 24.0, height: float = 13.0) -> Drawing:
    paths = tuple(Path("WALL", "#000000", False, False, points) for points in lines)
    return Drawing("m", True, 1.0, width, height, len(paths), (Layer("WALL", "#000000", True),), paths, (), ())


def told(pdf: bytes) -> str:
    """All of its pages."""
    return " ".join(page_texts(pdf)).replace("\r\n", " ").replace("\n", " ")


def inked(made: Any) -> tuple[float, float]:
    """Width and height in mm of what is drawn in the room for the plan, counted in dots by PDFium."""
    _, dpi, grey = next(iter(grey_pages(made.pdf, DPI)))
    dot, room = 25.4 / dpi, made.page.room
    part = grey[round(room.y / dot) : round(room.bottom / dot), round(room.x / dot) : round(room.right / dot)]
    rows, columns = np.nonzero(part < 190)
    return float(np.ptp(columns) + 1) * dot, float(np.ptp(rows) + 1) * dot


@pytest.mark.parametrize(("paper", "scale"), [("A4", 100), ("A4", 200), ("A3", 100), ("A3", 75)])
@pytest.mark.parametrize("way", [0, 1], ids=["across", "up"])
def test_a_wall_of_ten_metres_has_its_length_on_paper(paper, scale, way):
    line = (5.0, 2.0, 15.0, 2.0) if way == 0 else (5.0, 2.0, 5.0, 12.0)
    made = print_plan(facts(), walls(line), Wanted(paper, scale=scale), "zh")
    assert inked(made)[way] == pytest.approx(10_000 / scale, abs=0.1)


def test_the_page_has_the_size_of_its_paper():
    for paper, (short, long) in PAPERS.items():
        document = pypdfium2.PdfDocument(print_plan(facts(), None, Wanted(paper, landscape=True), "zh").pdf)
        assert [side / 72 * 25.4 for side in document[0].get_size()] == pytest.approx([long, short], abs=0.01)
        document.close()


def test_what_does_not_fit_is_refused_with_a_scale_that_does():
    with pytest.raises(Refused) as raised:
        print_plan(facts(width=124, height=70), None, Wanted("A4", scale=100), "zh")
    assert raised.value.code == "plan_sheet.too_large"
    proposed = raised.value.facts["proposed"]
    assert print_plan(facts(width=124, height=70), None, Wanted("A4", scale=proposed), "zh").plan_sheets == 1


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted("A4", scale=-1), "plan_sheet.scale_wrong"),
        (Wanted("A4", scale=5_000_000), "plan_sheet.scale_wrong"),
        (Wanted("A4", scale=1, tiled=True), "plan_sheet.too_many"),
        (Wanted("Letter"), "plan_sheet.paper_unknown"),
    ],
)
def test_bad_wishes_are_refused(wanted, code):
    with pytest.raises(Refused) as raised:
        print_plan(facts(), None, wanted, "en")
    assert raised.value.code == code


def test_several_sheets_show_all_of_a_large_plan_and_each_names_its_zone():
    zones = [zone(f"区域{n}", rectangle(n * 30.0, 0, 30, 60)) for n in range(4)]
    made = print_plan(facts(*zones, width=120, height=60), None, Wanted("A4", scale=200, tiled=True), "zh")
    assert made.plan_sheets > 1
    text = told(made.pdf)
    assert all(f"区域{n}" in text for n in range(4))
    assert f"共 {made.plan_sheets} 张" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_says_floor_scale_edition_and_who_signs(lang):
    made = print_plan(facts(), None, Wanted("A3", scale=100), lang)
    text = told(made.pdf)
    wanted = {
        "zh": ("一厂", "一号楼", "1:100", "第 7 版（2026-03-05）", "绘制", "审核", "批准"),
        "en": ("一厂", "一号楼", "1:100", "No. 7 (2026-03-05)", "Drawn by", "Checked by", "Approved by"),
    }[lang]
    assert [one for one in wanted if one not in text] == []


def test_a_plan_changed_since_says_so():
    assert "草稿" in told(print_plan(facts(edition=Edition(0, None, True)), None, Wanted(), "zh").pdf)
    assert "未经确认" in told(print_plan(facts(edition=Edition(7, NOW, True)), None, Wanted(), "zh").pdf)


@pytest.mark.parametrize("layer", ["status", "risk", "both"])
def test_colours_are_said_in_words_too(layer):
    zones = [
        zone(f"区{n}", rectangle(n * 6.0, 0, 6, 13), status, level)
        for n, (status, level) in enumerate(zip(STATUS_HATCH, LEVELS, strict=True))
    ]
    text = told(print_plan(facts(*zones), None, Wanted("A3", layer=layer), "en").pdf)
    words = {"status": ("Overdue", "Normal"), "risk": ("Major risk", "Low risk"), "both": ("Overdue", "Major risk")}
    assert all(text.count(word) >= 2 for word in words[layer])  # on the zone's plate, and in the legend


def test_a_zone_inside_another_has_its_own_colour_and_not_both():
    """Counted in dots of the one green that a normal zone has: the inner zone has as many as the one beside."""
    inside, beside = rectangle(2, 3, 3, 3), rectangle(16, 3, 3, 3)
    outer = zone("外", rectangle(0, 0, 12, 12), "overdue")

    def greens(*others: PlanZone) -> int:
        made = print_plan(facts(outer, *others), None, Wanted("A3", scale=100), "zh")
        dots = pypdfium2.PdfDocument(made.pdf)[0].render(scale=2).to_numpy()[:, :, :3].reshape(-1, 3).astype(int)
        green = dots[(dots[:, 1] > dots[:, 0] + 6) & (dots[:, 1] > dots[:, 2] + 3) & (dots.min(axis=1) > 150)]
        colours, counts = np.unique(green, axis=0, return_counts=True)
        return int(counts.max()) if len(colours) else 0

    alone, nested = greens(zone("旁", beside)), greens(zone("旁", inside))
    assert alone > 1_000
    assert nested == pytest.approx(alone, rel=0.1)


def test_every_level_and_status_has_a_hatch_of_its_own():
    assert len(set(LEVEL_HATCH.values())) == len(LEVEL_HATCH) == len(LEVELS)
    assert len(set(STATUS_HATCH.values())) == len(STATUS_HATCH)


def test_zones_too_small_for_their_names_are_numbered_and_named_beside():
    zones = [zone("很长的名字也要让人看得到的小房间", rectangle(0.2, 0.2, 0.8, 0.8))]
    made = print_plan(facts(*zones, width=120, height=60), None, Wanted("A4"), "zh")
    assert "很长的名字也要让人看得到的小房间" in told(made.pdf)


def test_very_many_small_zones_get_pages_of_their_own_for_their_names():
    zones = [zone(f"第{n}号货位", rectangle(n % 20 * 6.0, n // 20 * 6.0, 1, 1)) for n in range(200)]
    made = print_plan(facts(*zones, width=124, height=70), None, Wanted("A4"), "zh")
    assert made.pages > made.plan_sheets == 1
    text = told(made.pdf)
    assert [n for n in range(200) if f"第{n}号货位" not in text] == []


def test_north_and_symbols_are_drawn_where_they_are_known():
    symbols = (PlanSymbol("fire", "F-1", 3, 3), PlanSymbol("door", "D-1", 5, 5))
    bare = told(print_plan(facts(), None, Wanted(), "en").pdf)
    full = told(print_plan(facts(symbols=symbols, north=(0.0, 1.0)), None, Wanted(), "en").pdf)
    assert [word for word in ("Fire-fighting", "Door", " N") if word not in full] == []
    assert [word for word in ("Fire-fighting", "Door") if word in bare] == []


def test_a_print_can_be_given_up_between_sheets():
    with pytest.raises(GivenUp):
        print_plan(facts(width=120), None, Wanted(scale=100, tiled=True), "zh", lambda share: share < 0.3)


@given(st.floats(1, 900), st.floats(1, 900), st.sampled_from(list(PAPERS)), st.booleans())
def test_the_best_scale_fits_and_the_next_larger_does_not(width, height, paper, landscape):
    page, extent = page_of(paper, landscape), (0.0, 0.0, width, height)
    scale = best_scale(extent, page)
    assert fits(extent, page, scale)
    larger = [one for one in SCALES if one < scale]
    assert not larger or not fits(extent, page, larger[-1])


@given(st.sampled_from(SCALES), st.floats(60, 400))
def test_the_scale_bar_has_room_and_a_round_length(scale, room):
    metres = bar_of(scale, room)
    assert 0 < metres * 1000 / scale <= room
    assert float(f"{metres:.1g}") == pytest.approx(metres)


BENT = ((0.0, 0.0), (10.0, 0.0), (10.0, 3.0), (4.0, 3.0), (4.0, 9.0), (0.0, 9.0))


@given(st.floats(0.2, 3), st.floats(0.2, 3))
def test_a_plate_lies_inside_its_outline(width, height):
    found = room_inside(BENT, width, height)
    assert found is not None
    x, y = found
    for dx in (-0.499, 0.499):
        for dy in (-0.499, 0.499):
            assert contains(BENT, (x + dx * width, y + dy * height))


@given(st.floats(-5, 12), st.floats(-5, 12), st.floats(0.5, 20), st.floats(0.5, 20))
def test_what_is_clipped_lies_in_both(x, y, width, height):
    part = clipped(BENT, (x, y, x + width, y + height))
    shared = Polygon(BENT) & box(x, y, x + width, y + height)
    assert area(part) == pytest.approx(shared.area, abs=1e-6)
    if part:
        x0, y0, x1, y1 = bounds([part])
        assert min(x0 - x, y0 - y, x + width - x1, y + height - y1) >= -1e-6
