"""Random months of a plant's points: hazards reviewed, returned, merged and parted, figures changed, points moved by
hand, redeemed, cancelled and handed out. The books always balance, and settling twice comes to the same."""

import os
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from services.core.hazards import State
from services.core.inspections import InspectionState
from services.core.operation import SYSTEM
from services.core.redemptions import OPEN, sealed_text
from services.core.roles import Role
from tests.makers import Held, hazard, inspection, person, plant, refused, reward
from tests.services.core.points_books import check_books

FULL = bool(os.environ.get("ANHUAN_FULL"))
RUNS = settings(
    max_examples=3000 if FULL else 100,
    stateful_step_count=50,
    derandomize=not FULL,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
WORKERS = (person(), person(), person(Role.SAFETY_OFFICER))
CLERK, GOODS = person(Role.SHOP_CLERK), (reward(name="手套", price=8), reward(name="雨伞", price=25))
OFFICER, BOSS = person(Role.SAFETY_OFFICER), person(Role.EHS_MANAGER)
STATES = st.sampled_from((State.ASSIGNED, State.FIXED, State.FIRST_PASSED, State.CLOSED, State.REJECTED))
which = st.integers(0, 5)


class Ledgers(RuleBasedStateMachine):
    """Six hazards and six inspections of three people."""

    @initialize(cap=st.sampled_from((0, 7, 25, 100)))
    def begin(self, cap: int) -> None:
        self.held = Held(plant(), *WORKERS, OFFICER, BOSS)
        self.held.do("points.begin", {}, SYSTEM)
        self.held.do("points_rules.set", {"month_cap": cap, "approve_over": 20}, BOSS)
        found = [hazard(reporter=WORKERS[number % 3].id) for number in range(6)]
        made = [inspection(by=WORKERS[number % 3].id, at=self.held.now) for number in range(6)]
        self.ids = {"hazard": [one.id for one in found], "inspection": [one.id for one in made]}
        self.held.add(*found, *made, CLERK, *GOODS)
        for one in GOODS:
            self.held.do("stock.take_in", {"reward": one.id, "pieces": 2}, CLERK)

    @rule(at=which, state=STATES, major=st.booleans(), by=st.sampled_from((OFFICER, BOSS, WORKERS[2])))
    def review(self, at: int, state: State, major: bool, by: Any) -> None:
        one: Any = self.held.get("hazard", self.ids["hazard"][at])
        passed = state in (State.FIRST_PASSED, State.CLOSED)
        changed = replace(
            one,
            state=state,
            grade="major" if major else "general",
            first_by=by.id if passed else None,
            first_at=self.held.now if passed else None,
            merged_into=None,
        )
        self.settle("hazard", changed)

    @rule(at=which, into=which)
    def merge(self, at: int, into: int) -> None:
        found: list[Any] = [self.held.get("hazard", self.ids["hazard"][index]) for index in (at, into)]
        one, other = found
        if at < into:  # an older one into a younger one: no ring
            self.settle("hazard", replace(one, state=State.MERGED, merged_into=other.id))

    @rule(at=which, done=st.booleans(), doubtful=st.booleans())
    def check_in(self, at: int, done: bool, doubtful: bool) -> None:
        one: Any = self.held.get("inspection", self.ids["inspection"][at])
        state = InspectionState.DONE if done else InspectionState.MISSED
        self.settle("inspection", replace(one, state=state, doubtful="too_fast" if doubtful else ""))

    @rule(who=st.sampled_from(WORKERS[:2]), points=st.integers(-30, 30), yes=st.booleans())
    def by_hand(self, who: Any, points: int, yes: bool) -> None:
        if not points:
            return
        made = self.held.do("adjustments.propose", {"person": who.id, "points": points, "reason": "测试"}, OFFICER)
        given = {"adjustment": made.id} if yes else {"adjustment": made.id, "reason": "不"}
        code = refused(self.held.do, "adjustments.approve" if yes else "adjustments.decline", given, BOSS)
        assert code in (None, "points_too_few")

    @rule(points=st.integers(0, 40), cap=st.sampled_from((0, 7, 25, 100)))
    def other_figures(self, points: int, cap: int) -> None:
        self.held.do("points_rules.set", {"hazard_general": points, "month_cap": cap}, BOSS)

    @rule(who=st.sampled_from(WORKERS[:2]), what=st.sampled_from(GOODS))
    def redeem(self, who: Any, what: Any) -> None:
        code = refused(self.held.do, "redemptions.redeem", {"reward": what.id}, who)
        assert code in (None, "out_of_stock", "points_too_few")

    @rule(how=st.sampled_from(("cancel", "hand_out", "approve", "take_in")), at=which)
    def go_on(self, how: str, at: int) -> None:
        known = sorted(self.held.find("redemption"), key=lambda one: one.at)
        if how == "take_in" or not known:
            self.held.do("stock.take_in", {"reward": GOODS[at % 2].id, "pieces": 1}, CLERK)
            return
        one = known[-1 - at % len(known)]
        code = {"code": self.held.gifts.seal(sealed_text(one.id))[1]} if how == "hand_out" else {}
        by = {"cancel": next(each for each in WORKERS if each.id == one.person), "hand_out": CLERK, "approve": BOSS}
        done = refused(self.held.do, f"redemptions.{how}", {"redemption": one.id, **code}, by[how])
        assert done in (None, "redemption_over", "approval_needed")

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.held.now += timedelta(days=days)

    def settle(self, kind: str, one: Any) -> None:
        """As the hub does after an entry: that record, and all that rests on it."""
        before = {(earning.source_kind, earning.source) for earning in self.held.find("earning", report=one.id)}
        into = {("hazard", one.merged_into)} if kind == "hazard" and one.merged_into else set()
        self.held.add(one)
        self.say({(kind, one.id), *before, *into})

    def say(self, sources: Any) -> None:
        named = [{"kind": kind, "id": id_} for kind, id_ in sorted(sources)]
        self.held.do("points.settle", {"sources": named}, SYSTEM)

    @invariant()
    def the_books_balance(self) -> None:
        check_books(self.held)

    @invariant()
    def what_is_held_is_what_is_open(self) -> None:
        for one in GOODS:
            [stock] = self.held.find("stock", reward=one.id)
            mine = [each for each in self.held.find("redemption", reward=one.id) if each.course in OPEN]
            reserve: Any = self.held.get("points_account", one.id)
            assert (stock.held, reserve.balance if reserve else 0) == (len(mine), sum(each.points for each in mine))
            assert stock.on_hand == sum(move.pieces for move in self.held.find("stock_move", reward=one.id))

    @invariant()
    def nobody_is_over_the_cap(self) -> None:
        months: dict[tuple[str, str], int] = {}
        for one in self.held.find("earning"):
            months[one.person, one.month] = months.get((one.person, one.month), 0) + one.stands
        assert all(points <= 100 for points in months.values())

    def teardown(self) -> None:
        """Settled all at once and backwards, the ledger is as it was but for what the cap let through."""
        if not hasattr(self, "held"):
            return
        everything = {(kind, id_) for kind, ids in self.ids.items() for id_ in ids}
        self.say(everything)
        entries = len(self.held.find("points_entry"))
        for one in sorted(everything, reverse=True):
            self.say({one})
        assert len(self.held.find("points_entry")) == entries
        check_books(self.held)


def test_the_books_balance_whatever_happens() -> None:
    run_state_machine_as_test(Ledgers, settings=RUNS)
