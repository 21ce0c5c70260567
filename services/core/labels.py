"""Zone labels: the short address that a QR code carries, and which of them are good.

`https://HOST/z/CODE.V.K.MAC`: the zone's short code (of a blank its own), the label's version, the id of the key that
sealed it, and 96 bits of HMAC-SHA256 as 16 URL-safe characters. It proves which zone, not that the one who shows it is
there. When a label ends stands in its record and not in the address: it can be changed after printing.
"""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, OFFICE
from services.core.shape import Ref, Text
from services.core.zones import living_zone

MAC_BYTES = 12
TOKEN = re.compile(r"([BZ]-[2-9A-HJ-NP-Z]{4,8})\.([1-9][0-9]{0,5})\.([1-9][0-9]{0,5})\.([A-Za-z0-9_-]{16})", re.ASCII)


LabelLife = Literal["issued", "printed", "posted", "worn", "replaced", "ended", "revoked"]


@record("label", indexed=("zone", "code"), few=True)
@dataclass(frozen=True, kw_only=True)
class Label:
    """One version of a zone's label, or a blank that has no zone before somebody binds it where it hangs.

    `posted_at`: first scanned, so it hangs there; `replaced_at`: a newer one hangs there; `seen_at`: last scanned
    although it should hang there no more. `worn_at`: somebody has said that it can hardly be read. `ends_at`: from
    then on it opens nothing. `bound_as` is the version that a bound blank counts as in its zone."""

    id: str
    zone: str | None
    code: str
    version: int
    key: int
    mac: str
    issued_at: datetime
    printed_at: datetime | None = None
    posted_at: datetime | None = None
    seen_at: datetime | None = None
    revoked_at: datetime | None = None
    worn_at: datetime | None = None
    replaced_at: datetime | None = None
    ends_at: datetime | None = None
    bound_at: datetime | None = None
    bound_as: int | None = None

    @property
    def number(self) -> int:
        """Which version in its zone: the highest is the newest."""
        return self.bound_as or self.version

    def ended(self, now: datetime) -> bool:
        """Whether its time is over."""
        return self.ends_at is not None and self.ends_at <= now

    def life(self, now: datetime) -> LabelLife:
        """How far it is on its way."""
        reached: tuple[tuple[object, LabelLife], ...] = (
            (self.revoked_at, "revoked"),
            (self.ended(now), "ended"),
            (self.replaced_at, "replaced"),
            (self.worn_at, "worn"),
            (self.posted_at, "posted"),
            (self.printed_at, "printed"),
        )
        return next((life for so, life in reached if so), "issued")

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
    return max(good, key=lambda label: label.number, default=None)


def next_number(look: Look, zone: str) -> int:
    """The version that a zone's next label is."""
    return 1 + max((label.number for label in look.find("label", zone=zone)), default=0)


def issued_label(look: Look, token: Token) -> Label:
    """The label that this plant has issued with just this token, good or not. Raises Refused: label_foreign."""
    for label in look.find("label", code=token.code):
        same = hmac.compare_digest(label.mac, token.mac)
        if same and (label.version, label.key) == (token.version, token.key):
            found: Label = label
            return found
    raise Refused("label_foreign")


def accepted_label(look: Look, token: Token, now: datetime) -> Label:
    """The good label of a token whose MAC is right. Raises Refused: label_foreign, label_revoked, label_blank,
    zone_retired, label_ended."""
    label = issued_label(look, token)
    zone = living_zone(look, label.zone) if label.zone else None
    if label.revoked_at is not None:
        raise Refused("label_revoked", zone=zone.name if zone else label.code)
    if zone is None:
        raise Refused("label_blank", zone=label.code)
    if label.ended(now):
        raise Refused("label_ended", zone=zone.name)
    return label


@operation("labels.issue", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class Issue:
    """The next version of a zone's label, for as long as the zone is there or until `ends_at`; older versions are good
    until revoked."""

    zone: Annotated[str, Ref("zone")]
    ends_at: datetime | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone = living_zone(look, self.zone)
        if the_plant(look).address is None:
            raise Refused("no_address")
        if context.gifts is None:
            raise Refused("needs_hub")
        check_end(self.ends_at, context)
        version = next_number(look, zone.id)
        key, mac = context.gifts.seal(f"{zone.code}.{version}")
        label = Label(
            id=context.id,
            zone=zone.id,
            code=zone.code,
            version=version,
            key=key,
            mac=mac,
            issued_at=context.now,
            ends_at=self.ends_at,
        )
        return [Put(label)]


def check_end(ends_at: datetime | None, context: Context) -> None:
    """Raises Refused: label_end_past."""
    if ends_at is not None and ends_at <= context.now:
        raise Refused("label_end_past")


@operation("labels.limit", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Limit:
    """A label is good until `ends_at`, or without an end: for the time of a contractor's work, say."""

    label: Annotated[str, Ref("label")]
    ends_at: datetime | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        label = required(look, Label, self.label)
        if label.revoked_at is not None:
            raise Refused("label_revoked", zone=label.code)
        check_end(self.ends_at, context)
        return [Put(replace(label, ends_at=self.ends_at))]


@operation("labels.printed", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Printed:
    """These labels have gone to a printer or a file."""

    labels: tuple[Annotated[str, Ref("label")], ...]
    template: Annotated[str, Text(most=60)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(required(look, Label, label), printed_at=context.now)) for label in self.labels]


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


@operation("labels.rotate_key", roles=ADMINISTRATION, offline=False)
@dataclass(frozen=True, kw_only=True)
class RotateKey:
    """From now on a new key seals. Labels that older keys have sealed stay good until revoked."""

    def decide(self, context: Context, look: Look) -> list[Change]:
        plant = the_plant(look)
        if context.gifts is None:
            raise Refused("needs_hub")
        return [Put(replace(plant, label_key=context.gifts.new_label_key(context.now)))]
