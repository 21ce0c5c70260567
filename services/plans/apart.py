"""Drawing files are read in a process of their own, which may take so much memory and time and no more.

What crashes or swells there costs nothing here, the window goes on meanwhile, and giving up ends it at once."""

import json
import math
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from services.plans.drawing import Drawing, PlanRefused
from services.plans.parcel import unpacked

ROOT = Path(__file__).resolve().parents[2]
SECONDS = {"dxf": 300.0}  # that a kind of file may take; a large DXF file is read entity by entity
USUAL_LIMIT = 90.0
TICK = 0.05
USUAL_SECONDS = 4.0
# it gets no secrets of ours; these are what a Python needs to start
ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP")
Progress = Callable[[float], bool]


def read_apart(data: bytes, asked: dict[str, Any], progress: Progress | None = None) -> Drawing:
    """The drawing of a file: `asked` says what it is (what: dxf, svg, geojson, pdf, scan), and its unit and page.
    Raises PlanRefused: whatever the file is refused for, and took_too_long, too_much_memory, reader_ended,
    cancelled."""
    _, body = _answer(data, asked, progress or (lambda share: True))
    try:
        return unpacked(body)
    except (ValueError, TypeError, LookupError) as error:
        raise PlanRefused("reader_ended") from error


def pages_apart(data: bytes, progress: Progress | None = None) -> tuple[int, tuple[bytes, ...]]:
    """How many pages a PDF file has, and small JPEG pictures of the first of them. Raises PlanRefused as read_apart."""
    head, body = _answer(data, {"what": "pages"}, progress or (lambda share: True))
    pictures, start = [], 0
    for length in head["lengths"]:
        pictures.append(body[start : start + length])
        start += length
    return int(head["count"]), tuple(pictures)


def count_apart(data: bytes) -> int:
    """How many pages a document has that is to be kept and opened by many. Raises PlanRefused: what
    services.plans.document refuses it for, and as read_apart."""
    head, _ = _answer(data, {"what": "document"}, lambda share: True)
    return int(head["count"])


class _Spare:
    """A process that has brought in the reader of drawings and waits for its first file."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def make(self) -> None:
        """Starts it, unless it waits already."""
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                self._process = _started("--ahead")

    def taken(self) -> "subprocess.Popen[bytes] | None":
        """The process, which is nobody's spare any more; None where there is none or it has died."""
        with self._lock:
            process, self._process = self._process, None
        return process if process is not None and process.poll() is None else None


_spare = _Spare()


def make_ready() -> None:
    """A file is about to be chosen: to bring in the reader of DXF takes a fifth of the time that a drawing takes, and
    passes meanwhile."""
    _spare.make()


def let_go() -> None:
    """No file was chosen."""
    process = _spare.taken()
    if process is not None:
        process.kill()
        process.communicate()


class _Talk(threading.Thread):
    """Hands the file over and takes what comes back: how far it is, line by line, then the answer."""

    def __init__(self, process: subprocess.Popen[bytes], asked: dict[str, Any], data: bytes) -> None:
        super().__init__(daemon=True)
        self.share: float | None = None
        self.head: dict[str, Any] = {}
        self.body = b""
        self._process, self._asked, self._data = process, asked, data

    def run(self) -> None:
        to, back = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)
        with suppress(OSError):  # where it has ended, what it answered says why
            to.write(json.dumps(self._asked).encode() + b"\n" + self._data)
            to.close()
        with suppress(OSError, ValueError, KeyError, TypeError), back:
            while "share" in (said := json.loads(back.readline())):
                self.share = float(said["share"])
            self.body, self.head = back.read(), said


def _answer(data: bytes, asked: dict[str, Any], progress: Progress) -> tuple[dict[str, Any], bytes]:
    if asked["what"] != "dxf":
        let_go()  # it is ready for other files than this, and holds more than this one may take
    process, most = _spare.taken() or _started(), SECONDS.get(asked["what"], USUAL_LIMIT)
    talk = _Talk(process, asked, data)
    talk.start()
    try:
        _wait(talk, progress, most)
    finally:
        process.kill()
        process.wait()
        talk.join()
    return _understood(talk, process.returncode, most)


def _wait(talk: _Talk, progress: Progress, most: float) -> None:
    began = time.monotonic()
    while talk.is_alive():
        gone = time.monotonic() - began
        if gone > most:
            raise PlanRefused("took_too_long", seconds=round(most))
        guessed = 0.95 * (1 - math.exp(-gone / USUAL_SECONDS))
        if not progress(guessed if talk.share is None else talk.share):
            raise PlanRefused("cancelled")
        talk.join(TICK)


def _understood(talk: _Talk, code: int | None, most: float) -> tuple[dict[str, Any], bytes]:
    if "refused" in talk.head:
        raise PlanRefused(str(talk.head["refused"]), **talk.head["facts"])
    if talk.head and talk.head.get("length") == len(talk.body):
        return talk.head, talk.body
    if sys.platform != "win32" and code is not None and -code == 24:  # SIGXCPU
        raise PlanRefused("took_too_long", seconds=round(most))
    raise PlanRefused("reader_ended")


def _started(*how: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "services.plans.apart_worker", *how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={name: os.environ[name] for name in ENVIRONMENT if name in os.environ} | {"MALLOC_ARENA_MAX": "1"},
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
