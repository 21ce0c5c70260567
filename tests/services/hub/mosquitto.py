"""A real broker on a port of its own; the test set-up installs it."""

import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

PROGRAM = shutil.which("mosquitto") or "/usr/sbin/mosquitto"


class Mosquitto:
    """May be stopped and started again; it keeps its sessions."""

    def __init__(self, folder: Path) -> None:
        if not Path(PROGRAM).exists():
            pytest.skip("mosquitto is not installed here")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        folder.mkdir(exist_ok=True)
        folder.chmod(0o777)
        self.config = folder / "mosquitto.conf"
        self.config.write_text(
            f"listener {self.port} 127.0.0.1\nallow_anonymous true\npersistence true\n"
            f"persistence_location {folder}/\nautosave_on_changes true\nautosave_interval 1\nlog_type error\n"
        )
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Mosquitto":
        self.process = subprocess.Popen([PROGRAM, "-c", str(self.config)], stderr=subprocess.DEVNULL)
        ends = time.monotonic() + 30
        while time.monotonic() < ends:
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.5).close()
            except OSError:
                time.sleep(0.05)
            else:
                return self
        self.stop()
        raise TimeoutError("mosquitto does not listen")

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=20)
            self.process = None
