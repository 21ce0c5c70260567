"""A restore that is killed at any moment leaves the old plant or the new one."""

import multiprocessing
import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from services.hub.hub import Hub
from services.store.folder import PlantFolder
from services.store.restoring import restore_backup
from tests.makers import NOON
from tests.services.store.dying import restore_and_die
from tests.services.store.putting_back import back_up, standing
from tests.services.sync.desks import Office

KILLS = 400 if os.environ.get("ANHUAN_FULL") else 12
pytestmark = pytest.mark.sqlite


@pytest.fixture(scope="module")
def forks() -> Any:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.services.store.dying"])
    return context


class Killing:
    """An old plant, a backup of it, and what the two look like."""

    def __init__(self, office: Office, folder: Path, forks: Any) -> None:
        self.folder, self.forks = folder, forks
        self.photo = office.blob(b"a photo")
        office.do("hazards.report", zone=office.zone, photos=[self.photo])
        self.file = back_up(office, folder / "x.backup")
        for name in ("甲", "乙", "丙"):
            office.do("zones.rename", zone=office.zone, name=name)
        office.hub.close()
        self.source = office.hub.folder.root
        self.old = standing(self.source)
        self.new = (*self.old[:-3], "plant.restored")

    def restore(self, kind: str, at: int, *, plainly: bool = False) -> tuple[Path, list[str]]:
        """Where the plant is that a killed process leaves, and what it did if it lived to the end."""
        root = self.folder / "plant"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.source, root)
        ours, theirs = self.forks.Pipe(duplex=False)
        arguments = (root, self.file, kind, at, plainly, theirs)
        process = self.forks.Process(target=restore_and_die, args=arguments)
        process.start()
        theirs.close()
        try:
            return root, ours.recv()
        except EOFError:
            return root, []
        finally:
            process.join()


@pytest.fixture
def killing(office: Office, tmp_path: Path, forks: Any) -> Any:
    yield Killing(office, tmp_path, forks)
    office.hub = Hub(office.hub.folder, now=lambda: office.now)


posix = pytest.mark.skipif(os.name != "posix", reason="needs a kill that nothing can catch")


@posix
def test_a_restore_killed_at_any_moment_leaves_the_old_plant_or_the_new_one(killing: Killing) -> None:
    root, steps = killing.restore("", 0)
    assert standing(root) == killing.new
    renames, chance = steps.count("os.rename"), random.Random(5)
    moments = [("os.rename", at) for at in range(1, renames + 1)]
    moments += [("", len(steps) - back) for back in range(3)]
    moments += [("", chance.randint(1, len(steps))) for _ in range(KILLS)]
    left, without = set(), 0
    for kind, at in moments:
        root, _ = killing.restore(kind, at)
        without += not (root / "hub").exists()
        left.add(standing(root))
    assert left == {killing.old, killing.new}
    assert without, "none was killed between the two renames, where the next one to open must finish"
    again = restore_backup(killing.file, PlantFolder(root), NOON)
    assert again.seq == len(killing.new) - 1, "and after a killed one the next restore is like any other"


@posix
def test_a_restore_that_just_moves_folders_would_be_seen(killing: Killing) -> None:
    _, steps = killing.restore("", 0, plainly=True)
    left = []
    for at in range(1, steps.count("os.rename") + 1):
        root, _ = killing.restore("os.rename", at, plainly=True)
        left.append(PlantFolder(root).place())
    assert None in left, "no kill left a folder without a plant"
