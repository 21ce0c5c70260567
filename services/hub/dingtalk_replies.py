"""Replies to the DingTalk application's robot: whoever answers an alert there has acknowledged it, and is told so in
the same conversation. DingTalk signs with the application's own secret, so that no further key is needed."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, BackgroundTasks, Body, Header
from fastapi.responses import PlainTextResponse, Response

from services.alerts.channels.dingtalk import HOST, signature
from services.alerts.channels.wire import number, post_json
from services.core.channels import Channel
from services.core.refused import Refused
from services.hub.answering import answered_by
from services.hub.api import TheHub
from services.hub.hub import Hub
from services.store import secret_box

PATH = "/dingtalk/replies"
OLD = timedelta(hours=1)  # how far a message's clock may be off; DingTalk says an hour
HOSTS = ("https://oapi.dingtalk.com/", "https://api.dingtalk.com/")
routes = APIRouter()


@dataclass(frozen=True)
class Reply:
    """A person (`sender` is the user id) wrote `text`; `at` in milliseconds since 1970, `back` is where the answer
    goes."""

    sender: str
    text: str
    id: str
    at: int
    back: str


@routes.post(PATH)
def take(
    hub: TheHub,
    later: BackgroundTasks,
    said: Annotated[Any, Body()],
    timestamp: Annotated[str, Header(max_length=20)],
    sign: Annotated[str, Header(max_length=100)],
) -> Response:
    """A message to the robot; nothing is said to what is no text. Raises Refused: reply_wrong."""
    channel = _known(hub, timestamp, sign)
    reply = reply_of(said)
    if reply is not None:
        later.add_task(_answer, hub, channel, reply)
    return PlainTextResponse("")


def reply_of(said: Any) -> Reply | None:
    """What somebody wrote; None for what is no text."""
    if not isinstance(said, dict) or said.get("msgtype") != "text" or not isinstance(said.get("text"), dict):
        return None
    sender, id_, back = (str(said.get(name) or "") for name in ("senderStaffId", "msgId", "sessionWebhook"))
    return Reply(sender, str(said["text"].get("content") or "").strip(), id_, number(said.get("createAt")), back)


def _known(hub: Hub, at: str, sign: str) -> Channel:
    """The application that it is for. A stranger is not told whether there is one."""
    with hub.store.look() as look:
        found: list[Channel] = [one for one in look.find("channel", service="dingtalk") if one.active]
    secret = secret_box.read(hub.folder.secrets, "dingtalk") or ""
    right = bool(found and secret) and hmac.compare_digest(signature(at, secret).encode(), sign.encode())
    if not right or abs(hub.now() - _moment(hub, number(at))) > OLD:
        raise Refused("reply_wrong")
    return found[0]


def _answer(hub: Hub, channel: Channel, reply: Reply) -> None:
    fresh = abs(hub.now() - _moment(hub, reply.at)) <= OLD
    said = answered_by(hub, "dingtalk", reply.sender, reply.text, reply.id, fresh=fresh)
    if reply.back.startswith((*HOSTS, f"{channel.address.rstrip('/') or HOST}/")):  # nowhere else, whoever asks for it
        body: dict[str, Any] = {"msgtype": "text", "text": {"content": said}}
        post_json(reply.back, body)


def _moment(hub: Hub, milliseconds: int) -> datetime:
    """A moment that can't be is long ago."""
    try:
        return datetime.fromtimestamp(max(0, milliseconds) / 1000, hub.now().tzinfo)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, hub.now().tzinfo)
