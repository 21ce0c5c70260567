"""The points page on a real plant: the hub gives what was earned, the page says why, figures and hands are moved."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from desktop import words
from desktop.models.record_table import RecordTable
from desktop.views.points.page import PointsPage
from desktop.views.points.ranking import called
from desktop.widgets.table import Table
from services.core.operation import Actor
from services.core.roles import Role
from services.core.scores import Counted
from services.store.queries.due_today import due_today
from tests.desktop.pages import part, shown, toast_text
from tests.desktop.plants import TestPlant, until
from tests.services.hub.living import SQUARE


class Staff:
    """A worker, a fixer and an officer of the plant, who work at the hub."""

    def __init__(self, plant: TestPlant) -> None:
        self.plant, self.hub = plant, plant.served.hub
        team = plant.run("teams.add", name="机修班")
        floor = plant.run("floors.add", name="一层", width_m=60, height_m=40)
        drawn = {"floor": floor, "name": "冲压车间", "zone_class": "B", "polygon": SQUARE, "team": team}
        self.zone = plant.run("zones.draw", **drawn)
        self.worker = plant.run("people.add", name="马超", team=team)
        self.fixer = plant.run("people.add", name="赵刚", roles=["fixer"], team=team)
        self.officer = plant.run("people.add", name="孙丽", roles=["safety_officer"])
        plant.sync()
        until(lambda: bool(plant.hub_records("points_account")))

    def by(self, role: Role, who: str, kind: str, **args: Any) -> str:
        answer = self.hub.do(kind, args, Actor(who, frozenset({role})))
        assert answer.ok, answer.refused
        return answer.id

    def reviewed(self) -> str:
        """A hazard of the worker's that the officer has passed; the hub has given points for it."""
        before, after = (self.hub.blobs.put_bytes(text) for text in (b"before", b"after"))
        shown = {"zone": self.zone, "photos": [before], "description": "护罩缺失", "category": "guarding"}
        hazard = self.by(Role.WORKER, self.worker, "hazards.report", **shown)
        self.by(Role.FIXER, self.fixer, "hazards.submit_fix", hazard=hazard, photos=[after])
        self.by(Role.SAFETY_OFFICER, self.officer, "hazards.approve", hazard=hazard)
        until(lambda: bool(self.plant.hub_records("points_entry")))
        self.plant.sync()
        return hazard


@pytest.fixture
def staff(plant: TestPlant) -> Staff:
    return Staff(plant)


@pytest.fixture
def page(qtbot: Any, plant: TestPlant, staff: Staff) -> PointsPage:
    made = shown(qtbot, plant, "points")
    assert isinstance(made, PointsPage)
    return made


def rows(table: Table) -> list[Any]:
    assert isinstance(table.model, RecordTable)
    return list(table.model.rows)


def texts(page: PointsPage, name: str) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel, name) if one.isVisible()]


def test_what_was_earned_is_ranked_and_explained_and_leads_to_its_hazard(page: PointsPage, staff: Staff) -> None:
    assert page.ranking.stack.currentIndex() == 2
    hazard = staff.reviewed()
    [row] = rows(page.ranking.people)
    assert (row.place, row.name, row.earned, row.balance) == (1, "马超", 10, 10)
    page.ranking.people.view.selectRow(0)
    assert texts(page, "entrySaid") == ["有效一般隐患"]
    assert texts(page, "entryPoints") == ["+10"]
    assert any("护罩缺失" in one.text() for one in page.panel.findChildren(QLabel))
    wanted: list[tuple[str, str, str]] = []
    page.record_wanted.connect(lambda *one: wanted.append(one))
    part(page, QPushButton, "entryLook").click()
    assert wanted == [("hazard", hazard, "")]
    part(page, QPushButton, "rank-team").click()
    [group] = rows(page.ranking.groups)
    assert (group.name, group.people, group.earned, group.each) == ("机修班", 2, 10, 5.0)


def test_who_wishes_so_stands_under_a_pseudonym(page: PointsPage, staff: Staff, plant: TestPlant) -> None:
    staff.reviewed()
    staff.by(Role.WORKER, staff.worker, "points.show_as", hidden=True)
    plant.sync()
    [row] = rows(page.ranking.people)
    assert (row.name, row.alias) == ("", 1)
    assert "001" in called(row)


def test_points_by_hand_are_approved_by_somebody_else(page: PointsPage, staff: Staff, plant: TestPlant) -> None:
    staff.reviewed()
    page.ranking.people.view.selectRow(0)
    part(page, QPushButton, "pointsByHand").click()
    part(page, QPushButton, "byHandSend").click()
    assert "积分" in toast_text(page)
    part(page, QLineEdit, "byHandPoints").setText("-3")
    part(page, QLineEdit, "byHandReason").setText("误判更正")
    part(page, QPushButton, "byHandSend").click()
    plant.sync()
    other = staff.by(Role.SAFETY_OFFICER, staff.officer, "adjustments.propose", person=staff.worker, points=20,
                     reason="改进建议")  # fmt: skip
    plant.sync()
    part(page, QPushButton, "points-by_hand").click()
    own = next(one.id for one in rows(page.by_hand.table) if one.id != other)
    page.by_hand.table.choose(own)
    assert not page.findChildren(QPushButton, "byHandApprove")
    page.by_hand.table.choose(other)
    part(page, QPushButton, "byHandApprove").click()
    plant.sync()
    [account] = plant.hub_records("points_account", id=staff.worker)
    assert account.balance == 30


