"""The one thread that writes to a plant's store: it takes all operations that wait, answers each in a savepoint of
its own, commits once for all of them, and only then tells those who wait."""

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Any

import sqlalchemy as sa

from services.store.database import Database
from services.store.journal import Answer, Journal, Request, spoils_transaction

LOG = logging.getLogger(__name__)
MOST_AT_ONCE = 256
_STOP = None


@dataclass(frozen=True, slots=True)
class Together:
    """Operations and what is written beside them."""

    requests: tuple[Request, ...]
    then: Callable[[sa.Connection], None]


class Writer:
    """Starts its thread at once; `close` finishes what waits. `committed` is called, on the writer's thread, with the
    answers of each commit; `erased` after one that erased somebody; `forget` after a transaction that failed as a
    whole."""

    def __init__(
        self, database: Database, open_journal: Callable[[sa.Connection], Journal], forget: Callable[[], None]
    ) -> None:
        self.database = database
        self.open_journal = open_journal
        self.forget = forget
        self.committed: list[Callable[[Sequence[Answer]], None]] = []
        self.erased: list[Callable[[], None]] = [database.clear_log]
        self._waiting: queue.SimpleQueue[tuple[Any, Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, request: Request) -> "Future[Answer]":
        """Answers when the operation's entry is durable. The future raises Refused for what cannot be answered."""
        future: Future[Answer] = Future()
        self._waiting.put((request, future))
        return future

    def submit_together(
        self, requests: Sequence[Request], then: Callable[[sa.Connection], None]
    ) -> "Future[list[Answer]]":
        """Several operations and what is written beside them, all in one commit or none of it."""
        future: Future[list[Answer]] = Future()
        self._waiting.put((Together(tuple(requests), then), future))
        return future

    def call(self, work: Callable[[sa.Connection], Any]) -> "Future[Any]":
        """Runs other hub-side writing (sessions, deliveries) in the same queue and commit."""
        future: Future[Any] = Future()
        self._waiting.put((work, future))
        return future

    def close(self) -> None:
        """Finishes what waits and stops."""
        self._waiting.put(_STOP)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._waiting.get()) is not _STOP:
            batch = [first]
            while len(batch) < MOST_AT_ONCE and not self._waiting.empty():
                more = self._waiting.get()
                if more is _STOP:
                    self._waiting.put(_STOP)
                    break
                batch.append(more)
            self._write(batch)

    def _write(self, batch: list[Any]) -> None:
        done: list[tuple[Future[Any], Any]] = []
        try:
            with self.database.writing() as connection:
                journal = self.open_journal(connection)
                for work, future in batch:
                    outcome = self._one(connection, journal, work)
                    done.append((future, outcome))
        except Exception as error:  # noqa: BLE001 - nothing is durable, so everyone who waits must hear of it
            self.forget()
            for _, future in batch:
                future.set_exception(error)
            return
        for listener in self.erased if journal.forgot else ():
            self._quietly(listener)
        outcomes = [one for _, outcome in done for one in (outcome if isinstance(outcome, list) else [outcome])]
        answers = [one for one in outcomes if isinstance(one, Answer)]
        for future, outcome in done:
            if isinstance(outcome, Exception):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)
        if answers:
            self._tell(answers)

    def _tell(self, answers: Sequence[Answer]) -> None:
        for listener in self.committed:
            self._quietly(partial(listener, answers))

    def _quietly(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception:
            LOG.exception("something failed after a commit; the writer goes on")

    def _one(self, connection: sa.Connection, journal: Journal, work: Any) -> Any:
        """The outcome of one piece; an exception is an outcome too, and leaves no trace in the transaction."""
        try:
            if isinstance(work, Request):
                return journal.answer(work)
            if isinstance(work, Together):
                return journal.together(work.requests, work.then)
            with connection.begin_nested():
                return work(connection)
        except Exception as error:
            if spoils_transaction(error):
                raise
            return error  # a fault of one operation must not take its neighbours with it
