"""Whether a PDF file is fit to be kept and opened by many: only ever inside the limited process.

A document is to be read, not to do things: with scripts, programs to start, sound or video in it, or further files
within it, it is not taken."""

import re
import zlib
from collections.abc import Iterator

from services.plans.drawing import PlanRefused
from services.plans.pdf import opened

HEAD = 1_024  # bytes within which a PDF file says that it is one
LARGEST_STREAM = 8 << 20
MOST_STREAMS = 20_000
STREAM = re.compile(rb"(?<!end)stream\r?\n")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|RichMedia|EmbeddedFiles?|Movie|Sound|XFA|GoToE|ImportData|SubmitForm)\b")
OF_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b")
SAID = 400  # bytes before a stream in which its dictionary says what it is


def pages_of(data: bytes) -> int:
    """How many pages it has. Raises PlanRefused: not_pdf, pdf_locked, file_damaged, nothing_to_draw, active."""
    if b"%PDF-" not in data[:HEAD]:
        raise PlanRefused("not_pdf")
    count = len(opened(data))
    for part in _named(data):
        found = ACTIVE.search(part)
        if found is not None:
            raise PlanRefused("active", what=found[1].decode())
    return count


def _named(data: bytes) -> Iterator[bytes]:
    """What may name an action: the file without what its streams hold, and the objects that are packed in streams;
    letters that a name writes as numbers are written out."""
    plain, end = bytearray(), 0
    packed: list[bytes] = []
    for number, match in enumerate(STREAM.finditer(data)):
        if number > MOST_STREAMS:
            raise PlanRefused("too_much", most=MOST_STREAMS)
        if match.start() < end:
            continue
        plain += data[end : match.start()]
        stop = data.find(b"endstream", match.end())
        end = stop if stop >= 0 else len(data)
        if OF_OBJECTS.search(_spelt(data[max(0, match.start() - SAID) : match.start()])):
            packed.append(_inflated(data[match.end() : end]))
    yield _spelt(bytes(plain + data[end:]))
    yield from map(_spelt, packed)


def _spelt(part: bytes) -> bytes:
    return ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), part)


def _inflated(part: bytes) -> bytes:
    """What is packed there, whole: what can't be read to its end can't be vouched for. Raises PlanRefused: too_much,
    file_damaged."""
    reader = zlib.decompressobj()
    try:
        made = reader.decompress(part, LARGEST_STREAM)
    except zlib.error:
        raise PlanRefused("file_damaged", why="ObjStm") from None
    if reader.unconsumed_tail:
        raise PlanRefused("too_much", most=LARGEST_STREAM)
    return made
