"""The shop's catalogue: what points are exchanged for, with price, sizes, picture, supplier and cost."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.operation import Change, Changed, Context, Look, Put, Way, name_free, operation, required
from services.core.points_rules import need_points
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Blob, Range, Ref, Text, shapes

Shelf = Literal["ppe", "welfare", "commendation"]
Price = Annotated[int, Range(1, 1_000_000)]
Cost = Annotated[float, Range(0, 1_000_000)]
Size = Annotated[str, Text(most=20)]
Picture = Annotated[str, Blob()]
MOST_SIZES = 20


@record("reward", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class Reward:
    """Something for `price` points. Without sizes there is one, the empty one. `cost` is what a piece costs the plant,
    in yuan."""

    id: str
    name: str
    shelf: Shelf
    price: int
    sizes: tuple[str, ...] = ()
    picture: Picture | None = None
    supplier: str = ""
    cost: float = 0.0
    note: str = ""
    retired_at: datetime | None = None

    @property
    def variants(self) -> tuple[str, ...]:
        """Its sizes, or the one without a name."""
        return self.sizes or ("",)


def in_catalogue(look: Look, reward: str) -> Reward:
    """The reward, which must be in the catalogue. Raises Refused: no_such_record, reward_retired."""
    found = required(look, Reward, reward)
    if found.retired_at is not None:
        raise Refused("reward_retired", name=found.name)
    return found


def sound_sizes(sizes: tuple[str, ...]) -> None:
    """Raises Refused: sizes_wrong, for too many, or one twice."""
    if len(sizes) > MOST_SIZES or len(set(sizes)) != len(sizes):
        raise Refused("sizes_wrong", most=MOST_SIZES)


@operation("rewards.add", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class AddReward:
    """Something new in the catalogue; it is there for people when some of it is in stock."""

    name: Annotated[str, Text(most=60)]
    shelf: Shelf
    price: Price
    sizes: tuple[Size, ...] = ()
    picture: Picture | None = None
    supplier: Annotated[str, Text(most=80, least=0)] = ""
    cost: Cost = 0.0
    note: Annotated[str, Text(most=300, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        need_points(look)
        name_free(look, "reward", self.name)
        sound_sizes(self.sizes)
        return [Put(Reward(id=context.id, **{name: getattr(self, name) for name in shapes(AddReward)}))]


@operation("rewards.change", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class ChangeReward:
    """What is given of it is other from now on; who has redeemed it already has it for the price of then."""

    reward: Annotated[str, Ref("reward")]
    name: Annotated[str, Text(most=60)] | None = None
    shelf: Shelf | None = None
    price: Price | None = None
    sizes: tuple[Size, ...] | None = None
    picture: Picture | None = None
    supplier: Annotated[str, Text(most=80, least=0)] | None = None
    cost: Cost | None = None
    note: Annotated[str, Text(most=300, least=0)] | None = None

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        before = next(one["before"] for one in changes if one["kind"] == "reward")
        given = [name for name in shapes(ChangeReward) if name != "reward" and getattr(self, name) is not None]
        back = {name: before[name] for name in given if before[name] is not None}
        return "rewards.change", {"reward": self.reward, **back}

    def decide(self, context: Context, look: Look) -> list[Change]:
        reward = in_catalogue(look, self.reward)
        names = [name for name in shapes(ChangeReward) if name != "reward"]
        given = {name: getattr(self, name) for name in names if getattr(self, name) is not None}
        changed = replace(reward, **given)
        if changed.name != reward.name:
            name_free(look, "reward", changed.name, but=reward.id)
        sound_sizes(changed.sizes)
        return [Put(changed)]


@operation("rewards.retire", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class RetireReward:
    """It is in the catalogue no more; what was redeemed of it is still handed out."""

    reward: Annotated[str, Ref("reward")]

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "rewards.restore", {"reward": self.reward}

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(in_catalogue(look, self.reward), retired_at=context.now))]


@operation("rewards.restore", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class RestoreReward:
    """It is in the catalogue again."""

    reward: Annotated[str, Ref("reward")]

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        return "rewards.retire", {"reward": self.reward}

    def decide(self, context: Context, look: Look) -> list[Change]:
        reward = required(look, Reward, self.reward)
        if reward.retired_at is None:
            raise Refused("reward_in_catalogue", name=reward.name)
        name_free(look, "reward", reward.name, but=reward.id)
        return [Put(replace(reward, retired_at=None))]
