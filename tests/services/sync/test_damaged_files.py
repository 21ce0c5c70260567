"""A console's files are damaged in every way a disk knows: it opens all the same, what was not sent arrives, what was
refused is still shown, and after a round with the hub its copy is right again."""

import os
import random
import shutil
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from services.photos.folder import PhotoFolder
from services.store.database import sqlite_driver
from services.store.pending import open_conflicts
from services.store.replica import Clock, Replica
from services.store.tables import conflicts, entries, pending
from services.store.verify import verify
from services.sync.outgoing import Outgoing
from services.sync.round import Sync
from tests.makers import NOON
from tests.services.sync.desks import Desk, Office, Wire, records_of

DAMAGES = 500 if os.environ.get("ANHUAN_FULL") else 50
SECTOR, PAGE = 512, 4096
CORNERS = [[0, 0], [5, 0], [5, 5]]


class Away:
    """A console that was left in the middle of its work: three things wait, one was refused, one was answered."""

    def __init__(self, office: Office, root: Path) -> None:
        self.office = office
        self.root = root
        self.desk = Desk(office, root, office.people["孙丽"])
        self.desk.wire.most = 1000
        for count in range(12):
            office.do("hazards.report", zone=office.zone, photos=[office.blob(b"%d" % count)])
        self.desk.sync()
        office.do("zones.draw", floor=office.floor, name="仓库", zone_class="C", polygon=CORNERS)
        self.desk.run("zones.draw", floor=office.floor, name="仓库", zone_class="D", polygon=CORNERS)
        self.desk.sync()
        self.refused = self.ids(conflicts)
        self.waiting = [self.desk.run("zones.rename", zone=office.zone, name=name).id for name in ("甲", "乙", "丙")]
        assert len(self.refused) == 1
        assert (root / "replica.db-wal").stat().st_size > PAGE

    def ids(self, table: sa.Table) -> list[str]:
        with self.desk.replica.database.reading() as connection:
            return list(connection.execute(sa.select(table.c.operation)).scalars())

    def copied(self, to: Path) -> Path:
        """The files as a computer that was switched off has them."""
        shutil.copytree(self.root, to)
        return to


@pytest.fixture(scope="module")
def away(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Away]:
    office = Office(tmp_path_factory.mktemp("hub") / "hub").furnish()
    made = Away(office, tmp_path_factory.mktemp("away") / "desk")
    yield made
    made.desk.close()
    office.close()


def flipped(content: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.choice([1, 1, 3, 40])):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    return content