def test_figures_are_saved_for_what_comes(page: PointsPage, staff: Staff, plant: TestPlant) -> None:
    staff.reviewed()
    part(page, QPushButton, "points-figures").click()
    assert words.say("field.points_rules.training") in {one.text() for one in page.figures.findChildren(QCheckBox)}
    part(page, QLineEdit, "pointsHazardGeneral").setText("15")
    part(page, QPushButton, "pointsSave").click()
    plant.sync()
    [rules] = plant.hub_records("points_rules")
    assert (rules.hazard_general, rules.inspection) == (15, 2)


def test_a_rule_has_a_switch_of_its_own_and_the_page_says_who_changed_it(
    page: PointsPage, staff: Staff, plant: TestPlant
) -> None:
    staff.reviewed()
    part(page, QPushButton, "points-figures").click()
    texts = " ".join(one.text() for one in page.figures.findChildren(QLabel))
    assert "1 times in the last 30 days: 10 points" in texts
    assert "Nobody yet" in texts
    part(page, QCheckBox, "earns-hazard_general").click()
    assert not part(page, QLineEdit, "pointsHazardGeneral").isEnabled()
    part(page, QPushButton, "pointsSave").click()
    plant.sync()
    page.refresh()
    changed = [one.text() for one in page.figures.findChildren(QLabel, "rulesChange")]
    assert any("停用的规则" in one and "有效一般隐患" in one for one in changed)
    staff.reviewed()
    [account] = plant.hub_records("points_account", id=staff.worker)
    assert account.balance == 10  # of before; what was reviewed since earned nothing
    part(page, QLineEdit, "badgeFinder").setText("1")
    part(page, QPushButton, "badgeSave").click()
    plant.sync()
    [badges] = plant.hub_records("badge_rules")
    assert (badges.finder, badges.steady) == (1, 50)


def test_goods_are_kept_and_what_was_redeemed_is_approved(
    page: PointsPage, staff: Staff, plant: TestPlant, tmp_path: Path
) -> None:
    clerk = plant.run("people.add", name="唐敏", roles=["shop_clerk"])
    staff.reviewed()
    part(page, QPushButton, "points-goods").click()
    part(page, QPushButton, "addGoods").click()
    part(page, QPushButton, "saveGoods").click()
    assert "名称" in toast_text(page)
    file = tmp_path / "gloves.png"
    Image.new("RGB", (320, 200), "#4B6B8A").save(file)
    page.goods.panel.take_picture(str(file))
    until(lambda: not page.goods.panel.shown.pixmap().isNull())
    for name, text in (("goodsName", "防割手套"), ("goodsPrice", "8"), ("goodsSizes", "M L")):
        part(page, QLineEdit, name).setText(text)
    part(page, QPushButton, "saveGoods").click()
    plant.sync()
    [reward] = plant.hub_records("reward")
    assert (reward.name, reward.price, reward.sizes, reward.shelf) == ("防割手套", 8, ("M", "L"), "ppe")
    staff.by(Role.SHOP_CLERK, clerk, "stock.take_in", reward=reward.id, size="M", pieces=3)
    staff.by(Role.EHS_MANAGER, plant.workbench.me.id if plant.workbench.me else "", "points_rules.set", approve_over=5)
    one = staff.by(Role.WORKER, staff.worker, "redemptions.redeem", reward=reward.id, size="M")
    plant.sync()
    [goods] = rows(page.goods.table)
    assert (goods.on_hand, goods.held, goods.free) == (3, 1, ("M",))
    part(page, QPushButton, "points-orders").click()
    page.orders.table.choose(one)
    part(page, QPushButton, "orderCancel").click()
    assert "why" in toast_text(page)
    part(page, QPushButton, "orderApprove").click()
    plant.sync()
    assert plant.hub_records("redemption")[0].course == "ready"
    part(page, QLineEdit, "orderReason").setText("供应商停产")
    part(page, QPushButton, "orderCancel").click()
    plant.sync()
    assert plant.hub_records("redemption")[0].course == "cancelled"
    assert [one.held for one in plant.hub_records("stock")] == [0]


