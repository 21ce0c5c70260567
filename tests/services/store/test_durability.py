"""Killed at any moment, a plant has every operation that was answered, and its chain is whole."""

import multiprocessing
import os
import random
import signal
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.store.database import Database
from services.store.verify import verify
from tests.services.store.workshop import Workshop
from tests.services.store.writing import write_without_end

KILLS = 1000 if os.environ.get("ANHUAN_FULL") else 40
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a kill that nothing can catch")


@pytest.fixture(scope="module")
def forks():
    """Processes that start at once, from one that has imported everything and opened nothing."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.services.store.writing"])
    return context


def killed(forks, path: Path, after: int, *, too_early: bool = False) -> set[str]:
    """The ids that a writing process had been answered when it was killed, after so many answers."""
    ours, theirs = forks.Pipe(duplex=False)
    process = forks.Process(target=write_without_end, args=(path, theirs, too_early))
    process.start()
    theirs.close()
    answered = set()
    try:
        while True:
            answered.add(ours.recv_bytes().decode())
            if len(answered) == after:
                os.kill(process.pid, signal.SIGKILL)
    except EOFError:
        process.join()
    return answered


def lost(path: Path, answered: set[str]) -> set[str]:
    database = Database(path)
    try:
        with database.reading() as connection:
            return answered - set(connection.execute(sa.text("SELECT operation FROM entries")).scalars())
    finally:
        database.close()


@pytest.fixture
def plant(tmp_path):
    shop = Workshop(tmp_path / "plant.db")
    shop.found()
    shop.close()
    return shop.path


def test_nothing_answered_is_lost_by_a_kill(forks, plant):
    chance = random.Random(3)
    answered: set[str] = set()
    for _ in range(KILLS):
        answered |= killed(forks, plant, chance.randint(1, 60))
    assert len(answered) > KILLS
    assert lost(plant, answered) == set()
    database = Database(plant)
    with database.reading() as connection:
        assert verify(connection).whole
    database.close()


def test_an_answer_before_its_commit_is_lost_by_a_kill(forks, plant):
    """The very fault that this test is for: it must be able to see it."""
    answered: set[str] = set()
    for turn in range(30):
        answered |= killed(forks, plant, 5 + turn % 8, too_early=True)
        if lost(plant, answered):
            return
    pytest.fail("thirty kills did not show answers that were given too early")
