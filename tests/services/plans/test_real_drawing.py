"""A real office floor of 5,600 entities, where it lies beside the project; it is no part of it."""

from pathlib import Path

import pytest

from services.plans import Drawing, from_bytes, propose_zones, read_dxf, to_bytes

FILE = Path(__file__).resolve().parents[4] / "shared" / "plans" / "wrld_office_cad.dxf"


@pytest.fixture(scope="module")
def office() -> Drawing:
    if not FILE.exists():
        pytest.skip(f"no real drawing at {FILE}")
    return read_dxf(FILE)


def test_it_opens_with_a_plausible_size(office: Drawing) -> None:
    assert office.entities >= 5000
    assert (office.width_m, office.height_m) == pytest.approx((57.9, 27.9), rel=0.005)
    assert (office.unit, office.warnings) == ("mm", ())


def test_it_fits_into_a_small_blob(office: Drawing) -> None:
    blob = to_bytes(office)
    assert len(blob) < 400_000
    assert len(from_bytes(blob).paths) == len(office.paths)


def test_its_courtyard_is_proposed(office: Drawing) -> None:
    assert any(60 < proposal.area_m2 < 400 for proposal in propose_zones(office))
