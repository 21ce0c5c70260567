"""What people see of the shop: the goods with what is there of them, and what was redeemed by whom."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from services.core.people import Person
from services.core.redemptions import OPEN, Course, Redemption, may_approve
from services.core.shop import Reward, Shelf
from services.core.shop_stock import Stock, StockMove
from services.core.stock_counts import StockCount
from services.store.records import Records

SHELVES: tuple[Shelf, ...] = ("ppe", "welfare", "commendation")


@dataclass(frozen=True, slots=True)
class Counting:
    """A count that waits for a second person, with the name of who counted."""

    count: StockCount
    name: str


@dataclass(frozen=True, slots=True)
class Goods:
    """A reward with what is there of each of its sizes, also of those that are no longer offered and not yet gone.
    `counts` wait for a second person."""

    reward: Reward
    stocks: tuple[Stock, ...]
    counts: tuple[Counting, ...] = ()

    @property
    def id(self) -> str:
        """The reward's id."""
        return self.reward.id

    @property
    def on_hand(self) -> int:
        """How many pieces are there."""
        return sum(one.on_hand for one in self.stocks)

    @property
    def held(self) -> int:
        """How many of them are held for somebody."""
        return sum(one.held for one in self.stocks)

    @property
    def free(self) -> tuple[str, ...]:
        """The sizes of which one can be redeemed."""
        return tuple(one.size for one in self.stocks if one.free > 0 and one.size in self.reward.variants)


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody has redeemed, with the names of what and who."""

    redemption: Redemption
    reward: Reward
    person: Person | None
    team: str
    handed_out_by: str

    @property
    def id(self) -> str:
        """The redemption's id."""
        return self.redemption.id

    @property
    def what(self) -> str:
        """The reward with its size."""
        return " · ".join(part for part in (self.reward.name, self.redemption.size) if part)


def goods(look: Records, *, retired: bool = False) -> tuple[Goods, ...]:
    """The catalogue, shelf by shelf, the cheapest first; with what is no longer in it, where that is wanted."""
    stocks: defaultdict[str, dict[str, Stock]] = defaultdict(dict)
    for one in look.find("stock"):
        stocks[one.reward][one.size] = one
    waiting, found = waiting_counts(look), []
    for reward in look.find("reward"):
        there = stocks[reward.id]
        left = [size for size, stock in there.items() if size not in reward.variants and stock.on_hand]
        sizes = [there.get(size) or Stock(id="", reward=reward.id, size=size) for size in (*reward.variants, *left)]
        if retired or reward.retired_at is None:
            counts = tuple(one for one in waiting if one.count.reward == reward.id)
            found.append(Goods(reward, tuple(sizes), counts))
    return tuple(sorted(found, key=lambda one: (SHELVES.index(one.reward.shelf), one.reward.price, one.reward.name)))


def waiting_counts(look: Records) -> tuple[Counting, ...]:
    """The counts that wait for a second person, the oldest first."""
    found = sorted(look.find("stock_count", standing="proposed"), key=lambda one: (one.at, one.id))
    people = {one.by: look.get("person", one.by) for one in found}
    return tuple(Counting(one, person.name if (person := people[one.by]) else "") for one in found)


def orders(
    look: Records, *, courses: Sequence[Course] = (), person: str | None = None, most: int = 500
) -> tuple[Order, ...]:
    """What was redeemed, what is open first, then the newest; of one person, or in some states only."""
    kept = look.find("redemption", person=person) if person else look.find("redemption")
    found = [one for one in kept if not courses or one.course in courses]
    found.sort(key=lambda one: one.at, reverse=True)
    found.sort(key=lambda one: one.course not in OPEN)
    return tuple(order_of(look, one) for one in found[:most])


def order_of(look: Records, one: Redemption) -> Order:
    """One of them, with its names."""
    person, reward = look.get("person", one.person), look.get("reward", one.reward)
    assert reward is not None
    team = look.get("team", person.team) if person and person.team else None
    clerk = look.get("person", one.handed_out_by) if one.handed_out_by else None
    return Order(one, reward, person, team.name if team else "", clerk.name if clerk else "")


def to_approve(look: Records, *, me: Person) -> tuple[Order, ...]:
    """What waits for this person's approval."""
    waiting = orders(look, courses=("waiting",))
    return tuple(one for one in waiting if one.person is not None and may_approve(look, me, one.person))


def stock_book(look: Records, *, reward: str, most: int = 100) -> tuple[StockMove, ...]:
    """What came and went of a reward, the newest first."""
    found = sorted(look.find("stock_move", reward=reward), key=lambda one: one.at, reverse=True)
    return tuple(found[:most])
