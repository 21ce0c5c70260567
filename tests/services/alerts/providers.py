"""The services that bring messages, on loopback: they speak as the real ones do, with the answers that those give."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

WECOM_SEND, WECOM_ROBOT = "/cgi-bin/message/send", "/cgi-bin/webhook/send"
DING_SEND = "/topapi/message/corpconversation/asyncsend_v2"
DING_RESULT = "/topapi/message/corpconversation/getsendresult"
HINT = "hint: [1700000000000000000000001], from ip: 203.0.113.7"
OK = {"errcode": 0, "errmsg": "ok"}
BUSY = {"errcode": -1, "errmsg": "system busy"}
EXPIRED = {"errcode": 42001, "errmsg": f"access_token expired, {HINT}"}
DING_EXPIRED = {"errcode": 88, "sub_code": "40014", "sub_msg": "不合法的access_token", "errmsg": "ding talk error"}
DING_FORBIDDEN = {"errcode": 88, "sub_code": "60011", "sub_msg": "没有调用该接口的权限", "errmsg": "ding talk error"}
WECOM_TAKEN = {**OK, "invaliduser": "", "unlicenseduser": "", "msgid": "M-1", "response_code": ""}


def sent_result(**lists: list[str]) -> dict[str, Any]:
    """What DingTalk says of a notice, by the names of its lists."""
    names = ("invalid", "forbidden", "failed", "read", "unread")
    return {**OK, "send_result": {f"{name}_user_id_list": lists.get(name, []) for name in names}}


@dataclass(frozen=True)
class Heard:
    """A request that came."""

    path: str
    query: dict[str, str]
    body: Any
    headers: dict[str, str]


@dataclass
class Provider:
    """`answers` by path, given one after the other, the last one again and again: an object, or a status and a text, or
    what a function says of the request. A token is given out by the two paths that give one."""

    answers: dict[str, list[Any]] = field(default_factory=dict)
    address: str = ""
    heard: list[Heard] = field(default_factory=list)
    good: str = "T-1"
    fetched: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def at(self, path: str) -> list[Heard]:
        """What came by a path."""
        return [one for one in self.heard if one.path == path]

    def answer(self, request: Heard) -> tuple[int, bytes]:
        with self.lock:
            self.heard.append(request)
            waiting = self.answers.get(request.path, [(404, "")])
            found = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        if callable(found):
            found = found(request)
        status, text = found if isinstance(found, tuple) else (200, json.dumps(found, ensure_ascii=False))
        return status, text.encode()

    def tokens(self, path: str) -> None:
        """From now on it gives tokens, the good one, and counts them."""

        def give(_: Heard) -> dict[str, Any]:
            with self.lock:
                self.fetched += 1
            return {**OK, "access_token": self.good, "expires_in": 7200}

        self.answers[path] = [give]

    def only_good(self, taken: dict[str, Any], dead: dict[str, Any]) -> Callable[[Heard], dict[str, Any]]:
        """Takes what comes with the good token, and says of any other that it is dead."""
        return lambda request: taken if request.query.get("access_token") == self.good else dead


@contextmanager
def provider(**answers: list[Any]) -> Iterator[Provider]:
    """One that listens until the end."""
    made = Provider(dict(answers))

    class Handler(BaseHTTPRequestHandler):
        def _taken(self) -> None:
            length = int(self.headers.get("content-length", 0))
            data = self.rfile.read(length)
            if len(data) < length:  # whoever sent it was cut off in the middle: nothing was said
                self.close_connection = True
                return
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            try:
                body = json.loads(data)
            except ValueError:
                body = data.decode()
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, text = made.answer(Heard(parts.path, query, body, headers))
            self.send_response(status)
            self.send_header("content-length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = _taken  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 128
        daemon_threads = True

    server = Server(("127.0.0.1", 0), Handler)
    made.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
