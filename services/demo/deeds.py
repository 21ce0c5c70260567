"""What people do about hazards, as deeds in the order of time: of ordinary life, and of the story of the last days."""

import random
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple

from services.core.operation import SYSTEM, Actor
from services.core.roles import Role
from services.core.routes import Category
from services.demo.cast import PLACE
from services.demo.findings import NO_HAZARD, SENT_BACK
from services.demo.holidays import works
from services.demo.life import SHANGHAI, Life
from services.demo.ordinary import OFFICE_DAY, Ordinary, at_work, every_day
from services.demo.pictures import Shot
from services.demo.story import ANYONE, CASES, What

OFFICERS = ("王芳", "陈志强")
LAZY = "徐鹏"  # uses a photo again instead of going there
MANAGERS = ("周建国", "沈国强", "宋丽娟")


class Deed(NamedTuple):
    """`who` does `what` about the hazard `key`; `words` are what is written with it, `shot` the photo taken for it."""

    at: datetime
    key: str
    who: str
    what: What
    words: str = ""
    shot: Shot | None = None
    place: str = ""
    category: Category = "other"


def told(life: Life) -> Iterator[Deed]:
    """The story's deeds; they belong to the day of `until`."""
    day0 = life.until.astimezone(SHANGHAI).date()
    for number, case in enumerate(CASES):
        nothing_wrong = case.steps[-1].what == "reject"
        for step in case.steps:
            shot = None
            if step.what in ("report", "fix"):
                safe = nothing_wrong or step.what == "fix"
                shot = Shot(case.scene, case.machine, f"{life.seed} {number}", safe)
            at = datetime.combine(day0 + timedelta(days=step.day), time.fromisoformat(step.time), SHANGHAI)
            words = case.says if step.what == "report" else step.words
            yield Deed(at, f"hazard {number}", step.who, step.what, words, shot, case.place, case.category)


def of_ordinary(one: Ordinary, seed: int) -> Iterator[Deed]:
    """What becomes of a planned hazard, from its report to its end."""
    chance = one.chance
    spot = f"{seed} {one.place} {one.machine}"

    def shot(number: int, *, safe: bool) -> Shot:
        return Shot(one.finding.scene, one.machine, spot, safe, f"{one.key} {number}")

    reported = shot(0, safe=one.rejected)
    yield Deed(one.reported_at, one.key, one.reporter, "report", one.says, reported, one.place, one.finding.category)
    if one.rejected:
        at = office_gets_to_it(chance, one.reported_at)
        yield Deed(at, one.key, chance.choice(OFFICERS), "reject", chance.choice(NO_HAZARD))
        return
    yield Deed(one.accepted_at, one.key, one.fixer, "accept")
    yield from _sent_back(one, shot(1, safe=True))
    fixed = shot(2, safe=True)
    if one.fixer == LAZY:
        fixed = fixed._replace(variation=LAZY)  # the photo that he took the first time
    yield Deed(one.fixed_at, one.key, one.fixer, "fix", one.notes[0], fixed)
    first, second = _reviewers(one)
    passed = office_gets_to_it(chance, one.fixed_at)
    yield Deed(passed, one.key, first, "approve")
    yield Deed(office_gets_to_it(chance, passed), one.key, second, "approve")


def _sent_back(one: Ordinary, shot: Shot) -> Iterator[Deed]:
    """A first try that was not good enough, where there was time for it."""
    tried = one.accepted_at + (one.fixed_at - one.accepted_at) * 0.3
    returned = at_work(tried + timedelta(minutes=one.chance.uniform(15, 60)), OFFICE_DAY, works)
    if one.returned and returned + timedelta(minutes=10) < one.fixed_at:
        yield Deed(tried, one.key, one.fixer, "fix", one.notes[1], shot)
        yield Deed(returned, one.key, one.chance.choice(OFFICERS), "return", one.chance.choice(SENT_BACK))


def office_gets_to_it(chance: random.Random, after: datetime) -> datetime:
    """When somebody in the office gets to it; on days off there is one on duty."""
    return at_work(after + timedelta(minutes=chance.uniform(15, 240)), OFFICE_DAY, every_day)


def _reviewers(one: Ordinary) -> tuple[str, str]:
    """Who may review it first and second: never the fixer, never the same; class A ends with the EHS manager."""
    chance, place = one.chance, PLACE[one.place]
    first = chance.choice([place.supervisor, chance.choice(OFFICERS), chance.choice((*OFFICERS, *MANAGERS))])
    if first == one.fixer:
        first = chance.choice(OFFICERS)
    if place.zone_class == "A":
        return first, "刘洋"
    return first, chance.choice([name for name in OFFICERS if name != first])


def carry_out(life: Life, deed: Deed, photo: str, looks: Mapping[str, Mapping[str, Any]]) -> None:
    """One deed as the operation that a person's phone or console would send; `looks` is what the hub notes of photos
    that come."""
    if photo in looks and life.journal.records.get("photo", photo) is None:
        life.do(SYSTEM, "photos.note", **looks[photo])
    if deed.what == "report":
        zone = life.ids[deed.place]
        actor = Actor(None, frozenset({Role.ANONYMOUS}), zone) if deed.who == ANYONE else life.someone(deed.who)
        args = {"zone": zone, "photos": [photo], "description": deed.words, "category": deed.category}
        life.ids[deed.key] = life.do(actor, "hazards.report", **args)
        return
    actor, hazard = life.someone(deed.who), life.ids[deed.key]
    if deed.what == "fix":
        life.do(actor, "hazards.submit_fix", hazard=hazard, photos=[photo], note=deed.words)
    elif deed.what in ("return", "reject"):
        life.do(actor, f"hazards.{deed.what}", hazard=hazard, reason=deed.words)
    else:
        life.do(actor, f"hazards.{deed.what}", hazard=hazard)
