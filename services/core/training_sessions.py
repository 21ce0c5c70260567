"""Training sessions: when a course is given, where and by whom; who was there signs in with a phone by the code on the
screen, which is good while the session is open."""

import hmac
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from services.core.calendar import day_of
from services.core.courses import Course, living_course
from services.core.ids import id_from
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import present
from services.core.posts import MOST_PEOPLE
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import STAFF
from services.core.shape import Ref, Text
from services.core.training import TRAINERS, passed

Place = Annotated[str, Text(most=80)]
Trainer = Annotated[str, Text(most=60, least=0)]


@record("training_session", indexed=("course",), called="place")
@dataclass(frozen=True, kw_only=True)
class TrainingSession:
    """`invited` are told of it; whoever is there may sign in. It is open from `opened_at` until `closed_at`; the code
    that signs in is sealed by the MAC `mac`."""

    id: str
    course: str
    starts_at: datetime
    place: str
    trainer: str = ""
    invited: tuple[str, ...] = ()
    planned_by: str | None = None
    mac: str | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    cancelled_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether one can sign in now."""
        return self.opened_at is not None and self.closed_at is None

    @property
    def token(self) -> str:
        """What stands behind `/t/` in the address of its code."""
        return f"{self.id}.{self.mac or ''}"


@record("attendance", indexed=("session", "person"), called="")
@dataclass(frozen=True, kw_only=True)
class Attendance:
    """Somebody was at a session; `by` is who says so, the person themselves with the phone or a trainer."""

    id: str
    session: str
    person: str
    at: datetime
    by: str | None = None


def attended(look: Look, course: str, person: str) -> bool:
    """Whether the person was at a session of a course that is over."""
    sessions = {one.session for one in look.find("attendance", person=person)}
    found = [look.get("training_session", one) for one in sessions]
    return any(one is not None and one.course == course and one.closed_at is not None for one in found)


def _standing(look: Look, session: str) -> TrainingSession:
    found = required(look, TrainingSession, session)
    if found.cancelled_at is not None or found.closed_at is not None:
        raise Refused("session_over")
    return found


@operation("training_sessions.plan", roles=TRAINERS)
@dataclass(frozen=True, kw_only=True)
class Plan:
    """A session is to be; those invited are told."""

    course: Annotated[str, Ref("course")]
    starts_at: datetime
    place: Place
    trainer: Trainer = ""
    people: tuple[Annotated[str, Ref("person")], ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        course = living_course(look, self.course)
        if len(self.people) > MOST_PEOPLE:
            raise Refused("people_count_wrong", most=MOST_PEOPLE)
        invited = tuple(dict.fromkeys(present(look, one).id for one in self.people))
        made = TrainingSession(
            id=context.id,
            course=course.id,
            starts_at=self.starts_at,
            place=self.place,
            trainer=self.trainer,
            invited=invited,
            planned_by=context.actor.person,
        )
        facts = {"course": course.name, "starts_at": self.starts_at.isoformat(), "place": self.place}
        told = [Tell(invited, "training_planned", made.id, facts)] if invited and self.starts_at > context.now else []
        return [Put(made), *told]


@operation("training_sessions.open", roles=TRAINERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class Open:
    """It begins: from now on one can sign in by its code, which the hub seals."""

    training_session: Annotated[str, Ref("training_session")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        session = _standing(look, self.training_session)
        if session.opened_at is not None or context.gifts is None:
            return []
        _, mac = context.gifts.seal(f"session.{session.id}")
        return [Put(replace(session, opened_at=context.now, mac=mac))]


@operation("training_sessions.close", roles=TRAINERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class Close:
    """It is over. Where being there is what a course asks for, everybody who was has passed it."""

    training_session: Annotated[str, Ref("training_session")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        session = _standing(look, self.training_session)
        if session.opened_at is None:
            raise Refused("session_not_open")
        course = required(look, Course, session.course)
        changes: list[Change] = [Put(replace(session, closed_at=context.now))]
        if course.passed_by != "attendance":
            return changes
        day = day_of(look, session.opened_at)
        for one in look.find("attendance", session=session.id):
            made = passed(context, course, one.person, day, "session", session.id)
            changes.append(Put(replace(made, session=session.id)))
        return changes


@operation("training_sessions.cancel", roles=TRAINERS)
@dataclass(frozen=True, kw_only=True)
class Cancel:
    """It will not be; those invited are told."""

    training_session: Annotated[str, Ref("training_session")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        session = _standing(look, self.training_session)
        if session.opened_at is not None:
            raise Refused("session_is_open")
        course = required(look, Course, session.course)
        facts = {"course": course.name, "starts_at": session.starts_at.isoformat(), "place": session.place}
        told = [Tell(session.invited, "training_cancelled", session.id, facts)] if session.invited else []
        return [Put(replace(session, cancelled_at=context.now)), *told]


def _there(context: Context, look: Look, session: TrainingSession, person: str) -> list[Change]:
    id_ = id_from("attendance", session.id, person)
    if look.get("attendance", id_) is not None:
        return []
    return [Put(Attendance(id=id_, session=session.id, person=person, at=context.now, by=context.actor.person))]


@operation("attendances.sign_in", roles=STAFF, offline=False)
@dataclass(frozen=True, kw_only=True)
class SignIn:
    """Whoever scans the code on the screen is there. Twice is once."""

    training_session: Annotated[str, Ref("training_session")]
    seal: Annotated[str, Text(most=40)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        session = required(look, TrainingSession, self.training_session)
        if session.mac is None or not hmac.compare_digest(session.mac.encode(), self.seal.encode()):
            raise Refused("session_code_wrong")
        if session.closed_at is not None:
            raise Refused("session_over")
        if context.actor.person is None:
            raise Refused("not_allowed", kind="attendances.sign_in")
        return _there(context, look, session, context.actor.person)


@operation("attendances.note", roles=TRAINERS)
@dataclass(frozen=True, kw_only=True)
class Note:
    """People were there who have no phone with them: the trainer says so."""

    training_session: Annotated[str, Ref("training_session")]
    people: tuple[Annotated[str, Ref("person")], ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        session = _standing(look, self.training_session)
        if session.opened_at is None:
            raise Refused("session_not_open")
        found: list[Change] = []
        for one in dict.fromkeys(self.people):
            found += _there(context, look, session, present(look, one).id)
        return found
