"""What the demo plant's people earned, settled at the end of each day, as a hub does it at once; and what they chose in
the shop for it."""

import random
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from services.core.operation import SYSTEM, Actor
from services.core.people import Person
from services.core.points_rules import PointsRules
from services.core.redemptions import sealed_text
from services.core.roles import Role
from services.demo.cast import FOUNDER
from services.demo.goods import GOODS, kept
from services.demo.holidays import works
from services.demo.life import SHANGHAI, Happening, Life
from services.demo.points_checks import look_again
from services.hub.earning import REACHED, due
from services.store.facts import fact, set_fact
from services.store.journal import head
from services.store.queries.shop import Goods, goods

AT, OFFICER = time(23, 50), "王芳"
FIGURES = {"month_budget": 1200, "fen_per_point": 50, "approve_over": 45}
CLERK = "黄小燕"
SHOPPING, ANSWERING, COUNTER, LOOKING = time(12, 25), time(15, 10), time(16, 40), time(10, 35)
NOT_SHOPPING = {Role.EHS_MANAGER, Role.SHOP_CLERK, Role.IT_ADMIN, Role.HR}
FROZEN_ON = 5  # of the next month
SHOPPERS = 2  # at most so many a working day
FEW = 2  # of which more is bought before it is gone


class ByHand(NamedTuple):
    """Points that 王芳 proposes on a day before the last; `answered` is how many days later they are approved, None
    while they wait."""

    day: int
    who: str
    points: int
    reason: str
    answered: int | None


BY_HAND = (
    ByHand(-16, "韩雪", 30, "提出的数控车床防护门联锁改进建议已采纳并实施", 1),
    ByHand(-9, "谢军", 20, "发现并制止未经审批的动火作业", 2),
    ByHand(-1, "唐敏", 30, "编写的量具防护目视化作业指导书在全厂推广", None),
)


def begin(life: Life) -> None:
    """The ledger is opened with the plant, and how many points it means to give is set."""
    life.do(SYSTEM, "points.begin")
    boss = life.someone(FOUNDER.name)
    life.do(boss, "points_rules.set", **FIGURES)
    life.do(boss, "people.set_roles", person=life.ids[CLERK], roles=["worker", "shop_clerk"])
    for good in GOODS:
        given = {name: getattr(good, name) for name in ("name", "shelf", "price", "cost", "supplier", "note")}
        shown = {"sizes": list(good.sizes), "picture": kept(good, life.hub.blobs)}
        reward = life.do(life.someone(OFFICER), "rewards.add", **given, **shown)
        for size in good.sizes or ("",):
            bought = {"reward": reward, "size": size, "pieces": good.pieces, "note": "首批采购"}
            life.do(life.someone(CLERK), "stock.take_in", **bought)


def happenings(life: Life, since: datetime | None = None) -> Iterator[Happening]:
    """The end of each day since the founding, or since a moment."""
    day = (since or life.founded).astimezone(SHANGHAI).date()
    while day <= life.until.astimezone(SHANGHAI).date():
        yield Happening(datetime.combine(day, AT, SHANGHAI), "points", _settle)
        if works(day):
            for at, key, go in (
                (SHOPPING, "redeem", _redeem),
                (ANSWERING, "approve", _answer),
                (COUNTER, "hand", _hand),
                (LOOKING, "again", look_again),
            ):
                yield Happening(datetime.combine(day, at, SHANGHAI), f"points {key}", go)
        if day.day == FROZEN_ON:
            yield Happening(datetime.combine(day, ANSWERING, SHANGHAI), "points freeze", _freeze)
        day += timedelta(days=1)
    if since is None:
        yield from _by_hand(life)
        counted = datetime.combine(life.until.astimezone(SHANGHAI).date() - timedelta(days=1), time(16, 40), SHANGHAI)
        yield Happening(counted, "points count", _count)


def _freeze(life: Life) -> None:
    """The month that is over is counted for good."""
    last = life.now.astimezone(SHANGHAI).replace(day=1) - timedelta(days=1)
    life.do(life.someone(FOUNDER.name), "department_scores.freeze", month=f"{last:%Y-%m}")


