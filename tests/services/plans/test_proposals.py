"""Which outlines become zones and which do not, each case by a small drawing."""

from collections.abc import Callable
from typing import Any

import pytest

from services.plans import Proposal, propose_zones, read_dxf
from tests.services.plans.conftest import written


def proposed(draw: Callable[[Any], None]) -> dict[str, Proposal]:
    return {proposal.name: proposal for proposal in propose_zones(read_dxf(written(draw)))}


def rectangle(plan: Any, left: float, bottom: float, right: float, top: float, **look: Any) -> None:
    corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
    plan.add_lwpolyline(corners, close=True, dxfattribs=look)


def label(plan: Any, text: str, x: float, y: float, height: float = 0.4) -> None:
    plan.add_text(text, height=height).set_placement((x, y))


def test_a_room_is_called_by_its_large_text_and_not_by_a_machine_in_it() -> None:
    def draw(plan: Any) -> None:
        rectangle(plan, 1, 1, 9, 9)
        label(plan, "CNC-01", 5, 5, 0.2)
        label(plan, "3号加工中心", 5, 5.5, 0.2)
        label(plan, "36.5 m²", 5, 4.5)
        label(plan, "机加工车间", 2, 2)

    assert {name: each.area_m2 for name, each in proposed(draw).items()} == {"机加工车间": 64}


def test_a_room_in_a_room_keeps_its_name_to_itself() -> None:
    def draw(plan: Any) -> None:
        rectangle(plan, 1, 1, 15, 9)
        rectangle(plan, 2, 2, 5, 5)
        label(plan, "车间", 10, 5)
        label(plan, "值班室", 3, 3, 0.5)

    assert {name: each.area_m2 for name, each in proposed(draw).items()} == {"车间": 112, "值班室": 9}


def test_the_building_is_no_zone_where_its_rooms_are() -> None:
    def draw(plan: Any) -> None:
        rectangle(plan, 0.5, 0.5, 15, 9.5)
        rectangle(plan, 1, 1, 7, 9)
        rectangle(plan, 8, 1, 14.5, 9)
        label(plan, "一号厂房", 7.3, 9.1, 0.6)
        label(plan, "仓库", 3, 3)
        label(plan, "喷涂", 10, 3)

    assert set(proposed(draw)) == {"仓库", "喷涂"}


def test_an_outline_and_its_hatch_are_one_zone() -> None:
    def draw(plan: Any) -> None:
        rectangle(plan, 1, 1, 9, 9)
        hatch = plan.add_hatch()
        hatch.paths.add_polyline_path([(1.02, 1), (9, 1), (9, 9), (1, 9)], is_closed=True)
        label(plan, "仓库", 3, 3)

    assert len(propose_zones(read_dxf(written(draw)))) == 1


@pytest.mark.parametrize(
    "corners",
    [
        (1, 1, 2, 2),  # 1 m²
        (0.1, 0.1, 19.9, 9.9),  # nearly the whole plan
        (1, 1, 19, 1.3),  # as thin as a wall
    ],
)
def test_outlines_that_are_no_zones(corners: tuple[float, float, float, float]) -> None:
    def draw(plan: Any) -> None:
        rectangle(plan, *corners)
        label(plan, "区域", corners[0] + 0.1, corners[1] + 0.1, 0.1)

    assert proposed(draw) == {}


def test_hidden_layers_propose_nothing() -> None:
    def draw(plan: Any) -> None:
        plan.doc.layers.add("OLD").freeze()
        rectangle(plan, 1, 1, 9, 9, layer="OLD")
        label(plan, "旧车间", 3, 3)

    assert proposed(draw) == {}


def test_nameless_rooms_are_proposed_but_no_tables() -> None:
    def draw(plan: Any) -> None:
        rectangle(plan, 1, 1, 9, 9)
        rectangle(plan, 2, 2, 5, 5)  # stands in the room
        rectangle(plan, 12, 2, 14, 4)  # 4 m²

    assert [each.area_m2 for each in propose_zones(read_dxf(written(draw)))] == [64]


def test_an_outline_that_crosses_itself_gives_its_largest_part() -> None:
    def draw(plan: Any) -> None:
        plan.add_lwpolyline([(1, 1), (9, 1), (9, 9), (1, 9), (1, 5), (0.5, 4.5), (0.5, 5.5), (1, 4.9)], close=True)
        label(plan, "仓库", 3, 3)

    assert proposed(draw)["仓库"].area_m2 == pytest.approx(64, abs=0.1)


def test_a_polyline_that_ends_where_it_began_is_closed() -> None:
    def draw(plan: Any) -> None:
        plan.add_lwpolyline([(1, 1), (9, 1), (9, 9), (1, 9), (1, 1)])
        label(plan, "仓库", 3, 3)

    assert proposed(draw)["仓库"].polygon == ((1, 1), (9, 1), (9, 9), (1, 9))
