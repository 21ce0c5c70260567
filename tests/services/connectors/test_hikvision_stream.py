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


@pytest.mark.parametrize("wrong", [-9, -1, 1, 40, 4_000, 10**40])
@pytest.mark.parametrize("at", [[], [70, 150], [120], list(range(0, 400, 7))])
def test_a_length_that_is_counted_wrong_loses_nothing(wrong: int, at: list[int]) -> None:
    sized = b"Content-Length: %d\r\n" % (len(EVENT) + wrong)
    lying = MARK + b"\r\nContent-Type: application/json\r\n" + sized + b"\r\n" + EVENT + b"\r\n"
    found = [body.strip() for _, body in parts(cut(lying + lying + whole(length=True), at), MARK)]
    assert found == [EVENT, EVENT, EVENT, BEAT]


@pytest.mark.parametrize("length", ["-5", "x", "", "\u0663", "9" * 5000])
def test_a_length_that_is_none_is_as_if_it_were_not_said(length: str) -> None:
    sized = f"Content-Length: {length}\r\n".encode("latin-1", "replace")
    data = MARK + b"\r\n" + sized + b"\r\n" + EVENT + b"\r\n" + MARK + b"\r\n"
    assert [body.strip() for _, body in parts([data], MARK)] == [EVENT]


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        ("multipart/mixed;boundary=boundary", b"--boundary"),
        ('Multipart/X-Mixed-Replace; Boundary="MIME boundary"', b"--MIME boundary"),
        ("multipart/mixed; charset=UTF-8; boundary=--MIME", b"--MIME"),
    ],
)
def test_a_boundary_in_every_writing(kind: str, mark: bytes) -> None:
    assert boundary_of(kind) == mark
    ended = mark + b"\n\n" + EVENT + b"\n" + mark + b"--\n" + mark + b"\nA: b\n\n" + EVENT + b"\n" + mark
    assert [body.strip() for _, body in parts([ended], mark)] == [EVENT, EVENT], "it may end and begin anew"
