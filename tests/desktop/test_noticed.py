"""Whatever stops alerts from going out is noticed by a console and by the watchdog, a process of its own, and so is
that it is over: a real hub that is killed, that hangs, whose dispatcher rests, whose store is held by another program,
that is behind a cut wire, or in whose place something else answers. In life it takes them at most two minutes; here
all spans are seconds.

ANHUAN_FULL: every one of the six ten times, at another moment each."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desktop.tasks import Tasks
from desktop.watching import Watching
from services.alerts.watchdog_settings import FILE
from services.sync.client import HubClient
from tests.acceptance.wires import Cable
from tests.desktop.plants import until
from tests.services.alerts.providers import Provider, provider
from tests.services.hub.hasty_hub import SLOW
from tests.services.hub.hub_process import COMMAND, HubProcess

FULL = bool(os.environ.get("ANHUAN_FULL"))
HASTY = (str(Path(__file__).parents[1] / "services" / "hub" / "hasty_hub.py"),)
TEMPLATE = '{"to": "{to}", "text": "{text}", "subject": "{subject}"}'
LIMIT_S, PATIENCE_S = 1.5, 60.0
NOBODY = 9  # a port at which nothing listens
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a kill that nothing can catch")


def port_of(address: str) -> int:
    """The port in an address."""
    return int(address.rpartition(":")[2])


@dataclass
class Scene:
    """A hub behind a wire, a console and a watchdog that look at it, and what they have noticed."""

    root: Path
    service: Provider
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    tasks: Tasks = field(default_factory=Tasks)
    hub: HubProcess = field(init=False)
    cable: Cable = field(default_factory=lambda: Cable(NOBODY))

    def start(self) -> None:
        """Each time at another port: that of a killed one may be somebody else's by now."""
        self.hub = HubProcess(self.root / "plant", "", python=HASTY)
        self.cable.to = port_of(self.hub.url)

    def console(self, kind: type[Watching] = Watching) -> Watching:
        """What a window has to look with, without the window."""
        opened = SimpleNamespace(client=HubClient(self.cable.url))
        workbench: Any = SimpleNamespace(opened=opened, tasks=self.tasks, now=lambda: datetime.now(UTC))
        return kind(workbench, every_ms=50, limit_s=LIMIT_S)

    @contextmanager
    def watchdog(self) -> Iterator[None]:
        """It runs meanwhile, and tells one person."""
        folder = self.root / "dog"
        folder.mkdir()
        gateway = {"address": f"{self.service.address}/sms", "template": TEMPLATE, "to": ["13800000001"]}
        settings = {"hub": self.cable.url, "lang": "en", "every_s": 0.1, "after_s": LIMIT_S, "gateway": gateway}
        (folder / FILE).write_text(json.dumps(settings))
        command = [sys.executable, *COMMAND, "watchdog", "--data", str(folder), "--lang", "en"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as dog:
            assert dog.stdout
            dog.stdout.readline()
            try:
                yield
            finally:
                dog.send_signal(signal.SIGTERM)

    @property
    def told(self) -> int:
        """How often the watchdog has told somebody."""
        return len(self.service.at("/sms"))

    # What happens, and how it ends.
    def killed(self) -> Callable[[], None]:
        os.kill(self.hub.pid, signal.SIGKILL)
        self.hub.stop()
        self.cable.to = NOBODY
        return self.start

    def hangs(self) -> Callable[[], None]:
        os.kill(self.hub.pid, signal.SIGSTOP)
        return lambda: os.kill(self.hub.pid, signal.SIGCONT)

    def rests(self) -> Callable[[], None]:
        file = self.root / "plant" / "hub" / SLOW
        file.touch()
        return file.unlink

    def held(self) -> Callable[[], None]:
        other = sqlite3.connect(self.root / "plant" / "hub" / "plant.db", isolation_level=None, timeout=20)
        other.execute("BEGIN IMMEDIATE")
        return other.close

    def away(self) -> Callable[[], None]:
        self.cable.pull()
        return self.cable.plug

    def another(self) -> Callable[[], None]:
        self.cable.to = port_of(self.service.address)
        self.service.answers["/health/dispatch"] = [(200, "<html>It works!</html>")]
        self._plugged_anew()

        def back() -> None:
            self.cable.to = port_of(self.hub.url)
            self._plugged_anew()

        return back

    def _plugged_anew(self) -> None:
        self.cable.pull()
        self.cable.plug()


@pytest.fixture
def scene(tmp_path: Path, qapp: Any) -> Iterator[Scene]:
    with provider() as service:
        service.answers["/sms"] = [(200, "ok")]
        made = Scene(tmp_path, service)
        made.start()
        with made.watchdog():
            yield made
        made.tasks.wait()
        made.cable.close()
        made.hub.stop()


CASES = ("killed", "hangs", "rests", "held", "away", "another")
SHORT = ("rests", "another", "killed")
ROUNDS = [(case, turn) for turn in range(10 if FULL else 1) for case in (CASES if FULL else SHORT)]


def test_it_is_noticed_by_both_and_so_is_its_end(scene: Scene) -> None:
    chance = random.Random(7)
    console = scene.console()
    noticed = []
    until(lambda: console.since > scene.began, PATIENCE_S)
    for case, turn in ROUNDS:
        time.sleep(chance.uniform(0, 1) if FULL else 0)
        before, began = scene.told, time.monotonic()
        over = getattr(scene, case)()
        until(lambda: console.trouble, PATIENCE_S)
        by_console = time.monotonic() - began
        until(lambda: scene.told == before + 1, PATIENCE_S)  # noqa: B023 - asked before the next turn
        noticed.append((case, turn, by_console, time.monotonic() - began))
        over()
        until(lambda: not console.trouble and scene.told == before + 2, PATIENCE_S)  # noqa: B023
    console.stop()
    subjects = [one.body["subject"] for one in scene.service.at("/sms")]
    assert subjects[1::2] == [subjects[1]] * len(ROUNDS)
    assert subjects[1] not in subjects[::2]
    print(*noticed, sep="\n")


class Trusting(Watching):
    """A watching at fault: it judges only when an answer has come."""

    def _judge(self) -> None:
        if not self._asking:
            super()._judge()


class Content(Watching):
    """A watching at fault: any answer is a good one."""

    def _on_answer(self, said: dict[str, Any]) -> None:
        super()._on_answer({**said, "ok": True})


@pytest.mark.parametrize(("fault", "case"), [(Trusting, "hangs"), (Content, "rests")])
@pytest.mark.skipif(not FULL, reason="a hub of its own for each")
def test_a_watching_that_is_at_fault_is_found_out(scene: Scene, fault: type[Watching], case: str) -> None:
    console = scene.console(fault)
    until(lambda: console.since > scene.began, PATIENCE_S)
    over, ends = getattr(scene, case)(), time.monotonic() + 4 * LIMIT_S
    until(lambda: time.monotonic() > ends, PATIENCE_S)
    assert not console.trouble
    over()
    console.stop()
