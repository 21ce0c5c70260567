"""The limited process: one file on its standard input; on its standard output how far it is, line by line, then the
drawing. It may write no file, and take so much memory and processor time and no more.

Run as `python -m services.plans.apart_worker`. Windows knows no such limits: there the parent's clock is the only
one."""

import gc
import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

from services.plans.drawing import Drawing, PlanRefused
from services.plans.parcel import packed

MOST_MEMORY = {"dxf": 3 << 30}  # the reader keeps a hundred times more of an entity than the drawing does
USUAL_MEMORY = 1 << 30
MOST_SECONDS = {"dxf": 240}
USUAL_SECONDS = 80
MOST_FILES = 64
AHEAD = "--ahead"  # among the arguments: get ready before anything is asked
STEP = 0.01  # of the whole work: how far it is, is not told more finely


def main() -> None:
    """Answers once."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints does not spoil the answer
    if AHEAD in sys.argv:
        read_ahead()
    line = sys.stdin.buffer.readline()
    if not line:  # who would have asked has gone
        return
    asked = json.loads(line)
    most = MOST_MEMORY.get(asked["what"], USUAL_MEMORY)
    restrict(most, MOST_SECONDS.get(asked["what"], USUAL_SECONDS))
    gc.disable()  # it ends before there is anything to tidy up
    try:
        head, body = answer(asked, sys.stdin.buffer.read(), _teller(answers))
    except PlanRefused as refused:
        head, body = {"refused": refused.code, "facts": refused.facts}, b""
    except MemoryError:
        head, body = {"refused": "too_much_memory", "facts": {"most_mb": most >> 20}}, b""
    answers.write(json.dumps({"length": len(body), **head}).encode() + b"\n" + body)
    answers.close()


def read_ahead() -> None:
    """Brings in what reading a DXF file needs, while its person still looks for it."""
    for name in ("ezdxf.document", "services.plans.dxf"):
        import_module(name)


def answer(asked: dict[str, Any], data: bytes, tell: Callable[[float], bool]) -> tuple[dict[str, Any], bytes]:
    """What was asked for, as a head and a body."""
    if asked["what"] == "pages":
        from services.plans.pdf import pages

        count, pictures = pages(data)
        return {"count": count, "lengths": [len(one) for one in pictures]}, b"".join(pictures)
    if asked["what"] == "document":
        from services.plans.document import pages_of

        return {"count": pages_of(data)}, b""
    return {}, packed(_read(asked, data, tell))


def _read(asked: dict[str, Any], data: bytes, tell: Callable[[float], bool]) -> Drawing:
    if asked["what"] == "dxf":
        from services.plans.dxf import read_dxf

        return read_dxf(data, asked["unit"], tell)
    if asked["what"] == "svg":
        from services.plans.svg import read_svg

        return read_svg(data, asked["unit"], tell)
    if asked["what"] == "geojson":
        from services.plans.geojson import read_geojson

        return read_geojson(data)
    if asked["what"] == "scan":
        from services.plans.scan import read_scan

        return read_scan(data)
    from services.plans.pdf import read_page

    return read_page(data, int(asked["page"]))


def _teller(answers: BinaryIO) -> Callable[[float], bool]:
    """Says how far it is; whoever gives up ends this process."""
    told = 0.0

    def tell(share: float) -> bool:
        nonlocal told
        if share >= told + STEP:
            told = share
            answers.write(json.dumps({"share": share}).encode() + b"\n")
            answers.flush()
        return True

    return tell


def restrict(most_memory: int, most_seconds: int) -> None:
    """Gives up what reading a drawing does not need, for good."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, most_memory),
        (resource.RLIMIT_CPU, most_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, MOST_FILES),
    ):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
