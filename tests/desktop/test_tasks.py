"""Background work: results come back on the GUI thread, errors too, progress, cancelling, and an end."""

import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import delete

from desktop.tasks import Task, Tasks


@pytest.fixture
def tasks(qapp: Any) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.wait()


def test_work_runs_elsewhere_and_its_result_comes_here(qtbot: Any, tasks: Tasks) -> None:
    came: list[tuple[int, threading.Thread]] = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run(threading.get_ident, lambda worker: came.append((worker, threading.current_thread())))
    ((worker, thread),) = came
    assert worker != threading.get_ident()
    assert thread is threading.main_thread()


def test_an_error_comes_here_too(qtbot: Any, tasks: Tasks) -> None:
    failed: list[Exception] = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: 1 // 0, pytest.fail, failed.append)
    assert isinstance(failed[0], ZeroDivisionError)


def test_an_error_that_nobody_awaits_is_not_swallowed(qtbot: Any, tasks: Tasks) -> None:
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: 1 // 0, pytest.fail)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_after_an_error_in_a_slot_the_next_work_still_comes_back(qtbot: Any, tasks: Tasks) -> None:
    with qtbot.captureExceptions(), qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: 1, lambda _: 1 // 0)
    came: list[int] = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: 2, came.append)
    assert came == [2]


def test_progress_is_told_in_order_before_the_result(qtbot: Any, tasks: Tasks) -> None:
    told: list[object] = []

    def work(task: Task) -> str:
        return "done" if all(task.step(share) for share in (0.25, 0.5, 1.0)) else "cancelled"

    with qtbot.waitSignal(tasks.idle):
        tasks.run(work, told.append, progress=told.append)
    assert told == [0.25, 0.5, 1.0, "done"]


def test_cancelled_work_ends_at_its_next_step(qtbot: Any, tasks: Tasks) -> None:
    told: list[object] = []
    begun, go_on = threading.Event(), threading.Event()

    def work(task: Task) -> str:
        begun.set()
        go_on.wait(10)
        return "done" if task.step(0.5) else "cancelled"

    with qtbot.waitSignal(tasks.idle):
        task = tasks.run(work, told.append, progress=told.append)
        assert begun.wait(10)
        task.cancel()
        go_on.set()
    assert told == ["cancelled"]


def test_idle_comes_once_all_are_back(qtbot: Any, tasks: Tasks) -> None:
    came: list[int] = []
    with qtbot.waitSignal(tasks.idle):
        for number in range(20):
            tasks.run(lambda number=number: number, came.append)
    assert sorted(came) == list(range(20))


def test_after_waiting_nothing_is_called_any_more(qtbot: Any) -> None:
    tasks = Tasks()
    came: list[object] = []
    go_on = threading.Event()
    tasks.run(lambda: go_on.wait(10), came.append)
    go_on.set()
    tasks.wait()
    QCoreApplication.processEvents()
    assert came == [], "the window that wanted it may be gone"


class Awaiting(QObject):
    """Counts what comes back, in its C++ part, as a widget shows it."""

    def on_came(self, _: Any) -> None:
        self.setProperty("came", True)


@pytest.mark.parametrize("bound", [lambda one: one.on_came, lambda one: partial(one.on_came)])
def test_what_comes_back_for_something_that_is_gone_is_let_go(qtbot: Any, tasks: Tasks, bound: Any) -> None:
    gone, here, may = Awaiting(), Awaiting(), threading.Event()
    tasks.run(lambda: may.wait(9), bound(gone))
    tasks.run(lambda: may.wait(9), bound(here))
    delete(gone)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(tasks.idle):
        may.set()
    assert raised == []
    assert here.property("came") is True
