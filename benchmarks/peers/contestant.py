"""One contestant: a process that answers commands in lines of JSON, and a counting proxy before its server."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Took:
    """Seconds by the contestant's own clock, and bytes up and down between its client and its server."""

    seconds: float
    bytes: int


class Contestant:
    """Starts the process, tells it through which port to speak, and asks it to do one thing after the other. `name`
    is how the table calls it; `log` gets what the process complains of."""

    def __init__(self, name: str, command: list[str], log: Path) -> None:
        self.name = name
        self._log = log.open("wb")
        self._process = self._start(command)
        port = self._answer(self._process)["port"]
        self._proxy = self._start([sys.executable, "-m", "benchmarks.peers.proxy", str(port)])
        self.ask("through", port=int(self._read(self._proxy)))

    def _start(self, command: list[str]) -> subprocess.Popen[bytes]:
        here = {**os.environ, "PYTHONUTF8": "1"}
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=ROOT, env=here, stdin=pipe, stdout=pipe, stderr=self._log)

    def ask(self, what: str, **more: Any) -> dict[str, Any]:
        """The answer to a command. RuntimeError where it fails: no figure counts then."""
        self._write(self._process, json.dumps({"do": what, **more}))
        return self._answer(self._process)

    def take(self, what: str, **more: Any) -> Took:
        """A command that is measured."""
        self._counted()
        answer = self.ask(what, **more)
        return Took(answer["seconds"], self._counted())

    def _counted(self) -> int:
        self._write(self._proxy, "")
        return sum(map(int, self._read(self._proxy).split()))

    def _answer(self, process: subprocess.Popen[bytes]) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self._read(process))
        if "error" in answer:
            raise RuntimeError(f"{self.name}: {answer['error']}")
        return answer

    def _write(self, process: subprocess.Popen[bytes], line: str) -> None:
        assert process.stdin is not None
        process.stdin.write(line.encode() + b"\n")
        process.stdin.flush()

    def _read(self, process: subprocess.Popen[bytes]) -> bytes:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} has ended: {Path(self._log.name).read_text('utf-8')[-400:]}")
        return line

    def close(self) -> None:
        """Ends both processes; they end with their input."""
        for process in (self._process, self._proxy):
            assert process.stdin is not None
            process.stdin.close()
            process.wait(timeout=30)
        self._log.close()
