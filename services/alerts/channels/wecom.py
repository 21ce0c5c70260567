"""WeCom: an application's message to one person, and a group robot. What counts is `errcode`, never `errmsg`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from services.alerts.channels.note import Note, cut
from services.alerts.channels.tokens import Fetched, Tokens
from services.alerts.channels.wire import Answer, ask, number, post_json
from services.alerts.receipt import Receipt, failed, taken

HOST = "https://qyapi.weixin.qq.com"
TOKEN_DEAD = (40014, 42001, 41001)
WRAPPED = 88  # DingTalk's, around a code of which 60011 is a right that is missing
TOO_MANY = (45009, 45033)
NOBODY = (81013, 60111, 60011, 82001, 40003)
TEXT, TITLE, DESCRIPTION = 2048, 128, 512
BACK_OFF_S = 60.0


@dataclass(frozen=True)
class WeCom:
    """Messages of one application. `agent` is its number; `secret` its own."""

    corp: str
    agent: str
    secret: str = field(repr=False)
    tokens: Tokens
    host: str = HOST

    def send(self, note: Note) -> Receipt:
        """One message to one member. Answered 0 it may still have reached nobody."""
        card = {"title": cut(note.subject, TITLE), "description": cut(note.text, DESCRIPTION), "url": note.link}
        body: dict[str, Any] = {
            "touser": note.to,
            "agentid": number(self.agent),
            "msgtype": "textcard",
            "textcard": card,
        }
        if not note.link:
            body = {**body, "msgtype": "text", "text": {"content": cut(f"{note.subject}\n{note.text}", TEXT)}}
            del body["textcard"]
        answer = with_token(
            self.tokens, f"wecom {self.corp} {self.agent}", self._fetch, lambda token: self._post(token, body)
        )
        if isinstance(answer, Receipt):
            return answer
        missed = {
            one.lower() for key in ("invaliduser", "unlicenseduser") for one in (answer.get(key) or "").split("|")
        }
        if note.to.lower() in missed:
            return failed("no_such_person", f"{note.to}: {'|'.join(sorted(missed - {''}))}")
        return taken(str(answer.get("msgid") or note.key))

    def _post(self, token: str, body: dict[str, Any]) -> Answer | Receipt:
        return post_json(f"{self.host}/cgi-bin/message/send?access_token={quote(token)}", body)

    def _fetch(self) -> Fetched:
        return fetched(f"{self.host}/cgi-bin/gettoken?corpid={quote(self.corp)}&corpsecret={quote(self.secret)}")


@dataclass(frozen=True)
class WeComRobot:
    """A robot in a group chat, known by its key."""

    key: str = field(repr=False)
    host: str = HOST

    def send(self, note: Note) -> Receipt:
        """One message to the group."""
        content = note.in_full(TEXT)
        body = {"msgtype": "text", "text": {"content": content}}
        answer = post_json(f"{self.host}/cgi-bin/webhook/send?key={quote(self.key)}", body)
        return answer if isinstance(answer, Receipt) else refusal(answer) or taken(note.key)


def fetched(url: str) -> Fetched:
    """The token that is given out at an address, by WeCom and by DingTalk in one manner."""
    answer = ask("GET", url)
    if isinstance(answer, Receipt):
        return answer
    return refusal(answer) or (str(answer["access_token"]), float(number(answer.get("expires_in") or 7200)))


def with_token(
    tokens: Tokens, account: str, fetch: Callable[[], Fetched], call: Callable[[str], Answer | Receipt]
) -> Answer | Receipt:
    """The answer of a call that needs a token: one that died early is fetched anew, and the call made again once."""
    token = tokens.get(account, fetch)
    if isinstance(token, Receipt):
        return token
    answer = call(token)
    if not isinstance(answer, Receipt) and code_of(answer) in TOKEN_DEAD:
        token = tokens.get(account, fetch, dead=token)
        if isinstance(token, Receipt):
            return token
        answer = call(token)
    return answer if isinstance(answer, Receipt) else refusal(answer) or answer


def code_of(answer: Answer) -> int:
    """The code that counts, also where it is wrapped."""
    code = number(answer.get("errcode"))
    return number(answer.get("sub_code")) if code == WRAPPED else code


def refusal(answer: Answer) -> Receipt | None:
    """What an answer other than 0 means."""
    code = code_of(answer)
    said = f"{code} {answer.get('sub_msg') or answer.get('errmsg') or ''}".strip()
    if code == 0:
        return None
    if code == -1:
        return failed("busy", said, retry=True)
    if code in TOO_MANY:
        return failed("too_many", said, retry=True, wait_s=BACK_OFF_S)
    if code in NOBODY and answer.get("errcode") != WRAPPED:
        return failed("no_such_person", said)
    return failed("bad_setup", said, setup=True)
