"""A fixer asks for more time, the supervisor or the office answers; a job is passed on within the team."""

from datetime import timedelta

import pytest

from services.core.hazards import State
from services.core.refused import Refused
from tests.services.core.test_hazards import CHIEF, FIXER, LEADER, MATE, OFFICER, STRANGER, held, reported

assert held  # the plant of the hazards' tests


def asked(held, one, who=FIXER, hours=24.0):
    return held.do("hazards.ask_time", {"hazard": one.id, "hours": hours, "reason": "waits for parts"}, who)


def test_more_time_counts_only_when_it_is_granted(held):
    one = reported(held)
    wanting = asked(held, one)
    assert (wanting.due_at, wanting.more_by) == (one.due_at, FIXER.id)
    assert wanting.more_until == one.due_at + timedelta(hours=24)
    with pytest.raises(Refused, match="time_asked_already"):
        asked(held, one)
    granted = held.do("hazards.answer_time", {"hazard": one.id, "granted": True}, OFFICER)
    assert (granted.due_at, granted.more_until) == (wanting.more_until, None)
    with pytest.raises(Refused, match="time_not_asked"):
        held.do("hazards.answer_time", {"hazard": one.id, "granted": True}, OFFICER)


def test_what_is_overdue_gets_its_hours_from_now(held):
    one = reported(held)
    held.now = one.due_at + timedelta(hours=5)
    late = asked(held, one).more_until - one.due_at
    assert timedelta(hours=29) <= late < timedelta(hours=30)


def test_a_refusal_says_why_and_the_deadline_stays(held):
    one = reported(held)
    asked(held, one)
    with pytest.raises(Refused, match="reason_needed"):
        held.do("hazards.answer_time", {"hazard": one.id, "granted": False}, OFFICER)
    left = held.do("hazards.answer_time", {"hazard": one.id, "granted": False, "reason": "too long"}, CHIEF)
    assert (left.due_at, left.more_until, left.more_refused) == (one.due_at, None, "too long")
    assert asked(held, one).more_refused == ""


def test_only_its_fixer_asks_and_never_answers(held):
    one = reported(held)
    with pytest.raises(Refused, match="not_yours"):
        asked(held, one, STRANGER)
    asked(held, one)
    for nobody in (FIXER, MATE, LEADER):
        with pytest.raises(Refused, match="may_not_answer_time"):
            held.do("hazards.answer_time", {"hazard": one.id, "granted": True}, nobody)


def test_what_was_handed_in_asks_for_nothing_more(held):
    one = reported(held)
    asked(held, one)
    passed = held.do("hazards.pass_on", {"hazard": one.id, "person": MATE.id}, FIXER)
    assert (passed.more_until, passed.assignee, passed.why) == (None, MATE.id, "passed_on")
    assert passed.state == State.ASSIGNED


def test_a_job_is_passed_on_within_the_team_only(held):
    one = reported(held)
    with pytest.raises(Refused, match="not_a_mate"):
        held.do("hazards.pass_on", {"hazard": one.id, "person": STRANGER.id}, FIXER)
    with pytest.raises(Refused, match="nobody_to_pass_to"):
        held.do("hazards.pass_on", {"hazard": one.id, "person": FIXER.id}, FIXER)
    mine = held.do("hazards.pass_on", {"hazard": one.id, "person": MATE.id}, FIXER)
    back = held.do("hazards.pass_on", {"hazard": one.id}, MATE)
    assert (mine.team, back.team, back.assignee) == (None, one.team, None)
    with pytest.raises(Refused, match="not_yours"):
        held.do("hazards.pass_on", {"hazard": one.id}, STRANGER)
