"""The limited process: takes pictures on its standard input, gives back clean ones. It may open no file, write none,
reach no network, take little memory and little time; it ends when its parent closes the pipe.

Run as `python -m services.photos.worker`. Windows knows no such limits: there the parent's clock is the only one.
"""

import io
import os
import sys
from pathlib import Path
from typing import BinaryIO

from services.photos.picture import MEBI, Limits, PhotoRefused
from services.photos.wire import read_frame, write_frame

MOST_MEMORY_MB = 512

if sys.platform != "win32":
    import resource


def main() -> None:
    """Serves until the pipe ends."""
    answers = private_output()
    warm_up()
    base = address_space()
    restrict(base)
    write_frame(answers, {"ready": True})
    while serve(sys.stdin.buffer, answers, base):
        pass


def private_output() -> BinaryIO:
    """The pipe to the parent under a number of its own, so that a chatty library cannot write into it."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def warm_up() -> None:
    """Has everything imported that a decoder would import later, when no file can be opened any more."""
    from PIL import Image

    from services.photos.decode import cleaned

    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2024:01:01 00:00:00"
    for kind in ("JPEG", "PNG", "WEBP"):
        out = io.BytesIO()
        Image.new("RGB", (16, 16)).save(out, kind, exif=exif)
        cleaned(out.getvalue(), Limits())


def address_space() -> int:
    """What this process takes now, in bytes; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, AttributeError):
        return 0


def restrict(base: int) -> None:
    """Gives up what a decoder does not need, for good."""
    if sys.platform == "win32":
        return
    os.nice(5)
    for what, most in [
        (resource.RLIMIT_NOFILE, 4),  # the three standard ones and the way back
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ]:
        resource.setrlimit(what, (most, most))
    if base:
        resource.setrlimit(resource.RLIMIT_AS, (base + MOST_MEMORY_MB * MEBI,) * 2)


def allow(limits: Limits, base: int) -> None:
    """The memory and the processor time that this picture may take."""
    if sys.platform == "win32":
        return
    if base:
        memory = base + min(limits.memory_mb, MOST_MEMORY_MB) * MEBI
        resource.setrlimit(resource.RLIMIT_AS, (memory, base + MOST_MEMORY_MB * MEBI))
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(
        resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + limits.seconds) + 2, resource.RLIM_INFINITY)
    )


def serve(requests: BinaryIO, answers: BinaryIO, base: int) -> bool:
    """One picture; False when there are no more, or when memory ran out and a fresh process is better."""
    from services.photos.decode import cleaned

    try:
        header, data = read_frame(requests)
    except EOFError:
        return False
    try:
        limits = Limits(**header)
        allow(limits, base)
        facts, jpeg = cleaned(data, limits)
        write_frame(answers, facts, jpeg)
    except PhotoRefused as refused:
        write_frame(answers, {"refused": refused.code, "facts": refused.facts})
    except MemoryError:
        write_frame(answers, {"refused": "out_of_memory", "facts": {}})
        return False
    return True


if __name__ == "__main__":
    main()
