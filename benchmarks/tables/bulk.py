"""A store with as many hazards as wanted, laid down as rows and kept between runs."""

import hashlib
import random
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.figures import out
from benchmarks.peers import reports
from services.core.hazards import Hazard, State
from services.core.ids import digest, new_id
from services.core.people import Person, Team
from services.core.record import as_json
from services.core.roles import Role
from services.core.zones import Floor, Zone
from services.store import tables
from services.store.hazard_parts import further
from services.store.laying import lay_rows
from services.store.schema import HEAD
from services.store.store import Store

KEPT = Path(__file__).resolve().parents[2] / ".run" / "tables"
BEGUN = datetime(2024, 1, 1, tzinfo=UTC)
YEARS = timedelta(days=700)
PART = 10_000
STATES = (*[State.CLOSED] * 15, State.REJECTED, State.REPORTED, State.ASSIGNED, State.FIXING, State.FIXED)
OUTLINE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


def hazards_store(count: int) -> Path:
    """The database with so many hazards in 40 zones, reported by 380 people in some two years."""
    made_by = hashlib.sha256(b"".join(Path(file).read_bytes() for file in (__file__, tables.__file__))).hexdigest()[:12]
    place = KEPT / f"hazards-{count}-{HEAD}-{made_by}.db"
    if not place.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        half = KEPT / f"unfinished-{count}"
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir()
        out(f"writing {count:,} hazards to {place} (kept for the next run)")
        store = Store(half / "plant.db", datetime.now(UTC))
        _fill(store, count)
        while further(store.database):  # as a console does in its rounds
            pass
        store.database.clear_log()
        store.close()
        (half / "plant.db").rename(place)
        shutil.rmtree(half)
    return place


def _fill(store: Store, count: int) -> None:
    chance = random.Random(7)
    floor = Floor(id=new_id(), name="一层", building="一号楼", level=1, width_m=60.0, height_m=40.0)
    team = Team(id=new_id(), name="机修班")
    people = [Person(id=new_id(), name=f"职工{number:03}", roles=(Role.WORKER,), since=BEGUN) for number in range(380)]
    zones = [_zone(number, floor.id, team.id) for number in range(40)]
    given = (("floor", [floor]), ("team", [team]), ("person", people), ("zone", zones))
    with store.database.writing() as connection:
        for kind, records in given:
            lay_rows(connection, kind, [as_json(one) for one in records])
    made = _hazards(chance, [one.id for one in zones], [one.id for one in people], count)
    for _ in range(0, count, PART):
        with store.database.writing() as connection:
            lay_rows(connection, "hazard", list(islice(made, PART)))


def _zone(number: int, floor: str, team: str) -> Zone:
    name, class_ = f"车间 {number:02} 区", "ABCD"[number % 4]
    given: dict[str, Any] = {"code": f"Z{number:03}", "name": name, "zone_class": class_, "polygon": OUTLINE}
    return Zone(id=new_id(), floor=floor, team=team, **given)


def _hazards(chance: random.Random, zones: list[str], people: list[str], count: int) -> Iterator[dict[str, Any]]:
    """Their JSON objects, the oldest first."""
    photo = digest(b"a photo")
    for number in range(count):
        said = reports.report(number)
        at = BEGUN + YEARS * number / count
        state = chance.choice(STATES)
        one = Hazard(
            id=new_id(int(at.timestamp() * 1000)),
            zone=chance.choice(zones),
            description=said.description,
            category=said.category,
            state=state,
            **_reviewed(state, chance, people),
            reported_at=at,
            before=(photo,),
            number=f"YH-{at:%Y%m%d}-{number:07}",
            reporter=chance.choice(people),
            assignee=chance.choice(people),
            due_at=at + timedelta(hours=chance.choice((24, 48, 72))),
            review_due_at=at + timedelta(hours=96) if state == State.FIXED else None,
        )
        yield as_json(one)


def _reviewed(state: State, chance: random.Random, people: list[str]) -> dict[str, Any]:
    """Three people for what is closed: the store takes no other."""
    names = ("fixed_by", "first_by", "second_by") if state == State.CLOSED else ()
    return dict(zip(names, chance.sample(people, 3), strict=False))
