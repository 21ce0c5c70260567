"""The shop: points and a piece are reserved together, approved where they cost much, handed out by the slip alone."""

from dataclasses import replace

import pytest

from services.core.operation import SYSTEM
from services.core.redemptions import sealed_text
from services.core.roles import Role
from tests.makers import Held, department, person, plant, points_account, points_entry, refused, reward, team
from tests.services.core.points_books import check_books

PRODUCTION, STORES = department(), department(name="仓储部")
CREW = team(department=PRODUCTION.id)
BUYER, OTHER = person(team=CREW.id), person()
CLERK, BOSS, OFFICER = person(Role.SHOP_CLERK), person(Role.EHS_MANAGER), person(Role.SAFETY_OFFICER)
HEAD = person(Role.DEPARTMENT_MANAGER, department=PRODUCTION.id)
STRANGER = person(Role.DEPARTMENT_MANAGER, department=STORES.id)
GLOVES = reward(sizes=("M", "L"), price=30, cost=12.0)
BIKE = reward(name="自行车", shelf="commendation", price=400, cost=300.0)


@pytest.fixture
def held() -> Held:
    people = (BUYER, OTHER, CLERK, BOSS, OFFICER, HEAD, STRANGER)
    made = Held(plant(), PRODUCTION, STORES, CREW, *people, GLOVES, BIKE)
    made.do("points.begin", {}, SYSTEM)
    give(made, BUYER, 500)
    made.do("stock.take_in", {"reward": GLOVES.id, "size": "M", "pieces": 2}, CLERK)
    made.do("stock.take_in", {"reward": BIKE.id, "pieces": 1, "cost": 280.0}, CLERK)
    return made


def give(held, who, points):
    """Somebody has earned points, as it is written."""
    budget = held.get("points_account", "budget")
    held.add(
        replace(budget, balance=budget.balance - points),
        points_account(id=who.id, balance=points, lifetime=points),
        points_entry(payee=who.id, points=points, at=held.now),
    )


def redeem(held, what=GLOVES, size="M", who=BUYER):
    held.do("redemptions.redeem", {"reward": what.id, "size": size}, who)
    return max(held.find("redemption"), key=lambda one: one.at)


def code_of(held, one):
    return held.gifts.seal(sealed_text(one.id))[1]


def stands(held, who=BUYER, what=GLOVES):
    [stock] = held.find("stock", reward=what.id)
    reserve = held.get("points_account", what.id)
    return held.get("points_account", who.id).balance, reserve.balance if reserve else 0, stock.on_hand, stock.held


def test_points_and_a_piece_are_reserved_together_and_handed_out_together(held):
    one = redeem(held)
    assert (one.course, one.points, one.number) == ("ready", 30, "DH-20260302-0001")
    assert stands(held) == (470, 30, 2, 1)
    held.do("redemptions.hand_out", {"redemption": one.id, "code": code_of(held, one)}, CLERK)
    assert stands(held) == (470, 0, 1, 0)
    assert held.get("points_account", BUYER.id).lifetime == 500
    check_books(held)
    [move] = held.find("stock_move", redemption=one.id)
    assert (move.pieces, move.cost, move.movement) == (-1, 12.0, "redeemed")
    assert [one.message for one in held.told][-1] == "redemption_handed_out"


def test_cancelled_both_go_back(held):
    one = redeem(held)
    assert refused(held.do, "redemptions.cancel", {"redemption": one.id}, OTHER) == "not_yours_to_cancel"
    held.do("redemptions.cancel", {"redemption": one.id}, BUYER)
    assert stands(held) == (500, 0, 2, 0)
    given = {"redemption": one.id, "code": code_of(held, one)}
    assert refused(held.do, "redemptions.hand_out", given, CLERK) == "redemption_over"
    check_books(held)


def test_the_ehs_manager_cancels_with_a_reason(held):
    one = redeem(held)
    assert refused(held.do, "redemptions.cancel", {"redemption": one.id}, BOSS) == "reason_needed"
    held.do("redemptions.cancel", {"redemption": one.id, "reason": "供应商停产"}, BOSS)
    assert stands(held) == (500, 0, 2, 0)


def test_what_costs_much_waits_for_an_approval(held):
    one = redeem(held, BIKE, "")
    assert one.course == "waiting"
    given = {"redemption": one.id, "code": code_of(held, one)}
    assert refused(held.do, "redemptions.hand_out", given, CLERK) == "approval_needed"
    assert held.told[-1].people == (HEAD.id, BOSS.id)
    for who, code in ((STRANGER, "may_not_approve"), (person(Role.EHS_MANAGER, Role.SHOP_CLERK), "clerk_may_not")):
        held.add(who)
        assert refused(held.do, "redemptions.approve", {"redemption": one.id}, who) == code
    held.do("redemptions.approve", {"redemption": one.id}, HEAD)
    held.do("redemptions.hand_out", given, CLERK)
    assert stands(held, what=BIKE) == (100, 0, 0, 0)
    check_books(held)


def test_who_manages_a_department_does_not_approve_for_themselves(held):
    give(held, HEAD, 400)
    one = redeem(held, BIKE, "", HEAD)
    assert refused(held.do, "redemptions.approve", {"redemption": one.id}, HEAD) == "not_for_yourself"
    held.do("redemptions.decline", {"redemption": one.id, "reason": "本月名额已满"}, BOSS)
    assert stands(held, HEAD, BIKE) == (400, 0, 1, 0)


