"""Writes the demo plant: an ordinary hub whose clock is set back, so that all of it is done by real operations.

The same seed and day give the same plant: ids, salts, the label key, passwords and photos come from them. What is
written earlier on a day is the beginning of what is written later on that day.
"""

import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import sqlalchemy as sa

from services.core.ids import new_id
from services.core.operation import Actor
from services.core.plant import founder_id
from services.core.refused import Refused
from services.core.roles import Role
from services.demo.cast import ADDRESS, BUILDING, FLOOR, FOUNDER, MEMBERS, PLACES, PLANT, TEAMS, WITH_PASSWORD, Member
from services.demo.story import ANYONE, CASES, Case, Step
from services.hub.hub import Hub
from services.store import accounts
from services.store.deliveries import SENT, claim, settle
from services.store.folder import PlantFolder

SHANGHAI = timezone(timedelta(hours=8))  # the plant's clock, which knows no summer time
FOUNDED = (-21, "08:30")
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def write_demo(data: Path, seed: int = 1, until: datetime | None = None) -> list[tuple[str, str]]:
    """Writes a plant that has lived for three weeks until `until` (aware; None: now). Returns employee number and
    password of those who can sign in. What was begun and not finished is not there afterwards.

    Raises Refused: plant_exists."""
    folder = PlantFolder(data)
    if any(place.exists() and any(place.iterdir()) for place in (folder.hub, folder.console)):
        raise Refused("plant_exists")
    folder.root.mkdir(parents=True, exist_ok=True)
    unfinished = PlantFolder(mkdtemp(prefix="demo-", dir=folder.root))
    try:
        signs_in = lived(Life(unfinished, seed, until or datetime.now(UTC)))
        unfinished.demo.touch()
        if folder.hub.exists():
            folder.hub.rmdir()
        unfinished.hub.rename(folder.hub)
    finally:
        shutil.rmtree(unfinished.root, ignore_errors=True)
    return signs_in


class Life:
    """The hub of a plant in the past, and what the story calls its people, teams, zones and hazards."""

    def __init__(self, folder: PlantFolder, seed: int, until: datetime) -> None:
        self.seed = seed
        self.until = until
        today = until.astimezone(SHANGHAI).replace(hour=0, minute=0, second=0, microsecond=0)
        self.midnight = today.astimezone(UTC)
        self.now = self.at(*FOUNDED)
        self.chance = random.Random(f"{seed} ids")
        self.hub = Hub(folder, now=lambda: self.now, chance=random.Random(f"{seed} secrets").randbytes)
        self.ids: dict[str, str] = {}

    def at(self, day: int, time: str) -> datetime:
        """A moment of the plant's clock, `day` days from that of `until`."""
        hours, minutes = time.split(":")
        return self.midnight + timedelta(days=day, hours=int(hours), minutes=int(minutes))

    def do(self, actor: Actor, kind: str, **args: Any) -> str:
        """Issues an operation some seconds later; its id. Raises Refused."""
        self.now += timedelta(seconds=self.chance.randint(2, 40), milliseconds=self.chance.randint(0, 999))
        id_ = new_id(round(self.now.timestamp() * 1000), self.chance.randbytes(10))
        answer = self.hub.do(kind, args, actor, id_)
        if answer.refused:
            raise answer.refused
        return id_

    def someone(self, name: str) -> Actor:
        """A person as an actor, with the roles of this moment."""
        actor = self.hub.actor(self.hub.local_token, self.ids[name])
        if actor is None:
            raise Refused("no_such_record", record="person", id=name)
        return actor


def lived(life: Life) -> list[tuple[str, str]]:
    """Lets the plant live and closes it; who can sign in, with which password."""
    try:
        found_plant(life)
        add_people(life)
        draw_zones(life)
        signs_in = give_passwords(life)
        happen(life)
    finally:
        life.hub.close()
    return signs_in


def found_plant(life: Life) -> None:
    """The plant with its EHS manager."""
    founding = life.do(Actor(None, frozenset({Role.FOUNDER})), "plant.found", name=PLANT, person=FOUNDER.name)
    life.ids[FOUNDER.name] = founder_id(founding)
    contact = contact_of(FOUNDER)
    life.do(life.someone(FOUNDER.name), "people.set_contact", person=life.ids[FOUNDER.name], **contact)
    life.do(life.someone(FOUNDER.name), "plant.set_address", address=ADDRESS)


def contact_of(member: Member) -> dict[str, str]:
    """Employee number, a telephone number that nobody has, an address of the domain for examples."""
    phone = f"1380000{member.number[2:]}"
    return {"employee_no": member.number, "phone": phone, "email": f"{member.latin}@example.com"}


def add_people(life: Life) -> None:
    """Teams first, as people carry their team; electrical hazards get a route of their own."""
    manager = life.someone(FOUNDER.name)
    for team in TEAMS:
        life.ids[team] = life.do(manager, "teams.add", name=team)
    for member in MEMBERS:
        team_id = life.ids[member.team] if member.team else None
        args = {"name": member.name, "roles": [role.value for role in member.roles], "team": team_id}
        life.ids[member.name] = life.do(manager, "people.add", **args, **contact_of(member))
    target = {"target_kind": "team", "target": life.ids["电气班"]}
    life.do(manager, "routes.add", position=1, category="electrical", **target)


