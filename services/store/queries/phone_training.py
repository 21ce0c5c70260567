"""What a phone shows somebody of their own training: what is due, the sessions they are asked to, certificates,
records; a course to learn, and a test without its answers."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.core.calendar import day_of
from services.core.certificates import Certificate
from services.core.courses import Course, Question, bank_of
from services.core.exams import Exam, right_ones
from services.core.operation import required
from services.core.people import Person
from services.core.training import TrainingRecord
from services.core.training_gaps import Gap, Need
from services.core.training_sessions import TrainingSession, attended
from services.store.queries.training import Learner, learner, need_names, records_of
from services.store.records import Records

LATELY = timedelta(hours=12)  # so long a session that is over is still shown
MOST_RECORDS = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A session that somebody is asked to, its course, and whether they have signed in."""

    session: TrainingSession
    course: Course
    there: bool


@dataclass(frozen=True, slots=True)
class MyTraining:
    """`due` is what the posts ask for and is not in force or soon over, the worst first."""

    learner: Learner | None
    due: tuple[Gap, ...]
    names: dict[Need, str]
    sessions: tuple[Asked, ...]
    certificates: tuple[Certificate, ...]
    records: tuple[tuple[TrainingRecord, str], ...]

    @property
    def barred(self) -> bool:
        """Whether something that is asked for is missing or over."""
        return any(gap.barred for gap in self.due)

    @property
    def waits(self) -> int:
        """How much there is to do."""
        return len(self.due) + sum(not one.there for one in self.sessions)


@dataclass(frozen=True, slots=True)
class MyCourse:
    """A course, how the person stands to it, and whether the test can be taken now; `first`: a session comes before."""

    course: Course
    last: TrainingRecord | None
    testable: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """A test: its questions in their order; which were answered rightly is known once it is handed in."""

    exam: Exam
    course: Course
    questions: tuple[Question, ...]
    right: frozenset[str]
    chosen: dict[str, tuple[int, ...]]


def my_training(look: Records, person: Person, now: datetime) -> MyTraining:
    """All of it."""
    one = learner(look, person.id, day_of(look, now))
    due = tuple(gap for gap in one.gaps if gap.standing != "ok") if one else ()
    held = [cert for cert in look.find("certificate", person=person.id) if cert.withdrawn_at is None]
    return MyTraining(
        one,
        tuple(sorted(due, key=lambda gap: not gap.barred)),
        need_names(look),
        _asked(look, person.id, now),
        tuple(sorted(held, key=lambda cert: (cert.until is None, cert.until))),
        records_of(look, person.id)[:MOST_RECORDS],
    )


def _asked(look: Records, person: str, now: datetime) -> tuple[Asked, ...]:
    there = {one.session for one in look.find("attendance", person=person)}
    found = []
    for one in look.find("training_session"):
        old = one.closed_at is not None or (not one.open and one.starts_at < now - LATELY)
        if person in one.invited and one.cancelled_at is None and not old:
            found.append(Asked(one, required(look, Course, one.course), one.id in there))
    return tuple(sorted(found, key=lambda asked: asked.session.starts_at))


def my_course(look: Records, person: Person, course: Course) -> MyCourse:
    """One course, for one person."""
    records = [one for one in look.find("training_record", person=person.id) if one.course == course.id]
    last = max((one for one in records if one.withdrawn_at is None), key=lambda one: one.at, default=None)
    first = course.passed_by == "both" and not attended(look, course.id, person.id)
    return MyCourse(course, last, course.tested and not first and bool(bank_of(look, course.id)), first)


def paper_of(look: Records, exam: Exam) -> Paper:
    """A test with its questions. What is right is told only of one that was handed in."""
    questions = tuple(required(look, Question, one) for one in exam.questions)
    done = exam.handed_in_at is not None
    right = right_ones(questions, exam.answers) if done else frozenset()
    chosen = {one.question: one.chosen for one in exam.answers}
    return Paper(exam, required(look, Course, exam.course), questions, right, chosen)
