"""The monthly report by mail: when it is due, for which month, and who gets it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from services.core.measures import Period
from services.core.operation import SYSTEM, Tell
from services.core.refused import Refused
from services.core.report_mails import MOST, due_report
from services.core.roles import Role
from tests.makers import NOON, Held, person, plant

CHINA = ZoneInfo("Asia/Shanghai")
BOSS, BOARD, GONE = person(Role.EHS_MANAGER), person(), person(left_at=NOON - timedelta(days=1))
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("at", "due"),
    [
        (datetime(2026, 4, 3, 7, 59, tzinfo=CHINA), None),
        (datetime(2026, 4, 3, 8, 0, tzinfo=CHINA), MARCH),
        (datetime(2026, 4, 6, 7, 59, tzinfo=CHINA), MARCH),  # a hub that was off
        (datetime(2026, 4, 6, 8, 0, tzinfo=CHINA), None),
        (datetime(2026, 1, 3, 9, 0, tzinfo=CHINA), Period(date(2025, 12, 1), date(2025, 12, 31))),
    ],
)
def test_it_is_due_from_eight_on_its_day_for_the_month_before(at, due):
    assert due_report(plant(report_day=3, report_to=(BOARD.id,)), at) == due


def test_the_days_that_are_left_may_lie_in_the_next_month():
    late = datetime(2026, 3, 2, 9, tzinfo=CHINA)
    february = due_report(plant(report_day=28, report_to=(BOARD.id,)), late)
    assert february == Period(date(2026, 1, 1), date(2026, 1, 31))


def test_without_a_day_or_readers_there_is_none():
    at = datetime(2026, 4, 3, 9, tzinfo=CHINA)
    assert due_report(plant(report_to=(BOARD.id,)), at) is None
    assert due_report(plant(report_day=3), at) is None


def test_those_who_still_work_here_get_it():
    held = Held(plant(report_day=3, report_to=(BOARD.id, GONE.id)), BOSS, BOARD, GONE)
    told = held.decide("plant.send_report", {"first": "2026-03-01", "last": "2026-03-31"}, SYSTEM)
    assert [(one.people, one.message) for one in told if isinstance(one, Tell)] == [((BOARD.id,), "monthly_report")]


def test_readers_are_people_each_once_and_not_too_many():
    held = Held(plant(), BOSS, BOARD)
    held.do("plant.set_report_mail", {"report_day": 5, "report_to": [BOARD.id, BOARD.id]}, BOSS)
    assert held.find("plant")[0].report_to == (BOARD.id,)
    with pytest.raises(Refused, match="too_many_readers"):
        held.do("plant.set_report_mail", {"report_day": 5, "report_to": [BOARD.id] * (MOST + 1)}, BOSS)
