"""The console's side of the wire: blocking calls to a hub, and one round of sync. No Qt; runs in a task."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from services.core.operation import Operation
from services.core.refused import Refused
from services.core.shape import utc_text
from services.store.replica import Replica
from services.store.wire import operation_json
from services.sync import PROTOCOL
from services.sync.outgoing import Outgoing

CONNECT_S, ANSWER_S = 5, 30


class Unreachable(Exception):
    """The hub did not answer; nothing is lost, it is tried again."""


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of sync brought. `trouble`: why what waits here could not be sent."""

    kinds: frozenset[str] = frozenset()
    settled: dict[str, Refused | None] = field(default_factory=dict)
    blobs: tuple[str, ...] = ()
    trouble: Refused | None = None


class HubClient:
    """Calls to one hub. `token` is a session's, or a folder's local one, which may act as any person."""

    def __init__(self, url: str, token: str | None = None, act_as: str | None = None) -> None:
        import requests

        self.url = url.rstrip("/")
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers["X-Anhuan-Protocol"] = str(PROTOCOL)
        if token:
            self.session.headers["Authorization"] = f"Bearer {token}"
        if act_as:
            self.session.headers["X-Anhuan-As"] = act_as

    def call(self, method: str, path: str, *, json: Any = None, data: bytes | None = None, **query: Any) -> Any:
        """The JSON answer. Raises Refused for a refusal, Unreachable when there is no sensible answer."""
        answer = self._send(method, path, json, data, query)
        try:
            values = answer.json()
        except ValueError:
            raise Unreachable(f"{answer.status_code}") from None
        if answer.status_code >= 400:
            if isinstance(values, Mapping) and "refused" in values:
                raise Refused(values["refused"], **values.get("facts", {}))
            raise Unreachable(f"{answer.status_code}")
        return values

    def _send(self, method: str, path: str, json: Any, data: bytes | None, query: Mapping[str, Any]) -> Any:
        import requests

        try:
            return self.session.request(
                method, self.url + path, json=json, data=data, params=query, timeout=(CONNECT_S, ANSWER_S)
            )
        except requests.RequestException as error:
            raise Unreachable(type(error).__name__) from error

    def blob(self, sha256: str) -> bytes | None:
        """A photo or drawing; None when the hub has none of this name."""
        answer = self._send("GET", f"/api/blobs/{sha256}", None, None, {})
        if answer.status_code == 404:
            return None
        if answer.status_code != 200:
            raise Unreachable(str(answer.status_code))
        return bytes(answer.content)

    def sign_in(self, login: str, secret: str) -> dict[str, Any]:
        """`{"token", "person"}`. Raises Refused: sign_in_wrong, too_many_guesses."""
        answer: dict[str, Any] = self.call("POST", "/api/sign-in", json={"login": login, "secret": secret})
        return answer

    def push(self, operations: list[Operation], wall: datetime, mono: float, boot: str) -> list[dict[str, Any]]:
        """The answers, in order."""
        message = {
            "clock": {"wall": utc_text(wall), "mono": mono, "boot": boot},
            "operations": [operation_json(operation) for operation in operations],
        }
        answers: list[dict[str, Any]] = self.call("POST", "/api/operations", json=message)["answers"]
        return answers


def sync_once(client: HubClient, replica: Replica, outgoing: Outgoing) -> Round:
    """Sends blobs, then operations, then lays down all entries that are new: also when something could not be sent,
    so that one blob or operation that the hub won't have does not cut this console off. Raises Unreachable or
    Refused."""
    sent, trouble = outgoing.send(client)
    try:
        _push(client, replica)
    except Refused as refused:
        trouble = trouble or refused
    kinds: set[str] = set()
    settled: dict[str, Refused | None] = {}
    while True:
        cursor = replica.fact("cursor") or 0
        page = client.call("GET", "/api/changes", after=cursor)
        if not page["entries"]:
            return Round(frozenset(kinds), settled, tuple(sent), trouble)
        down = replica.lay_down(page["entries"], page["clear"])
        kinds |= down.kinds
        settled |= down.settled


def _push(client: HubClient, replica: Replica) -> None:
    clock = replica.clock
    waiting = replica.to_send()
    if not waiting:
        return
    for answer in client.push(waiting, clock.wall(), clock.mono(), clock.boot):
        if answer.get("refused") == "out_of_turn" and answer["facts"]["expected_n"] > waiting[-1].n:
            raise Refused("device_doubled")
        if answer.get("refused") == "out_of_turn":
            replica.number_again(answer["facts"]["expected_n"])
            return
        if "seq" not in answer:
            raise Refused(answer["refused"], **answer["facts"])
