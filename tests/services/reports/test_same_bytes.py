"""A paper drawn again a day later from the same facts is the same file: nothing in it tells when it was drawn."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from services.reports.flowing import Flowing
from services.reports.pen import Pen
from services.reports.plan_sheet import Wanted, print_plan
from tests.services.reports.test_plan_sheet import facts

CHINA = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)


def pen(lang: str) -> bytes:
    """What every paper but labels is drawn by."""
    made = Pen("一厂", lang)
    made.page(210, 297)
    return made.data()


def flowing(lang: str) -> bytes:
    """Reports of incidents, notices and permits."""
    return Flowing("题", "YH-1", "一厂", AT.astimezone(CHINA), lang).data()


def plan(lang: str) -> bytes:
    return print_plan(facts(), None, Wanted("A4"), lang).pdf


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("make", [pen, flowing, plan])
def test_it_does_not_say_when_it_was_drawn(
    make: Callable[[str], bytes], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: 1_700_000_000.0)
    first = make(lang)
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0)
    assert make(lang) == first
