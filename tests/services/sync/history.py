"""What happens in one simulated history, and what must be so after it."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.core.hazards import TO_FIX, TO_REVIEW
from services.core.refused import Refused
from services.store.personal import clear_of, sealed_in
from services.store.tables import conflicts
from services.store.verify import verify
from tests.services.store.second_reading import Reviews, replayed
from tests.services.sync.desks import Office, records_of
from tests.services.sync.simulation import SimDesk, World, seeded_chance

NAMES = ("甲", "乙", "丙", "丁")
JUMPS = [timedelta(hours=1), timedelta(days=1), timedelta(days=-1), timedelta(hours=-1), timedelta(days=20000)]
MOST_ROUNDS = 25


def live(world: World, steps: int) -> None:
    """Steps of work and of trouble, by the world's chance. Each history has one kind of trouble more than others."""
    more = world.chance.choice(
        [(), (work_at_desk,), (set_back, sync), (set_back, sync, lose), (lose, crash, age), (change_roles,)]
    )
    weights = [weight * (4 if move in more else 1) for move, weight in MOVES_AND_WEIGHTS]
    for desk in world.desks:
        desk.sync()
    world.back_up()
    for _ in range(steps):
        world.now += timedelta(minutes=world.chance.randint(1, 90))
        move = world.chance.choices(MOVES, weights)[0]
        try:
            move(world)
        except Refused as refused:
            if refused.code not in ("name_taken", "same_photo"):
                raise


def work_at_desk(world: World) -> None:
    desk = world.chance.choice(world.desks)
    if desk.has("zone"):
        for _ in range(world.chance.randint(1, 3)):
            desk.run(*some_work(world, desk))


def some_work(world: World, desk: SimDesk) -> tuple[str, dict[str, Any]]:
    chance, zone = world.chance, world.office.zone
    corner = float(chance.randint(5, 9))
    outline = [[0, 0], [corner, 0], [corner, corner]]
    hazards = list(desk.has("hazard"))
    review = [one.id for one in hazards if one.state in TO_REVIEW]
    choices: list[tuple[str, dict[str, Any]]] = [
        ("zones.rename", {"zone": zone, "name": chance.choice(NAMES)}),
        ("zones.reshape", {"zone": zone, "polygon": outline}),
        ("zones.classify", {"zone": zone, "zone_class": chance.choice("BC")}),
        ("zones.draw", {"floor": world.office.floor, "name": chance.choice(NAMES), "zone_class": "D",
                        "polygon": outline}),
        ("hazards.report", {"zone": zone, "photos": [desk.photo(chance.randbytes(8))]}),
    ]  # fmt: skip
    if review:
        choices += [("hazards.approve", {"hazard": chance.choice(review)})] * 6
        choices += [("hazards.return", {"hazard": chance.choice(review), "reason": "看不清"})]
    return chance.choice(choices)


def work_on_phone(world: World) -> None:
    phone = world.chance.choice(world.phones)
    with world.office.hub.store.look() as look:
        hazards = look.find("hazard")
    fixing = [one for one in hazards if one.state in TO_FIX]
    if fixing and world.chance.random() < 0.6:
        phone.later("hazards.submit_fix", {"hazard": world.chance.choice(fixing).id})
    else:
        phone.later("hazards.report", {"zone": world.office.zone, "description": "油污"})
    phone.send()


def change_roles(world: World) -> None:
    who = world.chance.choice(["孙丽", "陈刚"])
    roles = world.chance.choice([["safety_officer"], ["team_leader"]])
    world.office.do("people.set_roles", person=world.office.people[who], roles=roles)


def decide_lost(world: World) -> None:
    """A person does again what the hub has lost, under its old id."""
    desk = world.chance.choice(world.desks)
    open_ = sa.select(conflicts).where(conflicts.c.settled_at.is_(None), conflicts.c.code == "lost_by_restore")
    with desk.replica.database.reading() as connection:
        found = [row._asdict() for row in connection.execute(open_)]
    if found:
        row = world.chance.choice(found)
        body = json.loads(row["body"])
        if body["kind"].startswith("hazards."):
            desk.run(body["kind"], body["args"], row["operation"])


def jump(world: World) -> None:
    by = world.chance.choice(JUMPS)
    if world.chance.random() < 0.3:
        world.hub_ahead += by if abs(by) < timedelta(days=2) else timedelta()
    else:
        world.chance.choice(world.desks).ahead += by


