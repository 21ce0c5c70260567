"""Garbage is collected on the GUI thread, whichever thread makes it."""

import gc
import threading
from collections.abc import Iterator
from typing import Any
from weakref import WeakSet

import pytest

from desktop.garbage import Garbage
from desktop.tasks import Tasks

ENOUGH = 200_000


class Knot:
    """Refers to itself, so that only the collector frees it, and says where that was."""

    freed: "set[int]" = set()

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.freed.add(threading.get_ident())


@pytest.fixture
def tasks(qtbot: Any) -> Iterator[Tasks]:
    Knot.freed = set()
    made = Tasks()
    yield made
    made.wait()


@pytest.mark.parametrize("left_to_python", [False, True])
def test_a_task_never_frees_what_only_the_collector_can(
    qtbot: Any, tasks: Tasks, monkeypatch: pytest.MonkeyPatch, *, left_to_python: bool
) -> None:
    """Left to Python, the thread that allocates is the one that collects."""
    monkeypatch.setattr("desktop.garbage.MANY", -1)  # what earlier tests let go of now is taken off the count
    if left_to_python:
        gc.enable()
    told: list[int] = []

    def work() -> int:
        for _ in range(100):
            Knot()
        assert [[] for _ in range(ENOUGH)]
        return threading.get_ident()

    tasks.run(work, told.append)
    qtbot.waitUntil(lambda: told != [] and Knot.freed != set())
    assert (told[0] in Knot.freed) is left_to_python
    assert (threading.get_ident() in Knot.freed) is not left_to_python


def test_python_collects_again_after_the_last_of_them(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Garbage, "living", WeakSet())
    one, other = Tasks(), Tasks()
    one.wait()
    assert not gc.isenabled()
    other.wait()
    assert gc.isenabled()


def test_what_is_left_alone_is_no_garbage_of_today(qtbot: Any, tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Garbage, "settled", False)
    other = Garbage(tasks)
    Knot()
    try:
        other._on_old()
        assert Knot.freed == {threading.get_ident()}
    finally:
        gc.unfreeze()
        other.end()
