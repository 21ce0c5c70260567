"""Who may work today and who may not, by what their posts ask for; the matrix of posts by courses and certificates; and
the lists of courses, certificates and sessions with the names that a table needs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args

import sqlalchemy as sa

from services.core.alphabet import by_sound
from services.core.calendar import day_of
from services.core.certificates import Certificate
from services.core.courses import Course, Stage
from services.core.people import Person
from services.core.plant import the_plant
from services.core.posts import Post, posts_of
from services.core.training import TrainingRecord
from services.core.training_gaps import FOR_EVER, WORST, Gap, Need, Of, Standing, gaps_of, standing
from services.core.training_sessions import TrainingSession
from services.store.records import Records
from services.store.tables import RECORDS

Held = dict[str, dict[Need, date]]


@dataclass(frozen=True, slots=True)
class Learner:
    """A person with posts, the team's name, and how they stand to everything that the posts ask for."""

    person: Person
    team: str
    posts: tuple[str, ...]
    gaps: tuple[Gap, ...]

    @property
    def id(self) -> str:
        """The person's id."""
        return self.person.id

    @property
    def standing(self) -> Standing:
        """The worst of it."""
        return min((gap.standing for gap in self.gaps), key=WORST.index, default="ok")

    @property
    def barred(self) -> tuple[Gap, ...]:
        """What keeps the person from working."""
        return tuple(gap for gap in self.gaps if gap.barred)

    @property
    def soon(self) -> tuple[Gap, ...]:
        """What runs out soon."""
        return tuple(gap for gap in self.gaps if gap.standing == "soon")


@dataclass(frozen=True, slots=True)
class Cell:
    """How many people of a post stand how to one need."""

    counts: tuple[tuple[Standing, int], ...]

    def many(self, *which: Standing) -> int:
        """How many stand so."""
        return sum(count for one, count in self.counts if one in which)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Posts by needs. `cells` has only those that a post asks for; `people` how many a post has."""

    posts: tuple[Post, ...]
    needs: tuple[Need, ...]
    cells: dict[tuple[str, Need], Cell]
    people: dict[str, int]


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course, how many questions its bank has, the posts that ask for it, and how many hold it today."""

    course: Course
    bank: int
    posts: tuple[str, ...]
    holders: int

    @property
    def id(self) -> str:
        """The course's id."""
        return self.course.id


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate with its holder and how it stands."""

    certificate: Certificate
    holder: Person
    standing: Standing

    @property
    def id(self) -> str:
        """The certificate's id."""
        return self.certificate.id


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session, its course, and how many have signed in."""

    session: TrainingSession
    course: Course
    present: int

    @property
    def id(self) -> str:
        """The session's id."""
        return self.session.id


def held(look: Records, person: str | None = None) -> Held:
    """What people have, by person: for each need that was ever met, the day through which it is good."""
    found: Held = {}
    table = RECORDS["training_record"]
    until = sa.func.max(sa.func.coalesce(table.c.until, FOR_EVER.isoformat()))
    query = sa.select(table.c.person, table.c.course, until.label("until")).where(
        table.c.passed.is_(True), table.c.withdrawn_at.is_(None)
    )
    if person is not None:
        query = query.where(table.c.person == person)
    for row in look.connection.execute(query.group_by(table.c.person, table.c.course)):
        found.setdefault(row.person, {})[Need("course", row.course)] = date.fromisoformat(row.until)
    for one in look.find("certificate", **({"person": person} if person else {})):
        if one.withdrawn_at is None:
            mine, need = found.setdefault(one.person, {}), Need("trade", one.trade)
            mine[need] = max(mine.get(need, date.min), one.until or FOR_EVER)
    return found


def soon_days(look: Records) -> dict[Of, int]:
    """From how many days on each kind of thing counts as soon over."""
    plant = the_plant(look)
    return {"course": plant.course_days, "trade": max(plant.certificate_days, default=0)}


def learners(look: Records, today: date) -> tuple[Learner, ...]:
    """Everybody here who has a post in use: who may not work first, then what runs out soon, then by name."""
    posts = {one.id: one for one in look.find("post") if one.retired_at is None}
    teams = {one.id: one.name for one in look.find("team")}
    people = {one.id: one for one in look.find("person") if one.here}
    known, days = held(look), soon_days(look)
    found = []
    for posting in look.find("posting"):
        person = people.get(posting.person)
        mine = [posts[one] for one in posting.posts if one in posts]
        if person is not None and mine:
            gaps = gaps_of(person.id, mine, known.get(person.id, {}), today, days)
            found.append(Learner(person, teams.get(person.team or "", ""), tuple(one.name for one in mine), gaps))
    return tuple(sorted(found, key=lambda one: (WORST.index(one.standing), one.person.name, one.id)))


