"""The limited process: one file on its standard input, one drawing on its standard output. It may write no file and
take a gigabyte of memory and a minute of processor time.

Run as `python -m services.plans.apart_worker`. Windows knows no such limits: there the parent's clock is the only
one."""

import json
import os
import sys
from typing import Any

from services.plans.drawing import PlanRefused, to_bytes

MOST_MEMORY = 1 << 30
MOST_SECONDS = 80
MOST_FILES = 64


def main() -> None:
    """Answers once."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints does not spoil the answer
    restrict()
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        head, body = answer(asked, sys.stdin.buffer.read())
    except PlanRefused as refused:
        head, body = {"refused": refused.code, "facts": refused.facts}, b""
    except MemoryError:
        head, body = {"refused": "too_much_memory", "facts": {"most_mb": MOST_MEMORY >> 20}}, b""
    answers.write(json.dumps({"length": len(body), **head}).encode() + b"\n" + body)
    answers.close()


def answer(asked: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """What was asked for, as a head and a body."""
    if asked["what"] == "scan":
        from services.plans.scan import read_scan

        return {}, to_bytes(read_scan(data))
    from services.plans.pdf import pages, read_page

    if asked["what"] == "pages":
        count, pictures = pages(data)
        return {"count": count, "lengths": [len(one) for one in pictures]}, b"".join(pictures)
    return {}, to_bytes(read_page(data, int(asked["page"])))


def restrict() -> None:
    """Gives up what reading a drawing does not need, for good."""
    if sys.platform == "win32":
        return
    import resource

    os.nice(5)
    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, MOST_FILES),
    ):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
