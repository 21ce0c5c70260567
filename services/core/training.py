"""What people have been taught: one record a person and course passed or failed, and how long it holds."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, Literal

from services.core.calendar import day_of
from services.core.courses import Course, living_course
from services.core.ids import id_from
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.people import present
from services.core.posts import MOST_PEOPLE, TRAINING_DESK
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, Role
from services.core.shape import Range, Ref, Text

TRAINERS = LEADERS | {Role.HR}
Source = Literal["desk", "session", "test"]
Score = Annotated[int, Range(0, 100)]


@record("training_record", indexed=("person", "course"), called="", group="training")
@dataclass(frozen=True, kw_only=True)
class TrainingRecord:
    """A person's course: `passed` or not, on the plant's day `day`, with a score of 100 where there was a test. It
    holds through the day `until`, without one for ever. `session` and `exam` are what it rests on."""

    id: str
    person: str
    course: str
    day: date
    at: datetime
    passed: bool
    source: Source
    score: int | None = None
    until: date | None = None
    session: str | None = None
    exam: str | None = None
    by: str | None = None
    note: str = ""
    withdrawn_at: datetime | None = None


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month where it has none such."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def holds_until(course: Course, day: date) -> date | None:
    """Through which day a pass of this day holds; None for ever."""
    return months_later(day, course.valid_months) if course.valid_months else None


def passed(context: Context, course: Course, person: str, day: date, source: Source, of: str) -> TrainingRecord:
    """The record of a pass that rests on the thing of id `of`: the same one however often it is made."""
    return TrainingRecord(
        id=id_from("training", of, person),
        person=person,
        course=course.id,
        day=day,
        at=context.now,
        passed=True,
        source=source,
        until=holds_until(course, day),
        by=context.actor.person,
    )


@operation("training.record", roles=TRAINERS)
@dataclass(frozen=True, kw_only=True)
class RecordTraining:
    """People were taught a course on a day, and passed: what is entered by hand, or from a list of the time before."""

    course: Annotated[str, Ref("course")]
    people: tuple[Annotated[str, Ref("person")], ...]
    day: date
    score: Score | None = None
    note: Annotated[str, Text(most=200, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        course = living_course(look, self.course)
        if self.day > day_of(look, context.now):
            raise Refused("in_the_future")
        if not 0 < len(self.people) <= MOST_PEOPLE:
            raise Refused("people_count_wrong", most=MOST_PEOPLE)
        enough = self.score is None or self.score >= course.pass_percent
        changes: list[Change] = []
        for one in dict.fromkeys(self.people):
            made = passed(context, course, present(look, one).id, self.day, "desk", context.id)
            until = made.until if enough else None
            changes.append(Put(replace(made, passed=enough, score=self.score, until=until, note=self.note)))
        return changes


@operation("training.withdraw", roles=TRAINING_DESK)
@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """It was not so: the record stays to be seen and counts for nothing."""

    training_record: Annotated[str, Ref("training_record")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = required(look, TrainingRecord, self.training_record)
        if found.withdrawn_at is not None:
            raise Refused("training_withdrawn")
        return [Put(replace(found, withdrawn_at=context.now, note=self.reason))]
