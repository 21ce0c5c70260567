"""When the first window of a program can be seen on a screen of memory: a top-level window of some size that shows more
than one colour. Asked of the X server itself, so that it is the same moment for every toolkit."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

WIDE, HIGH = 500, 380  # px; less is a splash or a dialog
EVERY_S, LONGEST_S = 0.002, 30.0
ALL_PLANES, Z_PIXMAP = 0xFFFFFFFF, 2
SCREEN = "1600x1000x24"


class Screen:
    """An X server's windows, as far as it takes to see one."""

    def __init__(self, display: str) -> None:
        x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = x.XGetImage.restype = ctypes.c_void_p
        x.XDefaultRootWindow.restype = x.XGetPixel.restype = ctypes.c_ulong
        self._quiet = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        x.XSetErrorHandler(self._quiet)  # windows come and go while they are asked for
        self._x, self._display = x, ctypes.c_void_p(x.XOpenDisplay(display.encode()))
        self._root = ctypes.c_ulong(x.XDefaultRootWindow(self._display))

    def close(self) -> None:
        """No longer asks."""
        self._x.XCloseDisplay(self._display)

    def shows(self) -> bool:
        """Whether any window of the size shows more than one colour."""
        return any(self._painted(window) for window in self._windows())

    def _windows(self) -> list[int]:
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        found = ctypes.POINTER(ctypes.c_ulong)()
        answer = (ctypes.byref(root), ctypes.byref(parent), ctypes.byref(found), ctypes.byref(count))
        if not self._x.XQueryTree(self._display, self._root, *answer):
            return []
        windows = [found[at] for at in range(count.value)]
        if windows:
            self._x.XFree(found)
        return windows

    def _painted(self, window: int) -> bool:
        root, x, y = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int()
        wide, high, border, depth = (ctypes.c_uint() for _ in range(4))
        answer = [ctypes.byref(one) for one in (root, x, y, wide, high, border, depth)]
        if not self._x.XGetGeometry(self._display, ctypes.c_ulong(window), *answer):
            return False
        if wide.value < WIDE or high.value < HIGH:
            return False
        part = WIDE, high.value
        planes = ctypes.c_ulong(ALL_PLANES)
        image = self._x.XGetImage(self._display, ctypes.c_ulong(window), 0, 0, *part, planes, Z_PIXMAP)
        if not image:
            return False  # not mapped yet
        picture = ctypes.c_void_p(image)
        colours = {self._x.XGetPixel(picture, x, y) for x in range(0, part[0], 7) for y in range(0, part[1], 5)}
        self._x.XDestroyImage(picture)
        return len(colours) > 1


@contextmanager
def screen() -> Iterator[str]:
    """The name of a fresh display."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def until_seen(command: Sequence[str], display: str, environment: Mapping[str, str], home: Path) -> float:
    """Seconds from the start of a program until its window is seen; then it is ended. RuntimeError where none comes."""
    eyes = Screen(display)
    begun = time.perf_counter()
    program = subprocess.Popen(
        command,
        env={**environment, "DISPLAY": display, "HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while not eyes.shows():
            if program.poll() is not None or time.perf_counter() - begun > LONGEST_S:
                raise RuntimeError(f"no window of {command[0]}")
            time.sleep(EVERY_S)
        return time.perf_counter() - begun
    finally:
        _end(program)
        eyes.close()


def _end(program: "subprocess.Popen[bytes]") -> None:
    """The program and what it has started."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(program.pid, how)
            program.wait(5)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
        return
