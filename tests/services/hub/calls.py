"""Plain HTTP calls to a served hub, as a stranger's program would make them."""

import socket
from typing import Any

import requests

from services.core.ids import new_id
from services.core.shape import utc_text
from tests.makers import NOON
from tests.services.hub.living import Living


class Caller:
    """Someone with a token, or nobody."""

    def __init__(self, plant: Living, token: str | None = None, **headers: str) -> None:
        self.plant = plant
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers.update(headers)
        if token:
            self.session.headers["Authorization"] = f"Bearer {token}"
        self.device, self.n = new_id(), 0

    def call(self, method: str, path: str, **given: Any) -> requests.Response:
        return self.session.request(method, self.plant.url + path, timeout=30, **given)

    def post(self, path: str, message: Any) -> requests.Response:
        return self.call("POST", path, json=message)

    def operation(self, kind: str, args: Any, **given: Any) -> dict[str, Any]:
        values = {"id": new_id(), "kind": kind, "args": args, "device": self.device, "n": self.n + 1}
        return values | {"made_at": utc_text(NOON)} | given

    def issue(self, kind: str, args: Any, **given: Any) -> dict[str, Any]:
        """The answer to one operation, in the device's turn."""
        answered = self.post("/api/operations", {"operations": [self.operation(kind, args, **given)]}).json()
        answer: dict[str, Any] = answered["answers"][0] if "answers" in answered else answered
        self.n += "seq" in answer
        return answer


def signed_in(plant: Living, person: str) -> Caller:
    """A caller who has used a one-time code."""
    code = plant.code(person)
    answer = Caller(plant).post("/api/sign-in", {"login": person, "secret": code})
    return Caller(plant, answer.json()["token"])


def manager(plant: Living) -> Caller:
    """The founder's console: the folder's local token, acting as a person."""
    person = plant.manager.person or ""
    return Caller(plant, plant.served.hub.local_token, **{"X-Anhuan-As": person})


def raw(plant: Living, head: str, body: bytes) -> bytes:
    """The answer to a request written by hand, byte for byte."""
    with socket.create_connection(("127.0.0.1", plant.served.port), timeout=30) as stream:
        try:
            # at once: what arrives after the hub has answered and closed would take the answer away
            stream.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)
            stream.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the hub may have answered and closed before all was sent
        found = b""
        while part := stream.recv(65536):
            found += part
    return found
