"""A real PostgreSQL server for tests: the machine's own binaries on a folder that goes away, reached by a socket in it.

The server refuses to run as root; it then runs as the system user `postgres`, who comes with Debian's package.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

OWNER = "postgres"
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "jit": "off",
    "log_min_messages": "warning",
}
LONGEST_START_S = 60


def binaries() -> Path | None:
    """Where `initdb` and `postgres` are: Debian keeps them apart, by version."""
    kept_apart = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[4]))
    found = kept_apart[-1] if kept_apart else shutil.which("postgres")
    return Path(found).parent if found else None


class Server:
    """A running server. fsync is on, as in a plant."""

    def __init__(self, folder: Path | None = None) -> None:
        found = binaries()
        assert found is not None, "there is no PostgreSQL here"
        self.bin = found
        self.folder = folder or Path(tempfile.mkdtemp(prefix="anhuan-pg-"))
        self._as: dict[str, Any] = {}
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            shutil.chown(self.folder, OWNER, OWNER)
            self._as = {"user": OWNER, "group": OWNER, "extra_groups": []}
        self.data = self.folder / "data"
        self._run("initdb", "-D", self.data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()

    def start(self) -> None:
        """Starts, also again after a `stop`, and waits until it answers."""
        given = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
        guarded = (
            ["setpriv", "--pdeathsig", "SIGQUIT"] if shutil.which("setpriv") else []
        )  # it ends with us, also killed
        command = [*guarded, str(self.bin / "postgres"), "-D", str(self.data), "-k", str(self.folder), *given]
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, **self._as)
        ends = time.monotonic() + LONGEST_START_S
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > ends:
                raise RuntimeError((self.folder / "log").read_text())
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Ends the server: SIGINT is its fast way, SIGQUIT is as after a crash."""
        self.process.send_signal(how)
        self.process.wait(60)

    def remove(self) -> None:
        """Ends the server, as nobody will read its folder again, and takes the folder away."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, schema: str | None = None, database: str = OWNER) -> str:
        """How a plant in this schema is opened."""
        chosen = f"&options=-csearch_path%3D{schema}" if schema else ""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self.folder}{chosen}"

    def run(self, statement: str, database: str = OWNER) -> list[Any]:
        """One statement by the server's owner, outside any transaction; its rows."""
        where = f"host={self.folder} user={OWNER} dbname={database}"
        with psycopg.connect(where, autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def _answers(self) -> bool:
        try:
            self.run("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, name: str, *words: Any) -> None:
        command = [self.bin / name, *words]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False, **self._as)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
