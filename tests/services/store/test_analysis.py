"""What hazards have in common: by kind and place, what came again, how old what is open is, and month by month."""

from datetime import UTC, date, datetime, timedelta

import pytest

from services.core.hazards import State
from services.core.measures import Period
from services.store.database import Database
from services.store.queries.analysis import analysis
from services.store.queries.months import injury_gaps, months, parts_of
from services.store.queries.worked import rates, worked_hours
from services.store.records import Records
from services.store.schema import bring_up
from tests.makers import hazard, incident, person, plant, rota, shift, team, zone

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
BEGINS = datetime(2026, 2, 28, 16, tzinfo=UTC)  # midnight in China
NOW = datetime(2026, 4, 2, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
PRESS, STORE = zone(name="冲压"), zone(name="仓库", code="Z-0002")
WHO = person(since=datetime(2024, 1, 1, tzinfo=UTC))


@pytest.fixture
def look(ground):
    database = Database(ground.fresh())
    bring_up(database)
    with database.writing() as connection:
        records = Records(connection)
        for one in (plant(founded_at=datetime(2024, 1, 1, tzinfo=UTC)), PRESS, STORE, WHO):
            records.put(one)
        yield records
    database.close()


def told(look, days, place=PRESS, category="fire", state=State.FIXING, **given):
    one = hazard(zone=place.id, category=category, state=state, reported_at=BEGINS + days * DAY, number=None, **given)
    look.put(one)
    return one


def test_bars_stand_by_size_with_the_share_so_far_and_the_records_behind_them(look):
    mine = [told(look, day, fixed_at=BEGINS + day * DAY + 6 * HOUR, state=State.CLOSED) for day in (1, 2, 3)]
    told(look, 4, STORE, "storage")
    told(look, 5, state=State.REJECTED)
    told(look, 6, state=State.MERGED)
    told(look, -1)
    told(look, 31)
    found = analysis(look, MARCH, NOW)
    assert [(one.key, one.count, one.share) for one in found.categories] == [("fire", 3, 0.75), ("storage", 1, 1.0)]
    assert found.categories[0].ids == tuple(one.id for one in mine)
    assert [one.hours for one in found.categories] == [6.0, None]
    assert [one.name for one in found.zones] == ["冲压", "仓库"]
    assert len(found.ids) == 4
    assert dict(found.reached)["closed"] == ()


def test_the_week_goes_by_the_plants_clock(look):
    one = told(look, 0.5)  # noon of Sunday 1 March
    assert analysis(look, MARCH, NOW).week[6][12] == (one.id,)


def test_what_comes_again_within_thirty_days_is_one_chain(look):
    chain = [told(look, day) for day in (0, 10, 25)]
    told(look, 1, STORE)
    told(look, 2, category="storage")
    found = analysis(look, MARCH, NOW).repeats
    assert [one.ids for one in found] == [tuple(one.id for one in chain)]
    assert (found[0].zone, found[0].category) == (PRESS.id, "fire")
    assert (found[0].last - found[0].first) == 25 * DAY


def test_what_is_open_is_sorted_by_age_whenever_it_was_reported(look):
    told(look, 31.9), told(look, 30.5), told(look, -40), told(look, -50, state=State.CLOSED)
    assert [len(one) for one in analysis(look, MARCH, NOW).ages] == [1, 1, 0, 0, 1]


def test_who_takes_part_counts_each_person_once_and_those_without_a_name_beside(look):
    told(look, 1, reporter=WHO.id), told(look, 2, reporter=WHO.id), told(look, 3)
    found = analysis(look, MARCH, NOW)
    assert (found.reporters, found.unnamed, found.workers, found.participation) == (1, 1, 1, 1.0)


def test_months_are_cut_at_both_ends():
    parts = list(parts_of(Period(date(2025, 12, 15), date(2026, 2, 3))))
    assert parts == [
        Period(date(2025, 12, 15), date(2025, 12, 31)),
        Period(date(2026, 1, 1), date(2026, 1, 31)),
        Period(date(2026, 2, 1), date(2026, 2, 3)),
    ]


def test_a_month_has_what_the_whole_has(look):
    told(look, 1, fixed_at=BEGINS + 40 * DAY, state=State.FIXED)  # fixed in April
    told(look, 2, fixed_at=BEGINS + 3 * DAY, state=State.FIXED)
    look.put(incident(kind="recordable_injury", at=BEGINS + 5 * DAY))
    march, april = months(look, Period(date(2026, 3, 1), date(2026, 4, 30)), BEGINS + 60 * DAY)
    assert (march.reported, march.fixed, march.hours, march.injuries) == (2, 1, 24.0, 1)
    assert (april.reported, april.fixed, april.hours, april.injuries) == (0, 1, 39 * 24.0, 0)
    assert march.per_worker == 2.0
    assert march.ordinary is not None


def test_hours_worked_by_the_rotas_and_what_comes_in_a_thousand_of_them(look):
    crew, day, night = team(), shift(starts="08:00", ends="10:00"), shift(name="夜班", starts="23:30", ends="01:00")
    for one in (
        crew,
        day,
        night,
        rota(team=crew.id, first_day=date(2026, 3, 2), pattern=(day.id, night.id) + (None,) * 5),
    ):
        look.put(one)
    for number in range(30):
        look.put(person(name=f"人{number}", team=crew.id))
    hours = worked_hours(look, Period(date(2026, 3, 2), date(2026, 3, 8)))
    assert [hours[0][8], hours[0][9], hours[0][10]] == [30.0, 30.0, 0.0]
    assert [hours[1][23], hours[2][0]] == [15.0, 30.0]  # half an hour of Tuesday, one of Wednesday
    counts = [[0] * 24 for _ in range(7)]
    counts[0][8] = counts[1][23] = 3
    found = rates(counts, hours, 1.0)
    assert found[0][8] == 100.0
    assert found[0][9] == 0.0
    assert found[1][23] is None  # too few hours to make a rate of


def test_gaps_between_injuries_and_since_the_last(look):
    for day in (0, 10, 20):
        look.put(incident(kind="recordable_injury", at=BEGINS + day * DAY))
    look.put(incident(kind="near_miss", at=BEGINS + 25 * DAY))
    gaps = injury_gaps(look, MARCH, NOW)
    assert gaps.days == (10.0, 10.0)
    assert gaps.since == 11.0
