"""Stock-taking: what was counted is what is there. Where the difference is worth more than the plant's limit, it waits
for a second person, who was not the one who counted."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.points_rules import need_points, rules_of
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Ref, Text
from services.core.shop import Reward
from services.core.shop_stock import CLERK, Counted, Note, SizeOf, Stock, moved, stock_of


@record("stock_count", indexed=("reward", "standing"), called="")
@dataclass(frozen=True, kw_only=True)
class StockCount:
    """`counted` pieces were found where `expected` were in the book, each worth `cost` yuan. It waits while it is
    proposed; a later count of the same has `replaced` it. `decided_by` has approved it or not, `said` with these
    words."""

    id: str
    reward: str
    size: str
    counted: int
    expected: int
    cost: float
    note: str
    by: str
    at: datetime
    standing: Literal["proposed", "approved", "declined", "replaced"] = "proposed"
    decided_by: str | None = None
    decided_at: datetime | None = None
    said: str = ""

    @property
    def pieces(self) -> int:
        """How many more (above 0) or fewer were found."""
        return self.counted - self.expected

    @property
    def value(self) -> float:
        """What the difference is worth, in yuan."""
        return abs(self.pieces) * self.cost


@operation("stock.count", roles=CLERK, offline=False)
@dataclass(frozen=True, kw_only=True)
class Count:
    """What was counted is what is there; the difference stands in the book, at once or once it is approved."""

    reward: Annotated[str, Ref("reward")]
    counted: Counted
    size: SizeOf = ""
    note: Note = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        need_points(look)
        reward = required(look, Reward, self.reward)
        stock = stock_of(look, reward, self.size)
        if self.counted < stock.held:
            raise Refused("count_below_held", held=stock.held)
        before = [one for one in look.find("stock_count", reward=reward.id, standing="proposed")]
        replaced: list[Change] = [Put(replace(one, standing="replaced")) for one in before if one.size == self.size]
        found = self._found(context, stock, reward)
        if found.value > rules_of(look).count_over:
            return [*replaced, Put(found)]
        return [*replaced, *_booked(context, stock, found)]

    def _found(self, context: Context, stock: Stock, reward: Reward) -> StockCount:
        return StockCount(
            id=context.id,
            reward=reward.id,
            size=self.size,
            counted=self.counted,
            expected=stock.on_hand,
            cost=reward.cost,
            note=self.note,
            by=context.actor.person or "",
            at=context.now,
        )


def _booked(context: Context, stock: Stock, found: StockCount) -> list[Change]:
    """The stock with the difference, and the line of the book. What came or went since the count stays so. Raises
    Refused: count_below_held."""
    there = stock.on_hand + found.pieces
    if there < stock.held:
        raise Refused("count_below_held", held=stock.held)
    move = moved(context, stock, "counted", found.pieces, found.cost, found.note)
    return [Put(replace(stock, on_hand=there)), Put(replace(move, by=found.by))]


def _waiting(context: Context, look: Look, id_: str) -> StockCount:
    """The count, for who may decide it. Raises Refused: no_such_record, points_off, decided_already,
    counted_yourself."""
    need_points(look)
    found = required(look, StockCount, id_)
    if found.standing != "proposed":
        raise Refused("decided_already")
    if found.by == context.actor.person:
        raise Refused("counted_yourself")
    return found


@operation("stock_counts.approve", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class ApproveCount:
    """It is as counted: the stock and the book follow."""

    stock_count: Annotated[str, Ref("stock_count")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = _waiting(context, look, self.stock_count)
        stock = stock_of(look, required(look, Reward, found.reward), found.size)
        decided = replace(found, standing="approved", decided_by=context.actor.person, decided_at=context.now)
        return [Put(decided), *_booked(context, stock, found)]


@operation("stock_counts.decline", roles=OFFICE, offline=False)
@dataclass(frozen=True, kw_only=True)
class DeclineCount:
    """The stock stays as it was; what was counted stays to be seen, with why."""

    stock_count: Annotated[str, Ref("stock_count")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = _waiting(context, look, self.stock_count)
        me = context.actor.person
        return [Put(replace(found, standing="declined", decided_by=me, decided_at=context.now, said=self.reason))]
