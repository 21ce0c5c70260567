"""The shop's stock: how many of each size are there and how many of those are held for somebody; every piece that comes
or goes is written down."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.ids import id_from
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.points_rules import need_points
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import Range, Ref, Text
from services.core.shop import Cost, Reward

CLERK = frozenset({Role.SHOP_CLERK})
Pieces = Annotated[int, Range(1, 100_000)]
Counted = Annotated[int, Range(0, 100_000)]
SizeOf = Annotated[str, Text(most=20, least=0)]
Note = Annotated[str, Text(most=200, least=0)]
Movement = Literal["taken_in", "taken_out", "counted", "redeemed"]


@record("stock", indexed=("reward",), called="", group="stock")
@dataclass(frozen=True, kw_only=True)
class Stock:
    """Of one size of a reward: `on_hand` pieces are there, `held` of them for somebody who has redeemed one."""

    id: str
    reward: str
    size: str
    on_hand: int = 0
    held: int = 0

    @property
    def free(self) -> int:
        """How many can be redeemed."""
        return self.on_hand - self.held


@record("stock_move", indexed=("reward", "at"), called="")
@dataclass(frozen=True, kw_only=True)
class StockMove:
    """`pieces` came (above 0) or went; `cost` is what each of them cost, in yuan. `redemption` is whose it was."""

    id: str
    reward: str
    size: str
    at: datetime
    movement: Movement
    pieces: int
    cost: float = 0.0
    note: str = ""
    by: str | None = None
    redemption: str | None = None


def stock_of(look: Look, reward: Reward, size: str) -> Stock:
    """What there is of a size. Raises Refused: no_such_size. A size that is no longer offered may still be there."""
    id_ = id_from("stock", reward.id, size)
    found: Stock | None = look.get("stock", id_)
    if found is None and size not in reward.variants:
        raise Refused("no_such_size", name=reward.name)
    return found or Stock(id=id_, reward=reward.id, size=size)


def moved(
    context: Context, stock: Stock, movement: Movement, pieces: int, cost: float, note: str = "", of: str | None = None
) -> StockMove:
    """The line of the stock book."""
    return StockMove(
        id=id_from("stock move", context.id),
        reward=stock.reward,
        size=stock.size,
        at=context.now,
        movement=movement,
        pieces=pieces,
        cost=cost,
        note=note,
        by=context.actor.person,
        redemption=of,
    )


@operation("stock.take_in", roles=CLERK, offline=False)
@dataclass(frozen=True, kw_only=True)
class TakeIn:
    """Pieces have come; each at what the catalogue says it costs, unless told otherwise."""

    reward: Annotated[str, Ref("reward")]
    pieces: Pieces
    size: SizeOf = ""
    cost: Cost | None = None
    note: Note = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        need_points(look)
        reward = required(look, Reward, self.reward)
        stock = stock_of(look, reward, self.size)
        cost = reward.cost if self.cost is None else self.cost
        move = moved(context, stock, "taken_in", self.pieces, cost, self.note)
        return [Put(replace(stock, on_hand=stock.on_hand + self.pieces)), Put(move)]


@operation("stock.take_out", roles=CLERK, offline=False)
@dataclass(frozen=True, kw_only=True)
class TakeOut:
    """Pieces have gone and nobody has redeemed them: spoilt, past their date. What is held for somebody stays."""

    reward: Annotated[str, Ref("reward")]
    pieces: Pieces
    note: Annotated[str, Text(most=200)]
    size: SizeOf = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        need_points(look)
        reward = required(look, Reward, self.reward)
        stock = stock_of(look, reward, self.size)
        if stock.free < self.pieces:
            raise Refused("stock_too_few", free=stock.free, held=stock.held)
        move = moved(context, stock, "taken_out", -self.pieces, reward.cost, self.note)
        return [Put(replace(stock, on_hand=stock.on_hand - self.pieces)), Put(move)]
