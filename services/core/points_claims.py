"""Claiming the points of a report that was made without a name: whoever has its slip shows it signed in, and the hub
gives a ticket that says how many, and nothing of which report it was. Each is taken once."""

import hmac
from dataclasses import dataclass
from typing import Annotated

from services.core.operation import Change, Context, Look, Put, operation
from services.core.people import present
from services.core.points_rules import EARNERS, PointsClaim, need_points
from services.core.refused import Refused
from services.core.shape import Text

RULES = ("hazard_general", "hazard_major")
MOST_PARTS = 1000


def ticket_text(rule: str, parts: int, nonce: str) -> str:
    """What the hub seals: the rule, among how many it is shared, and a mark by which only the hub knows it."""
    return f"claim.{rule}.{parts}.{nonce}"


@operation("points_claims.claim", roles=EARNERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class ClaimPoints:
    """Somebody takes the points that a ticket is for."""

    ticket: Annotated[str, Text(most=160)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        need_points(look)
        me = present(look, context.actor.person or "")
        parts = self.ticket.split(".")
        sound = len(parts) == 4 and self.ticket.isascii() and parts[1].isdecimal()
        if not sound or parts[0] not in RULES or context.gifts is None:
            raise Refused("ticket_wrong")
        rule, count, nonce, code = parts
        if not 1 <= int(count) <= MOST_PARTS:
            raise Refused("ticket_wrong")
        _, sealed = context.gifts.seal(ticket_text(rule, int(count), nonce))
        if not hmac.compare_digest(sealed.encode(), code.encode()):
            raise Refused("ticket_wrong")
        if look.find("points_claim", nonce=nonce):
            raise Refused("claimed_already")
        made = PointsClaim(
            id=context.id,
            person=me.id,
            rule="hazard_major" if rule == "hazard_major" else "hazard_general",
            parts=int(count),
            nonce=nonce,
            at=context.now,
        )
        return [Put(made)]
