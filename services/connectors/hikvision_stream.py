"""What a terminal says on a connection that stays open (GET alertStream): parts of a multipart message without an end,
events and heartbeats, cut out as they come. Pictures are passed over."""

from collections.abc import Iterable, Iterator
from email.message import Message

from services.connectors.hikvision_events import BadEvent

STREAM = "/ISAPI/Event/notification/alertStream"
MOST_HEAD, MOST_PART, MOST_DIGITS = 8_192, 12_000_000, 9
PICTURES = ("image/", "audio/", "video/", "application/octet-stream")
ENDS = (b"\r\n\r\n", b"\n\n")


def boundary_of(kind: str) -> bytes:
    """What stands between the parts of a content type. Raises BadEvent, where it names none."""
    head = Message()
    head["content-type"] = kind
    found = head.get_param("boundary")
    if not kind.lower().startswith("multipart/") or not isinstance(found, str) or not found:
        raise BadEvent(f"content type {kind[:60]}")
    return b"--" + found.removeprefix("--").encode("latin-1", "replace")


def parts(chunks: Iterable[bytes], mark: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts that are no pictures, as (content type, body), each as soon as it is whole. Raises BadEvent for what
    has no end."""
    held = bytearray()
    for chunk in chunks:
        held += chunk
        while (found := _cut(held, mark)) is not None:
            kind, body, size = found
            del held[:size]
            if body.strip() and not kind.lower().startswith(PICTURES):
                yield kind, body
        if len(held) > MOST_PART:
            raise BadEvent("a part without an end")


def _cut(held: bytearray, mark: bytes) -> tuple[str, bytes, int] | None:
    """The first part of what has come, if it is whole, and how much of it that takes."""
    begins = held.find(mark)
    if begins < 0:
        return None
    head_at = begins + len(mark)
    head_ends, gap = min(((at, len(end)) for end in ENDS if (at := held.find(end, head_at)) >= 0), default=(-1, 0))
    if head_ends < 0:
        if len(held) - head_at > MOST_HEAD:
            raise BadEvent("a head without an end")
        return None
    head, body_at = _head(bytes(held[head_at:head_ends])), head_ends + gap
    ends = _body_ends(held, body_at, head.get("content-length", ""), mark)
    return (head.get("content-type", ""), bytes(held[body_at:ends]), ends) if ends >= 0 else None


def _body_ends(held: bytearray, body_at: int, length: str, mark: bytes) -> int:
    """Where a body ends, -1 while that is not known: where its head says, unless another part begins before that or
    something else stands there, as some firmware counts wrong; then, and without a length, where another begins."""
    following = held.find(mark, body_at)
    ends = body_at + int(length) if length.isdecimal() and len(length) < MOST_DIGITS else -1
    if ends < 0 or 0 <= following < ends:
        return following
    behind = bytes(held[ends:]).lstrip()
    if len(held) >= ends and (mark.startswith(behind) or behind.startswith(mark)):
        return ends
    return following


def _head(text: bytes) -> dict[str, str]:
    lines = text.decode("latin-1").splitlines()
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}
