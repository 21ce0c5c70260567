"""What is said on a connection that stays open, cut into parts wherever the network cuts it."""

import json
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.connectors.hikvision_events import BadEvent
from services.connectors.hikvision_stream import MOST_HEAD, MOST_PART, boundary_of, parts

MARK = b"--MIME_boundary"
EVENT = json.dumps({"eventType": "AccessControllerEvent", "n": 1}).encode()
BEAT = b"<EventNotificationAlert><eventType>heartBeat</eventType></EventNotificationAlert>"


def part(body: bytes, kind: str, *, length: bool) -> bytes:
    sized = b"Content-Length: %d\r\n" % len(body) if length else b""
    return MARK + b"\r\nContent-Type: " + kind.encode() + b"\r\n" + sized + b"\r\n" + body + b"\r\n"


def whole(*, length: bool) -> bytes:
    return b"\r\n".join(
        [
            part(EVENT, "application/json", length=length),
            part(b"\xff\xd8picture", "image/jpeg", length=length),
            part(BEAT, "application/xml", length=length),
            MARK + b"\r\n",
        ]
    )


def cut(data: bytes, at: list[int]) -> Iterator[bytes]:
    places = [0, *sorted(one % len(data) for one in at), len(data)]
    return (data[first:last] for first, last in pairwise(places))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 10_000), max_size=8), st.booleans())
def test_parts_come_out_wherever_the_network_cuts(at: list[int], length: bool) -> None:
    found = [(kind, body.strip()) for kind, body in parts(cut(whole(length=length), at), MARK)]
    assert found == [("application/json", EVENT), ("application/xml", BEAT)]


def test_one_that_says_how_long_it_is_comes_before_the_next_begins() -> None:
    stream = parts(iter([part(EVENT, "application/json", length=True)]), MARK)
    assert next(stream)[1] == EVENT


@pytest.mark.parametrize("kind", ["text/html", "multipart/mixed", "multipart/mixed; boundary="])
def test_what_is_no_such_connection_is_refused(kind: str) -> None:
    with pytest.raises(BadEvent):
        boundary_of(kind)


def test_what_has_no_end_is_left() -> None:
    with pytest.raises(BadEvent, match="head"):
        list(parts([MARK + b"x" * (MOST_HEAD + 10)], MARK))
    with pytest.raises(BadEvent, match="part"):
        list(parts([MARK + b"\r\nA: b\r\n\r\n" + b"x" * MOST_PART], MARK))
    assert boundary_of('multipart/mixed; boundary="--MIME_boundary"') == MARK
