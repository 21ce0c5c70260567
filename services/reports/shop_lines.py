"""What the shop has cost: of each reward and size what was there, what came, what went to whom for points, what was
lost, and what is there, in pieces and yuan."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from services.core.shop import Reward
from services.reports.table_book import Cell
from services.store.queries.shop import SHELVES
from services.store.records import Records
from services.store.tables import RECORDS
from services.words import say

MOVES, ENTRIES = RECORDS["stock_move"], RECORDS["points_entry"]
OTHER = ("taken_out", "counted")


@dataclass
class Flow:
    """Pieces and yuan of one reward and size."""

    before: int = 0
    bought: int = 0
    bought_yuan: float = 0.0
    redeemed: int = 0
    redeemed_yuan: float = 0.0
    other: int = 0
    other_yuan: float = 0.0

    @property
    def after(self) -> int:
        """What is there at the end."""
        return self.before + self.bought + self.redeemed + self.other


def shop_lines(look: Records, begins: str, ends: str, lang: str) -> Iterator[tuple[Cell, ...]]:
    """A line for each reward and size that was there or moved, by shelf and name, and the sum of all."""
    flows, points = _flows(look, begins, ends), _points(look, begins, ends)
    rewards: dict[str, Reward] = {one.id: one for one in look.find("reward")}
    order = sorted((key for key in flows if key[0] in rewards), key=lambda key: _order(rewards[key[0]], key[1]))
    total, given, worth, told = Flow(), 0, 0.0, set[str]()
    for reward, size in order:
        one, flow = rewards[reward], flows[reward, size]
        spent = points.get((reward, size), 0)
        for name in vars(total):
            setattr(total, name, getattr(total, name) + getattr(flow, name))
        given, worth = given + spent, worth + flow.after * one.cost
        told.add(reward)
        what = " · ".join(part for part in (one.name, size) if part)
        yield (what, say(f"value.shelf.{one.shelf}", lang), one.supplier, *_cells(flow, spent, flow.after * one.cost))
    if told:
        yield (say("report.ledger.shop.sum", lang), "", "", *_cells(total, given, worth))


def _order(one: Reward, size: str) -> tuple[int, str, int]:
    known = one.variants.index(size) if size in one.variants else len(one.variants)
    return SHELVES.index(one.shelf), one.name, known


def _cells(flow: Flow, points: int, worth: float) -> tuple[Cell, ...]:
    return (
        flow.before,
        flow.bought,
        round(flow.bought_yuan, 2),
        -flow.redeemed,
        points,
        round(-flow.redeemed_yuan, 2) + 0.0,  # never a nought below nought
        flow.other,
        round(flow.other_yuan, 2),
        flow.after,
        round(worth, 2),
    )


def _flows(look: Records, begins: str, ends: str) -> dict[tuple[str, str], Flow]:
    columns = MOVES.c
    pieces, yuan = sa.func.sum(columns.pieces), sa.func.sum(columns.pieces * columns.cost)
    query = sa.select(columns.reward, columns.size, columns.movement, columns.at < begins, pieces, yuan)
    query = query.where(columns.at < ends).group_by(columns.reward, columns.size, columns.movement, columns.at < begins)
    found: defaultdict[tuple[str, str], Flow] = defaultdict(Flow)
    for reward, size, movement, earlier, count, cost in look.connection.execute(query):
        flow = found[reward, size]
        if earlier:
            flow.before += int(count)
            continue
        name = "bought" if movement == "taken_in" else "redeemed" if movement == "redeemed" else "other"
        setattr(flow, name, getattr(flow, name) + int(count))
        setattr(flow, f"{name}_yuan", getattr(flow, f"{name}_yuan") + float(cost))
    return found


def _points(look: Records, begins: str, ends: str) -> dict[tuple[str, str], int]:
    """The points of what was handed out, by reward and size."""
    columns, of = ENTRIES.c, RECORDS["redemption"].c
    query = sa.select(of.reward, of.size, sa.func.sum(columns.points)).join_from(ENTRIES, RECORDS["redemption"],
                                                                                 of.id == columns.source)  # fmt: skip
    query = query.where(columns.meaning == "handed_out", columns.at >= begins, columns.at < ends)
    rows = look.connection.execute(query.group_by(of.reward, of.size))
    return {(reward, size): int(points) for reward, size, points in rows}
