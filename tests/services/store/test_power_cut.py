"""After a power cut at any moment the database is sound, holds everything that was acknowledged, and no half of
anything. Killing a process can't show this: what it has written stays in the system's memory."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import apsw
import pytest

from services.store.database import sqlite_driver
from services.store.replica import Clock, Replica
from tests.makers import NOON
from tests.services.store.product_sql import Transaction, content, opened, states, tell
from tests.services.store.recorded_disk import ACKNOWLEDGED, Event, Image, RecordedDisk, power_cuts
from tests.services.store.streams import Stream, console_stream, hub_stream
from tests.services.store.workshop import checked_file

FULL = bool(os.environ.get("ANHUAN_FULL"))
IMAGES = {"WAL": 10_000, "TRUNCATE": 2_500} if FULL else {"WAL": 2_000, "TRUNCATE": 500}  # of each of two streams
SAMPLE = 400 if FULL else 40  # images that the product itself opens
OFTEN = "40"  # pages of log before they are brought into the file: in life 1,000, which a short story never reaches
RESTART = 16  # transactions
NAME = "replica.db"
FOUNDED = 3  # commits, until there is something to check: the tables, the first key, the plant
_NAMES = count()


@pytest.fixture(scope="module")
def streams(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Stream]:
    """What a real hub and a real console told their databases."""
    return {
        "hub": hub_stream(tmp_path_factory.mktemp("hub") / "plant.db"),
        "console": console_stream(tmp_path_factory.mktemp("console")),
    }


@pytest.fixture
def fast() -> Iterator[Path]:
    """A folder in memory where there is one: images are written by the thousand."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def recorded(stream: Stream, folder: Path, journal: str, *, early: bool = False, **instead: str) -> list[Event]:
    """What reaches the disk while the stream is told, with restarts and, where a log lets it, someone who reads for a
    while. `early` and `instead` plant faults: an answer before its commit, another setting."""
    path = folder / NAME
    if stream.before:
        path.write_bytes(stream.before)
    disk = RecordedDisk(f"recorded-{next(_NAMES)}")
    for start in range(0, len(stream.transactions), RESTART):
        writer = opened(path, disk.name, journal, wal_autocheckpoint=OFTEN, **instead)
        reader = opened(path, disk.name, journal, **instead) if journal == "WAL" else None
        for at, transaction in enumerate(stream.transactions[start : start + RESTART]):
            if reader and at % 5 == 1:
                reader.execute("BEGIN; SELECT count(*) FROM sqlite_master").fetchall()
            told_and_acknowledged(writer, transaction, disk.events, early=early)
            if reader and at % 5 == 3:
                reader.execute("ROLLBACK")
        if reader:
            reader.close()
        writer.close()
    return disk.events


def told_and_acknowledged(
    writer: apsw.Connection, transaction: Transaction, events: list[Event], *, early: bool
) -> None:
    if early and transaction.commits:
        events.append(ACKNOWLEDGED)
    tell(writer, transaction)
    if transaction.commits and not early:
        events.append(ACKNOWLEDGED)


@dataclass
class Damage:
    """What was seen in images, by kind, with the first numbers of each."""

    images: int = 0
    unsound: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    torn: list[int] = field(default_factory=list)

    @property
    def none(self) -> bool:
        return not (self.unsound or self.lost or self.torn)


def found_in(image: Image, folder: Path) -> str:
    """The digest of what the product's library finds in an image; empty when the file is not sound."""
    laid_out(image, folder)
    connection = sqlite_driver().connect(folder / NAME)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return content(connection.execute) if sound else ""
    except sqlite_driver().DatabaseError:
        return ""
    finally:
        connection.close()


def laid_out(image: Image, folder: Path) -> None:
    for old in folder.iterdir():
        old.unlink()
    for name, data in image.items():
        (folder / name).write_bytes(data)


def damage(stream: Stream, events: list[Event], images: int, folder: Path, seed: int) -> Damage:
    """Cuts the power so many times and looks at what is found."""
    after, seen = states(stream.before, stream.transactions), Damage()
    for acknowledged, image in power_cuts(before(stream), events, images, seed):
        found = found_in(image, folder)
        if not found:
            seen.unsound.append(seen.images)
        elif found not in after:
            seen.torn.append(seen.images)
        elif found not in after[acknowledged : acknowledged + 2]:  # the one under way may have come through
            seen.lost.append(seen.images)
        seen.images += 1
    return seen


def before(stream: Stream) -> Image:
    return {NAME: stream.before} if stream.before else {}


@pytest.mark.parametrize("whose", ["hub", "console"])
@pytest.mark.parametrize("journal", ["WAL", "TRUNCATE"])
def test_nothing_acknowledged_is_lost_by_a_power_cut(streams, fast, whose, journal):
    events = recorded(streams[whose], fast, journal)
    seen = damage(streams[whose], events, IMAGES[journal], fast, seed=3)
    print(f"{whose}, {journal}: {seen.images} images, {len(seen.lost)} lost, {len(seen.unsound)} unsound")
    assert seen.none, seen


def test_what_is_found_after_a_power_cut_is_a_plant_and_its_chain_is_whole(streams, fast):
    events = recorded(streams["hub"], fast, "WAL")
    checked = 0
    for acknowledged, image in power_cuts({}, events, SAMPLE, seed=6):
        if acknowledged > FOUNDED:
            laid_out(image, fast)
            verdict = checked_file(fast / NAME)
            assert verdict.whole, verdict.faults
            checked += 1
    assert checked > SAMPLE / 2


def test_a_console_goes_on_with_what_is_found_after_a_power_cut(streams, fast):
    stream = streams["console"]
    for _, image in power_cuts(before(stream), recorded(stream, fast, "WAL"), SAMPLE, seed=7):
        laid_out(image, fast)
        waits = waiting_in(fast)
        replica = Replica(fast / NAME, Clock(lambda: NOON, lambda: 0.0, "boot"))
        assert replica.damaged is None
        assert [operation.id for operation in replica.waiting()] == waits
        assert replica.run("people.add", {"name": "又一人", "roles": ["worker"]}).ok
        replica.close()


def waiting_in(folder: Path) -> list[str]:
    connection = sqlite_driver().connect(folder / NAME)
    found = [id_ for (id_,) in connection.execute("SELECT operation FROM pending ORDER BY n")]
    connection.close()
    return found


def test_an_answer_before_its_commit_is_lost_by_a_power_cut(streams, fast):
    events = recorded(streams["hub"], fast, "WAL", early=True)
    assert damage(streams["hub"], events, 100, fast, seed=8).lost


@pytest.mark.parametrize("whose", ["hub", "console"])
def test_without_a_flush_at_each_commit_power_cuts_lose(streams, fast, whose):
    """The setting that most recommend: if this shows no loss, the test above sees nothing. Of the cuts, most fall into
    the making of the tables, where there is nothing yet to lose: the more tables, the fewer lose something."""
    events = recorded(streams[whose], fast, "WAL", synchronous="NORMAL")
    seen = damage(streams[whose], events, 100, fast, seed=4)
    assert len(seen.lost) > 8
    assert not seen.unsound
    assert not seen.torn


def test_without_any_flush_power_cuts_leave_halves(streams, fast):
    events = recorded(streams["hub"], fast, "TRUNCATE", synchronous="OFF")
    seen = damage(streams["hub"], events, 100, fast, seed=5)
    assert seen.lost
    assert seen.unsound or seen.torn
