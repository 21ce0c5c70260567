"""PDF files and pictures are read in a process of their own, which may take so much memory and time and no more.

What crashes or swells there costs nothing here; giving up ends it at once."""

import json
import math
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

from services.plans.drawing import Drawing, PlanRefused, from_bytes

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 90.0
TICK = 0.05
USUAL_SECONDS = 4.0
# it gets no secrets of ours; these are what a Python needs to start
ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP")
Progress = Callable[[float], bool]


def read_apart(data: bytes, what: str, page: int = 0, progress: Progress | None = None) -> Drawing:
    """The drawing of a `what` ("pdf" or "scan"). Raises PlanRefused: whatever the file is refused for, and
    took_too_long, too_much_memory, reader_ended, cancelled."""
    _, body = _answer(data, {"what": what, "page": page}, progress or (lambda share: True))
    return from_bytes(body)


def pages_apart(data: bytes, progress: Progress | None = None) -> tuple[int, tuple[bytes, ...]]:
    """How many pages a PDF file has, and small JPEG pictures of the first of them. Raises PlanRefused as read_apart."""
    head, body = _answer(data, {"what": "pages", "page": 0}, progress or (lambda share: True))
    pictures, start = [], 0
    for length in head["lengths"]:
        pictures.append(body[start : start + length])
        start += length
    return int(head["count"]), tuple(pictures)


def _answer(data: bytes, asked: dict[str, Any], progress: Progress) -> tuple[dict[str, Any], bytes]:
    process = _started()
    answer: list[bytes] = []

    def exchange() -> None:
        to, back = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
        try:
            to.write(json.dumps(asked).encode() + b"\n" + data)
            to.close()
        except OSError:
            pass  # it has ended; why is told by what it answered
        answer.append(back.read())
        back.close()

    talking = threading.Thread(target=exchange, daemon=True)
    talking.start()
    try:
        _wait(talking, progress)
    finally:
        process.kill()
        process.wait()
        talking.join()
    return _understood(answer[0] if answer else b"", process.returncode)


def _wait(talking: threading.Thread, progress: Progress) -> None:
    began = time.monotonic()
    while talking.is_alive():
        gone = time.monotonic() - began
        if gone > SECONDS:
            raise PlanRefused("took_too_long", seconds=round(SECONDS))
        if not progress(0.95 * (1 - math.exp(-gone / USUAL_SECONDS))):
            raise PlanRefused("cancelled")
        talking.join(TICK)


def _understood(answer: bytes, code: int | None) -> tuple[dict[str, Any], bytes]:
    line, _, body = answer.partition(b"\n")
    try:
        head = json.loads(line)
        if "refused" in head:
            raise PlanRefused(str(head["refused"]), **head["facts"])
        if len(body) == head["length"]:
            return head, body
    except (ValueError, KeyError, TypeError):
        pass
    if sys.platform != "win32" and code is not None and -code == 24:  # SIGXCPU
        raise PlanRefused("took_too_long", seconds=round(SECONDS))
    raise PlanRefused("reader_ended")


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "services.plans.apart_worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={name: os.environ[name] for name in ENVIRONMENT if name in os.environ} | {"MALLOC_ARENA_MAX": "1"},
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