def _redeem(life: Life) -> None:
    """Who has points enough chooses something; on the last day also something that waits for an approval."""
    look, chance = life.journal.records, random.Random(f"{life.seed} shop {life.now.date()}")
    there = sorted((one for one in goods(look) if one.free), key=lambda one: one.reward.price)
    people = {one.id: one for one in look.find("person") if one.here and not set(one.roles) & NOT_SHOPPING}
    accounts = [one for one in look.find("points_account", holder="person") if one.id in people and one.balance >= 25]
    accounts.sort(key=lambda one: people[one.id].employee_no or "")
    shoppers = chance.sample(accounts, min(chance.randint(1, SHOPPERS), len(accounts)))
    for account in shoppers:
        fits = [one for one in there if one.reward.price <= account.balance]
        chosen = chance.choice(fits) if fits else None
        there = [one for one in there if one is not chosen]
        _take(life, people[account.id], chosen, chance)
    last = life.now.astimezone(SHANGHAI).date() == life.until.astimezone(SHANGHAI).date()
    if last and accounts:
        rich = max(accounts, key=lambda one: (one not in shoppers, one.balance))
        dear = [one for one in there if FIGURES["approve_over"] < one.reward.price <= rich.balance]
        _take(life, people[rich.id], dear[0] if dear else None, chance)


def _take(life: Life, who: Person, chosen: Goods | None, chance: random.Random) -> None:
    if chosen is not None:
        given = {"reward": chosen.id, "size": chance.choice(chosen.free)}
        life.do(Actor(who.id, frozenset(who.roles)), "redemptions.redeem", **given)


def _answer(life: Life) -> None:
    """The EHS manager answers what has waited since the day before."""
    for one in life.journal.records.find("redemption", course="waiting"):
        if one.at.date() < life.now.date():
            life.do(life.someone(FOUNDER.name), "redemptions.approve", redemption=one.id)


def _hand(life: Life) -> None:
    """Before the end of the shift people fetch what was ready the day before, and what has become few is bought."""
    for one in life.journal.records.find("redemption", course="ready"):
        if one.at.date() < life.now.date():
            code = life.journal.gifts.seal(sealed_text(one.id))[1]
            life.do(life.someone(CLERK), "redemptions.hand_out", redemption=one.id, code=code)
    pieces = {good.name: good.pieces for good in GOODS}
    for goods_of in goods(life.journal.records):
        for stock in (one for one in goods_of.stocks if one.free <= FEW):
            more = {"pieces": pieces.get(goods_of.reward.name, FEW), "note": "补货"}
            life.do(life.someone(CLERK), "stock.take_in", reward=goods_of.id, size=stock.size, **more)


def _count(life: Life) -> None:
    """At the stock-taking some pieces of the dearest are missing; that waits for a second person."""
    limit = PointsRules().count_over
    found = [(one.reward, stock) for one in goods(life.journal.records) for stock in one.stocks if one.reward.cost]
    short = [pair for pair in found if pair[1].free * pair[0].cost > limit]
    if short:
        reward, stock = max(short, key=lambda pair: pair[0].cost)
        given = {"counted": stock.on_hand - int(limit / reward.cost) - 1, "note": "月度盘点"}
        life.do(life.someone(CLERK), "stock.count", reward=reward.id, size=stock.size, **given)


def _by_hand(life: Life) -> Iterator[Happening]:
    day0 = life.until.astimezone(SHANGHAI).date()
    for one in BY_HAND:
        proposed = datetime.combine(day0 + timedelta(days=one.day), time(10, 20), SHANGHAI)
        yield Happening(proposed, f"by hand {one.who}", partial(_propose, one=one))
        if one.answered is not None:
            answered = proposed + timedelta(days=one.answered, hours=4)
            yield Happening(answered, f"by hand {one.who}", partial(_approve, one=one))


def _propose(life: Life, one: ByHand) -> None:
    given = {"person": life.ids[one.who], "points": one.points, "reason": one.reason}
    life.ids[f"by hand {one.who}"] = life.do(life.someone(OFFICER), "adjustments.propose", **given)


def _approve(life: Life, one: ByHand) -> None:
    life.do(life.someone(FOUNDER.name), "adjustments.approve", adjustment=life.ids[f"by hand {one.who}"])


def _settle(life: Life) -> None:
    connection, look = life.journal.connection, life.journal.records
    upto = head(connection)[0]
    for deed in due(look, int(fact(connection, REACHED) or 0), upto, life.now):
        life.do(SYSTEM, deed.kind, **deed.args)
    set_fact(connection, REACHED, upto)
