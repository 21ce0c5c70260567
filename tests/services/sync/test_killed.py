"""A console is killed at any moment: what a person had been told is kept is there afterwards, what was taken back stays
taken back, and so it is even when its database is lost at the same moment."""

import multiprocessing
import os
import random
import shutil
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services.store.replica import Clock, Replica
from services.store.tables import entries
from services.store.verify import verify
from tests.services.sync.desks import Desk, Office
from tests.services.sync.working import work_without_end

KILLS = 1000 if os.environ.get("ANHUAN_FULL") else 30
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a kill that nothing can catch")


@pytest.fixture(scope="module")
def forks() -> Any:
    """Processes that start at once, from one that has imported everything and opened nothing."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.services.sync.working"])
    return context


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str, list[Any]]]:
    """A console's closed folder, the zone it works on, and entries that it has yet to lay down."""
    office = Office(tmp_path_factory.mktemp("hub") / "hub").furnish()
    desk = Desk(office, tmp_path_factory.mktemp("desk") / "desk", office.people["孙丽"])
    desk.wire.most = 1000
    desk.sync()
    cursor = desk.replica.fact("cursor")
    for count in range(60):
        office.do(
            "zones.draw", floor=office.floor, name=f"新区{count}", zone_class="D", polygon=[[0, 0], [5, 0], [5, 5]]
        )
    with office.hub.store.database.reading() as connection:
        query = sa.select(entries.c.hash, entries.c.body).where(entries.c.seq > cursor).order_by(entries.c.seq)
        page = [(row.hash, row.body) for row in connection.execute(query)]
    desk.close()
    yield desk.replica.path.parent, office.zone, page
    office.close()


class Told:
    """What a killed console had told: kept, and surely taken back; the last undo may or may not have been."""

    def __init__(self) -> None:
        self.kept: set[str] = set()
        self.gone: set[str] = set()

    def hear(self, message: str) -> None:
        what, _, id_ = message.partition(" ")
        if what == "did":
            self.kept.add(id_)
        else:
            self.kept.discard(id_)
        if what == "undid":
            self.gone.add(id_)


def killed(forks: Any, left: tuple[Path, str, list[Any]], folder: Path, after: int, *, early: bool = False) -> Told:
    """What a working console had told when it was killed, after so many messages."""
    ours, theirs = forks.Pipe(duplex=False)
    process = forks.Process(target=work_without_end, args=(folder / "replica.db", theirs, left[1], left[2], early))
    process.start()
    theirs.close()
    told, count = Told(), 0
    try:
        while True:
            told.hear(ours.recv_bytes().decode())
            count += 1
            if count == after:
                os.kill(process.pid, signal.SIGKILL)
    except EOFError:
        process.join()
    return told


def waiting_in(folder: Path) -> set[str]:
    """What waits after the console is opened again; its copy must be whole."""
    replica = Replica(folder / "replica.db", Clock(lambda: datetime.now(UTC), lambda: 0.0, "boot"))
    try:
        with replica.database.reading() as connection:
            verdict = verify(connection)
        assert verdict.whole or not replica.fact("cursor"), verdict.faults[:3]
        found = replica.waiting(most=100_000)
        assert [one.n for one in found] == list(range(1, len(found) + 1)), "the numbers have gaps"
        return {one.id for one in found}
    finally:
        replica.close()


@pytest.mark.parametrize("loses", [False, True], ids=["keeps its database", "loses its database"])
def test_nothing_a_person_was_told_is_lost(
    forks: Any, left: tuple[Path, str, list[Any]], tmp_path: Path, loses: bool
) -> None:
    chance, told = random.Random(7), 0
    for turn in range(KILLS // 2):
        folder = tmp_path / str(turn)
        shutil.copytree(left[0], folder)
        heard = killed(forks, left, folder, chance.randint(1, 40))
        if loses:
            for file in folder.glob("replica.db*"):
                file.unlink()
        found = waiting_in(folder)
        assert heard.kept <= found
        assert not heard.gone & found, "what was taken back waits again"
        told += len(heard.kept)
        shutil.rmtree(folder)
    assert told > KILLS


def test_telling_before_it_is_kept_would_be_seen(forks: Any, left: tuple[Path, str, list[Any]], tmp_path: Path) -> None:
    for turn in range(40):
        folder = tmp_path / str(turn)
        shutil.copytree(left[0], folder)
        heard = killed(forks, left, folder, 1 + turn % 9, early=True)
        if not heard.kept <= waiting_in(folder):
            return
    pytest.fail("forty kills did not show that people are told too early")
