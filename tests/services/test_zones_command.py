"""Zones out of the plant and into it: what was exported changes nothing, elsewhere it makes the same zones."""

import json
from pathlib import Path
from typing import Any

import pytest

from services.cli import main
from services.core.geometry import Polygon, area
from services.core.zones import ControlPoint
from services.plans.zone_list import same_outline


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    code = main([*arguments, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert code == 0, found
    return found


def corners_of(zone: Any) -> Polygon:
    return tuple((x, y) for x, y in zone["polygon"])


@pytest.mark.parametrize("positioned", [False, True])
def test_what_was_exported_changes_nothing_and_makes_the_same_zones_elsewhere(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], positioned: bool
) -> None:
    data, out = ("--data", str(demo_plant)), str(tmp_path / "zones.geojson")
    floor = asked(capsys, "show", "floors", *data)[0]
    if positioned:
        corners = [(0, 0, 120.62, 31.32), (60, 0, 120.62063, 31.32), (0, 36, 120.62, 31.320325)]
        points = [vars(ControlPoint(x=x, y=y, longitude=lon, latitude=lat)) for x, y, lon, lat in corners]
        position = {"floor": floor["id"], "datum": "gcj02", "control_points": points}
        asked(capsys, "do", "floors.set_position", json.dumps(position), *data)
    zones = asked(capsys, "show", "zones", *data)
    told = asked(capsys, "zones", "export", *data, "--of-floor", floor["name"], "--out", out)
    here = [zone for zone in zones if zone["floor"] == floor["id"]]
    assert told["zones"] == len(here) > 5

    done = asked(capsys, "zones", "import", out, *data, "--of-floor", floor["name"])
    assert {one["done"] for one in done} == {"same"}
    assert asked(capsys, "show", "zones", *data) == zones

    made = asked(capsys, "zones", "import", out, *data, "--of-floor", f"Copy {positioned}")
    assert {one["done"] for one in made} == {"new"}
    copies = {zone["name"]: zone for zone in asked(capsys, "show", "zones", *data) if zone not in zones}
    for zone in here:
        copy = copies[zone["name"]]
        assert copy["zone_class"] == zone["zone_class"]
        assert area(corners_of(copy)) == pytest.approx(area(corners_of(zone)), rel=0.002)
        if not positioned:
            assert same_outline(corners_of(copy), corners_of(zone))


def test_a_floor_must_be_named_where_there_are_several(demo_plant: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["zones", "export", "--data", str(demo_plant), "--out", "x.geojson", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["refused"] == "floor_not_named"
