"""What access terminals of Hikvision say, in the answer to a search or pushed, as JSON or XML, wrapped or not, with or
without a picture beside it, as one kind of event."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any

from services.connectors.plain_xml import BadXml, as_dict, read_xml
from services.imports.told import Told

MOST_PARTS = 20
WRAPPERS = ("EventNotificationAlert", "event_log", "AccessControllerEvent")


class BadEvent(ValueError):
    """It can't be read; the text says why."""


def told_of(one: Mapping[str, Any], at: Any = None) -> Told:
    """Of the fields of one event, as a search lists it or as a push holds it. Raises BadEvent."""
    return Told(
        at=_moment(one.get("time") or one.get("dateTime") or at),
        serial=_whole(one.get("serialNo")),
        front=_whole(one.get("frontSerialNo")),
        code=_whole(one.get("minor") if "minor" in one else one.get("subEventType")),
        door_no=_whole(one.get("doorNo")) or 1,
        reader_no=_whole(one.get("cardReaderNo")),
        card=_text(one.get("cardNo")),
        employee_no=_text(one.get("employeeNoString") or one.get("employeeNo")),
        status=_text(one.get("attendanceStatus")),
    )


def pushed(body: bytes, kind: str) -> Iterator[Told]:
    """The events of a message that a device has pushed; `kind` is its content type. Pictures are dropped unread. Raises
    BadEvent, where nothing in it can be read."""
    if kind.lower().startswith("multipart/"):
        parts = [one for one in _parts(body, kind) if one is not None]
        if not parts:
            raise BadEvent("no part with an event")
        for part in parts:
            yield from _one(part)
    else:
        yield from _one(body)


def _parts(body: bytes, kind: str) -> Iterator[bytes | None]:
    head = b"Content-Type: " + kind.encode("latin-1", "replace") + b"\r\n\r\n"
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    for number, part in enumerate(message.iter_parts() if message.is_multipart() else ()):
        if number >= MOST_PARTS:
            return
        main, data = part.get_content_maintype(), part.get_payload(decode=True)
        yield None if main in ("image", "audio", "video") or not isinstance(data, bytes) else data


def _one(data: bytes) -> Iterator[Told]:
    values = _read(data)
    some = values if isinstance(values, list) else [values]
    for one in some:
        if not isinstance(one, Mapping):
            raise BadEvent("no object")
        yield _event(one)


def _read(data: bytes) -> Any:
    text = data.strip().removeprefix(b"\xef\xbb\xbf").strip()
    if not text:
        raise BadEvent("empty")
    try:
        if text[:1] == b"<":
            root = read_xml(text)
            return {root.tag: as_dict(root)}
        return json.loads(text)
    except (BadXml, ValueError, RecursionError) as error:
        raise BadEvent(str(error)) from None


def _event(one: Mapping[str, Any]) -> Told:
    """Out of its wrappers; what is around an event says when it was, where it does not itself."""
    at, kind = one.get("dateTime"), _text(one.get("eventType"))
    for _ in range(4):
        inner = next((one[name] for name in WRAPPERS if name in one), None)
        if isinstance(inner, str):
            inner = _read(inner.encode())
        if not isinstance(inner, Mapping):
            break
        one = inner
        at, kind = one.get("dateTime") or at, _text(one.get("eventType")) or kind
    if kind.lower() == "heartbeat":
        return Told(_moment(at), beat=True)
    if not ("subEventType" in one or "minor" in one):
        return Told(_moment(at))
    return told_of(one, at)


def _moment(value: Any) -> datetime | None:
    """With its offset, as devices give it; a time without one could be any zone's, and is none."""
    if value in (None, ""):
        return None
    try:
        found = datetime.fromisoformat(str(value).strip())
        return found.astimezone(UTC) if found.tzinfo else None
    except (ValueError, OverflowError):
        raise BadEvent(f"time {str(value)[:40]}") from None


def _whole(value: Any) -> int | None:
    if value in (None, "") or isinstance(value, bool):
        return None
    try:
        found = int(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return found if 0 <= found < 2**53 else None


def _text(value: Any) -> str:
    text = "" if value is None or isinstance(value, dict | list) else str(value).strip()[:64]
    return text if text.isprintable() else ""
