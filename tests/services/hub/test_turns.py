"""Looks in turn: each comes when it is due and when it is woken, none twice at once, none after its end."""

import threading

from services.hub.looking import Looking
from services.hub.turns import Turns

LONG_S = 20.0


def test_many_looks_share_a_few_threads_and_none_comes_twice_at_once() -> None:
    turns, at_work, most, done = Turns(3), dict.fromkeys(range(20), 0), [0], threading.Semaphore(0)

    def look(n: int) -> None:
        at_work[n] += 1
        most[0] = max(most[0], at_work[n])
        at_work[n] -= 1
        done.release()

    lookings = [Looking(str(n), lambda n=n: look(n), 3600.0) for n in range(20)]  # type: ignore[misc]
    for one in lookings:
        one.start(turns)
    for _ in range(5):
        for one in lookings:
            one.wake()
        assert all(done.acquire(timeout=LONG_S) for _ in lookings)
    assert most == [1]
    turns.stop()


def test_one_that_is_woken_at_work_comes_again_and_not_after_its_end() -> None:
    turns, began, go_on, looks = Turns(2), threading.Semaphore(0), threading.Semaphore(0), list[int]()

    def look() -> None:
        looks.append(1)
        began.release()
        go_on.acquire(timeout=LONG_S)

    one = Looking("one", look, 3600.0)
    one.start(turns)
    one.wake()
    assert began.acquire(timeout=LONG_S)
    one.wake()
    go_on.release()
    assert began.acquire(timeout=LONG_S)
    go_on.release()
    one.stop()
    one.wake()
    turns.stop()
    assert len(looks) == 2
