"""A disk that fails at any one write, cut or flush: what was acknowledged is there, nothing else is, the file is sound,
and the next that comes is served."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import apsw
import pytest

from services.store.database import sqlite_driver
from tests.services.store.failing_disk import FailingDisk, broken, full
from tests.services.store.product_sql import Transaction, content, in_memory, opened, tell
from tests.services.store.streams import hub_stream

FULL = bool(os.environ.get("ANHUAN_FULL"))
MOST = 500
STEP = 1 if FULL else 17
OFTEN = "40"  # pages of log before they are brought into the file, so that this fails too
SKIPPED = 12  # transactions until the plant is there
_NAMES = count()


@dataclass
class Told:
    """One run: which transactions were acknowledged, which failed at their commit, and what the failures were."""

    acknowledged: list[int] = field(default_factory=list)
    at_commit: list[int] = field(default_factory=list)
    errors: set[str] = field(default_factory=set)


class Bench:
    """A founded plant on a failing disk, and what it is told."""

    def __init__(self, folder: Path, transactions: Sequence[Transaction], journal: str) -> None:
        self.path, self.journal = folder / "plant.db", journal
        self.disk = FailingDisk(f"failing-{next(_NAMES)}")
        self.transactions = transactions[SKIPPED:]
        made = opened(self.path, self.disk.name, journal)
        for transaction in transactions[:SKIPPED]:
            tell(made, transaction)
        made.close()
        self.before = self.path.read_bytes()
        self.killed: dict[str, bytes] = {}  # the files as they were before the last connection was closed
        self._expected: dict[tuple[int, ...], str] = {}

    def run(self, at: int, error: Callable[[], Exception] = full, *, again: bool = False) -> Told:
        """Tells everything to a disk that fails at its call `at`, going on after failures as the product does."""
        self.lay({"plant.db": self.before})
        told, connection = Told(), self.connect()
        self.disk.will_fail(at, error, again=again)
        for number, transaction in enumerate(self.transactions):
            try:
                tell(connection, Transaction(transaction.statements))
            except apsw.Error as trouble:
                told.errors.add(type(trouble).__name__)
                connection = self.rolled_back(connection)
            else:
                self.end(connection, transaction.end, number, told)
        self.disk.fails_at = 0
        self.killed = {one.name: one.read_bytes() for one in self.files()}
        connection.close()
        return told

    def end(self, connection: apsw.Connection, end: str, number: int, told: Told) -> None:
        """Commits. A log that could not be brought into the file after it is no failure to SQLite, which says that the
        commit is done; apsw raises what the disk raised all the same, so whether it was rolled back is asked for."""
        undone: list[bool] = []
        connection.set_rollback_hook(lambda: undone.append(True))
        try:
            connection.execute(end)
        except apsw.Error as trouble:
            told.errors.add(type(trouble).__name__)
        connection.set_rollback_hook(None)
        (told.at_commit if undone else told.acknowledged).append(number)

    def files(self) -> list[Path]:
        """The database and its companions, but for the one in shared memory, which a restart makes anew."""
        return [one for one in self.path.parent.glob("plant.db*") if not one.name.endswith("-shm")]

    def lay(self, files: dict[str, bytes]) -> None:
        """The folder with just these files."""
        for old in self.path.parent.iterdir():
            old.unlink()
        for name, data in files.items():
            (self.path.parent / name).write_bytes(data)

    def connect(self) -> apsw.Connection:
        return opened(self.path, self.disk.name, self.journal, wal_autocheckpoint=OFTEN)

    def rolled_back(self, connection: apsw.Connection) -> apsw.Connection:
        """The connection without its transaction, which a full disk may have ended already; if it can't, another."""
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except apsw.Error:
            connection.close()
            return self.connect()
        return connection

    def expected(self, acknowledged: Sequence[int]) -> str:
        """The digest of a database that has been told these and nothing else."""
        key = tuple(acknowledged)
        if key not in self._expected:
            connection = in_memory(self.before)
            for number in key:
                if self.transactions[number].end:
                    tell(connection, self.transactions[number])
            self._expected[key] = content(connection.execute)
            connection.close()
        return self._expected[key]

    def found(self) -> str:
        """The digest of what the product's library finds on the disk; empty when the file is not sound."""
        connection = sqlite_driver().connect(self.path)
        try:
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return content(connection.execute) if sound else ""
        finally:
            connection.close()


@pytest.fixture(scope="module")
def transactions(tmp_path_factory: pytest.TempPathFactory) -> list[Transaction]:
    return hub_stream(tmp_path_factory.mktemp("hub") / "plant.db").transactions


@pytest.fixture(params=["WAL", "TRUNCATE"])
def bench(request: pytest.FixtureRequest, transactions: list[Transaction]) -> Iterator[Bench]:
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Bench(Path(folder), transactions, request.param)


def test_a_disk_that_never_fails_serves_everyone(bench):
    told = bench.run(0)
    assert bench.disk.count > MOST
    assert told.acknowledged == list(range(len(bench.transactions)))
    assert bench.found() == bench.expected(told.acknowledged)


@pytest.mark.parametrize("error", [full, broken])
@pytest.mark.parametrize("again", [False, True])
def test_at_whatever_call_the_disk_fails_no_answer_was_false(bench, error, again):
    for at in range(1, MOST + 1, STEP):
        told = bench.run(at, error, again=again)
        assert told.errors <= {"FullError", "IOError"}
        assert bench.found() in outcomes(bench, told, killed=False), at
        bench.lay(bench.killed)
        assert bench.found() in outcomes(bench, told, killed=True), at


def outcomes(bench: Bench, told: Told, *, killed: bool) -> list[str]:
    """What was acknowledged and nothing else. Where a commit's last flush failed, its sender was told so, and yet it
    may be there: without a log it is already, with one if the process ends before the log is written over. It is
    sent again then, and gets that answer."""
    doubtful = told.at_commit if bench.disk.failed == "flush" and (killed or bench.journal == "TRUNCATE") else []
    more = [sorted([*told.acknowledged, one]) for one in doubtful]
    return [bench.expected(told.acknowledged), *map(bench.expected, more)]


def test_a_commit_that_fails_unheard_is_seen(bench):
    """The fault that this is for: a failed commit that counts as done."""
    false = 0
    for at in range(1, MOST + 1, 17):
        told = bench.run(at)
        false += bench.found() != bench.expected(sorted(told.acknowledged + told.at_commit))
    assert false > 3
