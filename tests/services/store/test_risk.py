"""The level of each zone on the four-colour map."""

import pytest

from services.core.risk_levels import LEVEL_OF_CLASS, RiskLevel
from services.store.queries.risk import zone_risks


def test_red_is_the_highest_level_and_blue_the_lowest():
    assert sorted(RiskLevel, key=lambda level: level.rank) == ["blue", "yellow", "orange", "red"]


@pytest.mark.parametrize(("zone_class", "level"), LEVEL_OF_CLASS.items())
def test_a_zone_without_a_risk_point_has_the_level_of_its_class(shop, zone_class, level):
    place = shop.found()
    if shop.get("zone", place.zone).zone_class != zone_class:
        shop.do("zones.classify", {"zone": place.zone, "zone_class": zone_class}, place.officer)
    with shop.store.look() as look:
        found = zone_risks(look)[place.zone]
    assert (found.level, found.by_class) == (level, True)
