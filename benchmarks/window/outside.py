"""The processes that a benchmark of the window starts: a plant's hub, and the window's own, which tells its figures."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.figures import out
from benchmarks.peers.lines import free_port, wait_for

SCREEN = ["-a", "-s", "-screen 0 1600x1000x24"]


@contextmanager
def hub(plant: Path) -> Iterator[None]:
    """The plant's hub in a process of its own."""
    port = free_port()
    command = [sys.executable, "-m", "services.cli", "hub", "--data", str(plant), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield
    finally:
        process.terminate()
        process.wait()


def told(module: str, *arguments: str, on_screen: bool = True) -> dict[str, Any]:
    """What a module says in its last line when it is run: on a screen of memory where there is one and it is wanted,
    else without any. Raises RuntimeError where it fails."""
    command = [sys.executable, "-m", module, *arguments]
    screen = shutil.which("xvfb-run") if on_screen else None
    if screen:
        command = [screen, *SCREEN, *command]
    elif on_screen:
        out("no Xvfb here: the window is drawn on Qt's offscreen platform")
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb" if screen else "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"{module} has ended with {done.returncode}: {done.stderr[-2000:]}")
    said: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return said


def told_beside_a_hub(kept: Path, module: str, *arguments: str) -> dict[str, Any]:
    """The same of a window on a copy of a plant's folder, whose hub runs meanwhile."""
    with tempfile.TemporaryDirectory() as place:
        plant = Path(place) / "plant"
        shutil.copytree(kept, plant)
        with hub(plant):
            return told(module, str(plant), *arguments)