def test_a_count_that_is_far_off_is_decided_by_a_second_person(
    page: PointsPage, staff: Staff, plant: TestPlant
) -> None:
    clerk = plant.run("people.add", name="唐敏", roles=["shop_clerk"])
    plant.sync()
    given = {"name": "安全鞋", "shelf": "ppe", "price": 80, "cost": 150.0}
    shoes = staff.by(Role.SAFETY_OFFICER, staff.officer, "rewards.add", **given)
    staff.by(Role.SHOP_CLERK, clerk, "stock.take_in", reward=shoes, pieces=10)
    staff.by(Role.SHOP_CLERK, clerk, "stock.count", reward=shoes, counted=8, note="年中盘点")
    plant.sync()
    due = plant.workbench.ask(due_today, me=plant.workbench.me, now=plant.workbench.now())
    assert [one.name for one in due.counts] == ["唐敏"]
    part(page, QPushButton, "points-goods").click()
    page.goods.table.choose(shoes)
    assert "−2 (¥300.00)" in part(page, QLabel, "stockCountSaid").text()
    part(page, QPushButton, "stockCountDecline").click()
    assert "why" in toast_text(page)
    assert plant.hub_records("stock")[0].on_hand == 10
    part(page, QPushButton, "stockCountApprove").click()
    plant.sync()
    assert (plant.hub_records("stock")[0].on_hand, plant.hub_records("stock_count")[0].standing) == (8, "approved")


def test_other_weights_are_tried_before_they_hold(page: PointsPage, staff: Staff, plant: TestPlant) -> None:
    works = plant.run("departments.add", name="生产部")
    part(page, QPushButton, "points-scores").click()
    [row] = rows(page.scores.table)
    assert (row.id, row.rate, row.counted.due) == (works, None, 0)
    page.scores._rows = (replace(row, counted=Counted(on_time=3, late=1)),)
    part(page, QPushButton, "scoreWeights").click()
    part(page, QLineEdit, "scoreLate").setText("0.9")
    [tried] = rows(page.scores.table)
    assert (round(tried.rate, 1), tried.bonus) == (97.5, 1.2)
    assert plant.hub_records("score_rules") == ()
    part(page, QPushButton, "scoreSave").click()
    plant.sync()
    [rules] = plant.hub_records("score_rules")
    assert (rules.late, rules.on_time) == (0.9, 1.0)


def test_what_looks_odd_is_decided_and_what_was_drawn_is_answered(
    page: PointsPage, staff: Staff, plant: TestPlant
) -> None:
    me = plant.workbench.me
    assert me is not None
    staff.by(Role.EHS_MANAGER, me.id, "doubt_rules.set", recheck_percent=100)
    hazard = staff.reviewed()
    [again] = plant.hub_records("recheck")
    assert again.assigned == me.id  # the manager alone had no part in it
    part(page, QPushButton, "points-checks").click()
    part(page, QPushButton, "check-rechecks").click()
    page.checks.rechecks.choose(again.id)
    part(page, QPushButton, "recheckWrong").click()
    assert "seen" in toast_text(page)
    part(page, QLineEdit, "recheckNote").setText("护罩没有装上")
    part(page, QPushButton, "recheckWrong").click()
    plant.sync()
    part(page, QPushButton, "check-doubts").click()
    [row] = rows(page.checks.doubts)
    assert (row.doubt.why, row.names, row.points) == ("recheck_failed", ("马超",), 10)
    page.checks.doubts.choose(row.id)
    assert "随机抽查" in part(page, QLabel, "doubtSaid").text()
    part(page, QLineEdit, "doubtReason").setText("现场核对，护罩未安装")
    part(page, QPushButton, "doubtUphold").click()
    plant.sync()
    [account] = plant.hub_records("points_account", id=staff.worker)
    assert account.balance == 0
    part(page, QPushButton, "points-ranking").click()
    page.panel.show_account(staff.worker)
    assert any("护罩未安装" in one.text() for one in page.panel.findChildren(QLabel))
    part(page, QPushButton, "points-checks").click()
    part(page, QPushButton, "doubtRules").click()
    part(page, QLineEdit, "doubtRulesRecheckPercent").setText("20")
    part(page, QPushButton, "doubtRulesSave").click()
    plant.sync()
    assert [one.recheck_percent for one in plant.hub_records("doubt_rules")] == [20]
    assert plant.hub_records("hazard", id=hazard)


def test_a_frozen_month_is_printed_and_exported(
    page: PointsPage, staff: Staff, plant: TestPlant, tmp_path: Path
) -> None:
    department = plant.run("departments.add", name="冲压车间")
    plant.run("people.set_department", person=staff.worker, department=department)
    plant.sync()
    me = plant.workbench.me
    assert me is not None
    part(page, QPushButton, "points-scores").click()
    month = page.scores.shown
    papers = page.scores.papers
    papers.save("payroll", str(tmp_path / "pay.csv"))
    assert month in toast_text(page)
    assert not (tmp_path / "pay.csv").exists()
    staff.by(Role.EHS_MANAGER, me.id, "department_scores.freeze", month=month)
    plant.sync()
    for paper in ("board", "payroll"):
        papers.save(paper, str(tmp_path / f"{paper}.pdf"))
    assert (tmp_path / "board.pdf").read_bytes().startswith(b"%PDF")
    papers.save("certificate", str(tmp_path / "certificate.pdf"))
    assert month in toast_text(page)  # nobody has earned one
