"""Processes that serve all plants of one database: `python -m tests.services.hub.plants_process FAULT hub --data …`
with a fault planted."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import requests

from services import cli
from services.store import shared
from services.store.folder import PlantFolder
from services.store.group import Group, Leases
from services.store.shared import SharedServer

LEASE_S = 1.5
LONGEST_S = 60


class PlantsProcess:
    """One of them, on a folder of its own."""

    def __init__(self, root: Path, url: str, fault: str = "") -> None:
        root.mkdir(parents=True, exist_ok=True)
        self.root = root
        module = ["tests.services.hub.plants_process", fault] if fault else ["services.cli"]
        where = ["--data", str(root), "--database", url, "--port", "0", "--lease-s", str(LEASE_S)]
        command = [sys.executable, "-m", *module, "--lang", "en", "hub", *where]
        with open(root / "log", "wb") as log:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        assert self.process.stdout is not None
        words = self.process.stdout.readline().split()
        assert words, (root / "log").read_text()
        self.url = next(word for word in words if word.startswith("http")).rstrip(".")

    def leases(self) -> set[tuple[str, str]]:
        """What it says that it does, for which plants."""
        found = requests.get(self.url + "/health", timeout=20).json()["looks_after"]
        return {(key, part) for key, parts in found.items() for part in parts}

    def token(self, plant: str) -> str:
        """This machine's own, of a plant that is open here."""
        requests.get(f"{self.url}/at/{plant}/health", timeout=20)
        found = PlantFolder(self.root / "plants" / plant).running()
        assert found is not None
        return found.token

    def pause(self) -> None:
        """As a machine that stands still for a while, and doesn't know it."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(30)
        assert self.process.stdout is not None
        self.process.stdout.close()


def until(true: Callable[[], bool], longest_s: float = LONGEST_S) -> float:
    """Waits for it; how many seconds it took."""
    began = time.monotonic()
    while not true():
        assert time.monotonic() < began + longest_s, "it never came"
        time.sleep(0.05)
    return time.monotonic() - began


def added(url: str, root: Path, key: str, *more: str) -> dict[str, str]:
    """A plant that was added by the command; what it said."""
    words = ["--database", url, "--data", str(root), "--name", f"{key} 厂", "--person", "周敏", "--json"]
    with redirect_stdout(StringIO()) as said:
        assert cli.main(["plants", "add", key, *words, *more]) == 0
    told: dict[str, str] = json.loads(said.getvalue())
    return told


def group_of(url: str, *keys: str) -> Group:
    """A register with these plants, which have no tables of their own."""
    group = Group(SharedServer(url))
    for key in keys:
        group.add(group.check(key, key, None, datetime.now(UTC)))
    return group


def never_turned() -> None:
    """A connection stays with the plant that it served first."""
    real = shared._turn
    turned = set[int]()

    def once(connection: Any, schema: str) -> None:
        if id(connection) not in turned:
            turned.add(id(connection))
            real(connection, schema)

    vars(shared)["_turn"] = once


def takes_all() -> None:
    """Whoever asks holds every lease, whoever else does."""

    def renew(self: Leases) -> Any:
        group = Group(SharedServer(self.database.engine.url.render_as_string(hide_password=False)))
        return frozenset((one.key, part) for one in group.plants() for part in ("engine", "dispatch"))

    Leases.renew = renew  # type: ignore[method-assign]


FAULTS: dict[str, Callable[[], None]] = {"never-turned": never_turned, "takes-all": takes_all}


def main(words: Sequence[str]) -> int:
    fault, *command = words
    FAULTS[fault]()
    return cli.main(command)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    sys.exit(main(sys.argv[1:]))
