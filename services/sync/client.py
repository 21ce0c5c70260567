"""The console's side of the wire: blocking calls to a hub. No Qt; runs in a task."""

import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from services.core.operation import Operation
from services.core.refused import Refused
from services.core.shape import utc_text
from services.store.changes import PART_END, from_lines
from services.store.thin import Entry
from services.store.wire import operation_json
from services.sync import PROTOCOL
from services.sync.pairing import pin_of

CONNECT_S, ANSWER_S = 5, 30
IDLE_S = 3.0  # a hub closes a connection that was idle for five: a call that met that moment would be lost
NOTICE_S = (CONNECT_S, 40)  # the hub says something at least every 15 s
LINES_S = 120  # the longest that one line of a long answer may take
CHUNK = 1 << 14  # of a cut download, what came of the last chunk is lost
ZSTD = "application/zstd"


Parts = Generator[tuple[dict[str, Any], list[Entry]], None, None]


class Unreachable(Exception):
    """The hub did not answer; nothing is lost, it is tried again."""


class Untrusted(Unreachable):
    """What answered there showed no certificate that can be trusted; nothing was sent."""


class HubClient:
    """Calls to one hub. `token` is a session's, or a folder's local one, which may act as any person. `trusted` is a
    file with the authority that the hub's certificate must come from; without one it must come from a public one."""

    def __init__(
        self, url: str, token: str | None = None, act_as: str | None = None, trusted: Path | None = None
    ) -> None:
        import requests

        self.url = url.rstrip("/")
        self.session = requests.Session()
        self.session.trust_env = False
        self._asked = time.monotonic()
        if trusted is not None and trusted.exists():
            self.session.verify = str(trusted)
        self.session.headers["X-Anhuan-Protocol"] = str(PROTOCOL)
        if token:
            self.session.headers["Authorization"] = f"Bearer {token}"
        if act_as:
            self.session.headers["X-Anhuan-As"] = quote(act_as)  # names are Chinese, headers are not

    def speak(self, protocol: int) -> None:
        """From now on what is asked is of this version of the wire, as the hub knows no later one."""
        self.session.headers["X-Anhuan-Protocol"] = str(protocol)

    def call(self, method: str, path: str, *, json: Any = None, data: bytes | None = None, **query: Any) -> Any:
        """The JSON answer. Raises Refused for a refusal, Unreachable when there is no sensible answer."""
        return self._values(self._send(method, path, json, data, query))

    def _values(self, answer: Any) -> Any:
        try:
            values = answer.json()
        except ValueError:
            raise Unreachable(f"{answer.status_code}") from None
        if answer.status_code >= 400:
            if isinstance(values, Mapping) and "refused" in values:
                raise Refused(values["refused"], **values.get("facts", {}))
            raise Unreachable(f"{answer.status_code}")
        return values

    def _send(
        self, method: str, path: str, json: Any, data: bytes | None, query: Mapping[str, Any], **more: Any
    ) -> Any:
        import requests

        more = {"timeout": (CONNECT_S, ANSWER_S), **more}
        before, self._asked = self._asked, time.monotonic()
        if self._asked - before > IDLE_S:
            self.session.close()  # connections that lie idle; what is on its way stays
        try:
            return self.session.request(method, self.url + path, json=json, data=data, params=query, **more)
        except requests.exceptions.SSLError as error:
            raise Untrusted(type(error).__name__) from error
        except requests.RequestException as error:
            raise Unreachable(type(error).__name__) from error

    def standing(self, sha256: str) -> tuple[bool, int]:
        """Whether the hub has this photo or drawing whole, and its length in bytes; else how many bytes of it have
        come from here so far."""
        path = f"/api/blobs/{sha256}"
        answer = self._send("HEAD", path, None, None, {})
        here = answer.headers.get("Upload-Offset", "")
        if answer.status_code == 404 and here.isdigit():
            return False, int(here)
        if answer.status_code != 200:
            self.call("GET", path)  # an answer to HEAD has no words; this one says why
            raise Unreachable(str(answer.status_code))
        return True, int(answer.headers["Content-Length"])

    def send_part(self, sha256: str, what: str, part: bytes, offset: int, total: int) -> tuple[bool, int]:
        """Adds a part to an upload; whether the hub has it whole now, and how many bytes it has. Raises Refused:
        offset_wrong, and why the hub does not take the whole."""
        path = f"/api/blobs/{sha256}"
        answer = self.call("PUT", path, data=part, what=what, offset=offset, total=total)
        if answer["sha256"] != sha256:
            raise Unreachable("another blob was confirmed")
        return answer["complete"], answer["offset"]

    def sign_in(self, login: str, secret: str, computer: Mapping[str, str] | None = None) -> dict[str, Any]:
        """`{"token", "person"}`, bound to this computer where it is named (`device`, `computer`). Raises Refused:
        sign_in_wrong, too_many_guesses, device_revoked, not_allowed, hub_not_trusted."""
        message = {"login": login, "secret": secret, **(computer or {})}
        return self._joined("/api/sign-in", message)

    def _joined(self, path: str, message: Mapping[str, Any]) -> dict[str, Any]:
        """The session that a hub gives to whoever joins it."""
        try:
            answer: dict[str, Any] = self.call("POST", path, json=message)
        except Untrusted:
            raise Refused("hub_not_trusted") from None
        return answer

    def push(self, operations: Sequence[Operation], wall: datetime, mono: float, boot: str) -> dict[str, Any]:
        """`answers`, in order, and `received_at`."""
        message = {
            "clock": {"wall": utc_text(wall), "mono": mono, "boot": boot},
            "operations": [operation_json(operation) for operation in operations],
        }
        answer: dict[str, Any] = self.call("POST", "/api/operations", json=message)
        return answer

    def found(self, plant: Mapping[str, Any], password: str, computer: Mapping[str, str]) -> dict[str, Any]:
        """Founds a plant at the hub of this machine; a session."""
        message = {"args": dict(plant), "password": password, **computer}
        answer: dict[str, Any] = self.call("POST", "/api/found", json=message)
        return answer

    def pair(self, code: str, computer: Mapping[str, str]) -> dict[str, Any]:
        """A session by a one-time pairing code. Raises Refused: pairing_wrong, device_revoked, hub_not_trusted."""
        return self._joined("/api/pair", {"code": code, **computer})

    def claim(self, secret: str, computer: Mapping[str, str]) -> dict[str, Any]:
        """A session, once the browser that was opened with the secret's challenge has said so; until then
        `{"waiting": true}`. Raises Refused: device_revoked, hub_not_trusted."""
        return self._joined("/api/sign-on/claim", {"secret": secret, **computer})

    def authority(self, pin: str) -> bytes:
        """The DER of the authority of the hub's certificate, asked for before it can be trusted and held against its
        pin. Nothing of ours goes there. Raises Refused: hub_pin_wrong."""
        import warnings

        import requests

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it is not verified yet: that is what the pin is for
                answer = requests.Session().get(self.url + "/ca.crt", timeout=(CONNECT_S, ANSWER_S), verify=False)
        except requests.RequestException as error:
            raise Unreachable(type(error).__name__) from error
        found = answer.content if answer.status_code == 200 else b""
        if pin_of(found) != pin:
            raise Refused("hub_pin_wrong")
        return found

    def page(self, path: str, **query: Any) -> tuple[dict[str, Any], list[Entry]]:
        """A page of entries, and what is to be known of it."""
        answer = self._send("GET", path, None, None, query, headers={"Accept": f"{ZSTD}, application/json"})
        if answer.status_code >= 400:
            self._values(answer)
        content = answer.content
        if answer.headers.get("Content-Type") == ZSTD:
            import zstandard

            content = zstandard.ZstdDecompressor().decompressobj().decompress(content)
        try:
            return from_lines(content)
        except (ValueError, IndexError) as error:
            raise Unreachable("no entries") from error

    def changes(self, form: str, **query: Any) -> Parts:
        """What is new, in parts: each as soon as it is here, 'thin' or 'whole'. Raises Unreachable, Refused."""
        import requests
        import zstandard

        headers = {"Accept": ZSTD}
        try:
            with self._send(
                "GET", "/api/changes", None, None, {**query, "form": form}, stream=True, headers=headers
            ) as answer:
                if answer.status_code >= 400:
                    self._values(answer)
                unpacked, rest = zstandard.ZstdDecompressor().decompressobj(), b""
                for piece in answer.iter_content(None):
                    *whole, rest = (rest + unpacked.decompress(piece)).split(PART_END)
                    yield from map(from_lines, whole)
                yield from_lines(rest)
        except requests.RequestException as error:
            raise Unreachable(type(error).__name__) from error
        except (ValueError, IndexError, zstandard.ZstdError) as error:
            raise Unreachable("no entries") from error

    def lines(self, path: str, json: Any) -> Iterator[Any]:
        """What the hub says line by line, each as soon as it is here; whoever stops listening lets it go. Raises
        Unreachable, Refused."""
        from json import loads

        import requests

        try:
            with self._send("POST", path, json, None, {}, stream=True, timeout=(CONNECT_S, LINES_S)) as answer:
                if answer.status_code >= 400:
                    self._values(answer)
                for line in answer.iter_lines():
                    values = loads(line)
                    if "refused" in values:
                        raise Refused(values["refused"], **values.get("facts", {}))
                    yield values
        except (requests.RequestException, ValueError) as error:
            raise Unreachable(type(error).__name__) from error

    def download(self, path: str, target: Path, size: int, step: Callable[[float], bool] | None = None) -> None:
        """Fetches a file into `target`, going on where an earlier try was cut off. `step` hears the share that is
        here and answers whether to go on. Raises Unreachable (what came so far stays), Refused: cancelled."""
        import requests

        here = target.stat().st_size if target.exists() else 0
        if here == size:
            return
        headers = {"Range": f"bytes={here}-"}
        try:
            with self._send("GET", path, None, None, {}, stream=True, headers=headers) as answer:
                if answer.status_code >= 400:
                    self._values(answer)
                with open(target, "ab" if answer.status_code == 206 else "wb") as file:
                    for part in answer.iter_content(CHUNK):
                        file.write(part)
                        if step and not step(min(1.0, file.tell() / max(size, 1))):
                            raise Refused("cancelled")
        except requests.RequestException as error:
            raise Unreachable(type(error).__name__) from error
        if target.stat().st_size != size:
            raise Unreachable("cut off")

    def listen(self) -> Iterator[str]:
        """Lines of the hub's notices, as they come. Raises Unreachable when they end."""
        import requests

        try:
            with self._send("GET", "/api/notices", None, None, {}, stream=True, timeout=NOTICE_S) as answer:
                if answer.status_code != 200:
                    raise Unreachable(str(answer.status_code))
                yield from answer.iter_lines(chunk_size=1, decode_unicode=True)
        except requests.RequestException as error:
            raise Unreachable(type(error).__name__) from error
        raise Unreachable("the notices have ended")