@pytest.mark.parametrize(
    ("who", "code"),
    [
        (BOSS, "not_allowed"),
        (CLERK, "not_allowed"),
        (person(Role.WORKER, Role.SHOP_CLERK), "clerk_may_not"),
        (person(Role.SAFETY_OFFICER, Role.EHS_MANAGER), "manager_may_not_redeem"),
        (person(Role.CONTRACTOR), "not_allowed"),
        (OTHER, "points_too_few"),
    ],
)
def test_who_may_not_redeem(held, who, code):
    held.add(who)
    assert refused(redeem, held, GLOVES, "M", who) == code
    assert held.find("redemption") == ()


def test_nothing_is_sold_that_is_not_there(held):
    give(held, OTHER, 100)
    redeem(held)
    redeem(held)
    assert refused(redeem, held) == "out_of_stock"
    assert refused(redeem, held, GLOVES, "XL") == "no_such_size"
    held.do("rewards.retire", {"reward": BIKE.id}, OFFICER)
    assert refused(redeem, held, BIKE, "") == "reward_retired"
    check_books(held)


def test_only_the_slip_opens_the_counter_and_nobody_serves_themselves(held):
    one = redeem(held)
    assert refused(held.do, "redemptions.hand_out", {"redemption": one.id, "code": "x"}, CLERK) == "slip_wrong"
    given = {"redemption": one.id, "code": code_of(held, one)}
    assert code_of(held, one) not in str(held.get("redemption", one.id))
    mine = replace(BUYER, roles=(Role.SHOP_CLERK, Role.WORKER))
    held.add(mine)
    assert refused(held.do, "redemptions.hand_out", given, mine) == "not_for_yourself"
    assert refused(held.do, "redemptions.hand_out", given, OFFICER) == "not_allowed"


def test_another_price_holds_for_what_comes(held):
    one = redeem(held)
    held.do("rewards.change", {"reward": GLOVES.id, "price": 90}, OFFICER)
    held.do("redemptions.cancel", {"redemption": one.id}, BUYER)
    assert stands(held)[0] == 500
    assert redeem(held).points == 90
    check_books(held)


def test_the_stock_book_tells_every_piece(held):
    one = redeem(held)
    count = {"reward": GLOVES.id, "size": "M", "counted": 0}
    assert refused(held.do, "stock.count", count, CLERK) == "count_below_held"
    held.do("stock.count", count | {"counted": 1, "note": "年中盘点"}, CLERK)
    out = {"reward": GLOVES.id, "size": "M", "pieces": 1, "note": "破损"}
    assert refused(held.do, "stock.take_out", out, CLERK) == "stock_too_few"
    held.do("stock.take_in", {"reward": GLOVES.id, "size": "M", "pieces": 4}, CLERK)
    held.do("stock.take_out", out, CLERK)
    held.do("redemptions.hand_out", {"redemption": one.id, "code": code_of(held, one)}, CLERK)
    [stock] = held.find("stock", reward=GLOVES.id)
    assert stock.on_hand == sum(move.pieces for move in held.find("stock_move", reward=GLOVES.id)) == 3
    assert refused(held.do, "stock.take_in", {"reward": GLOVES.id, "pieces": 1}, CLERK) == "no_such_size"


def test_a_difference_worth_much_waits_for_a_second_person(held):
    held.do("rewards.change", {"reward": GLOVES.id, "cost": 150.0}, OFFICER)
    [stock] = [one for one in held.find("stock", reward=GLOVES.id) if one.size == "M"]
    count = {"reward": GLOVES.id, "size": "M", "counted": stock.on_hand + 1}
    held.do("stock.count", count, CLERK)  # 150 yuan: at once
    held.do("stock.count", count | {"counted": stock.on_hand + 3}, CLERK)
    assert held.get("stock", stock.id).on_hand == stock.on_hand + 1
    first = held.do("stock.count", count | {"counted": stock.on_hand + 4}, CLERK)
    assert [one.id for one in held.find("stock_count", standing="proposed")] == [first.id]  # the later one counts
    both = replace(OFFICER, id=CLERK.id)
    assert refused(held.do, "stock_counts.approve", {"stock_count": first.id}, both) == "counted_yourself"
    assert refused(held.do, "stock_counts.approve", {"stock_count": first.id}, CLERK) == "not_allowed"
    held.do("stock.take_in", {"reward": GLOVES.id, "size": "M", "pieces": 2}, CLERK)
    held.do("stock_counts.approve", {"stock_count": first.id}, OFFICER)
    assert held.get("stock", stock.id).on_hand == stock.on_hand + 6  # what came since the count stays
    assert refused(held.do, "stock_counts.decline", {"stock_count": first.id, "reason": "不"}, OFFICER) == (
        "decided_already"
    )
    held.do("points_rules.set", {"count_over": 10_000}, BOSS)
    held.do("stock.count", count, CLERK)
    assert held.get("stock", stock.id).on_hand == stock.on_hand + 1
    moves = [one for one in held.find("stock_move", reward=GLOVES.id) if one.size == "M"]
    assert sum(one.pieces for one in moves) == held.get("stock", stock.id).on_hand


def test_the_catalogue_is_kept_by_the_office(held):
    given = {"name": "防护手套", "shelf": "ppe", "price": 10}
    assert refused(held.do, "rewards.add", given, OFFICER) == "name_taken"
    assert refused(held.do, "rewards.add", given, CLERK) == "not_allowed"
    assert refused(held.do, "rewards.add", given | {"name": "x", "sizes": ["M", "M"]}, OFFICER) == "sizes_wrong"
    held.do("rewards.retire", {"reward": GLOVES.id}, OFFICER)
    assert refused(held.do, "rewards.change", {"reward": GLOVES.id, "price": 5}, OFFICER) == "reward_retired"
    held.do("rewards.restore", {"reward": GLOVES.id}, OFFICER)
    assert refused(held.do, "rewards.restore", {"reward": GLOVES.id}, OFFICER) == "reward_in_catalogue"