def age(world: World) -> None:
    """A console turns out to be of an earlier version, or is brought up to date."""
    desk = world.chance.choice(world.desks)
    desk.wire.old = not desk.wire.old
    desk.attach()


def some_desk(world: World) -> SimDesk:
    return world.chance.choice(world.desks)


def sync(world: World) -> None:
    some_desk(world).sync()


def undo(world: World) -> None:
    some_desk(world).undo()


def crash(world: World) -> None:
    some_desk(world).crash(loses_database=False)


def lose(world: World) -> None:
    some_desk(world).crash(loses_database=True)


def back_up(world: World) -> None:
    world.back_up()


def set_back(world: World) -> None:
    """Not every minute: only when something would be lost by it."""
    if world.head() < world.backed_up + world.chance.randint(1, 8):
        return
    world.set_back(told=world.chance.random() < 0.7)


MOVES_AND_WEIGHTS: list[tuple[Callable[[World], Any], int]] = [
    (work_at_desk, 24),
    (work_on_phone, 12),
    (lambda world: world.chance.choice(world.phones).send(), 6),
    (sync, 22),
    (undo, 4),
    (lambda world: world.deliver_late(), 5),
    (crash, 3),
    (lose, 2),
    (lambda world: world.crash_hub(), 2),
    (back_up, 1),
    (set_back, 2),
    (change_roles, 2),
    (decide_lost, 3),
    (jump, 3),
    (age, 1),
]
TROUBLES: list[tuple[Callable[[World], Any], ...]] = [
    (),
    (work_at_desk,),
    (set_back, sync),
    (set_back, sync, lose),
    (lose, crash, age),
    (change_roles,),
]
MOVES = [move for move, _ in MOVES_AND_WEIGHTS]


def heal(world: World) -> None:
    """The network is whole again, everyone is up to date and has the roles they had: all must come to rest."""
    world.faults = False
    while world.late:
        world.deliver_late()
    for who in ("孙丽", "陈刚"):
        world.office.do("people.set_roles", person=world.office.people[who], roles=["safety_officer"])
    for desk in world.desks:
        desk.wire.old = False
        desk.attach()
    for _ in range(MOST_ROUNDS):
        for phone in world.phones:
            phone.send()
        more = [found is None or found.more for found in [desk.sync() for desk in world.desks]]
        if world.waiting() == 0 and not any(more):
            break
    for desk in world.desks:
        desk.sync()


def check(world: World) -> None:
    """Safety and liveness."""
    assert world.waiting() == 0, "something never arrives"
    there = world.operations()
    assert len(there) == len(set(there)), "an operation stands twice in the journal"
    known, refused = set(there), {body["operation"] for body in world.journal() if "refused" in body}
    for desk in world.desks:
        kept, shown = set(desk.kept) - (world.once & world.gone), desk.ids(conflicts)
        assert kept <= known | shown, f"lost: {kept - known - shown}"
        hidden = (kept & refused) - shown
        assert not hidden, f"refused, and shown to nobody: {hidden}"
    assert world.told - world.gone <= known, "a phone was answered, and the hub does not know of it"
    check_copies(world)
    check_reviews(world)


def check_copies(world: World) -> None:
    here = records_of(world.office.hub.store.database)
    with world.office.hub.store.database.reading() as connection:
        verdict = verify(connection)
        assert verdict.whole, verdict.faults[:3]
    for desk in world.desks:
        copy = records_of(desk.replica.database)
        assert copy == here, [kind for kind in here if copy[kind] != here[kind]]
        with desk.replica.database.reading() as connection:
            verdict = verify(connection)
            assert verdict.whole, verdict.faults[:3]


def check_reviews(world: World) -> None:
    bodies = world.journal()
    sealed = {one for body in bodies for one in sealed_in(body["changes"])}
    with world.office.hub.store.database.reading() as connection:
        clear = clear_of(connection, sealed)
    replayed(bodies, clear)
    assert Reviews(bodies).wrong == []


def played(seed: int, furnished: Office, folder: Path, monkeypatch: Any, steps: int = 45) -> World:
    """One whole history of a seed."""
    made: list[World] = []
    seeded_chance(monkeypatch, lambda: made[0] if made else None, seed)
    world = World(seed, furnished, folder)
    made.append(world)
    try:
        live(world, steps)
        heal(world)
        check(world)
    finally:
        world.close()
    return world
