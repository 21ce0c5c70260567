"""Feishu: a robot in a group chat."""

import base64
import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import quote

from services.alerts.channels.note import Note
from services.alerts.channels.wire import number, post_json
from services.alerts.receipt import Receipt, failed, taken

HOST = "https://open.feishu.cn"
TEXT = 4000
TOO_MANY = (9499, 11232)
BUSY = (-1, 1500, 55001)


@dataclass(frozen=True)
class FeishuRobot:
    """Known by its token; with a `secret` every call is signed."""

    token: str = field(repr=False)
    secret: str = field(default="", repr=False)
    host: str = HOST
    clock: Callable[[], float] = time.time

    def send(self, note: Note) -> Receipt:
        """One message to the group."""
        text = note.in_full(TEXT)
        body: dict[str, object] = {"msg_type": "text", "content": {"text": text}}
        if self.secret:
            at = str(int(self.clock()))
            body = {"timestamp": at, "sign": robot_sign(at, self.secret), **body}
        answer = post_json(f"{self.host}/open-apis/bot/v2/hook/{quote(self.token)}", body)
        if isinstance(answer, Receipt):
            return answer
        code = number(answer.get("code", answer.get("StatusCode")))
        said = f"{code} {answer.get('msg') or answer.get('StatusMessage') or ''}".strip()
        if code == 0:
            return taken(note.key)
        if code in TOO_MANY:
            return failed("too_many", said, retry=True, wait_s=60)
        return failed("busy", said, retry=True) if code in BUSY else failed("bad_setup", said, setup=True)


def robot_sign(at: str, secret: str) -> str:
    """The signature at a moment (seconds since 1970, as text)."""
    return base64.b64encode(hmac.new(f"{at}\n{secret}".encode(), b"", sha256).digest()).decode()
