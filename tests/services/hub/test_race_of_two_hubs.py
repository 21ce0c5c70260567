"""The last piece of the shop and the last points, asked for at two hub processes of one plant at once: one gets it, and
the books balance. Two processes that trust what they have in memory would be seen."""

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from services.core.ids import new_id
from services.core.operation import Operation
from services.core.refused import Refused
from services.store.database import Database
from services.store.records import Records
from services.store.verify import verify
from tests.makers import NOON
from tests.services.core.points_books import check_books
from tests.services.hub.test_several_hubs import Plant

PHONES, PRICE = 16, 30
ROUNDS = 625 if os.environ.get("ANHUAN_FULL") else 2  # 10,000 tries, or a few
LONGEST_S = 60


class Shop(Plant):
    """Gloves behind two processes, and two people who have points for them."""

    def __init__(self, root: Path, url: str, fault: str | None = None) -> None:
        super().__init__(root, url, 2, fault)
        self.counts: dict[str, int] = {}
        self.clerk = self.do("people.add", name="唐敏", roles=["shop_clerk"])
        self.officer = self.do("people.add", name="孙丽", roles=["safety_officer"])
        self.buyers = [self.do("people.add", name=name, roles=["worker"]) for name in ("马超", "谢军")]
        self.gloves = self.do("rewards.add", self.officer, name="手套", shelf="ppe", price=PRICE)
        self._points_begin()

    def _points_begin(self) -> None:
        """The hub's own rounds open the books."""
        ends = time.monotonic() + LONGEST_S
        while self.give(self.buyers[0], 1) is not None:
            assert time.monotonic() < ends
            time.sleep(0.5)

    def say(self, hub: int, kind: str, by: str, device: str, **args: Any) -> dict[str, Any]:
        """What one of the processes answers."""
        self.counts[device] = self.counts.get(device, 0) + 1
        one = Operation(new_id(), kind, args, device, self.counts[device], NOON, {})
        answer: dict[str, Any] = self.client(self.hubs[hub], by).push([one], NOON, 0.0, "")["answers"][0]
        return {**answer, "id": one.id}

    def do(self, kind: str, by: str | None = None, **args: Any) -> str:
        answer = self.say(0, kind, by or self.boss, "desk-" + (by or "boss"), **args)
        assert answer.get("outcome") == "accepted", answer
        return str(answer["id"])

    def give(self, who: str, points: int) -> str | None:
        """Gives points to somebody; why not, where the books are not open yet."""
        given = {"person": who, "points": points, "reason": "测试"}
        made = self.say(0, "adjustments.propose", self.officer, "officer", **given)
        if made.get("outcome") != "accepted":
            return str(made["refused"])
        approved = self.say(0, "adjustments.approve", self.boss, "boss", adjustment=made["id"])
        return None if approved.get("outcome") == "accepted" else str(approved["refused"])

    def stock(self, pieces: int) -> None:
        self.do("stock.count", self.clerk, reward=self.gloves, counted=pieces)

    def rush(self, number: int) -> list[str]:
        """What phones are answered that redeem at once, every second one at the other process."""
        ready = threading.Barrier(PHONES)

        def redeem(phone: int) -> str:
            ready.wait(30)
            who = self.buyers[phone // 2 % 2]
            try:
                answer = self.say(phone % 2, "redemptions.redeem", who, f"{number}-{phone}", reward=self.gloves)
            except Refused as refused:
                return refused.code
            return "ok" if answer.get("outcome") == "accepted" else str(answer["refused"])

        with ThreadPoolExecutor(PHONES) as threads:
            return sorted(threads.map(redeem, range(PHONES)))

    def put_back(self) -> None:
        """All that was redeemed is cancelled; the books and the chain are looked at first."""
        database = Database(self.url)
        with database.reading() as connection:
            look = Records(connection)
            check_books(look)
            [stock] = look.find("stock")
            ready = look.find("redemption", course="ready")
            assert stock.held == len(ready) <= stock.on_hand
        database.close()
        for one in ready:
            self.do("redemptions.cancel", one.person, redemption=one.id)

    def whole(self) -> bool:
        database = Database(self.url)
        with database.reading() as connection:
            found = verify(connection).whole
        database.close()
        return found


def test_the_last_piece_and_the_last_points_go_to_one(tmp_path: Path, postgres: Any) -> None:
    shop = Shop(tmp_path, postgres.url("race"))
    try:
        for one in shop.buyers:
            assert shop.give(one, 100 * PRICE) is None
        shop.stock(1)
        for number in range(ROUNDS):
            assert shop.rush(number) == ["ok", *["out_of_stock"] * (PHONES - 1)]
            shop.put_back()
        poor = [shop.do("people.add", name=name, roles=["worker"]) for name in ("钱一", "钱二")]
        for one in poor:
            assert shop.give(one, PRICE + PRICE - 1) is None
        shop.buyers = poor
        shop.stock(100)
        for number in range(ROUNDS, 2 * ROUNDS):
            assert shop.rush(number) == [*["ok"] * 2, *["points_too_few"] * (PHONES - 2)]
            shop.put_back()
        assert shop.whole()
    finally:
        shop.close()


def test_processes_that_trust_their_memory_would_be_seen(tmp_path: Path, postgres: Any) -> None:
    shop = Shop(tmp_path, postgres.url("race_by_memory"), "memory")
    try:
        shop.stock(1)
        assert shop.give(shop.buyers[0], 100 * PRICE) is None
        with pytest.raises((AssertionError, Refused)):  # noqa: PT012 - the rush, the books or the chain show it first
            for number in range(3):
                assert shop.rush(number) == ["ok", *["out_of_stock"] * (PHONES - 1)]
                shop.put_back()
            assert shop.whole()
    finally:
        shop.close()
