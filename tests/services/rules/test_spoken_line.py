"""A limit in one line: which sensor, which bound, for how long; and what is not understood."""

from datetime import UTC, datetime

import pytest

from services.core.sensors import Sensor
from services.rules.spoken_line import meant, spoken

NOW = datetime(2026, 11, 27, tzinfo=UTC)


def sensor(code: str, name: str, retired_at: datetime | None = None) -> Sensor:
    given = {"quantity": "temperature", "unit": "℃", "zone": "z", "interval_s": 60.0}
    return Sensor(id=code, code=code, name=name, retired_at=retired_at, **given)  # type: ignore[arg-type]


COMPRESSOR = sensor("TE-KY02", "2号空压机排气温度")
BOOTH = sensor("TE-PQ01", "喷漆房温度")
GONE = sensor("TE-OLD", "老空压机", NOW)
SENSORS = (COMPRESSOR, BOOTH, GONE)


@pytest.mark.parametrize(
    ("line", "code", "side", "bound", "for_s"),
    [
        ("空压机排气温度 高于 90 持续 15 分钟", "TE-KY02", "above", 90.0, 900.0),
        ("TE-KY02 > 90 for 15 min", "TE-KY02", "above", 90.0, 900.0),
        ("喷漆房 低于 5.5 持续2小时", "TE-PQ01", "below", 5.5, 7200.0),
        ("te-pq01 above -3", "TE-PQ01", "above", -3.0, 900.0),
    ],
)
def test_it_is_understood(line: str, code: str, side: str, bound: float, for_s: float) -> None:
    draft = spoken(line, SENSORS)
    assert draft is not None
    values = draft.when[0].values
    assert (values["sensor"], values[side], values["for_s"]) == (code, bound, for_s)
    assert draft.then, "somebody is told"
    assert draft.name == line


@pytest.mark.parametrize("line", ["", "温度 高于 90", "空压机排气温度 太高", "锅炉 高于 90", "TE-OLD > 90"])
def test_what_is_not_understood_is_not_guessed(line: str) -> None:
    assert spoken(line, SENSORS) is None


def test_a_sensor_that_two_names_fit_alike_is_nobodys() -> None:
    assert meant("温度", SENSORS) is None
    assert meant("2号空压机", SENSORS) is COMPRESSOR
