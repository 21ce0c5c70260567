"""What a page inside WeCom needs before it may use the client's own functions: a signature over its address, made with
the application's ticket, which is fetched once and kept like a token."""

import hashlib
from dataclasses import dataclass

from services.alerts.channels.tokens import Fetched
from services.alerts.channels.wire import number
from services.alerts.receipt import Receipt, failed
from services.connectors.wecom import WeComApp


@dataclass(frozen=True)
class Signed:
    """As the client's `config` takes it; `timestamp` in seconds."""

    app: str
    timestamp: int
    nonce: str
    signature: str


def signature(ticket: str, nonce: str, timestamp: int, url: str) -> str:
    """The SHA-1 over the four in the order of their names; `url` without its fragment."""
    parts = f"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url}"
    return hashlib.sha1(parts.encode(), usedforsecurity=False).hexdigest()  # the client wants SHA-1


def signed(app: WeComApp, url: str, nonce: str, timestamp: int) -> Signed | Receipt:
    """The signature for a page, or why there is none."""
    ticket = app.tokens.get(f"wecom ticket {app.corp} {app.agent}", lambda: _fetch(app))
    if isinstance(ticket, Receipt):
        return ticket
    return Signed(app.corp, timestamp, nonce, signature(ticket, nonce, timestamp, url.split("#")[0]))


def _fetch(app: WeComApp) -> Fetched:
    answer = app.get("get_jsapi_ticket")
    if isinstance(answer, Receipt):
        return answer
    ticket = str(answer.get("ticket") or "")
    return (ticket, float(number(answer.get("expires_in")) or 0)) if ticket else failed("refused", "no ticket")
