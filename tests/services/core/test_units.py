"""Units: values turned into the sensor's."""

import pytest

from services.core.units import converted


@pytest.mark.parametrize(
    ("value", "unit", "to", "found"),
    [
        (68, "℉", "℃", 20),
        (20, "°C", "℉", 68),
        (293.15, "K", "℃", 20),
        (1, "bar", "kPa", 100),
        (0.5, "MPa", "kPa", 500),
        (2, "%", "ppm", 20_000),
        (36, "km/h", "m/s", 10),
        (7, "dB", "dB", 7),
        (20, "C", "℃", 20),
    ],
)
def test_a_value_in_another_unit(value, unit, to, found):
    assert converted(value, unit, to) == pytest.approx(found)


@pytest.mark.parametrize(("unit", "to"), [("℃", "kPa"), ("furlong", "m"), ("", "m"), ("ppm", "mg/m³")])
def test_what_nobody_can_turn_is_not_turned(unit, to):
    assert converted(1.0, unit, to) is None
