"""A plant with two years behind it, made by real operations through the hub's own journal and kept between runs:
380 people, 4,000 hazards that were fixed and reviewed by two, and what else people did, 60,000 entries in all."""

import hashlib
import io
import random
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from PIL import Image

from benchmarks.figures import out, plant_for_load
from benchmarks.peers import reports
from services.core.ids import new_id
from services.core.operation import Actor, Operation, known_kind, required
from services.core.roles import Role
from services.core.zones import Zone
from services.hub.hub import Hub
from services.store import tables
from services.store.folder import PlantFolder
from services.store.journal import Answer, Request
from services.store.schema import HEAD

KEPT = Path(__file__).resolve().parents[2] / ".run" / "years"
LOGIN = "王芳"
PEOPLE, HAZARDS, ENTRIES, ZONES, OPEN = 380, 4000, 60_000, 40, 60
YEARS = timedelta(days=730)
IN_FLIGHT = 2000
Step = tuple[timedelta, str, dict[str, Any], Actor, str, dict[str, Any]]


def two_years() -> Path:
    """The plant's folder."""
    made_by = hashlib.sha256(b"".join(Path(one).read_bytes() for one in (__file__, tables.__file__))).hexdigest()[:12]
    place = KEPT / f"plant-{HEAD}-{made_by}"
    if not place.exists():
        half = place.with_suffix(".unfinished")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        out(f"writing a plant of two years to {place} (kept for the next run)")
        Years(half / "plant").fill()
        half.rename(place)
    return place / "plant"


class Years:
    """Fills a plant's folder."""

    def __init__(self, folder: Path) -> None:
        known_kind("plant.rename")
        self.chance = random.Random(11)
        self.load = plant_for_load(folder)
        self.hub = Hub(PlantFolder(folder))
        self.begun = datetime.now(UTC) - YEARS
        self.numbers = count(1)
        boss = self.hub.actor(self.load.token)
        assert boss is not None
        self.boss = boss

    def fill(self) -> None:
        """All of it, in the order of time."""
        try:
            zones = self._zones()
            people = self._people()
            photos = [self.hub.blobs.put_bytes(_photo(number)) for number in range(40)]
            lives = [step for number in range(HAZARDS) for step in self._life(number, zones, people, photos)]
            left = ENTRIES - len(lives) - PEOPLE - ZONES
            steps = sorted([*lives, *self._else(left, zones)], key=lambda one: one[0])
            self._submit(steps)
            self.hub.store.write(
                lambda connection: connection.execute(sa.update(tables.deliveries).values(state="sent"))
            )
        finally:
            self.hub.close()

    def _zones(self) -> list[str]:
        with self.hub.store.look() as look:
            first = required(look, Zone, self.load.zone)
        zones = [first.id]
        for number in range(1, ZONES):
            left, top = number % 5 * 11.0, 12.0 + number // 5 * 2.5  # clear of the first
            outline = [[left, top], [left + 10, top], [left + 10, top + 2.5], [left, top + 2.5]]
            drawn = {"name": f"车间 {number} 区", "zone_class": "BCD"[number % 3], "polygon": outline}
            answer = self.hub.do("zones.draw", {**drawn, "floor": first.floor, "team": first.team}, self.boss)
            zones.append(answer.id)
        return zones

    def _people(self) -> dict[str, list[Actor]]:
        """Everybody else, by what they are."""
        with self.hub.store.look() as look:
            team = look.find("team")[0].id
        found: dict[str, list[Actor]] = {"fixer": [], "safety_officer": [], "worker": []}
        for number in range(PEOPLE - 1):
            role = "fixer" if number < 20 else "safety_officer" if number < 26 else "worker"
            given = {"name": f"职工{number:03}", "roles": [role], "employee_no": f"{number:05}"}
            answer = self.hub.do("people.add", given | ({"team": team} if role == "fixer" else {}), self.boss)
            found[role].append(Actor(answer.id, frozenset({Role(role)})))
        return found

    def _life(self, number: int, zones: list[str], people: dict[str, list[Actor]], photos: list[str]) -> Iterator[Step]:
        """A hazard from its report to its end; of the newest some are still open."""
        one, at = reports.report(number), YEARS * (number + self.chance.random()) / (HAZARDS + 1)
        zone, chance = zones[0 if number % 50 == 0 else one.place % (len(zones) - 1) + 1], self.chance
        report = {"zone": zone, "photos": [chance.choice(photos)], "description": one.description}
        yield at, "hazards.report", report | {"category": one.category}, chance.choice(people["worker"]), one.id, {}
        if number >= HAZARDS - OPEN:
            return
        after = [photo for photo in photos if photo not in report["photos"]]
        first, second = chance.sample(people["safety_officer"], 2)
        fixer = chance.choice(people["fixer"])
        fixed = {"hazard": one.id, "photos": [chance.choice(after)], "note": "已处理"}
        hours, seen = timedelta(hours=chance.uniform(1, 20)), {"hazard": one.id}
        last = self.boss if zone == zones[0] else second
        pair = {"fixed_by": fixer.person, "before": report["photos"], "after": fixed["photos"]}
        yield at + hours, "hazards.submit_fix", fixed, fixer, "", {}
        for share, who in ((1.2, first), (1.4, last)):
            yield at + hours * share, "hazards.approve", seen, who, "", {"status": "in_review", **pair}

    def _else(self, most: int, zones: list[str]) -> Iterator[Step]:
        """What else is done: zones are called otherwise, again and again."""
        for number in range(most):
            place = self.chance.randrange(ZONES)
            given = {"zone": zones[place], "name": f"车间 {place} 区（{'一二三'[number % 3]}）"}
            yield YEARS * number / most, "zones.rename", given, self.boss, "", {}

    def _submit(self, steps: Iterable[Step]) -> None:
        """Many at once, as the writer takes them; each must be accepted."""
        waiting: list[Future[Answer]] = []
        for since, kind, args, actor, id_, premise in steps:
            at = self.begun + since
            operation = Operation(id_ or new_id(), kind, args, "years", next(self.numbers), at, premise)
            waiting.append(self.hub.store.submit(Request(operation, actor, at, at)))
            if len(waiting) == IN_FLIGHT:
                _accepted(waiting)
        _accepted(waiting)


def _accepted(waiting: "list[Future[Answer]]") -> None:
    for future in waiting:
        answer = future.result()
        if answer.refused:
            raise RuntimeError(str(answer.refused))
    waiting.clear()


def _photo(number: int) -> bytes:
    """A picture of some colour, as large as a phone's."""
    colours = [(number * 37 % 256, number * 91 % 256, 90 + shade) for shade in (0, 60, 120)]
    image = Image.new("RGB", (1280, 960), colours[0])
    for place, (colour, _) in enumerate(pairwise(colours)):
        image.paste(colour, (100 + 300 * place, 100, 400 + 300 * place, 700))
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=80)
    return kept.getvalue()
