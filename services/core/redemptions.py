"""Redeeming: points and a piece are reserved at once, somebody approves where it costs much, and the piece is handed
out by the code on the slip; cancelled, both go back. Whoever hands out neither redeems nor approves."""

import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.adjustments import no_clerk
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import Person, holders, present
from services.core.plant import day_number
from services.core.points import PLANT, Holder, Ledger
from services.core.points_rules import EARNERS, need_points, rules_of
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import Ref, Text
from services.core.shop import Reward, in_catalogue
from services.core.shop_stock import CLERK, SizeOf, moved, stock_of

Course = Literal["waiting", "ready", "handed_out", "cancelled"]
OPEN: tuple[Course, ...] = ("waiting", "ready")
APPROVERS = frozenset({Role.EHS_MANAGER, Role.DEPARTMENT_MANAGER})
Code = Annotated[str, Text(most=40)]


@record("redemption", indexed=("person", "course", "reward"), called="number")
@dataclass(frozen=True, kw_only=True)
class Redemption:
    """One piece of a reward for `points`. It is `waiting` for an approval, `ready` to be handed out, or over. The code
    on the slip was sealed by the key `key`; only its hash is kept, so that nobody can hand out without having seen the
    slip."""

    id: str
    person: str
    reward: str
    size: str
    points: int
    course: Course
    at: datetime
    number: str | None = None
    key: int = 0
    slip: str = ""
    approved_by: str | None = None
    approved_at: datetime | None = None
    handed_out_by: str | None = None
    handed_out_at: datetime | None = None
    cancelled_by: str | None = None
    cancelled_at: datetime | None = None
    reason: str = ""


def sealed_text(redemption: str) -> str:
    """What the slip's code is the MAC of."""
    return f"slip.{redemption}"


def hash_of(code: str) -> str:
    """What is kept of a slip's code."""
    return hashlib.sha256(code.encode()).hexdigest()


def reserve_of(reward: str) -> tuple[Holder, str]:
    """The account of the points that are held for a reward."""
    return "reserve", reward


