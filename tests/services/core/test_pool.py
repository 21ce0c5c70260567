"""Whose a hazard is: the open pool, all of one person's handed over, two reports made one and parted again."""

from dataclasses import replace

import pytest

from services.core.hazards import State
from services.core.refused import Refused
from tests.makers import BEFORE, hazard, photo
from tests.services.core.test_hazards import (
    CREW,
    FIXER,
    GONE,
    LEADER,
    MATE,
    OFFICER,
    OTHER_CREW,
    PRESS,
    REPORTER,
    STRANGER,
    held,
    reported,
)

assert held  # the plant of the hazards' tests


def test_out_of_the_pool_whoever_can_takes_it(held):
    one = reported(held)
    free = held.do("hazards.release", {"hazard": one.id}, LEADER)
    assert (free.state, free.team, free.assignee, free.why) == (State.REPORTED, None, None, "pool")
    assert free.due_at == one.due_at, "its clock runs on"
    taken = held.do("hazards.take", {"hazard": one.id}, STRANGER)
    assert (taken.state, taken.assignee, taken.why) == (State.FIXING, STRANGER.id, "taken")
    with pytest.raises(Refused, match="wrong_state"):
        held.do("hazards.take", {"hazard": one.id}, MATE)


def test_what_somebody_has_is_not_in_the_pool(held):
    one = reported(held)
    with pytest.raises(Refused, match="wrong_state"):
        held.do("hazards.take", {"hazard": one.id}, STRANGER)
    held.do("hazards.release", {"hazard": one.id}, LEADER)
    with pytest.raises(Refused, match="in_pool_already"):
        held.do("hazards.release", {"hazard": one.id}, LEADER)
    with pytest.raises(Refused, match="not_allowed"):
        held.do("hazards.release", {"hazard": one.id}, REPORTER)


def test_a_major_one_is_not_taken_before_its_plan(held):
    one = reported(held)
    held.do("hazards.release", {"hazard": one.id}, LEADER)
    held.add(replace(held.get("hazard", one.id), grade="major"))
    with pytest.raises(Refused, match="fix_plan_needed"):
        held.do("hazards.take", {"hazard": one.id}, STRANGER)


def test_all_that_someone_has_goes_to_another(held):
    ones = [reported(held) for _ in range(3)]
    for one in ones[:2]:
        held.do("hazards.accept", {"hazard": one.id}, FIXER)
    held.do("hazards.hand_over", {"person": FIXER.id, "to_person": STRANGER.id, "reason": "年假"}, LEADER)
    now = [held.get("hazard", one.id) for one in ones]
    told = held.told[-1]
    assert (told.message, told.people, told.facts["count"]) == ("hazards_handed_over", (STRANGER.id,), 2), "told once"
    assert [(one.assignee, one.state, one.why) for one in now[:2]] == [(STRANGER.id, State.ASSIGNED, "handed_over")] * 2
    assert (now[2].team, now[2].assignee) == (CREW.id, None), "what is the team's stays the team's"
    with pytest.raises(Refused, match="nothing_to_hand_over"):
        held.do("hazards.hand_over", {"person": FIXER.id, "to_team": OTHER_CREW.id}, LEADER)


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ({}, "team_or_person"),
        ({"to_person": STRANGER.id, "to_team": CREW.id}, "team_or_person"),
        ({"to_person": FIXER.id}, "hand_over_to_oneself"),
        ({"to_person": GONE.id}, "person_left"),
        ({"to_team": PRESS.id}, "no_such_record"),
    ],
)
def test_it_goes_to_one_who_is_there(held, to, code):
    one = reported(held)
    held.do("hazards.accept", {"hazard": one.id}, FIXER)
    with pytest.raises(Refused, match=code):
        held.do("hazards.hand_over", {"person": FIXER.id, **to}, LEADER)
    assert held.get("hazard", one.id).assignee == FIXER.id


def test_a_second_report_goes_on_with_the_first(held):
    first, second = reported(held), reported(held)
    held.do("hazards.accept", {"hazard": second.id}, FIXER)
    taken = held.get("hazard", second.id)
    held.told.clear()
    held.do("hazards.merge", {"hazard": second.id, "into": first.id}, LEADER)
    merged = held.get("hazard", second.id)
    assert (merged.state, merged.merged_into, merged.open) == (State.MERGED, first.id, False)
    assert [(tell.message, tell.people) for tell in held.told] == [("hazard_merged", (REPORTER.id,))]
    assert held.do("hazards.part", {"hazard": second.id}, LEADER) == taken, "as it stood"


def test_what_can_be_merged(held):
    first, second = reported(held), reported(held)
    closed = hazard(zone=PRESS.id, state=State.CLOSED)
    held.add(closed)
    for given, code in (
        ({"hazard": first.id, "into": first.id}, "merge_into_itself"),
        ({"hazard": first.id, "into": closed.id}, "wrong_state"),
        ({"hazard": closed.id, "into": first.id}, "wrong_state"),
    ):
        with pytest.raises(Refused, match=code):
            held.do("hazards.merge", given, LEADER)
    held.do("hazards.merge", {"hazard": second.id, "into": first.id}, LEADER)
    with pytest.raises(Refused, match="wrong_state"):
        held.do("hazards.merge", {"hazard": first.id, "into": second.id}, LEADER)
    with pytest.raises(Refused, match="wrong_state"):
        held.do("hazards.part", {"hazard": first.id}, OFFICER)


def test_a_photo_belongs_to_the_first_hazard_that_used_it(held):
    held.add(photo(id=BEFORE))
    reported(held), reported(held)
    first, second = held.find("hazard")
    assert (held.get("photo", BEFORE).hazard, held.get("photo", BEFORE).part) == (first.id, "before")
    assert second.before == (BEFORE,)
