"""A console whose database fails at any one statement or commit: what it says is kept is kept, what it says is not is
not, nothing is half laid down, and it goes on when the fault is over."""

import errno
import os
import shutil

import pytest

from services.core.refused import Refused
from services.store.replica import Clock, Replica
from services.store.side_log import SideLog
from tests.makers import NOON
from tests.services.store.faults import BROKEN, FULL, LOCKED, Faults
from tests.services.sync.desks import Desk, Office, in_step, records_of

STEP = 1 if os.environ.get("ANHUAN_FULL") else 6
CODES = {FULL: "disk_full_here", BROKEN: "disk_full_here", LOCKED: "store_busy"}


class Trial:
    """A console beside its hub, and its database's faults."""

    def __init__(self, office: Office, desk: Desk) -> None:
        self.office, self.desk = office, desk
        self.faults = Faults(desk.replica.database)
        self.refused: list[str] = []
        self.count = 0

    def waiting(self) -> list[str]:
        return [operation.id for operation in self.desk.replica.waiting()]

    def work(self, at: int, text: str, *, again: bool) -> None:
        """An operation while a call fails: kept, or as if it had never been."""
        before, waited = records_of(self.desk.replica.database), self.waiting()
        self.count += 1
        with self.faults.at(at, text, again=again):
            local = self.desk.run("zones.rename", zone=self.office.zone, name=f"第{self.count}个名字")
        if local.refused:
            self.refused.append(local.refused.code)
            assert self.waiting() == waited
            assert records_of(self.desk.replica.database) == before
        else:
            assert self.waiting() == [*waited, local.id]
        assert self.waiting_elsewhere() == self.waiting()

    def waiting_elsewhere(self) -> list[str]:
        """What waits when the console's files are opened anew: what a restart would find."""
        there = self.desk.replica.path.parent.with_name("again")
        shutil.copytree(self.desk.replica.path.parent, there)
        replica = Replica(there / "replica.db", Clock(lambda: NOON, lambda: 0.0, "boot"))
        found = [operation.id for operation in replica.waiting()]
        replica.close()
        shutil.rmtree(there)
        return found

    def exchange(self, at: int, text: str, *, again: bool) -> None:
        """A sync while a call fails: done, or its entries are not here and the cursor stands where it was."""
        self.office.do("zones.rename", zone=self.office.zone, name=f"中心{self.count}")
        cursor, seen = self.desk.replica.fact("cursor"), records_of(self.desk.replica.database)
        with self.faults.at(at, text, again=again):
            try:
                self.desk.sync()
            except Refused as refused:
                self.refused.append(refused.code)
        if self.desk.replica.fact("cursor") == cursor:
            assert records_of(self.desk.replica.database) == seen

    def goes_on(self) -> None:
        """Without the fault the console and the hub are in step again, and nothing was answered twice or lost."""
        self.desk.sync()
        assert self.waiting() == []
        assert in_step(self.office, self.desk)


@pytest.fixture
def trial(office, tmp_path):
    desk = Desk(office, tmp_path / "desk", office.people["孙丽"])
    desk.sync()
    yield Trial(office, desk)
    desk.close()


@pytest.mark.parametrize("text", [FULL, BROKEN, LOCKED])
@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("what", ["work", "exchange"])
def test_whatever_call_fails_the_console_says_what_is_true_and_goes_on(trial: Trial, text, again, what):
    at = 1
    while True:
        if what == "exchange":
            assert trial.desk.run("people.add", name=f"新人{at}", roles=["worker"]).ok
        getattr(trial, what)(at, text, again=again)
        fired = trial.faults.fired
        trial.goes_on()
        if not fired:
            break
        at += STEP
    assert at > 2 * STEP
    assert set(trial.refused) == {CODES[text]}


def test_forgetting_what_was_refused_needs_no_room(trial: Trial, monkeypatch):
    """An operation's line was written and its commit fails; there is no room for a second line."""
    real = SideLog._add

    def add(self, lines, *, flush):
        if any("waits" not in line for line in lines):
            raise Refused("disk_full_here")
        real(self, lines, flush=flush)

    monkeypatch.setattr(SideLog, "_add", add)
    failed = each_call_fails(trial)
    assert len(trial.refused) == failed > 3


def test_an_operation_whose_line_was_written_and_not_flushed_was_never_there(trial: Trial, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    local = trial.desk.run("zones.rename", zone=trial.office.zone, name="一")
    monkeypatch.undo()
    assert local.refused is not None
    assert local.refused.code == "disk_full_here"
    assert trial.waiting_elsewhere() == trial.waiting() == []


def test_what_a_side_log_forgot_too_late_is_seen(trial: Trial, monkeypatch):
    """The fault that these are for: the line of an operation that was refused stays."""
    monkeypatch.setattr(SideLog, "never_waited", lambda *_: None)
    with pytest.raises(AssertionError):
        each_call_fails(trial)


def each_call_fails(trial: Trial) -> int:
    """An operation whose first call fails, another whose second does, until none is left; how many."""
    at = 1
    while at == 1 or trial.faults.fired:
        trial.work(at, BROKEN, again=True)
        at += 1
    return at - 2
