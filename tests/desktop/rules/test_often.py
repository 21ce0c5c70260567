"""How often, in words."""

from datetime import timedelta
from typing import Any

import pytest

from desktop.views.rules.often import often
from tests.desktop.speaking import speaking

YEAR, WEEK, HOURS = timedelta(days=365), timedelta(days=7), timedelta(hours=8)


@pytest.mark.parametrize(
    ("times", "within", "en", "zh"),
    [
        (2, YEAR, "about twice a year", "大约每年 2 次"),
        (1, YEAR, "about once a year", "大约每年 1 次"),
        (24, YEAR, "about twice a month", "大约每月 2 次"),
        (1, WEEK, "about once a week", "大约每周 1 次"),
        (21, WEEK, "about 3 times a day", "大约每天 3 次"),
        (5, HOURS, "", ""),
        (0, YEAR, "", ""),
    ],
)
def test_how_often_is_said_in_the_unit_that_people_use(qapp: Any, times: int, within: Any, en: str, zh: str) -> None:
    for lang, said in (("en", en), ("zh", zh)):
        with speaking(qapp, lang):
            assert often(times, within) == said
