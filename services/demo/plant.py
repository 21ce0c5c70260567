"""Writes the demo plant: an ordinary hub whose clock is set back, so that all of it is done by real operations.

The same seed and day give the same plant: ids, salts, the label key, passwords and photos come from them. What is
written earlier on a day is the beginning of what is written later on that day.
"""

import os
import shutil
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from services.core.refused import Refused
from services.demo import at_doors, contractors, injuries, passing, points, roles, schooling, sensing, turnover
from services.demo.bringing_in import bring_in
from services.demo.cast import Member
from services.demo.crowd import everybody
from services.demo.deeds import Deed, carry_out, of_ordinary, told
from services.demo.emergencies import plan_emergencies
from services.demo.firefighting import hang_extinguishers
from services.demo.founding import add_people, draw_zones, found_plant, give_passwords, set_hours
from services.demo.life import SHANGHAI, Happening, Life, midnight
from services.demo.looks import looks_of
from services.demo.ordinary import GO_LIVE, periods_until, planned
from services.demo.outfit import fit_out
from services.demo.paper import ledgers
from services.demo.pictures import take_photos
from services.demo.risks import assess_risks
from services.demo.rounds import Rounds, make_plans
from services.demo.ruling import make_rules
from services.store.folder import PlantFolder

PREPARING = timedelta(days=15)  # before go-live
STORY = timedelta(days=21)  # the last days, whose hazards are told one by one
DAYS_A_MONTH = 30.44
FEW, MANY = 28, 380
OPENS = time(8, 30)


def write_demo(
    data: Path, seed: int = 1, until: datetime | None = None, *, people: int = FEW, months: float | None = 1
) -> list[tuple[str, str]]:
    """Writes a plant of so many people (at least the main characters) that has lived until `until` (aware; None: now),
    of which the last `months` are kept (None: all, from the paper of 2024 on). Returns employee number and password of
    those who can sign in. What was begun and not finished is not there afterwards.

    Raises Refused: plant_exists."""
    folder = PlantFolder(data)
    if any(place.exists() and any(place.iterdir()) for place in (folder.hub, folder.console)):
        raise Refused("plant_exists")
    folder.root.mkdir(parents=True, exist_ok=True)
    unfinished = PlantFolder(mkdtemp(prefix="demo-", dir=folder.root))
    end = until or datetime.now(UTC)
    try:
        signs_in = lived(Life(unfinished, seed, founded(end, months), end), everybody(seed, people))
        unfinished.demo.touch()
        if hasattr(os, "sync"):
            os.sync()  # the photos were written without waiting for the disk
        if folder.hub.exists():
            folder.hub.rmdir()
        unfinished.hub.rename(folder.hub)
    finally:
        shutil.rmtree(unfinished.root, ignore_errors=True)
    return signs_in


def founded(until: datetime, months: float | None) -> datetime:
    """When the plant's hub is set up: before go-live, or so many months before the end, in time for the story."""
    first = datetime.combine(GO_LIVE, OPENS, SHANGHAI) - PREPARING
    day0 = midnight(until).astimezone(SHANGHAI)
    kept = day0 - timedelta(days=round(months * DAYS_A_MONTH)) if months is not None else first
    day = min(max(first, kept), day0 - STORY)
    return datetime.combine(day.date(), OPENS, SHANGHAI).astimezone(UTC)


def lived(life: Life, members: tuple[Member, ...]) -> list[tuple[str, str]]:
    """Lets the plant live and closes it; who can sign in, with which password."""

    def begins() -> list[tuple[str, str]]:
        found_plant(life)
        add_people(life, members)
        set_hours(life)
        draw_zones(life)
        fit_out(life)
        at_doors.install(life)
        assess_risks(life)
        plan_emergencies(life)
        make_rules(life)
        make_plans(life, life.founded.astimezone(SHANGHAI).date())
        hang_extinguishers(life)
        points.begin(life)
        schooling.begin(life)
        return give_passwords(life, members)

    try:
        signs_in = life.chapter(begins)
        happen(life, members)
    finally:
        life.hub.close()
    return signs_in


def happen(life: Life, members: tuple[Member, ...]) -> None:
    """Everything after the founding, in the order of time."""
    found = deeds(life, members)
    past = [deed.shot for deed in found if deed.shot and deed.at < life.until]
    photos = take_photos(life.hub.blobs.path, past)
    looks = looks_of(life.hub.blobs, found, photos, life.until)

    def passes_by() -> None:
        work = [
            Happening(
                deed.at,
                deed.key,
                partial(carry_out, deed=deed, photo=photos.get(deed.shot, "") if deed.shot else "", looks=looks),
            )
            for deed in found
            if deed.at < life.until
        ]
        rounds, hurt = Rounds(life, members).happenings(), injuries.happenings(life, members)
        staff, evenings = turnover.happenings(life, members), points.happenings(life)
        others = [*at_doors.happenings(life), *sensing.happenings(life), *contractors.happenings(life, members)]
        others += [*schooling.happenings(life, members), *roles.happenings(life)]
        life.live([*paper(life, members), *rounds, *hurt, *staff, *evenings, *others, *work])
        sensing.say(life, len(members) + 1)
        passing.keep(life)
        at_doors.have_seen(life)

    life.chapter(passes_by)


def paper(life: Life, members: tuple[Member, ...]) -> list[Happening]:
    """What was kept on paper is brought in before the first shift of go-live, where the plant was set up by then."""
    at = datetime.combine(GO_LIVE, time(6, 0), SHANGHAI)
    if life.founded > at:
        return []
    return [Happening(at, ledger.file, partial(bring_in, ledger=ledger)) for ledger in ledgers(life, members)]


def deeds(life: Life, members: tuple[Member, ...]) -> list[Deed]:
    """Of ordinary life after go-live until the days of the story, and those of the story."""
    found = list(told(life))
    told_from = midnight(life.until) - STORY
    for period in periods_until(life.until.astimezone(SHANGHAI).date()):
        for one in planned(life.seed, period, members):
            if life.founded + timedelta(days=1) < one.reported_at < told_from:
                found += of_ordinary(one, life.seed)
    return found
