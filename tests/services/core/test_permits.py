"""Work permits: signed in order by different people, started with fresh gas readings, and closed by somebody else."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from services.core.permit_forms import APPROVERS, USUAL
from services.core.permit_work import gas_due, gas_state
from services.core.permits import Permit
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import (
    NOON,
    Held,
    certificate,
    contractor,
    contractor_paper,
    contractor_person,
    permit,
    person,
    plant,
    refused,
    zone,
)

OWNER, OFFICER, MANAGER = person(Role.TEAM_LEADER), person(Role.SAFETY_OFFICER), person(Role.EHS_MANAGER)
LEADER, GUARDIAN, WELDER, STRANGER = (person(name=name) for name in ("张三", "李四", "王五", "赵六"))
HALL = zone(supervisor=OWNER.id)
PEOPLE = (OWNER, OFFICER, MANAGER, LEADER, GUARDIAN, WELDER, STRANGER)
ASKED = {
    "work": "hot_work",
    "work_level": "first",
    "zone": HALL.id,
    "task": "焊补护栏",
    "begins_at": NOON.isoformat(),
    "ends_at": (NOON + timedelta(hours=4)).isoformat(),
    "leader": LEADER.id,
    "guardian": GUARDIAN.id,
    "workers": [WELDER.id],
}


@pytest.fixture
def held() -> Held:
    return Held(plant(), HALL, *PEOPLE)


def do(held: Held, kind: str, one: Permit, by: Any, **args: Any) -> Permit:
    done: Permit = held.do(f"permits.{kind}", {"permit": one.id, **args}, by)
    return done


def code(held: Held, kind: str, one: Permit, by: Any, **args: Any) -> str | None:
    return refused(held.do, f"permits.{kind}", {"permit": one.id, **args}, by)


def measured(held: Held, one: Permit, value: float = 1.0) -> Permit:
    return do(held, "read_gas", one, GUARDIAN, measured=[{"gas": "flammable", "value": value}])


def approved(held: Held, **given: Any) -> Permit:
    one: Permit = held.do("permits.apply", ASKED | given, LEADER)
    one = do(held, "confirm", one, GUARDIAN, confirmed=list(one.measures))
    for who in (LEADER, GUARDIAN, OWNER, OFFICER):
        one = do(held, "sign", one, who)
    return one


def test_a_permit_goes_from_the_application_to_its_closing(held: Held) -> None:
    one = approved(held)
    assert (one.stage, one.number) == ("approved", "ZY-20260302-0001")
    measured(held, one)
    assert do(held, "start", one, LEADER).started_by == LEADER.id
    assert do(held, "pause", one, WELDER, reason="吃饭").stage == "paused"
    assert do(held, "resume", one, LEADER).stage == "running"
    closed = do(held, "close", one, GUARDIAN, checked=list(one.closing), note="无火种")
    assert (closed.stage, closed.closed_by, closed.closing_note) == ("closed", GUARDIAN.id, "无火种")
    assert [told.message for told in held.told].count("permit_to_sign") == 4
    assert held.told[-1].message == "permit_approved"


def test_nobody_who_works_under_it_approves_it_and_nobody_approves_twice(held: Held) -> None:
    held.add(replace(OFFICER, roles=(Role.SAFETY_OFFICER, Role.EHS_MANAGER)))
    both = held.get("person", OFFICER.id)
    one: Permit = held.do("permits.apply", ASKED | {"work_level": "special"}, OFFICER)
    do(held, "confirm", one, GUARDIAN, confirmed=list(one.measures))
    for who in (LEADER, GUARDIAN, OWNER):
        do(held, "sign", one, who)
    assert code(held, "sign", one, both) == "permit_not_your_turn", "who applied approves nothing"
    do(held, "sign", one, MANAGER)  # an EHS manager may be the safety signature
    assert code(held, "sign", one, MANAGER) == "permit_not_your_turn", "and not the next one too"


def test_signatures_go_in_order_after_all_measures(held: Held) -> None:
    one: Permit = held.do("permits.apply", ASKED, LEADER)
    assert code(held, "sign", one, LEADER) == "permit_measures_open"
    assert code(held, "confirm", one, STRANGER, confirmed=list(one.measures)) == "permit_not_yours"
    first, *rest = one.measures
    do(held, "confirm", one, GUARDIAN, confirmed=rest, not_needed=[first])
    assert code(held, "sign", one, OFFICER) == "permit_not_your_turn"
    do(held, "sign", one, LEADER)
    assert code(held, "sign", one, LEADER) == "permit_not_your_turn"
    assert code(held, "start", one, LEADER) == "permit_stage_wrong"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"ends_at": NOON.isoformat()}, "permit_times_wrong"),
        ({"ends_at": (NOON + timedelta(hours=9)).isoformat()}, "permit_too_long"),
        ({"work_level": "only"}, "permit_level_unknown"),
        ({"guardian": LEADER.id}, "guardian_works"),
        ({"guardian": WELDER.id}, "guardian_works"),
        ({"workers": [person().id] * 41}, "permit_workers_many"),
        ({"workers": ["nobody"]}, "no_such_record"),
        ({"zone": "nowhere"}, "no_such_record"),
        ({"contractor": "none"}, "no_such_record"),
    ],
)
def test_what_cannot_be_permitted_is_refused(held: Held, given: dict[str, Any], expected: str) -> None:
    assert refused(held.do, "permits.apply", ASKED | given, LEADER) == expected


def test_the_start_wants_a_fresh_reading_within_its_limits(held: Held) -> None:
    one = approved(held)
    assert code(held, "start", one, LEADER) == "permit_gas_missing"
    measured(held, one, 10.5)
    assert code(held, "start", one, LEADER) == "permit_gas_over"
    measured(held, one, 10.0)
    held.now += timedelta(minutes=31)
    assert code(held, "start", one, LEADER) == "permit_gas_old"
    measured(held, one)
    assert code(held, "start", one, STRANGER) == "permit_not_yours"
    held.now = NOON + timedelta(hours=5)
    assert code(held, "start", one, LEADER) == "permit_expired"
    held.now = NOON - timedelta(minutes=1)
    assert code(held, "start", one, LEADER) == "permit_too_early"


def test_gas_beyond_its_limit_pauses_the_work_and_is_told(held: Held) -> None:
    one = approved(held)
    measured(held, one)
    do(held, "start", one, LEADER)
    over = measured(held, one, 12.0)
    assert (over.stage, held.told[-1].message, held.told[-1].facts["level"]) == (
        "paused",
        "permit_gas_over",
        "critical",
    )
    assert code(held, "resume", one, LEADER) == "permit_gas_over"
    measured(held, one, 2.0)
    assert do(held, "resume", one, LEADER).stage == "running"
    again: Any = held.get("permit", one.id)
    assert not gas_due(again, held.now)
    assert gas_due(again, held.now + timedelta(minutes=121))


def test_somebody_at_the_work_holds_the_certificate_as_far_as_the_plant_keeps_them(held: Held) -> None:
    one = approved(held)
    measured(held, one)
    old = certificate(person=WELDER.id, trade="welding", expires_on=date(2026, 3, 1))
    held.add(old)
    assert code(held, "start", one, LEADER) == "permit_trade_missing"
    held.add(certificate(person=STRANGER.id, trade="welding", expires_on=None))
    assert code(held, "start", one, LEADER) == "permit_trade_missing"
    held.add(certificate(person=WELDER.id, trade="welding", expires_on=date(2026, 3, 2)))
    assert do(held, "start", one, LEADER).stage == "running"


def test_a_limit_itself_is_good_and_readings_of_other_gases_are_refused(held: Held) -> None:
    tank = permit("confined_space")
    assert gas_state(tank, NOON) == "missing"
    assert gas_state(permit("height"), NOON) == "none"
    oxygen = next(one for one in tank.gases if one.gas == "oxygen")
    assert [oxygen.holds(value) for value in (19.4, 19.5, 23.5, 23.6)] == [False, True, True, False]
    one = approved(held)
    assert code(held, "read_gas", one, GUARDIAN, measured=[{"gas": "argon", "value": 1}]) == "permit_gas_unknown"
    assert code(held, "read_gas", one, STRANGER, measured=[{"gas": "flammable", "value": 1}]) == "permit_not_yours"


def test_anybody_may_stop_and_it_goes_on_no_more(held: Held) -> None:
    one = approved(held)
    measured(held, one)
    do(held, "start", one, LEADER)
    assert do(held, "stop", one, STRANGER, reason="火花掉到下层").stage == "stopped"
    assert held.told[-1].message == "permit_stopped"
    assert code(held, "resume", one, LEADER) == "permit_stage_wrong"
    assert code(held, "close", one, LEADER, checked=list(one.closing)) == "permit_closed_by_other"
    assert code(held, "close", one, GUARDIAN, checked=[]) == "permit_closing_open"
    assert do(held, "close", one, OWNER, checked=list(one.closing)).stage == "closed"


def test_more_time_is_given_by_an_approver_within_the_longest_validity(held: Held) -> None:
    hot = approved(held)
    later = (NOON + timedelta(hours=6)).isoformat()
    assert code(held, "extend", hot, OFFICER, ends_at=later) == "permit_no_extension"
    held.add(replace(hot, extensions=1))
    assert code(held, "extend", hot, person(Role.DEPARTMENT_MANAGER), ends_at=later) == "no_such_record"
    assert code(held, "extend", hot, OFFICER, ends_at=(NOON + timedelta(hours=9)).isoformat()) == "permit_too_long"
    assert code(held, "extend", hot, OFFICER, ends_at=hot.begins_at.isoformat()) == "permit_times_wrong"
    longer = do(held, "extend", hot, OFFICER, ends_at=later)
    assert (longer.ends_at, longer.extensions) == (NOON + timedelta(hours=6), 0)
    assert not longer.expired(longer.ends_at)
    assert longer.expired(longer.ends_at + timedelta(seconds=1))


def test_it_is_rejected_by_a_signer_or_taken_back_by_who_applied(held: Held) -> None:
    one: Permit = held.do("permits.apply", ASKED, WELDER)
    assert code(held, "reject", one, STRANGER, reason="不想") == "permit_not_yours"
    assert do(held, "reject", one, OWNER, reason="今天停产").reason == "今天停产"
    assert set(held.told[-1].people) == {WELDER.id, LEADER.id}
    two: Permit = held.do("permits.apply", ASKED, WELDER)
    assert do(held, "reject", two, WELDER, reason="改期").stage == "rejected"


def test_a_plants_own_form_holds_for_what_is_applied_for_afterwards(held: Held) -> None:
    own = {
        "work": "hot_work",
        "levels": [{"level": "first", "hours": 2, "approvers": 1}],
        "signs": ["work_leader", "safety"],
        "measures": ["extinguisher", "通知相邻班组"],
        "closing": ["no_embers"],
    }
    before = held.do("permits.apply", ASKED, LEADER)
    held.do("permit_forms.set", own, OFFICER)
    assert refused(held.do, "permits.apply", ASKED, LEADER) == "permit_too_long"
    after = held.do("permits.apply", ASKED | {"ends_at": (NOON + timedelta(hours=2)).isoformat()}, LEADER)
    assert (after.measures, after.signs, after.gases) == (
        ("extinguisher", "通知相邻班组"),
        ("work_leader", "safety"),
        (),
    )
    assert before.measures == USUAL["hot_work"].measures
    for spoilt, why in (
        ({"closing": []}, "permit_form_empty"),
        ({"signs": ["work_leader"]}, "permit_form_empty"),
        ({"measures": ["a", "a"]}, "permit_form_twice"),
        ({"measures": [str(n) for n in range(31)]}, "permit_form_long"),
        ({"gases": [{"gas": "x", "unit": "%", "least": 2, "most": 1}]}, "permit_limits_turned"),
    ):
        assert refused(held.do, "permit_forms.set", own | spoilt, OFFICER) == why


def test_a_contractors_people_need_their_induction_and_a_clean_sheet(held: Held) -> None:
    company, fitter = contractor(), person(Role.CONTRACTOR, name="外协焊工")
    held.add(company, fitter)
    asked = ASKED | {"workers": [fitter.id]}
    assert refused(held.do, "permits.apply", asked, LEADER) == "contractor_needed"
    asked |= {"contractor": company.id}
    assert refused(held.do, "permits.apply", asked, LEADER) == "induction_missing"
    member = contractor_person(person=fitter.id, contractor=company.id, valid_until=date(2026, 3, 1))
    held.add(member)
    assert refused(held.do, "permits.apply", asked, LEADER) == "induction_missing"
    held.do("contractor_people.induct", {"contractor_person": member.id}, OFFICER)
    one = held.do("permits.apply", asked, LEADER)
    held.do("contractor_people.ban", {"person": fitter.id, "reason": "无票动火"}, MANAGER)
    assert refused(held.do, "permits.apply", asked, LEADER) == "person_banned"
    assert refused(held.do, "contractor_people.induct", {"contractor_person": member.id}, OFFICER) == "person_banned"
    do(held, "confirm", one, GUARDIAN, confirmed=list(one.measures))
    assert code(held, "sign", one, LEADER) == "person_banned"


def test_a_company_on_the_black_list_or_with_a_paper_that_is_over_gets_none(held: Held) -> None:
    company = contractor()
    old = contractor_paper(contractor=company.id, valid_until=date(2026, 3, 1))
    held.add(company, old)
    asked = ASKED | {"contractor": company.id}
    assert refused(held.do, "permits.apply", asked, LEADER) == "contractor_paper_over"
    held.add(contractor_paper(contractor=company.id, valid_until=date(2027, 3, 1)))
    assert held.do("permits.apply", asked, LEADER).contractor == company.id
    held.do("contractors.ban", {"contractor": company.id, "reason": "瞒报事故"}, MANAGER)
    assert refused(held.do, "permits.apply", asked, LEADER) == "contractor_banned"
    held.do("contractors.lift_ban", {"contractor": company.id, "reason": "整改完成"}, MANAGER)
    assert held.do("permits.apply", asked, LEADER).stage == "applied"
    assert refused(held.do, "contractors.retire", {"contractor": company.id}, OFFICER) == "contractor_at_work"


VALUES = st.sampled_from([0.0, 5.0, 10.0, 10.1, 40.0])
WHO = st.sampled_from(PEOPLE)


class Life(RuleBasedStateMachine):
    """Whoever does whatever in whatever order: nothing runs that was not signed and measured."""

    def __init__(self) -> None:
        super().__init__()
        self.held = Held(plant(), HALL, *PEOPLE)
        self.one: Permit = self.held.do("permits.apply", ASKED | {"work_level": "second"}, LEADER)
        self.ran = False

    def try_to(self, kind: str, by: Any, **args: Any) -> bool:
        try:
            self.one = do(self.held, kind, self.one, by, **args)
        except Refused:
            return False
        return True

    @rule(by=WHO)
    def confirm(self, by: Any) -> None:
        self.try_to("confirm", by, confirmed=list(self.one.measures))

    @precondition(lambda self: self.one.stage == "applied")
    @rule(by=WHO)
    def sign(self, by: Any) -> None:
        self.try_to("sign", by)

    @precondition(lambda self: self.one.stage == "applied" and not self.one.open_measures)
    @rule()
    def all_sign(self) -> None:
        for who in PEOPLE * 3:
            self.try_to("sign", who)

    @rule(by=WHO, value=VALUES)
    def read(self, by: Any, value: float) -> None:
        self.try_to("read_gas", by, measured=[{"gas": "flammable", "value": value}])

    @rule(by=WHO, kind=st.sampled_from(["start", "resume"]))
    def begin(self, by: Any, kind: str) -> None:
        now = self.held.now
        if self.try_to(kind, by):
            assert gas_state(self.one, now) == "good"
            assert self.one.next_sign is None
            assert not self.one.expired(now)

    @rule(by=WHO, kind=st.sampled_from(["pause", "stop"]))
    def cease(self, by: Any, kind: str) -> None:
        self.try_to(kind, by, reason="危险")

    @rule(by=WHO)
    def close(self, by: Any) -> None:
        if self.try_to("close", by, checked=list(self.one.closing)):
            assert by.id not in (self.one.leader, *self.one.workers)

    @rule(minutes=st.sampled_from([5, 31, 600]))
    def wait(self, minutes: int) -> None:
        self.held.now += timedelta(minutes=minutes)

    @invariant()
    def different_people_have_signed_in_order(self) -> None:
        signed = self.one.signed
        assert tuple(one.sign for one in signed) == self.one.signs[: len(signed)]
        approving = [one.person for one in signed if one.sign in APPROVERS]
        assert len(set(approving)) == len(approving)
        assert not self.one.party & set(approving)

    @invariant()
    def what_has_ended_stays_so(self) -> None:
        self.ran = self.ran or self.one.stage == "running"
        if self.one.stage == "running":
            assert len(self.one.signed) == len(self.one.signs)


def test_any_order_of_deeds_is_safe() -> None:
    few = settings(max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Life, settings=few)
