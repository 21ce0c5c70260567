"""A hub as people run it: the command `anhuan hub` as a process of its own, spoken to over HTTP."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import requests

from services.core.ids import new_id
from services.core.shape import utc_text
from services.store.folder import PlantFolder
from tests.makers import NOON

COMMAND = ("-m", "services.cli")


class HubProcess:
    """Runs from here until `stop`. `under` is a command that watches it; `python` is what Python is told to run in
    place of the hub's own command, which gets the same words."""

    def __init__(
        self, root: Path, person: str, under: Sequence[str] = (), python: Sequence[str] = COMMAND, port: int = 0
    ) -> None:
        self.folder, self.person = PlantFolder(root), person
        command = [*under, sys.executable, *python, "hub", "--data", str(root), "--port", str(port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        assert self.process.stdout is not None
        self.process.stdout.readline()
        address = self.folder.running()
        assert address is not None, "the hub did not start"
        self.url, self.pid = address.url, address.pid
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers.update({"Authorization": f"Bearer {address.token}", "X-Anhuan-As": person})
        self.device, self.n = new_id(), 0

    def call(self, method: str, path: str, **given: Any) -> requests.Response:
        return self.session.request(method, self.url + path, timeout=30, **given)

    def issue(self, kind: str, **args: Any) -> tuple[int, dict[str, Any]]:
        """The status and the answer of one operation, in the device's turn."""
        operation = {"id": new_id(), "kind": kind, "args": args, "device": self.device, "n": self.n + 1}
        answer = self.call("POST", "/api/operations", json={"operations": [operation | {"made_at": utc_text(NOON)}]})
        found = answer.json()
        found = found["answers"][0] if "answers" in found else found
        self.n += "seq" in found
        return answer.status_code, {"sent": operation["id"], **found}

    def stop(self) -> None:
        """Ends as a service manager ends it."""
        if self.process.poll() is None:
            os.kill(self.pid, signal.SIGTERM)
        self.process.wait(30)
        assert self.process.stdout is not None
        self.process.stdout.close()
