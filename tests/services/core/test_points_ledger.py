"""Random months of a plant's points: hazards reviewed, returned, merged and parted, figures changed, points moved by
hand, redeemed, cancelled and handed out, doubted and re-checked, claimed by slip. The books always balance, and
settling twice comes to the same."""

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
from services.core.points_claims import ticket_text
from services.core.points_rules import EARNING_RULES
from services.core.redemptions import OPEN, sealed_text
from services.core.roles import Role
from tests.makers import Held, hazard, inspection, person, plant, refused, reward
from tests.services.core.points_books import check_books

FULL = bool(os.environ.get("ANHUAN_FULL"))
RUNS = settings(
    max_examples=3000 if FULL else 150,
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

    @initialize(cap=st.sampled_from((0, 7, 25, 100)), percent=st.sampled_from((0, 100)))
    def begin(self, cap: int, percent: int) -> None:
        self.held = Held(plant(), *WORKERS, OFFICER, BOSS)
        self.held.do("points.begin", {}, SYSTEM)
        self.held.do("points_rules.set", {"month_cap": cap, "approve_over": 20}, BOSS)
        self.held.do("doubt_rules.set", {"recheck_percent": percent}, BOSS)
        found = [hazard(reporter=WORKERS[number % 3].id) for number in range(6)]
        made = [inspection(by=WORKERS[number % 3].id, at=self.held.now) for number in range(6)]
        self.ids = {"hazard": [one.id for one in found], "inspection": [one.id for one in made], "points_claim": []}
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

    @rule(off=st.sets(st.sampled_from(EARNING_RULES), max_size=2))
    def switches(self, off: set[str]) -> None:
        self.held.do("points_rules.set", {"rules_off": sorted(off)}, BOSS)

    @rule(at=st.integers(0, 50), verdict=st.sampled_from(("fine", "upheld", "upheld")), alone=st.booleans())
    def doubt(self, at: int, verdict: str, alone: bool) -> None:
        found = [one for one in self.held.find("earning") if one.source_kind != "points_claim"]
        if found:
            one = found[at % len(found)]
            others = () if alone else tuple(self.ids[one.source_kind])
            about = {"kind": one.source_kind, "about": sorted({one.source, *others}), "people": [one.person]}
            id_ = f"doubt {one.id} {alone}"
            self.held.do("points_doubts.raise", {"doubt": id_, "why": "same_photo", **about}, SYSTEM)
            self.decide(id_, verdict, OFFICER)

    @rule(at=st.integers(0, 50), verdict=st.sampled_from(("fine", "upheld")), by=st.sampled_from((OFFICER, BOSS)))
    def think_again(self, at: int, verdict: str, by: Any) -> None:
        known = self.held.find("points_doubt")
        if known:
            self.decide(known[at % len(known)].id, verdict, by)

    def decide(self, doubt: str, verdict: str, by: Any) -> None:
        given = {"points_doubt": doubt, "verdict": verdict, "reason": "已核实"}
        assert refused(self.held.do, "points_doubts.decide", given, by) in (None, "decided_already")

    @rule(at=st.integers(0, 50), result=st.sampled_from(("confirmed", "not_confirmed")))
    def look_again(self, at: int, result: str) -> None:
        known = self.held.find("recheck", result="due")
        if known:
            given = {"recheck": known[at % len(known)].id, "result": result, "note": "现场不符"}
            assert refused(self.held.do, "rechecks.answer", given, OFFICER) in (None, "not_for_yourself")

    @rule(who=st.sampled_from(WORKERS), nonce=which, parts=st.integers(1, 3), major=st.booleans())
    def claim(self, who: Any, nonce: int, parts: int, major: bool) -> None:
        which_rule = "hazard_major" if major else "hazard_general"
        sealed = self.held.gifts.seal(ticket_text(which_rule, parts, f"n{nonce}"))[1]
        before = self.held.find("points_claim", nonce=f"n{nonce}")
        given = {"ticket": f"{which_rule}.{parts}.n{nonce}.{sealed}"}
        assert refused(self.held.do, "points_claims.claim", given, who) == ("claimed_already" if before else None)
        [made] = self.held.find("points_claim", nonce=f"n{nonce}")
        if not before:
            self.ids["points_claim"].append(made.id)
        self.say({("points_claim", made.id)})

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
    def who_is_barred_has_none(self) -> None:
        for bar in self.held.find("points_bar"):
            mine = self.held.find("earning", source=bar.source, person=bar.person)
            assert bar.lifted_at is not None or all(one.stands == 0 for one in mine)

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
