"""Contractors: whose people they are, how long an induction holds, what a badge is worth, and what a hazard costs."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from services.core.roles import Role
from services.store.queries.contractors import company_rows, endings, member_rows
from tests.makers import (
    NOON,
    Held,
    contractor,
    contractor_paper,
    contractor_person,
    hazard,
    permit,
    person,
    plant,
    refused,
    zone,
)

OFFICER, MANAGER, FITTER = person(Role.SAFETY_OFFICER), person(Role.EHS_MANAGER), person(Role.CONTRACTOR)
FIRM = contractor()


@pytest.fixture
def held() -> Held:
    return Held(plant(), OFFICER, MANAGER, FITTER, FIRM)


def linked(held: Held) -> Any:
    return held.do("contractor_people.link", {"person": FITTER.id, "contractor": FIRM.id, "trade": "焊工"}, OFFICER)


def test_a_person_comes_for_one_company_at_a_time(held: Held) -> None:
    worker, other = person(), contractor(name="二建")
    held.add(worker, other)
    asked = {"person": FITTER.id, "contractor": FIRM.id}
    assert refused(held.do, "contractor_people.link", asked | {"person": worker.id}, OFFICER) == "not_a_contractor"
    first = linked(held)
    assert refused(held.do, "contractor_people.link", asked, OFFICER) == "comes_already"
    held.do("contractor_people.link", asked | {"contractor": other.id}, OFFICER)
    assert held.get("contractor_person", first.id).ended_at is not None  # type: ignore[union-attr]
    again = {"contractor_person": first.id}
    assert refused(held.do, "contractor_people.induct", again, OFFICER) == "membership_ended"


def test_an_induction_holds_as_long_as_the_plant_says(held: Held) -> None:
    member = linked(held)
    asked = {"contractor_person": member.id}
    done = held.do("contractor_people.induct", asked, OFFICER)
    assert (done.inducted_on, done.valid_until, done.inducted_by) == (date(2026, 3, 2), date(2027, 3, 2), OFFICER.id)
    held.do("contractor_policies.set", {"induction_days": 30}, MANAGER)
    assert held.do("contractor_people.induct", asked, OFFICER).valid_until == date(2026, 4, 1)
    late = asked | {"valid_until": "2026-04-02"}
    assert refused(held.do, "contractor_people.induct", late, OFFICER) == "induction_day_wrong"
    assert held.do("contractor_people.end", asked, OFFICER).ended_at is not None


def test_a_badge_is_sealed_and_the_one_before_holds_no_more(held: Held) -> None:
    member = linked(held)
    asked = {"contractor_person": member.id}
    assert refused(held.do, "contractor_people.issue_badge", asked, OFFICER) == "induction_missing"
    held.do("contractor_people.induct", asked, OFFICER)
    first = held.do("contractor_people.issue_badge", asked, OFFICER).badge
    second = held.do("contractor_people.issue_badge", asked, OFFICER).badge
    assert first.split(".")[:2] == [member.id, "1"]
    assert second.split(".")[:2] == [member.id, "2"]
    assert first.split(".")[3] != second.split(".")[3]
    held.do("contractor_people.ban", {"person": FITTER.id, "reason": "无票动火"}, MANAGER)
    assert refused(held.do, "contractor_people.issue_badge", asked, OFFICER) == "person_banned"
    assert refused(held.do, "contractor_people.end", asked, OFFICER) == "person_banned"
    lifted = held.do("contractor_people.lift_ban", {"person": FITTER.id, "reason": "已培训"}, MANAGER)
    assert (lifted.banned_at, lifted.ban_reason, lifted.valid_until) == (None, "", None)


def test_the_reason_of_a_ban_goes_with_the_persons_other_data(held: Held) -> None:
    gone = replace(FITTER, left_at=NOON)
    member = contractor_person(person=gone.id, contractor=FIRM.id, banned_at=NOON, ban_reason="殴打监护人")
    held.add(gone, member)
    held.do("people.erase", {"person": gone.id, "reason": "本人要求"}, MANAGER)
    assert held.get("contractor_person", member.id).ban_reason == ""  # type: ignore[union-attr]


def test_a_score_loses_what_the_plant_says_and_papers_are_told_before_they_end(held: Held) -> None:
    place = zone()
    one, two = hazard(zone=place.id), hazard(zone=place.id, grade="major")
    stopped = permit(zone=place.id, contractor=FIRM.id, stage="closed", stopped_at=NOON)
    ends = [date(2026, 3, 1), date(2026, 3, 8), date(2026, 4, 30), date(2026, 8, 1)]
    kinds = ("insurance", "qualification", "agreement", "licence")
    papers = [contractor_paper(contractor=FIRM.id, paper=k, valid_until=d) for k, d in zip(kinds, ends, strict=True)]
    held.add(place, one, two, stopped, *papers)
    for each in (one, two):
        asked = {"hazard": each.id, "contractor": FIRM.id}
        held.do("contractor_hazards.attribute", asked, OFFICER)
        assert refused(held.do, "contractor_hazards.attribute", asked, OFFICER) == "hazard_attributed"
    (row,) = company_rows(held, held.now)
    assert (row.general, row.major, row.stopped, row.score) == (1, 1, 1, 100 - 3 - 15 - 10)
    assert (row.standing, row.ends_on) == ("over", date(2026, 3, 1))
    assert [(ending.until, ending.step) for ending in endings(held, held.now)] == [
        (ends[0], 0),
        (ends[1], 7),
        (ends[2], 90),
    ]
    link = row.hazards[0][0]
    held.do("contractor_hazards.withdraw", {"contractor_hazard": link.id, "reason": "不是该单位"}, OFFICER)
    assert company_rows(held, held.now)[0].score > row.score
    assert company_rows(held, held.now + timedelta(days=400))[0].score == 100
    held.do("contractor_papers.withdraw", {"contractor_paper": papers[0].id}, OFFICER)
    assert company_rows(held, held.now)[0].standing == "soon"
    late = {"contractor": FIRM.id, "paper": "insurance", "title": "保险", "valid_until": "2026-03-01"}
    assert refused(held.do, "contractor_papers.add", late, OFFICER) == "paper_over_already"


def test_people_who_may_not_work_stand_first(held: Held) -> None:
    member = linked(held)
    other = person(Role.CONTRACTOR, name="乙")
    held.add(other, contractor_person(person=other.id, contractor=FIRM.id, valid_until=date(2026, 12, 1)))
    assert [row.standing for row in member_rows(held, held.now)] == ["missing", "good"]
    held.do("contractor_people.induct", {"contractor_person": member.id}, OFFICER)
    assert {row.standing for row in member_rows(held, held.now)} == {"good"}
    assert refused(held.do, "contractors.add", {"name": FIRM.name}, OFFICER) == "name_taken"
    held.do("contractors.retire", {"contractor": FIRM.id}, OFFICER)
    asked = {"person": FITTER.id, "contractor": FIRM.id}
    assert refused(held.do, "contractor_people.link", asked, OFFICER) == "thing_retired"
