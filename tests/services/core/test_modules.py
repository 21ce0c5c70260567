"""Parts that a plant may do without: with one go those that need it."""

from services.core.modules import MODULES, NEEDS, all_off


def test_with_alerts_go_the_rules() -> None:
    assert all_off(["alerts"]) == ("alerts", "rules")
    assert all_off(["rules", "unknown"]) == ("rules",)
    assert set(all_off(MODULES)) == set(MODULES)


def test_a_part_needs_others_only() -> None:
    assert all(key in MODULES and key not in needs for key, needs in NEEDS.items())
