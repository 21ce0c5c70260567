"""The hub's store while its database fails at any one statement or commit: everyone who waits hears, what was answered
is there, what was refused is not, and the next operation is served without a restart."""

import os
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as WaitedTooLong
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services.core.refused import Refused
from services.store.database import Database, _plain_refusals
from services.store.journal import Answer
from services.store.writer import Writer
from tests.makers import BEFORE
from tests.services.store.faults import BROKEN, FULL, LOCKED, Faults
from tests.services.store.workshop import Place, Workshop

STEP = 1 if os.environ.get("ANHUAN_FULL") else 5
pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
CODES = {FULL: "disk_full", BROKEN: "disk_full", LOCKED: "store_busy"}


@dataclass
class Heard:
    """What became of operations, by id: answered, refused with a code, or nothing at all."""

    answered: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)
    unheard: set[str] = field(default_factory=set)


class Crowd:
    """A plant, and three devices that send to it at the same time, each in its turn."""

    def __init__(self, path: Path) -> None:
        self.shop = Workshop(path)
        self.place: Place = self.shop.found()
        self.faults = Faults(self.shop.store.database, lambda: threading.current_thread().name == "writer")
        self.turns = {f"phone-{count}": 0 for count in range(3)}
        self.heard = Heard()
        self.patience_s = 30.0

    def storm(self) -> None:
        """Two operations from each device."""
        threads = [threading.Thread(target=self.send, args=(device, 2)) for device in self.turns]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def send(self, device: str, many: int) -> None:
        report = {"zone": self.place.zone, "photos": [BEFORE]}
        for _ in range(many):
            n = self.turns[device] + 1
            request = self.shop.request("hazards.report", report, self.place.worker, device=device, n=n)
            id_ = request.operation.id
            try:
                answer = self.shop.submit(request).result(self.patience_s)
            except Refused as refused:
                self.heard.refused[id_] = refused.code
            except WaitedTooLong:
                self.heard.unheard.add(id_)
            else:
                assert isinstance(answer, Answer)
                self.heard.answered.add(id_)
                self.turns[device] = n

    def campaign(self, text: str, *, again: bool) -> int:
        """Storms in which the first call fails, then the one after a step, until none is left to fail; how many."""
        at, storms = 1, 0
        while True:
            with self.faults.at(at, text, again=again):
                self.storm()
            self.send("phone-0", 1)
            if not self.faults.fired:
                return storms
            at, storms = at + STEP, storms + 1

    def found(self) -> tuple[set[str], bool]:
        """After a restart: which operations have an entry, and whether the chain is whole."""
        self.shop.reopen()
        return {entry["operation"] for entry in self.shop.entries()}, self.shop.verify().whole


@pytest.fixture
def crowd(tmp_path):
    made = Crowd(tmp_path / "plant.db")
    yield made
    made.shop.close()


@pytest.mark.parametrize("text", [FULL, BROKEN, LOCKED])
@pytest.mark.parametrize("again", [False, True])
def test_whatever_call_fails_everyone_hears_and_nobody_is_told_an_untruth(crowd: Crowd, text, again):
    storms = crowd.campaign(text, again=again)
    for at in (1, 2):
        with crowd.faults.at(at, text, again=again, commits=True):
            crowd.storm()
    assert storms > 40 / STEP
    assert crowd.heard.unheard == set()
    assert set(crowd.heard.refused.values()) == {CODES[text]}
    there, whole = crowd.found()
    assert crowd.heard.answered <= there
    assert there.isdisjoint(crowd.heard.refused)
    assert whole


def test_it_serves_again_without_a_restart(crowd: Crowd):
    with crowd.faults.at(1, FULL, again=True):
        crowd.storm()
    assert crowd.heard.answered == set()
    crowd.storm()
    assert len(crowd.heard.answered) == 6


@contextmanager
def swallowing(self: Database) -> Iterator[sa.Connection]:
    """A transaction whose failed commit nobody hears of."""
    with _plain_refusals(), self.engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection
        try:
            connection.commit()
        except sa.exc.OperationalError:
            connection.invalidate()


def early(self: Writer, batch: list[Any]) -> None:
    """Answers as soon as it has decided; what the commit does nobody is told."""
    try:
        with self.database.writing() as connection:
            journal = self.open_journal(connection)
            for work, future in batch:
                settle(future, self._one(connection, journal, work))
    except Refused as refused:
        self.forget()
        for _, future in batch:
            settle(future, refused)


def silent(self: Writer, batch: list[Any]) -> None:
    """Tells nobody when a transaction fails as a whole."""
    try:
        with self.database.writing() as connection:
            journal = self.open_journal(connection)
            outcomes = [(future, self._one(connection, journal, work)) for work, future in batch]
    except Refused:
        self.forget()
        return
    for future, outcome in outcomes:
        settle(future, outcome)


def settle(future: "Future[Any]", outcome: Any) -> None:
    if future.done():
        return
    if isinstance(outcome, Exception):
        future.set_exception(outcome)
    else:
        future.set_result(outcome)


@pytest.mark.parametrize(("where", "name", "fault"), [(Database, "writing", swallowing), (Writer, "_write", early)])
def test_an_answer_without_its_commit_is_seen(crowd: Crowd, monkeypatch, where, name, fault):
    monkeypatch.setattr(where, name, fault)
    with crowd.faults.at(1, BROKEN, again=False, commits=True):
        crowd.storm()
    monkeypatch.undo()
    there, _ = crowd.found()
    assert not crowd.heard.answered <= there


def test_someone_who_waits_in_vain_is_seen(crowd: Crowd, monkeypatch):
    monkeypatch.setattr(Writer, "_write", silent)
    crowd.patience_s = 0.2
    with crowd.faults.at(3, BROKEN, again=True):
        crowd.storm()
    assert crowd.heard.unheard
