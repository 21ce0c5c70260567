"""The calendar, shifts and rotas: who works when, also past midnight, on holidays and on make-up workdays."""

from datetime import UTC, date, datetime, timedelta

import pytest

from services.core.calendar import day_of, special_day, working_day
from services.core.ids import id_from, is_id
from services.core.people import Team
from services.core.roles import Role
from services.core.shifts import on_shift, shift_at, shift_on
from tests.makers import Held, person, plant, refused, rota, shift, team

HR = person(Role.HR)
MONDAY = date(2026, 9, 28)


@pytest.fixture
def held():
    return Held(plant(), HR)


def worked(held: Held, crew: Team, day: date) -> str:
    found = shift_on(held, crew.id, day)
    return found.name if found else ""


def local(text: str) -> datetime:
    return datetime.fromisoformat(text + "+08:00")


def holidays(held):
    days = [
        {"day": "2026-10-01", "kind": "rest", "reason": "国庆节"},
        {"day": "2026-10-02", "kind": "rest", "reason": "国庆节"},
        {"day": "2026-10-10", "kind": "work", "reason": "国庆节调休"},
    ]
    held.do("calendar.set_days", {"days": days}, HR)


@pytest.mark.parametrize(
    ("day", "works"),
    [("2026-09-30", True), ("2026-10-01", False), ("2026-10-10", True), ("2026-10-11", False), ("2026-10-12", True)],
)
def test_holidays_and_make_up_days_come_before_the_weekday(held, day, works):
    holidays(held)
    assert working_day(held, date.fromisoformat(day)) is works


def test_a_day_set_again_is_the_same_day(held):
    holidays(held)
    held.do("calendar.set_days", {"days": [{"day": "2026-10-10", "kind": "rest"}]}, HR)
    assert len(held.find("calendar_day")) == 3
    assert [one.kind for one in [special_day(held, date(2026, 10, 10))] if one] == ["rest"]


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ([], "days_too_many"),
        ([{"day": "2026-10-01", "kind": "rest"}] * 2, "day_twice"),
        ([{"day": "2026-02-30", "kind": "rest"}], "args_wrong"),
        ([{"day": "2026-10-01T00:00", "kind": "rest"}], "args_wrong"),
        ([{"day": "2026-10-01", "kind": "party"}], "args_wrong"),
        ([{"day": "2026-10-01"}], "args_wrong"),
        ([7], "args_wrong"),
    ],
)
def test_days_that_are_none_are_refused(held, days, code):
    assert refused(held.do, "calendar.set_days", {"days": days}, HR) == code


def test_the_day_is_that_of_the_plant(held):
    assert day_of(held, datetime(2026, 3, 2, 16, 30, tzinfo=UTC)) == date(2026, 3, 3)


def test_a_rota_repeats_and_rests(held):
    crew, early = team(), shift()
    held.add(crew, early, rota(team=crew.id, first_day=MONDAY, pattern=(early.id, early.id, None)))
    days_worked = [shift_on(held, crew.id, MONDAY + timedelta(days=n)) is not None for n in range(7)]
    assert days_worked == [True, True, False, True, True, False, True]
    assert shift_on(held, crew.id, MONDAY - timedelta(days=1)) is None


def test_the_rota_that_began_last_holds_until_it_is_retired(held):
    crew, early, late = team(), shift(), shift(name="中班", starts="16:00", ends="00:00")
    held.add(crew, early, late, rota(team=crew.id, first_day=MONDAY, pattern=(early.id,)))
    pattern = {"team": crew.id, "first_day": "2026-09-30", "pattern": [late.id]}
    newer = held.do("rotas.add", pattern, HR)
    assert worked(held, crew, MONDAY) == "早班"
    assert worked(held, crew, date(2026, 10, 5)) == "中班"
    held.do("rotas.retire", {"rota": newer.id}, HR)
    assert worked(held, crew, date(2026, 10, 5)) == "早班"


def test_a_night_shift_is_worked_past_midnight(held):
    crew, night = team(), shift(name="夜班", starts="20:00", ends="08:00")
    held.add(crew, night, rota(team=crew.id, first_day=MONDAY, pattern=(night.id, None)))
    moments = ["2026-09-28T19:59", "2026-09-28T20:00", "2026-09-29T07:59", "2026-09-29T08:00", "2026-09-29T21:00"]
    assert [on_shift(held, crew.id, local(one)) is not None for one in moments] == [False, True, True, False, False]
    assert [(one.name, its.name) for one, its in shift_at(held, local("2026-09-29T03:00"))] == [("机修班", "夜班")]


def test_with_the_calendar_a_team_rests_on_holidays_and_comes_on_make_up_days(held):
    holidays(held)
    crew, day = team(), shift(name="白班", starts="08:00", ends="17:00")
    week = (*[day.id] * 5, None, None)
    held.add(crew, day, rota(team=crew.id, first_day=MONDAY, pattern=week, calendar=True))
    days = ["2026-09-30", "2026-10-01", "2026-10-03", "2026-10-10", "2026-10-11"]
    days_worked = [shift_on(held, crew.id, date.fromisoformat(one)) is not None for one in days]
    assert days_worked == [True, False, False, True, False]


@pytest.mark.parametrize("text", ["24:00", "8:000", "08:60", "８:000", "ab:cd"])
def test_a_time_that_is_none_is_refused(held, text):
    assert refused(held.do, "shifts.add", {"name": "早班", "starts": text, "ends": "16:00"}, HR) == "clock_wrong"


def test_a_shift_in_a_rota_is_not_retired(held):
    crew = team()
    held.add(crew)
    early = held.do("shifts.add", {"name": "早班", "starts": "08:00", "ends": "16:00"}, HR)
    assert refused(held.do, "shifts.add", {"name": "早班", "starts": "06:00", "ends": "14:00"}, HR) == "name_taken"
    planned = held.do("rotas.add", {"team": crew.id, "first_day": "2026-09-28", "pattern": [early.id, None]}, HR)
    assert refused(held.do, "shifts.retire", {"shift": early.id}, HR) == "shift_in_use"
    held.do("rotas.retire", {"rota": planned.id}, HR)
    held.do("shifts.retire", {"shift": early.id}, HR)
    again = {"team": crew.id, "first_day": "2026-09-28", "pattern": [early.id]}
    assert refused(held.do, "rotas.add", again, HR) == "shift_retired"
    hours = {"shift": early.id, "starts": "06:00", "ends": "14:00"}
    assert refused(held.do, "shifts.set_hours", hours, HR) == "shift_retired"


@pytest.mark.parametrize("pattern", [[], [None, None], ["x"] * 367])
def test_a_pattern_without_work_is_refused(held, pattern):
    crew = team()
    held.add(crew)
    given = {"team": crew.id, "first_day": "2026-09-28", "pattern": pattern}
    assert refused(held.do, "rotas.add", given, HR) == "pattern_wrong"


def test_the_same_words_give_the_same_id():
    assert is_id(id_from("a", "b"))
    assert id_from("a", "b") == id_from("a", "b")
    assert id_from("a", "b") != id_from("ab", "") != id_from("a", "b", "")
