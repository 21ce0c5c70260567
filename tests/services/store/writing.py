"""The process that durability tests kill: it reports hazards without end and sends each answered id at once."""

import os
from concurrent.futures import Future
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from services.core.operation import Actor
from services.core.roles import Role
from services.store import writer
from services.store.journal import Answer, Request
from tests.makers import BEFORE
from tests.services.store.workshop import Workshop


def write_without_end(path: Path, answered: Connection, too_early: bool) -> None:
    """Reports from four devices, three at a time each. `too_early` plants the fault that the test must see."""
    if too_early:
        answer_before_commit()
    shop = Workshop(path)
    zone, worker = shop.find("zone")[0], shop.find("person")[0]
    by = Actor(worker.id, frozenset({Role.WORKER}))
    devices = [f"{os.getpid()}-{count}" for count in range(4)] * 3
    report = {"zone": zone.id, "photos": [BEFORE]}
    while True:
        requests = [shop.request("hazards.report", report, by, device=device) for device in devices]
        for future in [shop.submit(request) for request in requests]:
            answered.send_bytes(future.result(30).id.encode())


def answer_before_commit() -> None:
    """Everyone is answered as soon as an operation is decided; the commit comes after."""
    real, submit = writer.Writer._one, writer.Writer.submit
    waiting: dict[int, Any] = {}

    def early(self: Any, connection: Any, journal: Any, work: Any) -> Any:
        outcome = real(self, connection, journal, work)
        if isinstance(work, Request) and isinstance(outcome, Answer):
            waiting[id(work)].set_result(outcome)
        return outcome

    def submitted(self: Any, request: Request) -> Any:
        future = submit(self, request)
        waiting[id(request)] = future
        return future

    writer.Writer._one = early  # type: ignore[method-assign]
    writer.Writer.submit = submitted  # type: ignore[method-assign]
    Future.set_result = _once(Future.set_result)  # type: ignore[method-assign]


def _once(set_result: Any) -> Any:
    def once(future: Any, value: Any) -> None:
        if not future.done():
            set_result(future, value)

    return once
