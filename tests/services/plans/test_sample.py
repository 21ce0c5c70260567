"""The project's own plan is read as it was drawn: size, names, areas, layers."""

from pathlib import Path

import pytest

from services.plans import Drawing, Proposal, propose_zones, write_sample
from services.plans.sample_layout import HALL, MACHINES, ROOMS
from services.plans.sheet import AXIS_RADIUS, MARGIN, Room


@pytest.fixture(scope="module")
def proposals(sample: Drawing) -> dict[str, Proposal]:
    return {proposal.name: proposal for proposal in propose_zones(sample)}


def test_size_is_that_of_the_hall_and_its_margin(sample: Drawing) -> None:
    assert sample.width_m == pytest.approx((HALL[0] + MARGIN + AXIS_RADIUS) / 1000, rel=0.005)
    assert sample.height_m == pytest.approx((HALL[1] + MARGIN + AXIS_RADIUS) / 1000, rel=0.005)
    assert (sample.unit, sample.unit_known, sample.warnings) == ("mm", True, ())


def test_the_hall_stands_where_the_layout_says(sample: Drawing) -> None:
    walls = [path for path in sample.paths if path.layer == "墙体" and not path.filled]
    xs = [x for path in walls for x in path.points[::2]]
    ys = [y for path in walls for y in path.points[1::2]]
    assert (min(xs), min(ys)) == pytest.approx((MARGIN / 1000, MARGIN / 1000), abs=1e-6)
    assert (max(xs) - min(xs), max(ys) - min(ys)) == pytest.approx((60.0, 36.0), rel=1e-6)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_room_is_proposed_with_its_name_and_area(room: Room, proposals: dict[str, Proposal]) -> None:
    proposal = proposals[room.name]
    assert proposal.area_m2 == pytest.approx(room.area_m2, rel=0.005)
    assert set(proposal.polygon) == set(room.polygon_m)


def test_nothing_but_rooms_is_proposed(proposals: dict[str, Proposal]) -> None:
    assert set(proposals) == {room.name for room in ROOMS}


def test_machines_carry_their_numbers(sample: Drawing) -> None:
    texts = {text.text for text in sample.texts}
    assert {machine.number for machine in MACHINES if machine.number} <= texts


def test_a_frozen_layer_is_kept_but_not_visible(sample: Drawing) -> None:
    visible = {layer.name: layer.visible for layer in sample.layers}
    assert [name for name, shown in visible.items() if not shown] == ["管线"]
    assert "压缩空气 ∅60 ±0.8 MPa" in {text.text for text in sample.texts if text.layer == "管线"}


def test_the_same_bytes_every_time(sample_file: Path, tmp_path: Path) -> None:
    write_sample(tmp_path / "again.dxf")
    assert (tmp_path / "again.dxf").read_bytes() == sample_file.read_bytes()
