"""Courses: what is taught, from what, how it is passed and for how long that holds; with the questions of its test."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import urlsplit

from services.core.operation import Change, Context, Look, Put, name_free, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.shape import Blob, Range, Ref, Text

COURSE_DESK = OFFICE | {Role.HR}
# The three levels of induction (plant, workshop, team) come first; the others are beside them.
Stage = Literal["plant_level", "workshop_level", "team_level", "refresher", "special_topic", "contractor_intro"]
PassedBy = Literal["attendance", "test", "both"]
Asks = Literal["single", "multiple", "true_false"]
Name = Annotated[str, Text(most=60)]
Months = Annotated[int, Range(1, 120)]
Percent = Annotated[int, Range(1, 100)]
Count = Annotated[int, Range(1, 50)]
Hours = Annotated[float, Range(0, 400)]
MOST_MATERIALS = 12
MOST_CHOICES = 8


@dataclass(frozen=True, kw_only=True)
class Link:
    """Where something to read or a video is found."""

    title: Annotated[str, Text(most=80)]
    url: Annotated[str, Text(most=400)]


@record("course", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class Course:
    """Passing it holds for `valid_months`, without them for ever. It is passed by having been there, by a test of
    `questions` questions of which `pass_percent` of the score are needed, or by both, the test after the session.
    `files` are pictures and pages that are kept here, by their hashes."""

    id: str
    name: str
    stage: Stage
    hours: float = 2.0
    valid_months: int | None = 12
    passed_by: PassedBy = "attendance"
    questions: int = 10
    pass_percent: int = 80
    about: str = ""
    links: tuple[Link, ...] = ()
    files: tuple[Annotated[str, Blob()], ...] = ()
    retired_at: datetime | None = None

    @property
    def tested(self) -> bool:
        """Whether there is a test."""
        return self.passed_by != "attendance"


@record("question", indexed=("course",), called="text")
@dataclass(frozen=True, kw_only=True)
class Question:
    """One of a course's test. `right` are the places of the right choices, from 0; of a true-or-false one the choices
    are empty, and place 0 stands for true. `why` is told after the test."""

    id: str
    course: str
    asks: Asks
    text: str
    choices: tuple[str, ...] = ()
    right: tuple[int, ...] = ()
    why: str = ""
    retired_at: datetime | None = None


def living_course(look: Look, course: str) -> Course:
    """The course, which must be in use. Raises Refused: no_such_record, course_retired."""
    found = required(look, Course, course)
    if found.retired_at is not None:
        raise Refused("course_retired", name=found.name)
    return found


def bank_of(look: Look, course: str) -> tuple[Question, ...]:
    """The questions in use of a course."""
    return tuple(one for one in look.find("question", course=course) if one.retired_at is None)


def _sound_links(links: tuple[Link, ...], files: tuple[str, ...]) -> None:
    if len(links) + len(files) > MOST_MATERIALS:
        raise Refused("materials_too_many", most=MOST_MATERIALS)
    for link in links:
        parts = urlsplit(link.url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise Refused("link_wrong", title=link.title)


@operation("courses.add", roles=COURSE_DESK)
@dataclass(frozen=True, kw_only=True)
class Add:
    """A new course."""

    name: Name
    stage: Stage
    hours: Hours = 2.0
    valid_months: Months | None = None
    passed_by: PassedBy = "attendance"
    questions: Count = 10
    pass_percent: Percent = 80
    about: Annotated[str, Text(most=1000, least=0)] = ""
    links: tuple[Link, ...] = ()
    files: tuple[Annotated[str, Blob()], ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        name_free(look, "course", self.name)
        _sound_links(self.links, self.files)
        made = Course(
            id=context.id,
            name=self.name,
            stage=self.stage,
            hours=self.hours,
            valid_months=self.valid_months,
            passed_by=self.passed_by,
            questions=self.questions,
            pass_percent=self.pass_percent,
            about=self.about,
            links=self.links,
            files=self.files,
        )
        return [Put(made)]


@operation("courses.change", roles=COURSE_DESK)
@dataclass(frozen=True, kw_only=True)
class Edit:
    """The course is otherwise from now on; all of it is said again. What was passed before holds as long as it did."""

    course: Annotated[str, Ref("course")]
    name: Name
    stage: Stage
    hours: Hours = 2.0
    valid_months: Months | None = None
    passed_by: PassedBy = "attendance"
    questions: Count = 10
    pass_percent: Percent = 80
    about: Annotated[str, Text(most=1000, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        course = living_course(look, self.course)
        name_free(look, "course", self.name, but=course.id)
        changed = replace(
            course,
            name=self.name,
            stage=self.stage,
            hours=self.hours,
            valid_months=self.valid_months,
            passed_by=self.passed_by,
            questions=self.questions,
            pass_percent=self.pass_percent,
            about=self.about,
        )
        return [Put(changed)]


@operation("courses.set_materials", roles=COURSE_DESK, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetMaterials:
    """What a course is learnt from: links to files and videos, and pictures that are kept here."""

    course: Annotated[str, Ref("course")]
    links: tuple[Link, ...] = ()
    files: tuple[Annotated[str, Blob()], ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        _sound_links(self.links, self.files)
        return [Put(replace(living_course(look, self.course), links=self.links, files=self.files))]


@operation("courses.retire", roles=COURSE_DESK)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The course is given no more. No post may ask for it."""

    course: Annotated[str, Ref("course")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        course = living_course(look, self.course)
        using = [one for one in look.find("post") if one.retired_at is None and course.id in one.courses]
        if using:
            raise Refused("course_in_use", name=course.name, post=using[0].name)
        return [Put(replace(course, retired_at=context.now))]


def sound_question(asks: Asks, choices: tuple[str, ...], right: tuple[int, ...]) -> tuple[int, ...]:
    """The right places in order. Raises Refused: question_choices_wrong, question_right_wrong."""
    count = 2 if asks == "true_false" else len(choices)
    fits = not choices if asks == "true_false" else 2 <= count <= MOST_CHOICES
    if not fits or len(set(choices)) != len(choices):
        raise Refused("question_choices_wrong", most=MOST_CHOICES)
    places = tuple(sorted(set(right)))
    if not places or places[-1] >= count or (asks != "multiple" and len(places) != 1):
        raise Refused("question_right_wrong")
    return places


@operation("questions.add", roles=COURSE_DESK)
@dataclass(frozen=True, kw_only=True)
class AddQuestion:
    """A question more in a course's bank."""

    course: Annotated[str, Ref("course")]
    asks: Asks
    text: Annotated[str, Text(most=300)]
    choices: tuple[Annotated[str, Text(most=120)], ...] = ()
    right: tuple[Annotated[int, Range(0, 7)], ...] = ()
    why: Annotated[str, Text(most=300, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        course = living_course(look, self.course)
        right = sound_question(self.asks, self.choices, self.right)
        made = Question(
            id=context.id,
            course=course.id,
            asks=self.asks,
            text=self.text,
            choices=self.choices,
            right=right,
            why=self.why,
        )
        return [Put(made)]


@operation("questions.retire", roles=COURSE_DESK)
@dataclass(frozen=True, kw_only=True)
class RetireQuestion:
    """The question is asked no more; tests that had it stay as they were."""

    question: Annotated[str, Ref("question")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(required(look, Question, self.question), retired_at=context.now))]
