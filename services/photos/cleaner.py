"""The parent's side: one limited process, kept for the next picture, killed and replaced whenever there is trouble."""

import atexit
import hashlib
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, BinaryIO, cast

from services.photos.picture import MEBI, CleanPhoto, Limits, PhotoRefused
from services.photos.wire import read_frame, write_frame

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0
LOOKS = re.compile("[0-9a-f]{16}")
# The child gets no secrets of ours; these are what a Python needs to start.
ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP")


class Cleaner:
    """Cleans one picture at a time; calls from other threads wait their turn."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def clean(self, data: bytes, *, limits: Limits, zone: tzinfo | None) -> CleanPhoto:
        """As the module's `clean`."""
        if len(data) > limits.most_bytes:
            facts = {"megabytes": round(len(data) / MEBI, 1), "most_megabytes": limits.most_bytes // MEBI}
            raise PhotoRefused("too_large", facts)
        with self._lock:
            header, jpeg = self._exchange(data, limits)
        if "refused" in header:
            raise PhotoRefused(str(header["refused"]), header.get("facts"))
        return as_photo(header, jpeg, zone)

    def close(self) -> None:
        """Ends the process; the next picture starts another."""
        with self._lock:
            self._end()

    def _exchange(self, data: bytes, limits: Limits) -> tuple[dict[str, Any], bytes]:
        process = self._running()
        try:
            with killed_after(process, limits.seconds) as late:
                write_frame(to(process), asdict(limits), data)
                header, jpeg = read_frame(back(process))
        except (OSError, EOFError, ValueError):
            code = process.wait(10) if late.is_set() or process.poll() is not None else None
            self._end()
            raise PhotoRefused("took_too_long" if late.is_set() or by_clock(code) else "broken") from None
        if late.is_set() or header.get("refused") == "out_of_memory":
            self._end()
        return header, jpeg

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():
            self._process = None  # after a fork it is the parent's, pipes and all
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = started()
            self._owner = os.getpid()
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            try:
                cast(BinaryIO, pipe).close()
            except OSError:  # what a dead process did not read any more
                pass


def started() -> subprocess.Popen[bytes]:
    """A new limited process that is ready. RuntimeError when it cannot start."""
    process = subprocess.Popen(
        [sys.executable, "-m", "services.photos.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={name: os.environ[name] for name in ENVIRONMENT if name in os.environ} | {"MALLOC_ARENA_MAX": "1"},
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        with killed_after(process, START_SECONDS):
            read_frame(back(process))
    except (EOFError, ValueError) as error:
        process.kill()
        process.communicate()
        raise RuntimeError(f"the photo process did not start (exit code {process.returncode})") from error
    return process


@contextmanager
def killed_after(process: subprocess.Popen[bytes], seconds: float) -> Iterator[threading.Event]:
    """Kills the process if the block takes longer; the event says whether it came to that."""
    late = threading.Event()

    def kill() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, kill)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()
        timer.join()


def by_clock(code: int | None) -> bool:
    """Whether the system ended the process because its processor time was used up."""
    if sys.platform == "win32" or code is None:
        return False
    import signal

    return code == -signal.SIGXCPU


def to(process: subprocess.Popen[bytes]) -> BinaryIO:
    """The pipe to the process."""
    return cast(BinaryIO, process.stdin)


def back(process: subprocess.Popen[bytes]) -> BinaryIO:
    """The pipe from the process."""
    return cast(BinaryIO, process.stdout)


def as_photo(header: dict[str, Any], jpeg: bytes, zone: tzinfo | None) -> CleanPhoto:
    """The answer as a record. It comes from a process that read hostile bytes, so it is not taken on trust."""
    try:
        if not jpeg.startswith(b"\xff\xd8\xff") or not all(
            map(LOOKS.fullmatch, (header["fingerprint"], *header["also"]))
        ):
            raise ValueError("no picture of ours")
        position = header["position"]
        return CleanPhoto(
            sha256=hashlib.sha256(jpeg).hexdigest(),
            data=jpeg,
            width=int(header["width"]),
            height=int(header["height"]),
            taken_at=moment(header["taken"], zone),
            position=(float(position[0]), float(position[1])) if position else None,
            fingerprint=header["fingerprint"],
            also=tuple(header["also"]),
        )
    except (KeyError, TypeError, ValueError, IndexError):
        raise PhotoRefused("broken") from None


def moment(text: str | None, zone: tzinfo | None) -> datetime | None:
    """The camera's time as an aware one: by its own offset, else in `zone`, else unknown."""
    if not text:
        return None
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        return time.replace(tzinfo=zone) if zone else None
    return time


THE_CLEANER = Cleaner()
atexit.register(THE_CLEANER.close)


def clean(data: bytes, *, limits: Limits | None = None, zone: tzinfo | None = None) -> CleanPhoto:
    """A clean JPEG of hostile bytes: turned upright, no longer than 2048 px, without EXIF, position, colour profile,
    comment or thumbnail. The same input gives the same bytes, and a clean picture comes back as it is.

    `zone` is taken for cameras that do not name one. Blocks until it is done (5 s at most, and its turn); any thread
    may call. Raises PhotoRefused; RuntimeError when the limited process cannot be started.
    """
    return THE_CLEANER.clean(data, limits=limits or Limits(), zone=zone)


def close() -> None:
    """Ends the limited process, if there is one; it also ends with this one."""
    THE_CLEANER.close()