def draw_zones(life: Life) -> None:
    """The floor from our own drawing, its zones, and a label for each."""
    officer = life.someone("王芳")
    floor = life.do(officer, "floors.add", name=FLOOR, building=BUILDING, level=1, **drawing(life))
    labels = []
    for place in PLACES:
        args = {"floor": floor, "name": place.name, "zone_class": place.zone_class}
        whose = {"supervisor": life.ids[place.supervisor], "team": life.ids[place.team]}
        outline = [list(corner) for corner in place.outline]
        life.ids[place.name] = life.do(officer, "zones.draw", polygon=outline, **args, **whose)
    for place in PLACES:
        labels.append(life.do(officer, "labels.issue", zone=life.ids[place.name]))
    life.do(officer, "labels.printed", labels=labels, template="L7163")


def drawing(life: Life) -> dict[str, Any]:
    """The drawing and its source as blobs, and its size in metres."""
    from services.plans import read_dxf, to_bytes, write_sample

    file = life.hub.folder.root / "sample.dxf"
    write_sample(file)
    plan = read_dxf(file)
    blobs = life.hub.blobs
    names = {"drawing": blobs.put_bytes(to_bytes(plan)), "source": blobs.put_bytes(file.read_bytes())}
    return {**names, "width_m": plan.width_m, "height_m": plan.height_m}


def give_passwords(life: Life) -> list[tuple[str, str]]:
    """Passwords for those who show the plant; employee number and password."""
    manager = life.someone(FOUNDER.name)
    numbers = {member.name: member.number for member in (FOUNDER, *MEMBERS)}
    dice = random.Random(f"{life.seed} passwords")
    made = []
    for name in WITH_PASSWORD:
        person, password = life.ids[name], "-".join("".join(dice.choices(LETTERS, k=4)) for _ in range(2))
        life.do(manager, "people.credential_set", person=person, what="password")
        life.hub.store.write(_keeping(person, password))
        made.append((numbers[name], password))
    return made


def _keeping(person: str, password: str) -> Any:
    return lambda connection: accounts.set_password(connection, person, password)


def happen(life: Life) -> None:
    """The hazards' steps in the order of time, as far as they have happened."""
    steps = [(life.at(step.day, step.time), number, step) for number, case in enumerate(CASES) for step in case.steps]
    # a step takes up to a minute, so one that would begin within the last minute is still to come
    past = sorted(each for each in steps if each[0] < life.until - timedelta(minutes=1))
    photos = take_photos(life, past)
    for moment, number, step in past:
        life.now = moment
        carry_out(life, CASES[number], f"hazard {number}", step, photos.get((number, step.what), ""))
        life.hub.store.write(lambda connection: _letters_sent(connection, life.now))


def take_photos(life: Life, past: list[tuple[datetime, int, Step]]) -> dict[tuple[int, str], str]:
    """The blobs of all photos that the steps need. Drawing and cleaning are most of the work, so two at a time."""
    wanted = [(number, step.what) for _, number, step in past if step.what in ("report", "fix")]
    with ThreadPoolExecutor(2) as pool:
        names = list(pool.map(lambda each: _photo(life, *each), wanted))
    return dict(zip(wanted, names, strict=True))


def _photo(life: Life, number: int, what: str) -> str:
    from services.demo.scenes import draw
    from services.photos import clean

    case = CASES[number]
    nothing_wrong = case.steps[-1].what == "reject"
    drawn = draw(case.scene, f"{life.seed} {number}", case.machine, safe=nothing_wrong or what == "fix")
    return life.hub.blobs.put(clean(drawn))


def carry_out(life: Life, case: Case, hazard: str, step: Step, photo: str) -> None:
    """One step as the operation that a person's phone or console would send."""
    zone = life.ids[case.place]
    actor = Actor(None, frozenset({Role.ANONYMOUS}), zone) if step.who == ANYONE else life.someone(step.who)
    if step.what == "report":
        args = {"zone": zone, "photos": [photo], "description": case.says, "category": case.category}
        life.ids[hazard] = life.do(actor, "hazards.report", **args)
    elif step.what == "fix":
        life.do(actor, "hazards.submit_fix", hazard=life.ids[hazard], photos=[photo], note=step.words)
    elif step.what in ("return", "reject"):
        life.do(actor, f"hazards.{step.what}", hazard=life.ids[hazard], reason=step.words)
    else:
        life.do(actor, f"hazards.{step.what}", hazard=life.ids[hazard])


def _letters_sent(connection: sa.Connection, now: datetime) -> None:
    """The e-mails of the past count as sent: nobody is to get them now."""
    while taken := claim(connection, "demo", now):
        for delivery in taken:
            settle(connection, delivery, state=SENT, now=now, provider_id="demo")
