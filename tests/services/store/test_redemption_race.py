"""Fifty phones at once for the last piece, or with the last points: one gets it, and the books balance."""

import os
import threading
from typing import Any

import pytest

from services.core.operation import SYSTEM, Actor
from services.core.roles import Role
from tests.services.core.points_books import check_books

PHONES, PRICE = 50, 30
ROUNDS = 200 if os.environ.get("ANHUAN_FULL") else 1


class Counter:
    """A shop with one kind of gloves, and two people who want them."""

    def __init__(self, shop: Any) -> None:
        self.shop, self.place = shop, shop.found()
        other = shop.do("people.add", {"name": "谢军"}, self.place.boss)
        self.buyers = (self.place.worker, Actor(other, frozenset({Role.WORKER})))
        clerk = shop.do("people.add", {"name": "唐敏", "roles": ["shop_clerk"]}, self.place.boss)
        self.clerk = Actor(clerk, frozenset({Role.SHOP_CLERK}))
        shop.do("points.begin", {}, SYSTEM)
        self.gloves = shop.do("rewards.add", {"name": "手套", "shelf": "ppe", "price": PRICE}, self.place.officer)

    def give(self, who: Actor, points: int) -> None:
        given = {"person": who.person, "points": points, "reason": "测试"}
        made = self.shop.do("adjustments.propose", given, self.place.officer)
        self.shop.do("adjustments.approve", {"adjustment": made}, self.place.boss)

    def stock(self, pieces: int) -> None:
        self.shop.do("stock.count", {"reward": self.gloves, "counted": pieces}, self.clerk)

    def rush(self, number: int) -> list[str]:
        """What fifty phones are answered that redeem at once; which of the two people each belongs to alternates."""
        ready, answers = threading.Barrier(PHONES), list[str]()

        def redeem(phone: int) -> None:
            ready.wait(30)
            given, who = {"reward": self.gloves}, self.buyers[phone % len(self.buyers)]
            answer = self.shop.issue("redemptions.redeem", given, who, device=f"phone-{number}-{phone}")
            answers.append(answer.refused.code if answer.refused else "ok")

        threads = [threading.Thread(target=redeem, args=(phone,)) for phone in range(PHONES)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        return sorted(answers)

    def put_back(self) -> None:
        """All that was redeemed is cancelled, and the books are looked at."""
        with self.shop.store.look() as look:
            check_books(look)
            [stock] = look.find("stock")
            ready = look.find("redemption", course="ready")
        assert stock.held == len(ready) <= stock.on_hand
        for one in ready:
            who = next(each for each in self.buyers if each.person == one.person)
            self.shop.do("redemptions.cancel", {"redemption": one.id}, who)


@pytest.fixture
def counter(shop: Any) -> Counter:
    return Counter(shop)


def test_the_last_piece_goes_to_one(counter: Counter) -> None:
    for one in counter.buyers:
        counter.give(one, 100 * PRICE)
    counter.stock(1)
    for number in range(ROUNDS):
        assert counter.rush(number) == ["ok", *["out_of_stock"] * (PHONES - 1)]
        counter.put_back()


def test_the_last_points_buy_one(counter: Counter) -> None:
    for one in counter.buyers:
        counter.give(one, PRICE + PRICE - 1)
    counter.stock(100)
    for number in range(ROUNDS):
        many = len(counter.buyers)
        assert counter.rush(number) == [*["ok"] * many, *["points_too_few"] * (PHONES - many)]
        counter.put_back()
