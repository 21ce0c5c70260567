"""Short tests: questions drawn from a course's bank, answered on the phone, marked by the hub and by nobody else."""

import random
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from services.core.calendar import day_of
from services.core.courses import Course, Question, bank_of, living_course
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import STAFF
from services.core.shape import Range, Ref, Text
from services.core.training import passed
from services.core.training_sessions import attended


@dataclass(frozen=True, kw_only=True)
class Given:
    """What was answered to a question (id): the places of the choices."""

    question: Annotated[str, Text(most=60)]
    chosen: tuple[Annotated[int, Range(0, 7)], ...] = ()


@record("exam", indexed=("person", "course"), called="")
@dataclass(frozen=True, kw_only=True)
class Exam:
    """A test of one person. `questions` are the ids that were drawn, in their order; `score` of 100."""

    id: str
    person: str
    course: str
    questions: tuple[str, ...]
    begun_at: datetime
    handed_in_at: datetime | None = None
    answers: tuple[Given, ...] = ()
    score: int | None = None
    passed: bool = False


def drawn(bank: tuple[Question, ...], count: int, seed: str) -> tuple[str, ...]:
    """So many questions of the bank in an order of chance, the same for the same seed."""
    ids = sorted(one.id for one in bank)
    chance = random.Random(seed)
    return tuple(chance.sample(ids, min(count, len(ids))))


def right_ones(questions: tuple[Question, ...], answers: tuple[Given, ...]) -> frozenset[str]:
    """The questions that were answered rightly: all of the right choices and none of the others."""
    given = {one.question: tuple(sorted(set(one.chosen))) for one in answers}
    return frozenset(one.id for one in questions if given.get(one.id) == one.right)


def score_of(right: int, all_: int) -> int:
    """Points of 100, each question the same, rounded down: 79.9 is not 80."""
    return right * 100 // all_ if all_ else 0


@operation("exams.begin", roles=STAFF, offline=False)
@dataclass(frozen=True, kw_only=True)
class Begin:
    """A person takes the test of a course: the hub draws the questions."""

    course: Annotated[str, Ref("course")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        course, person = living_course(look, self.course), context.actor.person
        if person is None:
            raise Refused("not_allowed", kind="exams.begin")
        if not course.tested:
            raise Refused("course_untested", name=course.name)
        if course.passed_by == "both" and not attended(look, course.id, person):
            raise Refused("session_first", name=course.name)
        bank = bank_of(look, course.id)
        if not bank:
            raise Refused("no_questions", name=course.name)
        drawn_ones = drawn(bank, course.questions, context.id)
        return [Put(Exam(id=context.id, person=person, course=course.id, questions=drawn_ones, begun_at=context.now))]


@operation("exams.hand_in", roles=STAFF, offline=False)
@dataclass(frozen=True, kw_only=True)
class HandIn:
    """The answers; they are marked at once, and who has enough of them has passed the course."""

    exam: Annotated[str, Ref("exam")]
    answers: tuple[Given, ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        exam = required(look, Exam, self.exam)
        if exam.person != context.actor.person:
            raise Refused("exam_not_yours")
        if exam.handed_in_at is not None:
            raise Refused("exam_over", score=exam.score or 0)
        course = required(look, Course, exam.course)
        questions = tuple(required(look, Question, one) for one in exam.questions)
        known = tuple(one for one in self.answers if one.question in exam.questions)
        score = score_of(len(right_ones(questions, known)), len(questions))
        enough = score >= course.pass_percent
        done = replace(exam, handed_in_at=context.now, answers=known, score=score, passed=enough)
        made = passed(context, course, exam.person, day_of(look, context.now), "test", exam.id)
        until = made.until if enough else None
        return [Put(done), Put(replace(made, passed=enough, score=score, exam=exam.id, until=until))]
