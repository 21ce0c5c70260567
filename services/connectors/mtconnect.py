"""An MTConnect agent over HTTP: which machines it knows, how they stand, and what they said since."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import requests

from services.connectors.plain_xml import BadXml, Element, read_xml
from services.core.machines import Item, Said

CONNECT_S, ANSWER_S = 3.0, 15.0
AT_ONCE = 1000
MOST_ANSWER = 8_000_000
KINDS: dict[str, Item] = {"Availability": "availability", "Execution": "execution", "EmergencyStop": "emergency_stop"}
PATH = '//DataItem[@type="AVAILABILITY" or @type="EXECUTION" or @type="EMERGENCY_STOP"]'
Trouble = Literal["unreachable", "no_agent", "bad_answer", "out_of_range"]


class AgentTrouble(Exception):
    """Why an agent can't be asked now. `out_of_range`: what was asked for is no longer there."""

    def __init__(self, code: Trouble, text: str = "") -> None:
        super().__init__(f"{code} {text}".strip())
        self.code, self.text = code, text[:200]


@dataclass(frozen=True, slots=True)
class Streams:
    """An answer: which life of the agent it is of (`instance`), what is asked for next, the oldest that it still has,
    and what was said."""

    instance: str
    next: int
    first: int
    said: tuple[Said, ...]


class Agent:
    """One agent."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self.session = requests.Session()
        self.session.trust_env = False

    def close(self) -> None:
        """Lets the connection go."""
        self.session.close()

    def machines(self) -> tuple[str, ...]:
        """What it calls its machines (probe). Raises AgentTrouble."""
        root = self._ask("/probe", {})
        if root.tag != "MTConnectDevices":
            raise AgentTrouble("no_agent", root.tag)
        return tuple(dict.fromkeys(_name(one) for one in root.all("Device") if _name(one)))

    def current(self) -> Streams:
        """How everything stands now. Raises AgentTrouble."""
        return streams_of(self._ask("/current", {"path": PATH}))

    def sample(self, start: int) -> Streams:
        """What was said from a sequence number on. Raises AgentTrouble."""
        return streams_of(self._ask("/sample", {"path": PATH, "from": str(start), "count": str(AT_ONCE)}))

    def _ask(self, path: str, given: dict[str, str]) -> Element:
        try:
            answer = self.session.get(
                self.address + path, params=given, timeout=(CONNECT_S, ANSWER_S), allow_redirects=False
            )
        except (requests.RequestException, ValueError) as error:
            raise AgentTrouble("unreachable", str(error)) from None
        if len(answer.content) > MOST_ANSWER:
            raise AgentTrouble("bad_answer", "too large")
        try:
            root = read_xml(answer.content)
        except BadXml as error:
            raise AgentTrouble("no_agent" if answer.status_code == 404 else "bad_answer", str(error)) from None
        if root.tag == "MTConnectError":
            raise _error(root)
        return root


def _error(root: Element) -> AgentTrouble:
    found = root.first("Error")
    code = found.attributes.get("errorCode", "") if found else ""
    return AgentTrouble("out_of_range" if code == "OUT_OF_RANGE" else "bad_answer", code)


def streams_of(root: Element) -> Streams:
    """The answer to current or sample. Raises AgentTrouble: no_agent, bad_answer."""
    header = root.first("Header")
    if root.tag != "MTConnectStreams" or header is None:
        raise AgentTrouble("no_agent", root.tag)
    try:
        instance = header.attributes["instanceId"]
        following, first = (int(header.attributes[name]) for name in ("nextSequence", "firstSequence"))
        said = tuple(one for device in root.all("DeviceStream") for one in _said(device))
    except (KeyError, ValueError, OverflowError) as error:
        raise AgentTrouble("bad_answer", str(error)) from None
    return Streams(instance, following, first, said)


def _said(device: Element) -> list[Said]:
    machine = _name(device)
    found = []
    for events in device.all("Events"):
        for one in events.children:
            kind = KINDS.get(one.tag)
            if kind is None:
                continue
            at = datetime.fromisoformat(one.attributes["timestamp"])
            at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)  # the standard's times are UTC
            id_ = one.attributes.get("dataItemId", one.tag)
            sequence = int(one.attributes.get("sequence", "0"))
            found.append(Said(machine, kind, id_, one.text.strip().upper()[:40], at, sequence))
    return found


def _name(device: Element) -> str:
    return (device.attributes.get("name") or device.attributes.get("uuid") or "")[:120]
