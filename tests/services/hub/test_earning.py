"""The hub gives what was earned: once, whatever is killed in between, and takes it back when it was not valid."""

from datetime import timedelta
from typing import Any

import pytest

from services.core.operation import Actor
from services.core.roles import Role
from services.hub.earning import Earning
from services.hub.hub import Hub
from services.store.folder import PlantFolder
from tests.services.core.points_books import check_books
from tests.services.sync.desks import Office


class Plant(Office):
    """An office whose hub gives points, at the moment that the test says it is."""

    def __init__(self, root: Any) -> None:
        super().__init__(root)
        self.root = root
        self.furnish()
        self.worker = self.do("people.add", name="马超", employee_no="2077", roles=["worker"])
        self.earning = Earning(self.hub)
        self.earn()

    def earn(self) -> None:
        self.now += timedelta(minutes=1)
        self.earning.look(self.now)
        with self.hub.store.look() as look:
            check_books(look)

    def by(self, role: Role, person: str, kind: str, **args: Any) -> str:
        answer = self.hub.do(kind, args, Actor(person, frozenset({role})))
        assert answer.ok, answer.refused
        return answer.id

    def reviewed(self, photo: bytes = b"one") -> str:
        """A hazard of the worker's that the officer has passed."""
        shown = {"zone": self.zone, "photos": [self.blob(photo)], "category": "guarding"}
        hazard = self.by(Role.WORKER, self.worker, "hazards.report", **shown)
        fixer, officer = self.people["修理工"], self.people["孙丽"]
        self.by(Role.FIXER, fixer, "hazards.submit_fix", hazard=hazard, photos=[self.blob(photo + b" after")])
        self.by(Role.SAFETY_OFFICER, officer, "hazards.approve", hazard=hazard)
        return hazard

    def balance(self) -> int:
        with self.hub.store.look() as look:
            account = look.get("points_account", self.worker)
            return account.balance if account else 0

    def kinds(self) -> list[str]:
        return [kind for kind in self.journal_kinds() if kind.startswith("points.")]

    def journal_kinds(self) -> list[str]:
        import sqlalchemy as sa

        from services.store.tables import entries

        with self.hub.store.database.reading() as connection:
            return list(connection.execute(sa.select(entries.c.kind).order_by(entries.c.seq)).scalars())


@pytest.fixture
def plant(tmp_path):
    made = Plant(tmp_path / "plant")
    yield made
    made.close()


def test_what_is_valid_is_given_once_and_taken_back_by_an_entry(plant):
    hazard = plant.reviewed()
    plant.earn()
    plant.earn()
    assert plant.balance() == 10
    assert plant.kinds() == ["points.begin", "points.settle"]
    boss = plant.boss
    plant.by(Role.EHS_MANAGER, boss, "hazards.return", hazard=hazard, reason="还没有整改好")
    plant.earn()
    assert plant.balance() == 0
    assert plant.kinds() == ["points.begin", "points.settle", "points.settle"]


def test_a_kill_at_any_moment_loses_nothing_and_gives_nothing_twice(plant, monkeypatch):
    def dies(*_: Any) -> None:
        raise RuntimeError("killed")

    plant.reviewed()
    with monkeypatch.context() as broken:
        broken.setattr("services.hub.earning._reach", dies)  # the points are written, and how far it came is not
        with pytest.raises(RuntimeError):
            plant.earning.look(plant.now)
    assert plant.balance() == 0
    plant.hub.close()
    plant.hub = Hub(PlantFolder(plant.root), now=lambda: plant.now)
    plant.earning = Earning(plant.hub)
    plant.earn()
    assert plant.balance() == 10
    Earning(plant.hub).look(plant.now)  # another one that begins where the first one began
    assert plant.balance() == 10
    assert plant.kinds() == ["points.begin", "points.settle"]


def test_a_report_that_ends_in_another_shares_and_parted_gives_it_back(plant):
    hazard = plant.reviewed()
    fixer = plant.people["修理工"]
    shown = {"zone": plant.zone, "photos": [plant.blob(b"two")], "category": "guarding"}
    twin = plant.by(Role.FIXER, fixer, "hazards.report", **shown)
    plant.earn()
    assert plant.balance() == 10
    plant.do("hazards.merge", hazard=twin, into=hazard)
    plant.earn()
    assert plant.balance() == 5
    plant.do("hazards.part", hazard=twin)
    plant.earn()
    assert plant.balance() == 10


def test_a_plant_without_points_gives_none_and_what_was_found_meanwhile_stays_without(plant):
    plant.do("plant.set_modules", modules_off=["points"])
    plant.earn()
    plant.reviewed()
    plant.earn()
    plant.do("plant.set_modules", modules_off=[])
    plant.earn()
    assert plant.balance() == 0
    plant.reviewed(b"three")
    plant.earn()
    assert plant.balance() == 10
    assert plant.kinds() == ["points.begin", "points.rest", "points.begin", "points.settle"]