def barred_names(look: Records, now: datetime) -> tuple[str, ...]:
    """Who may not work today; nobody on a plant that does not use training."""
    if "training" in the_plant(look).modules_off:
        return ()
    return tuple(one.person.name for one in learners(look, day_of(look, now)) if one.barred)


def learner(look: Records, person: str, today: date) -> Learner | None:
    """One of them; None for who has no post."""
    found, posting = look.get("person", person), look.get("posting", person)
    if found is None or posting is None:
        return None
    posts = posts_of(look, person)
    team = look.get("team", found.team) if found.team else None
    gaps = gaps_of(person, posts, held(look, person).get(person, {}), today, soon_days(look))
    return Learner(found, team.name if team else "", tuple(one.name for one in posts), gaps)


def matrix_of(look: Records, some: Iterable[Learner]) -> Matrix:
    """Posts by needs, from how their people stand."""
    posts = tuple(
        sorted((one for one in look.find("post") if one.retired_at is None), key=lambda one: by_sound(one.name))
    )
    courses = {one.id: one for one in look.find("course")}
    asked = {Need("course", one) for post in posts for one in post.courses if one in courses}
    trades = {Need("trade", one) for post in posts for one in post.trades}
    needs = (
        *sorted(asked, key=lambda need: in_order(courses[need.what])),
        *sorted(trades, key=lambda need: need.what),
    )
    counts: dict[tuple[str, Need], Counter[Standing]] = {}
    people: Counter[str] = Counter()
    by_name = {post.name: post.id for post in posts}
    for one in some:
        people.update(by_name[name] for name in one.posts if name in by_name)
        for gap in one.gaps:
            for name in gap.posts:
                counts.setdefault((by_name[name], gap.need), Counter())[gap.standing] += 1
    empty = [(post.id, need) for post in posts for need in needs if need.what in (*post.courses, *post.trades)]
    cells = {key: Cell(tuple(counts.get(key, Counter()).items())) for key in empty}
    return Matrix(posts, needs, cells, dict(people))


def need_names(look: Records) -> dict[Need, str]:
    """What the courses are called, as needs."""
    return {Need("course", one.id): one.name for one in look.find("course")}


def course_rows(look: Records, today: date) -> tuple[CourseRow, ...]:
    """The courses in use by kind and name."""
    posts = [one for one in look.find("post") if one.retired_at is None]
    bank = Counter(one.course for one in look.find("question") if one.retired_at is None)
    known = held(look)
    holders = Counter(need.what for mine in known.values() for need, until in mine.items() if until >= today)
    rows = [
        CourseRow(one, bank[one.id], tuple(post.name for post in posts if one.id in post.courses), holders[one.id])
        for one in look.find("course")
        if one.retired_at is None
    ]
    return tuple(sorted(rows, key=lambda row: in_order(row.course)))


def in_order(course: Course) -> tuple[int, str]:
    """Courses stand in the order of their kinds, the three levels of induction first, then by name."""
    return get_args(Stage).index(course.stage), course.name


def certificate_rows(look: Records, today: date) -> tuple[CertificateRow, ...]:
    """The certificates of those who are here, what ends first at the top."""
    people = {one.id: one for one in look.find("person") if one.here}
    days = soon_days(look)["trade"]
    rows = [
        CertificateRow(one, people[one.person], standing(one.until or FOR_EVER, today, days))
        for one in look.find("certificate")
        if one.withdrawn_at is None and one.person in people
    ]
    return tuple(sorted(rows, key=lambda row: (row.certificate.until or FOR_EVER, row.holder.name)))


def session_rows(look: Records) -> tuple[SessionRow, ...]:
    """The sessions that were not cancelled, the latest first."""
    courses = {one.id: one for one in look.find("course")}
    table = RECORDS["attendance"]
    counted = sa.select(table.c.session, sa.func.count().label("many")).group_by(table.c.session)
    present = {row.session: row.many for row in look.connection.execute(counted)}
    rows = [
        SessionRow(one, courses[one.course], present.get(one.id, 0))
        for one in look.find("training_session")
        if one.cancelled_at is None
    ]
    return tuple(sorted(rows, key=lambda row: row.session.starts_at, reverse=True))


def records_of(look: Records, person: str) -> tuple[tuple[TrainingRecord, str], ...]:
    """What a person was taught, with the courses' names, the newest first."""
    found = [(one, look.get("course", one.course)) for one in look.find("training_record", person=person)]
    shown = [(one, course.name if course else "") for one, course in found if one.withdrawn_at is None]
    return tuple(sorted(shown, key=lambda pair: (pair[0].day, pair[0].id), reverse=True))
