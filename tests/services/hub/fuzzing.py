"""Requests that nobody wrote by hand, straight into the application, and what may come of them."""

import asyncio
import json
import random
import re
import threading
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
SECRET = "张三丰13912345678"
LONGEST_S = 5.0
TELLING = re.compile(rb"Traceback|File \\?\"/|sqlalchemy|site-packages", re.IGNORECASE)
WORDS = ["", "x", SECRET, "0", "-1", "../..", "%00", "'; DROP TABLE people;--", "9" * 400, "\u202e", "{{7*7}}"]
VALUES: list[Any] = [None, True, -1, 0.5, 2**70, 1e308, "", SECRET, "\ud800", "x" * 5000, [], {}, [[]], {"a": 1}]
KEYS = [
    "operations",
    "clock",
    "login",
    "secret",
    "person",
    "args",
    "kind",
    "id",
    "device",
    "n",
    "made_at",
    "keys",
    "code",
]
KINDS = [b"application/json", b"text/plain", b"multipart/form-data; boundary=x", b"application/octet-stream", b"\xff"]


@dataclass
class Answered:
    """What came of a request: `status` 0 where nothing came in time."""

    status: int
    body: bytes
    seconds: float


@dataclass(frozen=True)
class Tried:
    """A request as it goes in."""

    method: str
    path: bytes
    query: bytes
    headers: list[tuple[bytes, bytes]]
    body: bytes


def fault(answer: Answered) -> str:
    """What an answer may never be; "" where it is none of it."""
    if answer.status == 0 or answer.seconds > LONGEST_S:
        return "hangs"
    if answer.status >= 500 and answer.status != 507:
        return f"fails ({answer.status})"
    if answer.status >= 400 and SECRET.encode() in answer.body:
        return "says what was sent"
    return "tells of itself" if TELLING.search(answer.body) else ""


def request(chance: random.Random, route: str, token: str | None) -> Tried:
    """A request to a route that is wrong somewhere."""
    method, path = route.split(" ", 1)
    filled = re.sub(r"\{[^}]+\}", lambda _: chance.choice(WORDS) or "x", path)
    kind = chance.choice(KINDS)
    headers = [(b"host", b"x"), (b"content-type", kind)]
    if token and chance.random() < 0.9:
        headers.append((b"cookie", f"anhuan={token}".encode()))
    if chance.random() < 0.1:
        headers.append((b"authorization", b"Bearer " + chance.randbytes(8)))
    pairs = [f"{chance.choice(['after', 'offset', 'lang', 'most', 'q'])}={chance.choice(WORDS)}" for _ in range(2)]
    body = b"" if method in ("GET", "HEAD") else spoiled(chance)
    return Tried(method, filled.encode(errors="surrogatepass"), "&".join(pairs).encode(), headers, body)


def spoiled(chance: random.Random) -> bytes:
    """A body: a message with wrong values, often damaged, or none at all."""
    values = {key: value(chance, 0) for key in chance.sample(KEYS, 4)}
    text = json.dumps(values).encode()
    way = chance.randrange(5)
    if way == 0:
        return text
    if way == 1:
        return text[: chance.randrange(len(text))]
    if way == 2:
        return b"\xff\xfe" + SECRET.encode("gbk") + text
    if way == 3:
        place = chance.randrange(len(text))
        return text[:place] + chance.randbytes(3) + text[place:]
    return chance.randbytes(chance.randrange(60))


def value(chance: random.Random, depth: int) -> Any:
    """Something that JSON can say."""
    if depth > 2 or chance.random() < 0.6:
        return chance.choice(VALUES)
    if chance.random() < 0.5:
        return [value(chance, depth + 1) for _ in range(chance.randrange(3))]
    return {chance.choice(KEYS): value(chance, depth + 1) for _ in range(2)}


async def call(app: Any, tried: Tried) -> Answered:
    """Sends it; who asks goes away when the answer is there or the time is over."""
    status, parts, sent = 0, bytearray(), False
    begun = time.monotonic()

    async def receive() -> dict[str, Any]:
        nonlocal sent
        if sent:
            await asyncio.sleep(0)
            return {"type": "http.disconnect"}
        sent = True
        return {"type": "http.request", "body": tried.body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        status = message.get("status", status)
        parts.extend(message.get("body", b"")[:100_000])

    path = tried.path.decode(errors="replace")
    scope: dict[str, Any] = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": tried.method}
    scope |= {"path": path, "raw_path": tried.path, "query_string": tried.query, "headers": tried.headers}
    scope |= {"scheme": "http", "server": ("x", 80), "client": ("10.0.0.9", 5), "root_path": ""}
    try:
        await asyncio.wait_for(app(scope, receive, send), LONGEST_S)
    except TimeoutError:
        status = 0
    except Exception as error:  # noqa: BLE001 — whatever gets out of the application is a fault of it
        status, parts = 500, bytearray(type(error).__name__.encode())
    return Answered(status, bytes(parts), time.monotonic() - begun)


def in_a_thread(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Runs it in a loop of its own, away from any that the test's thread has."""
    found: list[T] = []
    thread = threading.Thread(target=lambda: found.append(asyncio.run(work())))
    thread.start()
    thread.join()
    return found[0]
