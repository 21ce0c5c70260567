"""Zone labels: the short address that a QR code carries, and which of them are good.

`https://HOST/z/CODE.V.K.MAC`: the zone's short code, the label's version, the id of the key that sealed it, and
96 bits of HMAC-SHA256 as 16 URL-safe characters. It proves which zone, not that the one who shows it is there.
"""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.shape import Ref, Text
from services.core.zones import living_zone

MAC_BYTES = 12
TOLD_EVERY = timedelta(days=1)  # an old label at a busy door is not told of at every scan
TOKEN = re.compile(r"(Z-[2-9A-HJ-NP-Z]{4,8})\.([1-9][0-9]{0,5})\.([1-9][0-9]{0,5})\.([A-Za-z0-9_-]{16})", re.ASCII)


@record("label", indexed=("zone",), few=True)
@dataclass(frozen=True, kw_only=True)
class Label:
    """One version of a zone's label. `posted_at`: first scanned, so it hangs there; `seen_at`: last scanned although
    a newer one has been printed or this one was revoked, so it should hang there no more."""

    id: str
    zone: str
    code: str
    version: int
    key: int
    mac: str
    issued_at: datetime
    printed_at: datetime | None = None
    posted_at: datetime | None = None
    seen_at: datetime | None = None
    revoked_at: datetime | None = None

    @property
    def token(self) -> str:
        """What stands behind `/z/` in the address."""
        return f"{self.code}.{self.version}.{self.key}.{self.mac}"


@dataclass(frozen=True, slots=True)
class Token:
    """The parts of a scanned token."""

    code: str
    version: int
    key: int
    mac: str

    @property
    def sealed(self) -> str:
        """The text that the MAC is over."""
        return f"{self.code}.{self.version}"


def seal(secret: bytes, text: str) -> str:
    """The MAC of `text`: the first 96 bits of HMAC-SHA256, URL-safe base64."""
    whole = hmac.new(secret, text.encode("ascii"), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(whole[:MAC_BYTES]).decode("ascii")


def read_token(text: str) -> Token:
    """The parts of a token. Raises Refused: label_unreadable."""
    match = TOKEN.fullmatch(text)
    if match is None:
        raise Refused("label_unreadable")
    code, version, key, mac = match.groups()
    return Token(code, int(version), int(key), mac)


def address_of(host: str, label: Label) -> str:
    """The text of the QR code."""
    return f"{host}/z/{label.token}"


def living_label(look: Look, zone: str) -> Label | None:
    """The newest label of a zone that is not revoked."""
    good = [label for label in look.find("label", zone=zone) if label.revoked_at is None]
    return max(good, key=lambda label: label.version, default=None)


def issued_label(look: Look, token: Token) -> Label:
    """The label of a token whose MAC is right, good or not. Raises Refused: label_foreign."""
    for zone in look.find("zone", code=token.code):
        for label in look.find("label", zone=zone.id):
            if (label.version, label.key, label.mac) == (token.version, token.key, token.mac):
                found: Label = label
                return found
    raise Refused("label_foreign")


def accepted_label(look: Look, token: Token) -> Label:
    """The good label of a token whose MAC is right. Raises Refused: label_foreign, label_revoked, zone_retired."""
    label = issued_label(look, token)
    zone = living_zone(look, label.zone)
    if label.revoked_at is not None:
        raise Refused("label_revoked", zone=zone.name)
    return label


def seen(look: Look, label: Label, now: datetime) -> Label | None:
    """The label as it is after somebody has scanned it on the spot; None when that tells nothing new."""
    newest = living_label(look, label.zone)
    if newest is not None and newest.id == label.id:
        return replace(label, posted_at=now) if label.posted_at is None else None
    replaced = label.revoked_at is not None or (newest is not None and newest.printed_at is not None)
    if not replaced or (label.seen_at is not None and now - label.seen_at < TOLD_EVERY):
        return None
    return replace(label, seen_at=now)


@operation("labels.issue", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class Issue:
    """The next version of a zone's label; older versions are good until revoked."""

    zone: Annotated[str, Ref("zone")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone = living_zone(look, self.zone)
        if the_plant(look).address is None:
            raise Refused("no_address")
        if context.gifts is None:
            raise Refused("needs_hub")
        version = 1 + max((label.version for label in look.find("label", zone=zone.id)), default=0)
        key, mac = context.gifts.seal(f"{zone.code}.{version}")
        label = Label(
            id=context.id,
            zone=zone.id,
            code=zone.code,
            version=version,
            key=key,
            mac=mac,
            issued_at=context.now,
        )
        return [Put(label)]


@operation("labels.printed", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Printed:
    """These labels have gone to a printer or a file."""

    labels: tuple[Annotated[str, Ref("label")], ...]
    template: Annotated[str, Text(most=60)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(required(look, Label, label), printed_at=context.now)) for label in self.labels]


@operation("labels.scanned", roles=frozenset({Role.SYSTEM}), offline=False)
@dataclass(frozen=True, kw_only=True)
class Scanned:
    """A phone has opened a label: it hangs there, or still hangs there."""

    label: Annotated[str, Ref("label")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        changed = seen(look, required(look, Label, self.label), context.now)
        return [Put(changed)] if changed else []


@operation("labels.revoke", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class Revoke:
    """A label is good no more: worn, replaced or lost."""

    label: Annotated[str, Ref("label")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        label = required(look, Label, self.label)
        if label.revoked_at is not None:
            raise Refused("label_revoked", zone=label.code)
        return [Put(replace(label, revoked_at=context.now))]
