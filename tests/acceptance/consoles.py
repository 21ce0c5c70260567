"""A console process as a test holds it: says what to do, waits for what is to be seen."""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from services.store.folder import PlantFolder
from services.store.replica import Clock, Replica
from services.sync.client import HubClient
from services.sync.keys import Keys

ROOT = Path(__file__).parents[2]
PATIENCE_S = 40.0


def pair(boss: HubClient, person: str, url: str, folder: Path) -> None:
    """Makes a folder that a console in this person's name can be opened on: paired by a code, with the hub at `url`."""
    place = PlantFolder(folder).console
    place.mkdir(parents=True)
    replica = Replica(place / "replica.db", Clock(lambda: datetime.now(UTC), time.monotonic, "boot"))
    computer = {"device": str(replica.fact("device")), "computer": platform.node() or "电脑"}
    code = boss.call("POST", "/api/pairings", json={"person": person})["code"]
    session = boss.pair(code, computer)
    replica.set_facts(me=session["person"], hub=url)
    replica.close()
    Keys(place, "console").keep("session", session["token"])


class Console:
    """One person's console on a data folder."""

    def __init__(self, data: Path, hub: str | None = None) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ANHUAN_LANG": "zh", "PYTHONUTF8": "1"}
        environment["PYTHONPATH"] = str(ROOT)
        command = [sys.executable, "-m", "tests.acceptance.console_driver", str(data), *([hub] if hub else [])]
        self.errors = open(data.parent / f"{data.name}.console.log", "wb")  # noqa: SIM115 - lives as long as the process
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, cwd=ROOT, env=environment
        )

    def tell(self, do: str, **how: Any) -> dict[str, Any]:
        """One command, its answer."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"do": do, **how}).encode() + b"\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, f"the console has ended: {Path(self.errors.name).read_text(encoding='utf-8')[-3000:]}"
        answer: dict[str, Any] = json.loads(line)
        return answer

    def do(self, do: str, /, **how: Any) -> Any:
        """Does it as soon as it can be done."""
        answer = {}
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            answer = self.tell(do, **how)
            if answer["ok"]:
                return answer["value"]
            if "missing" not in answer:
                break
            time.sleep(0.05)
        raise AssertionError(f"{do} {how}: {answer}")

    def click(self, name: str) -> None:
        self.do("click", name=name)

    def type(self, name: str, text: str) -> None:
        self.do("type", name=name, text=text)

    def choose(self, name: str, text: str) -> None:
        self.do("choose", name=name, text=text)

    def until(self, do: str, wanted: Any, /, **how: Any) -> Any:
        """Waits until what is seen fits: `wanted` is a text to be in it, or a function of it."""
        seen = None
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            answer = self.tell(do, **how)
            seen = answer.get("value", answer)
            fits = wanted(seen) if callable(wanted) else wanted in str(seen)
            if answer["ok"] and fits:
                return seen
            time.sleep(0.05)
        raise AssertionError(f"{do} {how}: waited for {wanted}, last saw {seen}")

    def close(self) -> int:
        """Closes the window and waits for the process."""
        if self.process.poll() is None and self.process.stdin:
            self.process.stdin.close()
        try:
            return self.process.wait(timeout=30)
        finally:
            self.process.kill()
            self.errors.close()


@contextmanager
def desk(boss: HubClient, person: str, url: str, folder: Path) -> Iterator[Console]:
    """A console that is paired as `pair` does it and in step with the hub; it is closed whatever happens, and must end
    well."""
    pair(boss, person, url, folder)
    console = Console(folder)
    try:
        console.until("text", "中心已同步", name="statusHub")
        yield console
    finally:
        ended = console.close()
    assert ended == 0
