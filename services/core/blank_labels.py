"""Labels printed ahead, without a zone: bound by whoever puts one up and scans it there.

A blank has a short code of its own and the same seal as any label, so a forged one is refused before it is bound.
"""

import hashlib
from dataclasses import dataclass, replace
from typing import Annotated

from services.core.ids import id_from
from services.core.label_life import hangs, may_care
from services.core.labels import Label, issued_label, next_number, read_token
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.plant import the_plant
from services.core.refused import Refused
from services.core.roles import OFFICE, STAFF
from services.core.shape import Range, Ref, Text
from services.core.zones import CODE_LETTERS, Zone, living_zone

MOST_BLANKS = 500
CODE_LENGTH = 6


def blank_code(operation: str, number: int, taken: set[str]) -> str:
    """A short printed code such as B-4X8BQ2, made from the operation's id, that no other blank has."""
    bits = int.from_bytes(hashlib.sha256(f"{operation} {number}".encode()).digest(), "big")
    while True:
        code = "B-" + "".join(CODE_LETTERS[bits >> (5 * place) & 31] for place in range(CODE_LENGTH))
        if code not in taken:
            return code
        bits >>= 5


@operation("labels.issue_blanks", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class IssueBlanks:
    """So many labels without a zone, each with a code of its own."""

    count: Annotated[int, Range(1, MOST_BLANKS)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        if the_plant(look).address is None:
            raise Refused("no_address")
        if context.gifts is None:
            raise Refused("needs_hub")
        taken = {label.code for label in look.find("label")}
        changes: list[Change] = []
        for number in range(self.count):
            code = blank_code(context.id, number, taken)
            taken.add(code)
            key, mac = context.gifts.seal(f"{code}.1")
            id_ = id_from(context.id, "blank", str(number))
            blank = Label(id=id_, zone=None, code=code, version=1, key=key, mac=mac, issued_at=context.now)
            changes.append(Put(blank))
        return changes


@operation("labels.bind", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Bind:
    """A blank hangs in a zone from now on: whoever put it up has scanned it there. It is the zone's newest label."""

    token: Annotated[str, Text(most=60)]
    zone: Annotated[str, Ref("zone")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        label = issued_label(look, read_token(self.token))
        if label.zone is not None:
            raise Refused("label_bound", zone=required(look, Zone, label.zone).name)
        if label.revoked_at is not None:
            raise Refused("label_revoked", zone=label.code)
        zone = living_zone(look, self.zone)
        if not may_care(look, context.actor, zone.id):
            raise Refused("not_allowed", kind="labels.bind")
        bound = replace(label, zone=zone.id, bound_at=context.now, bound_as=next_number(look, zone.id))
        return hangs(look, bound, context.now)