@operation("redemptions.redeem", roles=EARNERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class Redeem:
    """Somebody takes one for their own points."""

    reward: Annotated[str, Ref("reward")]
    size: SizeOf = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        need_points(look)
        no_clerk(context)
        if context.actor.has(Role.EHS_MANAGER) or context.gifts is None:
            raise Refused("manager_may_not_redeem")
        me = present(look, context.actor.person or "")
        reward = in_catalogue(look, self.reward)
        stock = stock_of(look, reward, self.size)
        if stock.free < 1 or self.size not in reward.variants:
            raise Refused("out_of_stock", name=reward.name)
        ledger = Ledger(context, look)
        ledger.move(("person", me.id), reserve_of(reward.id), reward.price, "reserved", ("redemption", context.id))
        key, code = context.gifts.seal(sealed_text(context.id))
        waits = reward.price > rules_of(look).approve_over
        made = Redemption(
            id=context.id,
            person=me.id,
            reward=reward.id,
            size=self.size,
            points=reward.price,
            course="waiting" if waits else "ready",
            at=context.now,
            number=day_number(context, look, "DH", "redemption"),
            key=key,
            slip=hash_of(code),
        )
        told = approvers(look, me) if waits else tuple(one.id for one in holders(look, Role.SHOP_CLERK))
        return [*ledger.changes(), Put(replace(stock, held=stock.held + 1)), Put(made), *tell(made, reward, told)]


def tell(one: Redemption, reward: Reward, people: tuple[str, ...]) -> list[Change]:
    """Those hear of it who have to do something, or whose it is."""
    whom = tuple(person for person in people if person)
    facts = {"number": one.number or "", "reward": reward.name, "size": one.size, "points": one.points}
    message = f"redemption_{one.course}"
    return [Tell(whom, message, one.id, {**facts, "reason": one.reason})] if whom else []


def approvers(look: Look, person: Person) -> tuple[str, ...]:
    """Who may approve what somebody redeems: their department's manager, the EHS manager."""
    found = [*holders(look, Role.DEPARTMENT_MANAGER), *holders(look, Role.EHS_MANAGER)]
    return tuple(dict.fromkeys(one.id for one in found if may_approve(look, one, person)))


def may_approve(look: Look, who: Person, person: Person) -> bool:
    """Whether somebody may approve for another: never for themselves, and never who hands out."""
    roles = set(who.roles)
    if who.id == person.id or Role.SHOP_CLERK in roles:
        return False
    same = department(look, who) is not None and department(look, who) == department(look, person)
    return Role.EHS_MANAGER in roles or (Role.DEPARTMENT_MANAGER in roles and same)


def department(look: Look, person: Person) -> str | None:
    """Somebody's own department, or their team's."""
    team = look.get("team", person.team) if person.team else None
    return person.department or (team.department if team else None)


def in_course(look: Look, redemption: str, *courses: Course) -> Redemption:
    """The redemption, which must be in one of these. Raises Refused: no_such_record, redemption_over."""
    need_points(look)
    found = required(look, Redemption, redemption)
    if found.course not in courses:
        raise Refused("redemption_over", number=found.number or "")
    return found


def to_approve(context: Context, look: Look, redemption: str) -> Redemption:
    """One that waits for who asks. Raises Refused: redemption_over, clerk_may_not, not_for_yourself,
    may_not_approve."""
    no_clerk(context)
    found = in_course(look, redemption, "waiting")
    if found.person == context.actor.person:
        raise Refused("not_for_yourself")
    me = present(look, context.actor.person or "")
    if not may_approve(look, me, required(look, Person, found.person)):
        raise Refused("may_not_approve")
    return found


@operation("redemptions.approve", roles=APPROVERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class ApproveRedemption:
    """It may be handed out."""

    redemption: Annotated[str, Ref("redemption")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = to_approve(context, look, self.redemption)
        reward = required(look, Reward, found.reward)
        ready = replace(found, course="ready", approved_by=context.actor.person, approved_at=context.now)
        clerks = (one.id for one in holders(look, Role.SHOP_CLERK))
        return [Put(ready), *tell(ready, reward, (found.person, *clerks))]


@operation("redemptions.decline", roles=APPROVERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class DeclineRedemption:
    """It is not to be: points and piece go back."""

    redemption: Annotated[str, Ref("redemption")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return given_back(context, look, to_approve(context, look, self.redemption), self.reason)


@operation("redemptions.cancel", roles=EARNERS | {Role.EHS_MANAGER}, offline=False)
@dataclass(frozen=True, kw_only=True)
class CancelRedemption:
    """Whose it is does not want it any more, or the EHS manager says why it can't be had: points and piece go back."""

    redemption: Annotated[str, Ref("redemption")]
    reason: Annotated[str, Text(most=200, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = in_course(look, self.redemption, *OPEN)
        own = found.person == context.actor.person
        if not own and not context.actor.has(Role.EHS_MANAGER):
            raise Refused("not_yours_to_cancel")
        if not own:
            no_clerk(context)
            if not self.reason:
                raise Refused("reason_needed")
        return given_back(context, look, found, self.reason)


def given_back(context: Context, look: Look, one: Redemption, reason: str) -> list[Change]:
    """Points and piece are free again."""
    reward = required(look, Reward, one.reward)
    stock, ledger = stock_of(look, reward, one.size), Ledger(context, look)
    ledger.move(reserve_of(reward.id), ("person", one.person), one.points, "given_back", ("redemption", one.id))
    me = context.actor.person
    over = replace(one, course="cancelled", cancelled_by=me, cancelled_at=context.now, reason=reason)
    told = tell(over, reward, (one.person,) if me != one.person else ())
    return [*ledger.changes(), Put(replace(stock, held=stock.held - 1)), Put(over), *told]


@operation("redemptions.hand_out", roles=CLERK, offline=False)
@dataclass(frozen=True, kw_only=True)
class HandOut:
    """The piece goes over the counter, to whom shows the slip with this code."""

    redemption: Annotated[str, Ref("redemption")]
    code: Code

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = in_course(look, self.redemption, *OPEN)
        if found.course == "waiting":
            raise Refused("approval_needed", number=found.number or "")
        if found.person == context.actor.person:
            raise Refused("not_for_yourself")
        if not hmac.compare_digest(hash_of(self.code), found.slip):
            raise Refused("slip_wrong")
        reward = required(look, Reward, found.reward)
        stock, ledger = stock_of(look, reward, found.size), Ledger(context, look)
        ledger.move(reserve_of(reward.id), PLANT, found.points, "handed_out", ("redemption", found.id))
        gone = replace(stock, on_hand=stock.on_hand - 1, held=stock.held - 1)
        move = moved(context, stock, "redeemed", -1, reward.cost, of=found.id)
        me = context.actor.person
        over = replace(found, course="handed_out", handed_out_by=me, handed_out_at=context.now)
        return [*ledger.changes(), Put(gone), Put(move), Put(over), *tell(over, reward, (found.person,))]
