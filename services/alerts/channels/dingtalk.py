"""DingTalk: a work notice to one person, of which only a later question tells whether it arrived; and a group robot."""

import base64
import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import quote, quote_plus

from services.alerts.channels.note import Note
from services.alerts.channels.tokens import Fetched, Tokens
from services.alerts.channels.wecom import code_of, fetched, refusal, with_token
from services.alerts.channels.wire import Answer, number, post_json
from services.alerts.receipt import Receipt, failed, taken

HOST = "https://oapi.dingtalk.com"
TEXT = 2000
TOO_FAST, SHUT_OUT_S = 130101, 600.0
MISSED = {
    "invalid_user_id_list": "no_such_person",
    "forbidden_user_id_list": "swallowed",
    "failed_user_id_list": "lost",
}
HERE = ("read_user_id_list", "unread_user_id_list")


@dataclass(frozen=True)
class DingTalk:
    """Work notices of one application."""

    key: str
    agent: str
    secret: str = field(repr=False)
    tokens: Tokens
    host: str = HOST

    def send(self, note: Note) -> Receipt:
        """One notice to one person. That it was accepted is not that it was delivered."""
        text = note.in_full(TEXT)
        body = {
            "agent_id": number(self.agent),
            "userid_list": note.to,
            "msg": {"msgtype": "text", "text": {"content": text}},
        }
        answer = self._call("asyncsend_v2", body)
        return answer if isinstance(answer, Receipt) else taken(str(answer.get("task_id") or note.key), unsure=True)

    def confirm(self, task: str, to: str) -> Receipt:
        """What became of a notice that was accepted; `unsure` while DingTalk does not say."""
        answer = self._call("getsendresult", {"agent_id": number(self.agent), "task_id": number(task)})
        if isinstance(answer, Receipt):
            return answer
        result = answer.get("send_result") or {}
        for name, code in MISSED.items():
            if to in (result.get(name) or []):
                return failed(code, f"task {task}: {name}")
        known = any(to in (result.get(name) or []) for name in HERE)
        return taken(task, unsure=not known)

    def _call(self, name: str, body: Answer) -> Answer | Receipt:
        url = f"{self.host}/topapi/message/corpconversation/{name}?access_token="
        return with_token(
            self.tokens, f"dingtalk {self.key}", self._fetch, lambda token: post_json(url + quote(token), body)
        )

    def _fetch(self) -> Fetched:
        return fetched(f"{self.host}/gettoken?appkey={quote(self.key)}&appsecret={quote(self.secret)}")


@dataclass(frozen=True)
class DingTalkRobot:
    """A robot in a group chat. With a `secret` every call is signed and good for an hour."""

    token: str = field(repr=False)
    secret: str = field(default="", repr=False)
    host: str = HOST
    clock: Callable[[], float] = time.time

    def send(self, note: Note) -> Receipt:
        """One message to the group; too many in a minute shut it out for ten."""
        text = note.in_full(TEXT)
        answer = post_json(self._address(), {"msgtype": "text", "text": {"content": text}})
        if isinstance(answer, Receipt):
            return answer
        if code_of(answer) == TOO_FAST:
            return failed("too_many", f"{TOO_FAST} {answer.get('errmsg')}", retry=True, wait_s=SHUT_OUT_S)
        return refusal(answer) or taken(note.key)

    def _address(self) -> str:
        address = f"{self.host}/robot/send?access_token={quote(self.token)}"
        if not self.secret:
            return address
        at = str(round(self.clock() * 1000))
        return f"{address}&timestamp={at}&sign={robot_sign(at, self.secret)}"


def signature(at: str, secret: str) -> str:
    """What DingTalk and we sign with at a moment (milliseconds since 1970, as text): HMAC-SHA256 over moment and
    secret, keyed by the secret."""
    made = hmac.new(secret.encode(), f"{at}\n{secret}".encode(), sha256).digest()
    return base64.b64encode(made).decode()


def robot_sign(at: str, secret: str) -> str:
    """The signature of a robot's call as it stands in the address."""
    return quote_plus(signature(at, secret))
