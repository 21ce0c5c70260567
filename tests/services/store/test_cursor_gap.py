"""On PostgreSQL, followers of the journal miss no entry, however slowly and in whatever order others commit.

A number that is given before the commit may become visible after a greater one, and who has read past it never comes
back. Numbers are therefore given under the plant's lock, which ends after the rows can be seen.
"""

import json
import os
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from services.core.ids import new_id
from services.core.operation import Actor
from services.core.roles import Role
from services.store import postgresql
from services.store.accounts import LabelKeys
from services.store.changes import page_after
from services.store.database import Database
from services.store.journal import Journal, Request
from services.store.schema import bring_up
from services.store.tables import entries
from tests.makers import NOON, operation

ENTRIES = 20_000 if os.environ.get("ANHUAN_FULL") else 1_500
COMMITTERS, PULLERS = 16, 4
SLOWEST_S = 0.002
MOST_AT_ONCE = 4
OFFICER = Actor("somebody", frozenset({Role.SAFETY_OFFICER}))


def commit_slowly(database: Database, journal: type[Journal], device: str, count: int, seed: int) -> None:
    """So many operations of a device, one to four a transaction, with a rest before each commit."""
    chance, done = random.Random(seed), 0
    while done < count:
        some = range(done, min(count, done + chance.randint(1, MOST_AT_ONCE)))
        with database.writing() as connection:
            writing = journal(connection, LabelKeys({}, os.urandom), lambda *_: None)
            for n in some:
                renamed = operation("zones.rename", {"zone": "none", "name": "x"}, id=new_id(), device=device, n=n + 1)
                writing.answer(Request(renamed, OFFICER, NOON, NOON))
            time.sleep(chance.random() * SLOWEST_S)
        done = some.stop


def follow(database: Database, ended: threading.Event, seed: int) -> list[int]:
    """The sequence numbers that a follower is given, until all is committed and nothing more comes."""
    chance, cursor, seen = random.Random(seed), 0, list[int]()
    while True:
        last = ended.is_set()
        with database.reading() as connection:
            _, page = page_after(connection, OFFICER, cursor, most=chance.choice([1, 10, 100]))
        seen += [json.loads(body)["seq"] for _, body in page]
        if page:
            cursor = seen[-1]
        elif last:
            return seen
        else:
            ended.wait(SLOWEST_S)


def missed(url: str, journal: type[Journal] = Journal, most: int = ENTRIES) -> list[int]:
    """How many entries each follower missed of those that are there in the end."""
    database, ended = Database(url), threading.Event()
    with ThreadPoolExecutor(COMMITTERS + PULLERS) as threads:
        followers = [threads.submit(follow, database, ended, seed) for seed in range(PULLERS)]
        share = most // COMMITTERS
        slow = [
            threads.submit(commit_slowly, database, journal, f"device-{count}", share, count)
            for count in range(COMMITTERS)
        ]
        try:
            for one in slow:
                one.result(600)
        finally:
            ended.set()
        seen = [one.result(60) for one in followers]
    with database.reading() as connection:
        there = list(connection.execute(sa.select(entries.c.seq).order_by(entries.c.seq)).scalars())
    database.close()
    assert len(there) == COMMITTERS * share
    assert all(one == sorted(set(one)) for one in seen), "nothing comes twice or out of order"
    return [len(set(there) - set(one)) for one in seen]


@pytest.fixture
def plant(postgres) -> Callable[[str], str]:
    def made(name: str) -> str:
        database = Database(postgres.url(name))
        bring_up(database)
        database.close()
        return str(postgres.url(name))

    return made


@pytest.fixture(autouse=True)
def many_connections(monkeypatch):
    monkeypatch.setattr(postgresql, "CONNECTIONS", COMMITTERS + PULLERS)


def test_followers_miss_nothing(plant):
    assert missed(plant("gap_none")) == [0] * PULLERS


class Naive(Journal):
    """Takes its numbers from a sequence, as a `bigserial` does."""

    def _append(self, request, changes, refused):
        self.seq = self.connection.exec_driver_sql("SELECT nextval('naive')").scalar_one() - 1
        return super()._append(request, changes, refused)


def test_numbers_given_before_the_lock_would_be_missed(plant, monkeypatch):
    url = plant("gap_naive")
    database = Database(url)
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE SEQUENCE naive")
    database.close()
    monkeypatch.setattr(postgresql, "ALONE", "SELECT 1")
    assert sum(missed(url, Naive, 800)) > 0
