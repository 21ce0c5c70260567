"""Replies to the WeCom application's messages: whoever answers an alert there has acknowledged it, and is told so at
once. WeCom asks again where no answer comes; the message's own id makes that count once."""

import secrets
import string
from base64 import b64encode
from datetime import datetime, timedelta
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Body
from fastapi.responses import PlainTextResponse, Response

from services.connectors.wecom_replies import Reply, Seal, answer_to, reply_of, sealed_in
from services.core.channels import Channel
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import utc_text
from services.hub.answering import answered_by
from services.hub.api import TheHub, Who
from services.hub.hub import Hub
from services.store import secret_box
from services.store.facts import fact, set_fact

PATH, SECRET = "/wecom/replies", "wecom_replies"
MADE = "wecom_replies_at"
OLD = timedelta(hours=1)
LETTERS = string.ascii_letters + string.digits
TOKEN_LETTERS = 24
routes = APIRouter()


@routes.post("/api/wecom/replies")
def make(hub: TheHub, actor: Who) -> dict[str, Any]:
    """The two secrets that are typed in at WeCom, told this once; the former ones are good no more."""
    if not actor.has(Role.EHS_MANAGER, Role.IT_ADMIN):
        raise Refused("not_allowed", kind="channels.set")
    token = "".join(secrets.choice(LETTERS) for _ in range(TOKEN_LETTERS))
    key = _key()
    secret_box.keep(hub.folder.secrets, SECRET, f"{token} {key}")
    made_at = utc_text(hub.now())

    def keep(connection: sa.Connection) -> None:
        set_fact(connection, MADE, made_at)

    hub.store.write(keep)
    return {"token": token, "key": key}


@routes.get("/api/wecom/replies")
def known(hub: TheHub, actor: Who) -> dict[str, Any]:
    """When the present secrets were made; None where there are none."""
    if not actor.has(Role.EHS_MANAGER, Role.IT_ADMIN):
        raise Refused("not_allowed", kind="channels.set")
    with hub.store.look() as look:
        return {"made_at": fact(look.connection, MADE)}


@routes.get(PATH)
def check(hub: TheHub, msg_signature: str, timestamp: str, nonce: str, echostr: str) -> Response:
    """WeCom looks whether the address is ours: it is told what it sealed. Raises Refused: reply_wrong."""
    return PlainTextResponse(seal_of(hub)[0].opened(msg_signature, timestamp, nonce, echostr))


@routes.post(PATH)
def take(
    hub: TheHub, msg_signature: str, timestamp: str, nonce: str, body: Annotated[bytes, Body(media_type="text/xml")]
) -> Response:
    """A message of a member, answered in the same seal; nothing is said to what is no text. Raises Refused:
    reply_wrong."""
    seal, application = seal_of(hub)
    reply = reply_of(seal.opened(msg_signature, timestamp, nonce, sealed_in(body)))
    if reply.kind != "text" or reply.agent != application:
        return PlainTextResponse("")
    said = _answered(hub, reply)
    text = seal.closed(answer_to(reply, seal.corp, said), timestamp, nonce)
    return Response(text, media_type="application/xml")


def seal_of(hub: Hub) -> tuple[Seal, str]:
    """The application's seal and its number. Raises Refused: reply_wrong, where none is set up: a stranger is not told
    that."""
    token, _, key = (secret_box.read(hub.folder.secrets, SECRET) or "").partition(" ")
    with hub.store.look() as look:
        found: list[Channel] = [one for one in look.find("channel", service="wecom") if one.account]
    if not (found and key):
        raise Refused("reply_wrong")
    return Seal(token, key, found[0].account), found[0].application


def _answered(hub: Hub, reply: Reply) -> str:
    now = hub.now()
    fresh = abs(now - datetime.fromtimestamp(reply.at, now.tzinfo)) <= OLD
    return answered_by(hub, "wecom", reply.sender, reply.text, reply.id, fresh=fresh)


def _key() -> str:
    """32 random octets as 43 letters, of which none is a sign: WeCom takes letters and figures only."""
    while True:
        key = b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        if key.isalnum():
            return key
