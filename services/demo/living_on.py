"""A demo plant that is opened on a later day has lived on: what its people did meanwhile is done when its hub starts,
by the same operations, so that this day, too, has what a demo is to show: one thing overdue, two rounds due, a sensor
that climbs. What somebody has added to the demo is left as it is."""

import logging
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from services.core.hazard_time import MOST_HOURS
from services.core.hazards import TO_FIX, State
from services.core.plant import the_plant
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import utc_moment
from services.demo import injuries, passing, points, sensing, turnover
from services.demo.cast import FOUNDER, Member
from services.demo.crowd import everybody
from services.demo.deeds import OFFICERS, Deed, carry_out, of_ordinary, told
from services.demo.life import Happening, Life, midnight, things_of
from services.demo.looks import looks_of
from services.demo.ordinary import FIXERS_DAY, OFFICE_DAY, at_work, every_day, periods_until, planned
from services.demo.pictures import Shot, take_photos
from services.demo.rounds import Rounds
from services.demo.story import CASES, Case
from services.store.database import Database
from services.store.facts import fact
from services.store.folder import PlantFolder

LOG = logging.getLogger(__name__)
LONGEST = timedelta(days=31)  # what was longer ago is left out: nobody waits for it
OVERDUE = "焊接车间"  # where the story has something overdue
STORY = timedelta(days=21)


def lived_on(folder: PlantFolder, now: datetime) -> int:
    """Lets a demo plant live until now where the day it was written, or lived on last, is over; how many happenings
    there were. None for any other plant. Nobody else may have the plant open. Raises Refused: hub_runs."""
    if not folder.demo.exists():
        return 0
    database = Database(folder.database)
    try:
        with database.reading() as connection:
            known = fact(connection, "demo") or {}  # all that may be read before an older plant is brought up to date
    finally:
        database.close()
    if not {"seed", "until", "people"} <= known.keys():
        return 0
    since = max(utc_moment(known["until"]), now - LONGEST)
    if midnight(now) <= midnight(since):
        return 0
    life = Life(folder, int(known["seed"]), since, now, since)
    try:
        return life.chapter(partial(_live_on, life, everybody(life.seed, int(known["people"])), since))
    except Exception:
        LOG.exception("the demo stays as it was: the story can't go on in what somebody has made of it")
        return 0  # nothing of it was kept, and the hub is to start all the same
    finally:
        life.hub.close()


def _live_on(life: Life, members: tuple[Member, ...], since: datetime) -> int:
    life.founded = the_plant(life.journal.records).founded_at
    _know(life, members, since)
    found = [*_settled(life, since), *_new(life, members, since)]
    photos = take_photos(life.hub.blobs.path, [one.shot for one in found if one.shot and one.at < life.until])
    looks = looks_of(life.hub.blobs, found, photos, life.until)
    work = [
        Happening(
            one.at,
            one.key,
            partial(carry_out, deed=one, photo=photos.get(one.shot, "") if one.shot else "", looks=looks),
        )
        for one in found
    ]
    others = [*injuries.happenings(life, members), *turnover.happenings(life, members), *points.happenings(life, since)]
    long = life.until - since > timedelta(days=7)
    later = [one for one in others if one.at > since and (long or one.key != "alone")]
    later.append(Happening(since + timedelta(minutes=25), "more time", partial(_more_time, since=since)))
    happenings = [one._replace(go=partial(_tried, one)) for one in (*work, *later, *_rounds(life, members, since))]
    life.live(happenings)
    passing.keep(life, since)
    sensing.say(life, len(members) + 1)
    return len(happenings)


def _tried(one: Happening, life: Life) -> None:
    """What can't be done any more, as somebody has done something else with the demo, is left undone."""
    try:
        one.go(life)
    except (Refused, KeyError) as error:
        LOG.info("the demo does not go on with %s: %s", one.key, error)


def _know(life: Life, members: tuple[Member, ...], since: datetime) -> None:
    """What the story calls people and things, also where somebody calls them otherwise by now."""
    look = life.journal.records
    known = fact(life.journal.connection, "demo") or {}
    people = look.find("person")
    numbers = {one.employee_no: one.id for one in people}
    life.ids |= {one.name: one.id for one in people}
    life.ids |= {one.name: numbers[one.number] for one in (FOUNDER, *members) if one.number in numbers}
    life.ids |= things_of(look) | known.get("things", {})
    life.ids |= {f"department {one.name}": one.id for one in look.find("department")}
    turnover.know(life, members, since)


