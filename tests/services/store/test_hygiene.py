"""Which rules need a look, each by its examples."""

from dataclasses import replace
from datetime import timedelta

from services.core.alert_rules import AlertRule
from services.core.alerts import Alert
from services.store.queries.hygiene import Flaw, flaws_of
from tests.makers import NOON

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
RULE = AlertRule(id="r", name="规则", document="{}", active=True, since=NOON - 200 * DAY)


def alert(at, key="TE-01", told=("p",)):
    return Alert(id=f"{key}{at}", rule="r", level="high", key=key, fired_at=at, raised_at=at, cause="{}", told=told)


def test_three_about_one_thing_within_an_hour_are_chatter():
    calm = [alert(NOON - DAY + MINUTE * minute) for minute in (0, 30, 61)]
    assert flaws_of(RULE, calm, NOON) == ()
    busy = [alert(NOON - DAY + MINUTE * minute) for minute in (60, 0, 30)]
    assert flaws_of(RULE, busy, NOON) == (Flaw("chatters", 3, "TE-01"),)
    others = [alert(NOON - DAY + MINUTE * at, f"TE-{at}") for at in range(3)]
    assert flaws_of(RULE, others, NOON) == ()


def test_long_on_and_never_said_a_word():
    assert flaws_of(RULE, [], NOON) == (Flaw("never", 200),)
    assert flaws_of(replace(RULE, active=False), [], NOON) == ()
    assert flaws_of(replace(RULE, since=NOON - 89 * DAY), [], NOON) == ()
    assert flaws_of(RULE, [alert(NOON - 150 * DAY)], NOON) == ()


def test_more_a_week_to_one_person_than_she_can_take():
    many = [alert(NOON - 27 * DAY + timedelta(hours=7) * at, f"TE-{at}") for at in range(88)]
    assert flaws_of(RULE, many, NOON) == (Flaw("too_many", 22, "p"),)
    shared = [replace(one, told=("p" if at % 2 else "q",)) for at, one in enumerate(many)]
    assert flaws_of(RULE, shared, NOON) == ()
