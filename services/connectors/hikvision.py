"""An access terminal or controller that is asked over ISAPI (Hikvision): its events by searches, page by page, with
HTTP digest. One that does not know searches says so, and is heard by what it pushes; one that has locked its account is
left alone for as long as it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import uuid4

import requests
from requests.auth import HTTPDigestAuth

from services.connectors.hikvision_events import BadEvent, pushed, told_of
from services.connectors.hikvision_stream import STREAM, boundary_of, parts
from services.connectors.plain_xml import BadXml, as_dict, read_xml
from services.imports.told import Told

SEARCH = "/ISAPI/AccessControl/AcsEvent?format=json"
CONNECT_S, ANSWER_S = 3.0, 10.0
QUIET_S = 90.0  # a stream without a heartbeat for so long is broken
AT_ONCE, AT_ONCE_BYTES = 30, 65_536
MOST_PAGES = 2000
MOST_ANSWER = 4_000_000
MAJOR_EVENT = 5
LOCKED_S = 1800  # where a locked device does not say for how long; as long after a wrong password, before it locks
Trouble = Literal["unreachable", "certificate", "password_wrong", "locked", "not_supported", "no_isapi", "bad_answer"]


class DoorTrouble(Exception):
    """Why a device can't be asked now; `wait_s` for how long it is to be left alone."""

    def __init__(self, code: Trouble, text: str = "", wait_s: float = 0.0) -> None:
        super().__init__(f"{code} {text}".strip())
        self.code, self.text, self.wait_s = code, text[:200], wait_s


@dataclass(frozen=True, slots=True)
class Found:
    """A page of a search: the events that could be read, how many were listed, how many could not be read, and whether
    there are more."""

    events: tuple[Told, ...]
    listed: int
    unread: int
    more: bool


class Isapi:
    """One device. `address` is `http(s)://host[:port]`."""

    def __init__(self, address: str, user: str, password: str) -> None:
        self.address = address.rstrip("/")
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.auth = HTTPDigestAuth(user, password)

    def close(self) -> None:
        """Lets the connection go."""
        self.session.close()

    def events(self, begins: datetime, ends: datetime) -> Iterator[Found]:
        """The pages of a search in a stretch, oldest first. Raises DoorTrouble."""
        search, position = str(uuid4()), 0
        for _ in range(MOST_PAGES):
            page = self._page(search, position, begins, ends)
            yield page
            position += page.listed
            if not page.more or not page.listed:  # a device that says MORE and lists none would be asked for ever
                return

    def test(self, now: datetime) -> None:
        """Whether it can be asked, by a search for what it sees at this moment. Raises DoorTrouble."""
        self._page(str(uuid4()), 0, now, now)

    def stream(self) -> Iterator[Told | None]:
        """What it says from now on, for as long as it keeps the connection; None for a part that can't be read. Raises
        DoorTrouble."""
        try:
            with self.session.get(
                self.address + STREAM, stream=True, timeout=(CONNECT_S, QUIET_S), allow_redirects=False
            ) as answer:
                self._let_in(answer, {} if answer.ok else _values(answer))
                for kind, body in parts(_chunks(answer), boundary_of(answer.headers.get("content-type", ""))):
                    yield from _readable(body, kind)
        except requests.exceptions.SSLError as error:
            raise DoorTrouble("certificate", str(error)) from None
        except BadEvent as error:
            raise DoorTrouble("bad_answer", str(error)) from None
        except (requests.RequestException, ValueError, OSError) as error:
            raise DoorTrouble("unreachable", str(error)) from None

    @staticmethod
    def _let_in(answer: requests.Response, values: Mapping[str, Any]) -> None:
        """Raises DoorTrouble for an answer that is none."""
        if answer.status_code == 401:
            raise _locked(values) or DoorTrouble("password_wrong", wait_s=LOCKED_S)
        if answer.status_code == 404 and not values:
            raise DoorTrouble("no_isapi")
        if answer.status_code >= 400:
            raise _said(values)

    def _page(self, search: str, position: int, begins: datetime, ends: datetime) -> Found:
        condition = {
            "searchID": search,
            "searchResultPosition": position,
            "maxResults": AT_ONCE,
            "major": MAJOR_EVENT,
            "minor": 0,
            "startTime": begins.isoformat(timespec="seconds"),
            "endTime": ends.isoformat(timespec="seconds"),
        }
        answer = self._ask({"AcsEventCond": condition})
        found = answer.get("AcsEvent")
        if not isinstance(found, Mapping):
            raise _said(answer)
        return _page_of(found)

    def _ask(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        try:
            answer = self.session.post(
                self.address + SEARCH, json=body, timeout=(CONNECT_S, ANSWER_S), allow_redirects=False
            )
        except requests.exceptions.SSLError as error:
            raise DoorTrouble("certificate", str(error)) from None
        except (requests.RequestException, ValueError) as error:
            raise DoorTrouble("unreachable", str(error)) from None
        values = _values(answer)
        self._let_in(answer, values)
        return values


def _readable(body: bytes, kind: str) -> Iterator[Told | None]:
    """The events of a part; None at the end of what can be read of it, if that comes before its own."""
    try:
        yield from pushed(body, kind)
    except BadEvent:
        yield None


def _chunks(answer: requests.Response) -> Iterator[bytes]:
    """What comes, as it comes: `iter_content` would wait for the end of a body that says no length."""
    if answer.raw.chunked:
        yield from answer.iter_content(None)
        return
    while data := answer.raw.read1(AT_ONCE_BYTES):
        yield data


def _page_of(found: Mapping[str, Any]) -> Found:
    listed = found.get("InfoList")
    some = [one for one in listed if isinstance(one, Mapping)] if isinstance(listed, list) else []
    events, unread = [], 0
    for one in some:
        try:
            events.append(told_of(one))
        except BadEvent:
            unread += 1
    more = str(found.get("responseStatusStrg", "")).upper() == "MORE"
    return Found(tuple(events), len(some), unread, more)


def _values(answer: requests.Response) -> Mapping[str, Any]:
    """The answer as an object, from JSON or XML; empty for what is neither."""
    data = answer.content.strip()
    if not data or len(data) > MOST_ANSWER:
        return {}
    try:
        found = as_dict(read_xml(data)) if data[:1] == b"<" else answer.json()
    except (BadXml, ValueError, RecursionError):
        return {}
    return found if isinstance(found, Mapping) else {}


def _locked(values: Mapping[str, Any]) -> DoorTrouble | None:
    """A device that has locked the account says for how many seconds. Asking again would lock it for longer."""
    said = values.get("userCheck", values)
    if not isinstance(said, Mapping) or str(said.get("lockStatus", "")).lower() != "lock":
        return None
    try:
        wait = float(said.get("unlockTime") or LOCKED_S)
    except (TypeError, ValueError):
        wait = LOCKED_S
    return DoorTrouble("locked", wait_s=min(max(wait, 60.0), 86_400.0))


def _said(values: Mapping[str, Any]) -> DoorTrouble:
    """What a refusal of the device says."""
    status = values.get("ResponseStatus", values)
    text = str(status.get("subStatusCode") or status.get("statusString") or "") if isinstance(status, Mapping) else ""
    if text.lower() in ("notsupport", "methodnotallowed", "invalidoperation"):
        return DoorTrouble("not_supported", text)
    return DoorTrouble("bad_answer", text)