def _rounds(life: Life, members: tuple[Member, ...], since: datetime) -> Iterator[Happening]:
    """The rounds since; those of the last day that were still to be made are made on its evening."""
    known = {one.id: one for one in life.journal.records.find("inspection")}
    for one in Rounds(life, members).happenings():
        left = known.get(one.key)
        if one.key == "checklist" or (left is not None and left.state != "due"):
            continue
        if one.at > since:
            yield one
        elif left is not None and left.closes_at > since + timedelta(minutes=2):
            yield one._replace(at=min(since + timedelta(minutes=20), left.closes_at - timedelta(minutes=1)))


def _new(life: Life, members: tuple[Member, ...], since: datetime) -> Iterator[Deed]:
    """The story of this day as far as it began since then, and the ordinary hazards between."""
    begun: dict[str, bool] = {}
    for deed in told(life):
        if begun.setdefault(deed.key, deed.at > since):
            yield deed
    for period in periods_until(life.until.date()):
        if period.last < since.date():
            continue
        for one in planned(life.seed, period, members):
            if since < one.reported_at < midnight(life.until) - STORY:
                yield from of_ordinary(one, life.seed)


def _settled(life: Life, since: datetime) -> Iterator[Deed]:
    """What the story had left open is settled, but for what is overdue where this day's story has nothing overdue of
    its own yet."""
    cases = {case.says: case for case in CASES}
    told_again = {deed.place for deed in told(life) if deed.what == "report" and deed.at > since}
    for hazard in life.journal.records.find("hazard"):
        case = cases.get(hazard.description)
        if case and hazard.open and (case.place != OVERDUE or OVERDUE in told_again):
            life.ids[f"left {hazard.id}"] = hazard.id
            yield from _to_its_end(life, hazard, case, since)


def _to_its_end(life: Life, hazard: Any, case: Case, since: datetime) -> Iterator[Deed]:
    chance, key = random.Random(f"{life.seed} {hazard.id}"), f"left {hazard.id}"
    fixer, at = _fixer(life, hazard), since

    def later(hours: Any) -> datetime:
        nonlocal at
        at = at_work(at + timedelta(hours=chance.uniform(0.4, 2.5)), hours, every_day)
        return at

    if hazard.state in (State.REPORTED, State.ASSIGNED):
        yield Deed(later(FIXERS_DAY), key, fixer, "accept")
    if hazard.state in (State.REPORTED, State.ASSIGNED, State.FIXING):
        shot = Shot(case.scene, case.machine, hazard.id, True)
        yield Deed(later(FIXERS_DAY), key, fixer, "fix", "已按要求整改，复查无异常", shot)
    first = next(name for name in OFFICERS if life.ids[name] not in (hazard.fixed_by, hazard.reporter))
    if hazard.state is not State.FIRST_PASSED:
        yield Deed(later(OFFICE_DAY), key, first, "approve")
    yield Deed(later(OFFICE_DAY), key, "刘洋", "approve")


def _more_time(life: Life, since: datetime) -> None:
    """What was decided after an incident takes its time: more of it is asked for and granted."""
    hours = min(MOST_HOURS, (life.until - since + timedelta(days=5)) / timedelta(hours=1))
    for hazard in life.journal.records.find("hazard"):
        crew = [one for one in life.journal.records.find("person", team=hazard.team) if one.here]
        if hazard.incident and crew and hazard.state in TO_FIX and hazard.due_at < life.until + timedelta(days=1):
            asked = {"hazard": hazard.id, "hours": round(hours), "reason": "制度修订要各部门会签，需要延期"}
            life.do(life.someone(crew[0].name), "hazards.ask_time", **asked)
            life.do(life.someone("刘洋"), "hazards.answer_time", hazard=hazard.id, granted=True)


def _fixer(life: Life, hazard: Any) -> str:
    """Who has it, or the first of the team that has it who may fix."""
    look = life.journal.records
    crew = [one for one in look.find("person", team=hazard.team) if one.here and Role.FIXER in one.roles]
    someone = look.get("person", hazard.assignee) if hazard.assignee else None
    name: str = (someone or min(crew, key=lambda one: one.employee_no or "")).name
    return name
