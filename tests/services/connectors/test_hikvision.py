"""A terminal is asked over digest, page by page; what it says wrong is said plainly; what it pushes is read in any
wrapping."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from services.connectors.hikvision import DoorTrouble, Isapi
from services.connectors.hikvision_events import BadEvent, pushed, told_of
from services.connectors.plain_xml import BadXml, read_xml
from tests.services.connectors.terminal import NOT_SUPPORTED, PASSWORD, USER, event, terminal

FACTS = Path("/work/shared/facts/doors/hikvision_fixtures.json")
DAY = datetime(2026, 3, 2, tzinfo=UTC)
AT = "2026-03-02T08:0{}:00+08:00"
EVENTS = [event(10 + n, AT.format(n), employee=f"0{n}", card=f"00123{n}") for n in range(5)]


def found(door, password=PASSWORD):
    client = Isapi(door.address, USER, password)
    try:
        return [
            one for page in client.events(DAY - timedelta(hours=8), DAY + timedelta(hours=16)) for one in page.events
        ]
    finally:
        client.close()


def test_all_pages_are_read_with_leading_zeros():
    with terminal(events=EVENTS) as door:
        events = found(door)
    assert [(one.serial, one.employee_no) for one in events] == [(10 + n, f"0{n}") for n in range(5)]
    assert events[0].at == datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
    assert [one["searchResultPosition"] for one in door.asked] == [0, 2, 4]
    assert {one["searchID"] for one in door.asked} == {door.asked[0]["searchID"]}
    assert door.turned_away == 1, "the digest is asked for once"


def test_where_nothing_is_there_nothing_is_found():
    with terminal() as door:
        assert found(door) == []


def test_more_without_any_ends():
    with terminal(raw=(200, {"AcsEvent": {"responseStatusStrg": "MORE", "numOfMatches": 0}})) as door:
        assert found(door) == []
    assert door.let_in == 1


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ((403, NOT_SUPPORTED), "not_supported"),
        ((200, NOT_SUPPORTED), "not_supported"),
        ((404, b""), "no_isapi"),
        ((500, b"<html>"), "bad_answer"),
        ((200, b"nonsense"), "bad_answer"),
        ((200, b"[1]"), "bad_answer"),
        ((200, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "bad_answer"),
        ((200, b"<ResponseStatus><subStatusCode>notSupport</subStatusCode></ResponseStatus>"), "not_supported"),
    ],
)
def test_what_is_wrong_is_said(raw, code):
    with terminal(raw=raw) as door, pytest.raises(DoorTrouble) as caught:
        found(door)
    assert caught.value.code == code


def test_a_wrong_password_and_a_locked_account_are_two_things():
    with terminal(events=EVENTS) as door:
        with pytest.raises(DoorTrouble, match="password_wrong"):
            found(door, "wrong")
        door.locked = True
        with pytest.raises(DoorTrouble, match="locked") as caught:
            found(door)
    assert caught.value.wait_s == 900
    with terminal() as door, pytest.raises(DoorTrouble, match="password_wrong") as caught:
        found(door, "wrong")
    assert caught.value.wait_s, "a few more tries would lock the account"
    assert door.turned_away == 2, "one without a digest, one with"
    with pytest.raises(DoorTrouble, match="unreachable"):
        found(door)


def test_a_nonce_that_has_become_stale_is_renewed_on_the_way():
    with terminal(events=EVENTS, at_once=1, stale_after=2) as door:
        assert [one.serial for one in found(door)] == [10, 11, 12, 13, 14]
        assert door.nonce == 2
        assert door.turned_away == 3, "asked for at first, and once for each that was stale"


@pytest.mark.parametrize(
    ("kind", "code"),
    [("text/html", "bad_answer"), ("multipart/mixed", "bad_answer")],
)
def test_a_connection_that_is_none_is_said(kind, code):
    with terminal(kind=kind) as door:
        door.breaks_off()
        saying = Isapi(door.address, USER, PASSWORD).stream()
        with pytest.raises(DoorTrouble) as caught:
            list(saying)
    assert caught.value.code == code


def test_on_a_connection_what_cant_be_read_stands_between_what_can():
    with terminal() as door:
        for one in (PUSH, b"{", XML.encode(), b"\x00\xff", {"dateTime": "soon"}, PUSH):
            door.says(one, "application/xml" if one == XML.encode() else "application/json")
        door.says(b"x" * 99, "image/jpeg")
        door.breaks_off()
        told = list(Isapi(door.address, USER, PASSWORD).stream())
    assert [one and one.serial for one in told] == [7, None, 7, None, None, 7]


def test_an_event_that_cant_be_read_does_not_stop_the_others():
    with terminal(events=[]) as door:
        door.raw = (200, {"AcsEvent": {"InfoList": [{"time": "soon"}, EVENTS[0], "x"], "responseStatusStrg": "OK"}})
        assert [one.serial for one in found(door)] == [10]


PUSH = {
    "dateTime": "2026-03-02T10:15:30+08:00",
    "eventType": "AccessControllerEvent",
    "AccessControllerEvent": {
        "majorEventType": 5,
        "subEventType": 75,
        "doorNo": 2,
        "cardReaderNo": 1,
        "employeeNoString": "00042",
        "serialNo": 7,
        "frontSerialNo": 6,
    },
}
XML = (
    '<?xml version="1.0" encoding="UTF-8"?><EventNotificationAlert version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">'
    "<dateTime>2026-03-02T10:15:30+08:00</dateTime><eventType>AccessControllerEvent</eventType>"
    "<AccessControllerEvent><majorEventType>5</majorEventType><subEventType>75</subEventType><doorNo>2</doorNo>"
    "<cardReaderNo>1</cardReaderNo><employeeNoString>00042</employeeNoString><serialNo>7</serialNo>"
    "<frontSerialNo>6</frontSerialNo></AccessControllerEvent></EventNotificationAlert>"
)


def multipart(name: str, kind: str, text: str) -> tuple[bytes, str]:
    parts = (
        f'--MIME\r\nContent-Disposition: form-data; name="{name}"\r\nContent-Type: {kind}\r\n\r\n{text}\r\n'.encode()
        + b'--MIME\r\nContent-Disposition: form-data; name="Picture"\r\nContent-Type: image/jpeg\r\n\r\n'
        + b"\xff\xd8\xff\xe0 not to be read\r\n--MIME--\r\n"
    )
    return parts, "multipart/form-data; boundary=MIME"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (json.dumps(PUSH).encode(), "application/json"),
        (b"\xef\xbb\xbf" + json.dumps(PUSH).encode(), "application/json"),
        (json.dumps({"EventNotificationAlert": PUSH}).encode(), "application/json"),
        (json.dumps([PUSH]).encode(), ""),
        (XML.encode(), "application/xml"),
        multipart("event_log", "application/json", json.dumps(PUSH)),
        multipart("AccessControllerEvent", "application/json", json.dumps({"event_log": json.dumps(PUSH)})),
        multipart("Event", "application/xml", XML),
    ],
)
def test_one_event_in_every_wrapping(body, kind):
    (one,) = pushed(body, kind)
    assert (one.employee_no, one.code, one.door_no, one.reader_no, one.serial, one.front) == ("00042", 75, 2, 1, 7, 6)
    assert one.at == datetime(2026, 3, 2, 2, 15, 30, tzinfo=UTC)


def test_heartbeats_and_doors_alone_are_nobody():
    (beat,) = pushed(b'{"eventType": "heartBeat", "dateTime": "2026-03-02T10:15:35+08:00"}', "")
    assert beat.beat
    (door,) = pushed(json.dumps({**PUSH, "AccessControllerEvent": {"subEventType": 22, "doorNo": 1}}).encode(), "")
    assert not door.somebody
    (other,) = pushed(b'{"eventType": "videoloss"}', "")
    assert (other.code, other.somebody) == (None, False)


@pytest.mark.parametrize("body", [b"", b"nonsense", b"<a", b"[1]", b'{"dateTime": "soon"}', b"[" * 100_000])
def test_what_is_no_event_says_so(body):
    with pytest.raises(BadEvent):
        list(pushed(body, "application/json"))


def test_a_time_without_its_offset_is_none():
    assert told_of({"time": "2026-03-02T10:15:30", "minor": 1}).at is None


@pytest.mark.parametrize(
    "bomb",
    [
        b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>',
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b"<a>" * 100 + b"</a>" * 100,
        b"<a>" + b"<b/>" * 300_000 + b"</a>",
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
        b" " * 9_000_000,
        b"<a>&undefined;</a>",
    ],
)
def test_an_xml_bomb_is_refused(bomb):
    with pytest.raises(BadXml):
        read_xml(bomb)


@pytest.mark.skipif(not FACTS.exists(), reason="the facts are not here")
def test_the_answers_of_the_facts():
    said = json.loads(FACTS.read_text())["fixtures"]
    (face,) = pushed(json.dumps(said["hik_push_face"]).encode(), "application/json")
    assert (face.employee_no, face.code, face.serial, face.front) == ("10023", 75, 30203, 30202)
    (door,) = pushed(json.dumps(said["hik_push_door_only"]).encode(), "")
    (beat,) = pushed(json.dumps(said["hik_push_heartbeat"]).encode(), "")
    assert (door.somebody, beat.beat) == (False, True)
    pages = [said["hik_acsevent_page1"], said["hik_acsevent_page2"]]
    with terminal(raw=(200, {})) as answering:
        answering.search = lambda condition: pages[1 if condition["searchResultPosition"] == 2 else 0]  # type: ignore[method-assign]
        answering.raw = None
        assert [one.employee_no for one in found(answering)] == ["10023", "10024", "10025"]
        answering.search = lambda condition: said["hik_acsevent_none"]  # type: ignore[method-assign]
        assert found(answering) == []
