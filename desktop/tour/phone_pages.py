"""Which pages a phone shows besides those of a report and of one's work, and to whom: each is opened by somebody whom
it concerns, as the plant stands now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from services.core.documents import documents_of
from services.core.people import Person
from services.core.roles import OFFICE
from services.store.queries.check_in import to_make
from services.store.queries.phone import decisions
from services.store.queries.phone_training import my_training
from services.store.records import Records

Pages = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Visit:
    """The pages that one person opens, one after the other: address, and name of the picture."""

    person: str
    pages: Pages


def visits(look: Records, now: datetime) -> Iterator[Visit]:
    """Those for which the plant has something to show."""
    people = [one for one in look.find("person") if one.left_at is None]
    office = next(one.id for one in people if OFFICE & set(one.roles))
    yield Visit(office, (("incident", "incident"), ("l", "labels"), ("e", "emergency"), ("muster", "muster")))
    yield Visit(office, (("permits/new", "permit-new"), ("figures", "figures")))
    approver = max(people, key=lambda one: len(decisions(look, one, now).reviews))
    yield Visit(approver.id, (("a", "approve"),))
    yield from _check_in(look, people, now)
    yield from _alerts(look)
    yield from _training(look, people, now)
    yield from _drills(look)
    yield from _permits(look)
    yield from _badge(look, office)


def _check_in(look: Records, people: Sequence[Person], now: datetime) -> Iterator[Visit]:
    for label in look.find("label"):
        if label.revoked_at is None and label.zone is not None:
            makes = next((one for one in people if to_make(look, label.zone, one, now)), None)
            if makes is not None:
                yield Visit(makes.id, ((f"c/{label.token}", "check-in"),))
                return


def _alerts(look: Records) -> Iterator[Visit]:
    waiting = [one for one in look.find("alert") if one.waits and one.told]
    if waiting:
        yield Visit(waiting[-1].told[0], (("alerts", "alerts"), (f"alerts/{waiting[-1].id}", "alert")))


def _training(look: Records, people: Sequence[Person], now: datetime) -> Iterator[Visit]:
    learner = max(people, key=lambda one: my_training(look, one, now).waits)
    courses = [one for one in look.find("course") if one.retired_at is None]
    course = max(courses, key=lambda one: len(documents_of(look, "course", one.id)), default=None)
    pages: Pages = (("train", "training"),)
    yield Visit(learner.id, pages if course is None else (*pages, (f"train/course/{course.id}", "course")))
    exams = [one for one in look.find("exam") if one.handed_in_at is not None]
    if exams:
        yield Visit(exams[-1].person, ((f"train/exam/{exams[-1].id}", "exam"),))
    sessions = [one for one in look.find("training_session") if one.mac and one.invited]
    if sessions:
        newest = max(sessions, key=lambda one: (one.open, one.starts_at))
        yield Visit(newest.invited[0], ((f"t/{newest.token}", "session"),))


def _drills(look: Records) -> Iterator[Visit]:
    led = [one for one in look.find("drill") if one.leader]
    if led:
        drill = max(led, key=lambda one: (one.begun_at is not None and one.ended_at is None, one.planned_at))
        yield Visit(drill.leader or "", (("d", "drills"), (f"d/{drill.id}", "drill")))


def _permits(look: Records) -> Iterator[Visit]:
    held = look.find("permit")
    if held:
        permit = max(held, key=lambda one: (one.stage == "running", one.applied_at))
        yield Visit(permit.leader, (("permits", "permits"), (f"permits/{permit.id}", "permit")))


def _badge(look: Records, office: str) -> Iterator[Visit]:
    badges = [one.badge for one in look.find("contractor_person") if one.badge]
    if badges:
        yield Visit(office, ((f"badge/{badges[-1]}", "badge"),))