def blanked(content: bytearray, chance: random.Random) -> bytearray:
    size = chance.choice([SECTOR, PAGE])
    start = chance.randrange(max(1, len(content) // size)) * size
    content[start : start + size] = bytes(len(content[start : start + size]))
    return content


def cut_off(content: bytearray, chance: random.Random) -> bytearray:
    return content[: chance.randrange(len(content))]


def exchanged(content: bytearray, chance: random.Random) -> bytearray:
    pages = len(content) // PAGE
    one, other = chance.randrange(pages) * PAGE, chance.randrange(pages) * PAGE
    content[one : one + PAGE], content[other : other + PAGE] = (
        content[other : other + PAGE],
        content[one : one + PAGE],
    )
    return content


def noise(content: bytearray, chance: random.Random) -> bytearray:
    start = chance.randrange(len(content))
    return content[:start] + chance.randbytes(chance.choice([16, SECTOR, PAGE])) + content[start:]


WAYS = [flipped, flipped, flipped, blanked, cut_off, exchanged, noise]


def settle_log(folder: Path) -> None:
    """Brings the write-ahead log into the file, so that what is damaged there is not covered by it."""
    with closing(sqlite_driver().connect(folder / "replica.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()


def damage(folder: Path, chance: random.Random) -> str:
    """Damages the database or its log, or takes one of them away; what was done."""
    file = folder / "replica.db"
    if chance.random() < 0.6:
        settle_log(folder)
    else:
        file = chance.choice([file, folder / "replica.db-wal"])
    if chance.random() < 0.06:
        file.unlink()
        return f"{file.name} is gone"
    way = chance.choice(WAYS)
    file.write_bytes(way(bytearray(file.read_bytes()), chance))
    return f"{file.name} {way.__name__}"


def come_back(away: Away, folder: Path) -> None:
    """The console starts on these files and meets its hub."""
    replica = Replica(folder / "replica.db", Clock(lambda: away.office.now, lambda: 9.0, "another boot"))
    try:
        wire = Wire(away.office, away.office.people["孙丽"])
        wire.most = 1000
        following = Sync(wire, replica, Outgoing(folder / "outgoing", PhotoFolder(folder / "blobs")))
        for _ in range(3):
            following.once()
        check(away, replica)
    finally:
        replica.close()


def check(away: Away, replica: Replica) -> None:
    assert records_of(replica.database) == records_of(away.office.hub.store.database)
    with replica.database.reading() as connection:
        verdict = verify(connection)
        assert verdict.whole, verdict.faults[:3]
        assert connection.execute(sa.select(pending.c.n)).all() == []
        assert list(connection.execute(sa.select(conflicts.c.operation)).scalars()) == away.refused
        assert open_conflicts(connection) == 1
    with away.office.hub.store.database.reading() as connection:
        found = list(connection.execute(sa.select(entries.c.operation)).scalars())
    assert [found.count(one) for one in away.waiting] == [1, 1, 1]


def campaign(away: Away, room: Path, count: int, seed: int) -> list[str]:
    """Damages so many copies; what went wrong, and how it had been damaged."""
    chance, wrong = random.Random(seed), []
    for number in range(count):
        folder = away.copied(room / str(number))
        done = damage(folder, chance)
        try:
            come_back(away, folder)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            at = traceback.extract_tb(error.__traceback__)[-1]
            wrong.append(f"{number}: {done}: {type(error).__name__} {error}"[:300] + f" at {at.filename}:{at.lineno}")
        shutil.rmtree(folder)
    return wrong


def test_whatever_is_damaged_nothing_is_lost_and_the_copy_is_right_again(away: Away, tmp_path: Path) -> None:
    assert campaign(away, tmp_path, DAMAGES, seed=12) == []


def misspelt(folder: Path) -> None:
    """A word in the copy is another one: nothing that reads files finds fault with that."""
    settle_log(folder)
    with closing(sqlite_driver().connect(folder / "replica.db")) as connection:
        connection.execute("UPDATE zones SET name = name || '?' WHERE name = '仓库'")
        connection.commit()


def test_a_word_that_is_another_one_is_put_right(away: Away, tmp_path: Path) -> None:
    folder = away.copied(tmp_path / "misspelt")
    misspelt(folder)
    come_back(away, folder)


def test_undamaged_files_are_left_as_they_are(away: Away, tmp_path: Path) -> None:
    folder = away.copied(tmp_path / "whole")
    come_back(away, folder)
    assert [file.name for file in folder.glob("replica.*-*.db")] == []


def test_what_could_not_be_read_is_kept(away: Away, tmp_path: Path) -> None:
    folder = away.copied(tmp_path / "broken")
    for file in folder.glob("replica.db-*"):
        file.unlink()
    (folder / "replica.db").write_bytes(b"no database" * 1000)
    replica = Replica(folder / "replica.db", Clock(lambda: NOON, lambda: 0.0, "boot"))
    assert replica.damaged is not None
    assert replica.damaged.read_bytes().startswith(b"no database")
    assert [operation.id for operation in replica.waiting()] == away.waiting
    replica.close()


@pytest.mark.parametrize("cut", range(1, 200, 11))
def test_a_side_log_that_ends_in_the_middle_of_a_line_keeps_the_lines_before(
    away: Away, tmp_path: Path, cut: int
) -> None:
    folder = away.copied(tmp_path / "cut")
    for file in folder.glob("replica.db*"):
        file.unlink()
    log = folder / "outbox.jsonl"
    log.write_bytes(log.read_bytes()[:-cut])
    replica = Replica(folder / "replica.db", Clock(lambda: NOON, lambda: 0.0, "boot"))
    assert [operation.id for operation in replica.waiting()] == away.waiting[:2]
    replica.close()


def test_a_side_log_that_is_not_read_would_be_seen(away: Away, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.store.side_log._lines", lambda content: iter(()))
    folder = away.copied(tmp_path / "gone")
    for file in folder.glob("replica.db*"):
        file.unlink()
    with pytest.raises(AssertionError):
        come_back(away, folder)


def test_a_console_that_neither_compares_nor_looks_would_be_seen(
    away: Away, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("compare", "look"):
        monkeypatch.setattr(f"services.sync.comparing.Comparing.{name}", lambda *_: [])
    folder = away.copied(tmp_path / "misspelt")
    misspelt(folder)
    with pytest.raises(AssertionError):
        come_back(away, folder)
