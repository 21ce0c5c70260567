"""The seal of a link by which an alert is answered: a MAC of 128 bits under a key of the hub's own, so that guessing is
hopeless."""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode

import sqlalchemy as sa

from services.hub.hub import Hub
from services.store.facts import fact, set_fact

ANSWERED_BY_LINK = ("alert_raised", "alert_escalated", "alert_drill")
KEY, SEAL_BYTES = "answer_key", 16


def token_of(hub: Hub, delivery: str) -> str:
    """What stands in the link of a message."""
    return f"{delivery}.{seal_of(hub, delivery)}"


def seal_of(hub: Hub, delivery: str) -> str:
    """The MAC of a message's id, as letters of an address."""
    mac = hmac.new(_key(hub), delivery.encode(), hashlib.sha256).digest()[:SEAL_BYTES]
    return urlsafe_b64encode(mac).decode().rstrip("=")


def _key(hub: Hub) -> bytes:
    with hub.store.look() as look:
        found = fact(look.connection, KEY)
    return bytes.fromhex(found or hub.store.write(_made))


def _made(connection: sa.Connection) -> str:
    known = fact(connection, KEY)
    if known is None:
        known = secrets.token_hex(32)
        set_fact(connection, KEY, known)
    return str(known)
