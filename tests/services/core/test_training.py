"""Training: what posts ask for, who has it on a day, how tests are marked, when it is warned."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from services.core.courses import sound_question
from services.core.exams import Given, drawn, right_ones, score_of
from services.core.operation import SYSTEM, Put, Tell, inverse
from services.core.roles import Role
from services.core.training import months_later
from services.core.training_gaps import FOR_EVER, Need, gaps_of, needs_of, standing
from services.core.training_warnings import OVER, due_warning
from services.core.zone_needs import Holding, lacking
from tests.makers import (
    NOON,
    Held,
    certificate,
    course,
    exam,
    person,
    plant,
    post,
    question,
    refused,
    training_session,
    zone,
)

TODAY = date(2026, 3, 2)


def done(held: Held, kind: str, args: Mapping[str, Any], by: Any) -> list[Any]:
    """Carries an operation out; all records that it put."""
    changes = held.decide(kind, args, by)
    held.told += [change for change in changes if isinstance(change, Tell)]
    put = [change.record for change in changes if isinstance(change, Put)]
    held.add(*put)
    return put


HR = (Role.HR,)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 3, 2), 12, date(2027, 3, 2)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 31), 36, date(2029, 1, 31)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_months_last(day, months, later):
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (None, "missing"),
        (TODAY - timedelta(days=1), "expired"),
        (TODAY, "soon"),
        (TODAY + timedelta(days=30), "soon"),
        (TODAY + timedelta(days=31), "ok"),
        (FOR_EVER, "ok"),
    ],
)
def test_something_is_good_through_its_last_day(until, expected):
    assert standing(until, TODAY, 30) == expected


def test_what_several_posts_ask_for_is_asked_once():
    safety = course()
    posts = [post(name="电焊工", courses=(safety.id,), trades=("welding",)), post(name="叉车工", courses=(safety.id,))]
    assert needs_of(posts) == {Need("course", safety.id): ("电焊工", "叉车工"), Need("trade", "welding"): ("电焊工",)}
    held = {Need("course", safety.id): TODAY - timedelta(days=3)}
    found = {gap.need: gap for gap in gaps_of("p", posts, held, TODAY, {"course": 30, "trade": 90})}
    assert found[Need("course", safety.id)].standing == "expired"
    assert found[Need("trade", "welding")].standing == "missing"
    assert all(gap.barred for gap in found.values())


@pytest.mark.parametrize(
    ("asks", "choices", "right", "code"),
    [
        ("single", ("a", "b"), (1,), None),
        ("multiple", ("a", "b", "c"), (0, 2), None),
        ("true_false", (), (0,), None),
        ("single", ("a", "b"), (0, 1), "question_right_wrong"),
        ("single", ("a", "b"), (2,), "question_right_wrong"),
        ("single", ("a", "b"), (), "question_right_wrong"),
        ("true_false", (), (2,), "question_right_wrong"),
        ("true_false", ("a", "b"), (0,), "question_choices_wrong"),
        ("single", ("a",), (0,), "question_choices_wrong"),
        ("single", ("a", "a"), (0,), "question_choices_wrong"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(asks, choices, right, code):
    assert refused(sound_question, asks, choices, right) == code


def test_a_test_is_marked_question_by_question():
    one = question(asks="single", right=(0,))
    two = question(asks="multiple", choices=("a", "b", "c"), right=(0, 2))
    three = question(asks="true_false", choices=(), right=(1,))
    given = (
        Given(question=one.id, chosen=(0,)),
        Given(question=two.id, chosen=(2, 0, 0)),
        Given(question=three.id, chosen=(0,)),
    )
    assert right_ones((one, two, three), given) == {one.id, two.id}
    half = (Given(question=two.id, chosen=(0,)), Given(question=one.id, chosen=(0, 1)))
    assert right_ones((one, two, three), half) == frozenset()
    assert [score_of(right, 3) for right in (0, 1, 2, 3)] == [0, 33, 66, 100]
    assert score_of(0, 0) == 0


def test_the_draw_is_the_same_for_the_same_seed_and_takes_what_there_is():
    bank = tuple(question() for _ in range(20))
    first = drawn(bank, 10, "seed")
    assert first == drawn(tuple(reversed(bank)), 10, "seed")
    assert len(set(first)) == 10
    assert first != drawn(bank, 10, "other")
    assert len(drawn(bank[:3], 10, "seed")) == 3


def bank_of_two(**given):
    taught = course(passed_by="test", questions=2, pass_percent=100, valid_months=12, **given)
    questions = [question(course=taught.id), question(course=taught.id, asks="true_false", choices=(), right=(0,))]
    return taught, questions


def test_a_test_is_handed_in_once_and_a_pass_holds_for_its_months():
    worker, (taught, questions) = person(), bank_of_two()
    held = Held(plant(), worker, taught, *questions)
    begun = done(held, "exams.begin", {"course": taught.id}, worker)[0]
    assert set(begun.questions) == {one.id for one in questions}
    answers = [{"question": one.id, "chosen": list(one.right)} for one in questions]
    args = {"exam": begun.id, "answers": answers}
    assert refused(held.decide, "exams.hand_in", args, person()) == "exam_not_yours"
    paper, record = done(held, "exams.hand_in", args, worker)
    assert (paper.score, paper.passed) == (100, True)
    assert (record.person, record.passed, record.until) == (worker.id, True, date(2027, 3, 2))
    assert refused(held.decide, "exams.hand_in", args, worker) == "exam_over"


def test_one_wrong_answer_is_no_pass_where_all_are_asked_for():
    worker, (taught, questions) = person(), bank_of_two()
    paper = exam(person=worker.id, course=taught.id, questions=tuple(one.id for one in questions))
    held = Held(plant(), worker, taught, paper, *questions)
    args = {"exam": paper.id, "answers": [{"question": questions[0].id, "chosen": [0]}]}
    paper, record = done(held, "exams.hand_in", args, worker)
    assert (paper.score, paper.passed, record.passed, record.until) == (50, False, False, None)


def test_a_course_of_both_asks_for_the_session_first():
    worker, (taught, questions) = person(), bank_of_two()
    both = course(id=taught.id, passed_by="both", questions=2)
    held = Held(plant(), worker, both, *questions)
    assert refused(held.decide, "exams.begin", {"course": both.id}, worker) == "session_first"
    assert refused(held.decide, "exams.begin", {"course": both.id}, person(Role.AUDITOR)) == "not_allowed"


def test_who_signs_in_while_a_session_is_open_has_passed_when_it_is_closed():
    leader, worker, late = person(Role.TEAM_LEADER), person(), person()
    taught = course(valid_months=None)
    session = training_session(course=taught.id)
    held = Held(plant(), leader, worker, late, taught, session)
    sealed = {"training_session": session.id, "seal": "x" * 16}
    assert refused(held.decide, "attendances.sign_in", sealed, worker) == "session_code_wrong"
    opened = done(held, "training_sessions.open", {"training_session": session.id}, leader)[0]
    sealed["seal"] = opened.mac
    done(held, "attendances.sign_in", sealed, worker)
    assert done(held, "attendances.sign_in", sealed, worker) == []
    closed = done(held, "training_sessions.close", {"training_session": session.id}, leader)
    assert [one.person for one in closed[1:]] == [worker.id]
    assert closed[1].until is None
    assert refused(held.decide, "attendances.sign_in", sealed, late) == "session_over"
    assert refused(held.decide, "training_sessions.close", {"training_session": session.id}, leader) == "session_over"


@pytest.mark.parametrize(
    ("left", "warned", "expected"),
    [
        (91, (), None),
        (90, (), 90),
        (40, (), 90),
        (40, (90,), None),
        (30, (90,), 30),
        (7, (), 7),
        (0, (90, 30, 7), None),
        (-1, (90, 30, 7), OVER),
        (-9, (OVER,), None),
    ],
)
def test_each_warning_comes_once_and_one_that_was_missed_is_made_good(left, warned, expected):
    one = certificate(expires_on=TODAY + timedelta(days=left), warned=warned)
    assert due_warning(one, plant(), TODAY) == expected


def test_the_day_of_the_review_counts_where_it_comes_sooner():
    one = certificate(expires_on=date(2030, 1, 1), review_on=TODAY + timedelta(days=7))
    assert one.until == TODAY + timedelta(days=7)
    assert due_warning(one, plant(certificate_days=(7,)), TODAY) == 7
    assert due_warning(certificate(expires_on=None), plant(), TODAY) is None


def test_a_warning_goes_to_the_holder_and_the_safety_officers():
    holder, officer = person(), person(Role.SAFETY_OFFICER)
    one = certificate(person=holder.id, expires_on=TODAY + timedelta(days=30))
    held = Held(plant(), holder, officer, one)
    (warned,) = done(held, "certificates.warn", {"certificate": one.id, "step": 30}, SYSTEM)
    (told,) = held.told
    assert warned.warned == (30,)
    assert (set(told.people), told.message) == ({holder.id, officer.id}, "certificate_ending")
    assert holder.name not in str(told.facts)


def test_a_certificate_is_known_once_and_renewing_begins_its_warnings_anew():
    desk, holder = person(*HR), person()
    held = Held(plant(), desk, holder)
    args = {"person": holder.id, "trade": "welding", "number": "T1", "expires_on": "2026-04-01"}
    one = done(held, "certificates.add", args, desk)[0]
    assert refused(held.decide, "certificates.add", args, desk) == "certificate_known"
    turned = {**args, "number": "T2", "issued_on": "2026-03-01", "expires_on": "2026-02-01"}
    assert refused(held.decide, "certificates.add", turned, desk) == "certificate_days_turned"
    held.add(certificate(id=one.id, person=holder.id, warned=(30,)))
    again = done(held, "certificates.renew", {"certificate": one.id, "expires_on": "2029-04-01"}, desk)[0]
    assert (again.expires_on, again.warned) == (date(2029, 4, 1), ())
    assert refused(held.decide, "certificates.renew", {"certificate": one.id}, desk) == "certificate_day_needed"


def test_what_is_recorded_lies_in_the_past_and_below_the_mark_is_no_pass():
    leader, taught, some = person(Role.TEAM_LEADER), course(valid_months=6), [person(), person()]
    held = Held(plant(), leader, taught, *some)
    args = {"course": taught.id, "people": [one.id for one in some], "day": "2026-03-03"}
    assert refused(held.decide, "training.record", args, leader) == "in_the_future"
    made = done(held, "training.record", {**args, "day": "2026-03-02"}, leader)
    assert [(one.passed, one.until) for one in made] == [(True, date(2026, 9, 2))] * 2
    (failed, _) = done(held, "training.record", {**args, "day": "2026-03-01", "score": 79}, leader)
    assert (failed.passed, failed.until) == (False, None)


def test_a_course_that_a_post_asks_for_stays():
    desk, taught = person(*HR), course()
    held = Held(plant(), desk, taught, post(courses=(taught.id,)))
    assert refused(held.decide, "courses.retire", {"course": taught.id}, desk) == "course_in_use"


def test_a_link_is_a_web_address():
    desk = person(*HR)
    held = Held(plant(), desk)
    args = {"name": "新课", "stage": "refresher", "links": [{"title": "录像", "url": "javascript:alert(1)"}]}
    assert refused(held.decide, "courses.add", args, desk) == "link_wrong"
    args["links"] = [{"title": "录像", "url": "https://video.example/1"}]
    assert done(held, "courses.add", args, desk)


def test_a_zone_asks_for_courses_and_certificates_and_no_retired_course_is_new_to_it() -> None:
    there, gone, room, by = course(), course(retired_at=NOON), zone(), person(roles=HR)
    held = Held(there, gone, room)
    asked = {"zone": room.id, "courses": [there.id], "trades": ["welding", "welding"]}
    (need,) = done(held, "zone_needs.set", asked, by)
    assert (need.id, need.needs) == (room.id, (Need("course", there.id), Need("trade", "welding")))
    assert refused(held.decide, "zone_needs.set", {"zone": room.id, "courses": [gone.id]}, by) == "course_retired"
    changes: list[dict[str, Any]] = [{"kind": "zone_need", "id": room.id, "before": None, "after": {}}]
    assert inverse("zone_needs.set", asked, "x", changes) == (
        "zone_needs.set", {"zone": room.id, "courses": [], "trades": []},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("since", "until", "lacks"),
    [
        (TODAY, None, None),
        (TODAY, TODAY, None),
        (TODAY - timedelta(days=90), TODAY - timedelta(days=1), "expired"),
        (TODAY + timedelta(days=1), None, "missing"),
    ],
)
def test_what_somebody_had_on_the_day_of_the_door_counts(since: date, until: date | None, lacks: str | None) -> None:
    need = Need("trade", "welding")
    found = lacking([need], [Holding(need, since, until), Holding(Need("trade", "crane"), TODAY, None)], TODAY)
    assert found.get(need) == lacks
