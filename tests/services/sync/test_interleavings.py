"""Whatever two consoles and the hub do in whatever order, over a wire that loses answers: they end in step."""

import random
import shutil
import tempfile
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.core.refused import Refused
from services.store import replica as replica_module
from services.store.tables import entries
from services.store.verify import verify
from tests.services.sync.desks import Desk, Office, in_step

NAMES = ("甲", "乙", "丙")
MOVES = ("rename", "classify", "reshape", "draw", "team", "report", "approve", "sync", "lose", "undo", "hub", "fix")
STEPS = st.lists(st.tuples(st.sampled_from(MOVES), st.integers(0, 1), st.integers(0, 2)), max_size=25)


@pytest.fixture(scope="module")
def furnished(tmp_path_factory) -> Office:
    """A hub's folder, closed, to be copied."""
    office = Office(tmp_path_factory.mktemp("base") / "hub").furnish()
    office.blob(b"before")
    office.blob(b"after")
    office.close()
    return office


class Play:
    """One run: a hub and two consoles in a folder of their own."""

    def __init__(self, furnished: Office, folder: Path) -> None:
        shutil.copytree(furnished.hub.folder.root, folder / "hub")
        self.office = Office(folder / "hub")
        for name in ("boss", "people", "team", "floor", "zone"):
            setattr(self.office, name, getattr(furnished, name))
        self.desks = [Desk(self.office, folder / name, self.office.people[name]) for name in ("孙丽", "陈刚")]
        self.sync()
        self.accepted: list[str] = []

    def sync(self) -> None:
        for desk in (*self.desks, *self.desks):
            desk.wire.lose_answers = 0
            while True:
                desk.sync()
                if not desk.replica.waiting():
                    break

    def step(self, move: str, which: int, value: int) -> None:
        desk, zone = self.desks[which], self.office.zone
        if move == "sync":
            desk.try_sync()
        elif move == "lose":
            desk.wire.lose_answers = 1
            desk.try_sync()
        elif move == "undo":
            back = desk.replica.take_back()
            if back.ok:
                self.accepted.remove(back.id)
        elif move == "hub":
            self.office.do("zones.rename", zone=zone, name=NAMES[value] + str(len(self.accepted)))
        elif move == "fix":
            self.fix(which)
        else:
            local = desk.run(*self.operation(move, value)[:1], **self.operation(move, value)[1])
            if local.ok:
                self.accepted.append(local.id)

    def fix(self, which: int) -> None:
        theirs = [one for one in self.look("hazard") if one.team == self.office.team]
        hazards = [one for one in theirs if one.state in ("assigned", "fixing")]
        if hazards:
            by, photos = self.office.people["修理工"], [self.office.blob(b"after")]
            self.office.do("hazards.submit_fix", by, hazard=hazards[0].id, photos=photos)

    def look(self, kind: str):
        with self.office.hub.store.look() as look:
            return look.find(kind)

    def operation(self, move: str, value: int):
        zone, photo = self.office.zone, self.office.blob(b"before")
        hazards = [one.id for one in self.look("hazard")] or ["none"]
        corner = float(5 + value)
        outline = [[0, 0], [corner, 0], [corner, corner]]
        return {
            "rename": ("zones.rename", {"zone": zone, "name": NAMES[value]}),
            "classify": ("zones.classify", {"zone": zone, "zone_class": "ABC"[value]}),
            "reshape": ("zones.reshape", {"zone": zone, "polygon": outline}),
            "draw": (
                "zones.draw",
                {"floor": self.office.floor, "name": NAMES[value], "zone_class": "D", "polygon": outline},
            ),
            "team": ("zones.set_team", {"zone": zone, "team": self.office.team if value else None}),
            "report": ("hazards.report", {"zone": zone, "photos": [photo]}),
            "approve": ("hazards.approve", {"hazard": hazards[value % len(hazards)]}),
        }[move]

    def check(self) -> None:
        self.sync()
        assert in_step(self.office, *self.desks)
        with self.office.hub.store.database.reading() as connection:
            assert verify(connection).whole
            ids = list(connection.execute(sa.select(entries.c.operation)).scalars())
        assert [ids.count(one) for one in self.accepted] == [1] * len(self.accepted)
        for hazard in self.look("hazard"):
            if hazard.state == "closed":
                assert len({hazard.first_by, hazard.second_by, hazard.fixed_by}) == 3
        for desk in self.desks:
            with desk.replica.database.reading() as connection:
                assert verify(connection).whole

    def close(self) -> None:
        for desk in self.desks:
            desk.close()
        self.office.close()


def played(furnished: Office, steps) -> None:
    with tempfile.TemporaryDirectory() as folder:
        play = Play(furnished, Path(folder))
        try:
            for step in steps:
                try:
                    play.step(*step)
                except Refused as refused:
                    if refused.code != "name_taken":
                        raise
            play.check()
        finally:
            play.close()


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_they_end_in_step(furnished, steps):
    played(furnished, steps)


def test_what_is_not_sent_to_the_fixer_is_not_fixed_by_them(furnished):
    played(furnished, [("team", 0, 0), ("report", 0, 0), ("sync", 0, 0), ("fix", 0, 0)])


MUTANTS = {
    "pending is not taken back": ("take_back", lambda connection, undo: set()),
    "refused operations stay": ("settle", lambda connection, body, row, log: None),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_sync_that_skips_a_part_would_be_seen(furnished, monkeypatch, mutant):
    name, instead = MUTANTS[mutant]
    monkeypatch.setattr(replica_module, name, instead)
    chance = random.Random(1)
    for _ in range(12):
        steps = [(chance.choice(MOVES[:-4]), chance.randrange(2), chance.randrange(3)) for _ in range(12)]
        try:
            bounded(furnished, steps)
        except Exception:  # noqa: BLE001 - a mutant may break anything; that it is seen is all
            return
    pytest.fail(f"twelve random runs did not show that {mutant}")


def bounded(furnished: Office, steps) -> None:
    """As `played`; a mutant whose queue never empties is stopped."""
    real = Desk.sync
    count = 0

    def counted(desk):
        nonlocal count
        count += 1
        assert count < 60
        return real(desk)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Desk, "sync", counted)
        played(furnished, steps)
