"""The signature by which a phone page inside WeCom may use its scanner and position."""

import secrets
from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Request

from services.alerts.receipt import Receipt
from services.connectors.js_sdk import signed
from services.connectors.wecom import WeComApp
from services.core.refused import Refused
from services.hub.api import Json, TheHub, Who, text_in
from services.hub.providers import messenger, refused_by

routes = APIRouter()
MOST_LETTERS = 2_000
WECOM, DINGTALK = "wxwork", "dingtalk"
HOMES = {WECOM: "https://res.wx.qq.com", DINGTALK: "https://g.alicdn.com"}


@routes.post("/api/js-sdk")
def sign(hub: TheHub, actor: Who, request: Request, message: Json) -> dict[str, Any]:
    """Signs the address of a page of this plant, and no other. Raises Refused: malformed, channel_not_set,
    sign_on_failed."""
    del actor  # whoever has come in may
    url = text_in(message, "url", MOST_LETTERS)
    if urlsplit(url).netloc.lower() != request.headers.get("host", "").lower():
        raise Refused("malformed", field="url")
    app = messenger(hub, "wecom")
    assert isinstance(app, WeComApp)
    made = signed(app, url, secrets.token_hex(8), round(hub.now().timestamp()))
    if isinstance(made, Receipt):
        raise refused_by("wecom", made)
    return asdict(made)


def home_of(agent: str) -> str:
    """Where the client that says it is `agent` has its scripts, which its pages may load; "" for any other browser."""
    return next((home for name, home in HOMES.items() if name in agent.lower()), "")
