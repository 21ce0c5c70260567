"""The contractors page on a real plant: a permit is applied for, signed, printed, stopped and closed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget

from desktop.views.contractors import papers
from desktop.views.contractors.company_panel import CompanyPanel
from desktop.views.contractors.member_panel import MemberPanel
from desktop.views.contractors.page import ContractorsPage
from desktop.views.today.counts import counted
from desktop.views.today.facts import gather
from desktop.views.today.line import MINE
from desktop.views.today.lines import lines_of
from desktop.widgets.choice import Choice
from services.core.operation import Actor
from tests.desktop.pages import part, press, shown, toast_text
from tests.desktop.plants import TestPlant, open_workbench, until

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    made.run("zones.draw", floor=floor, name="喷漆车间", zone_class="A", polygon=SQUARE)
    for name in ("张三", "李四", "王五"):
        made.run("people.add", name=name)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, plant: TestPlant, qtmodeltester: Any) -> ContractorsPage:
    made = shown(qtbot, plant, "contractors")
    assert isinstance(made, ContractorsPage)
    qtmodeltester.check(made.table.model)
    return made


def choose(page: ContractorsPage, name: str, value: str) -> None:
    choice = part(page, Choice, name)
    choice.setCurrentIndex(choice.findData(value))


def applied(page: ContractorsPage, plant: TestPlant) -> Any:
    people = {one.name: one.id for one in plant.records("person")}
    press(page, "applyPermit")
    choose(page, "permitWork", "lifting")
    choose(page, "permitWorkLevel", "third")
    press(page, "permitApply")
    assert plant.records("permit") == ()
    choose(page, "permitZone", plant.records("zone")[0].id)
    part(page, QLineEdit, "permitTask").setText("吊装模具")
    choose(page, "permitLeader", people["张三"])
    choose(page, "permitGuardian", people["李四"])
    workers = part(page, QListWidget, "permitWorkers")
    (item,) = [workers.item(n) for n in range(workers.count()) if "王五" in workers.item(n).text()]
    item.setCheckState(item.checkState().Checked)
    press(page, "permitApply")
    (permit,) = plant.records("permit")
    assert (permit.work, permit.work_level, permit.workers) == ("lifting", "third", (people["王五"],))
    return permit


def test_an_empty_page_says_what_comes_here(page: ContractorsPage) -> None:
    assert page.stack.currentIndex() == 3


def test_a_permit_is_applied_for_and_shown_in_its_zone(page: ContractorsPage, plant: TestPlant) -> None:
    permit = applied(page, plant)
    assert page.table.model.rowCount() == 1
    assert page.panel.shown is not None
    assert page.panel.shown.id == permit.id
    press(page, "permitConfirm")
    assert plant.records("permit")[0].open_measures == ()
    press(page, "permit-reject")
    part(page.window(), QLineEdit, "reasonText").setText("改期")
    page.window().findChildren(QLineEdit, "reasonText")[0].textEdited.emit("改期")
    press(page.window(), "reasonSend")
    assert plant.records("permit")[0].stage == "rejected"
    assert page.panel.shown is not None


def test_what_goes_on_is_stopped_and_closed_here_and_hangs_on_paper(
    page: ContractorsPage, plant: TestPlant, tmp_path: Path
) -> None:
    plant.sync()
    hub, people = plant.served.hub, {one.name: one for one in plant.hub_records("person")}
    leader, guardian = (Actor(people[name].id, frozenset(people[name].roles)) for name in ("张三", "李四"))
    times = {"begins_at": hub.now().isoformat(), "ends_at": (hub.now() + timedelta(hours=2)).isoformat()}
    who = {"leader": leader.person, "guardian": guardian.person}
    asked = {"work": "lifting", "work_level": "third", "zone": plant.records("zone")[0].id, "task": "吊装模具"}
    assert hub.do("permits.apply", asked | times | who, leader).ok
    plant.sync()
    (permit,) = plant.records("permit")
    plant.run("permits.confirm", permit=permit.id, confirmed=list(permit.measures))
    plant.sync()
    for signer in (leader, guardian):
        assert hub.do("permits.sign", {"permit": permit.id}, signer).ok
    plant.sync()
    page.table.choose(permit.id)
    press(page, "permitSign")  # who is signed in leads, and the zone has no supervisor
    plant.sync()
    assert plant.records("permit")[0].stage == "approved", toast_text(page)
    assert hub.do("permits.start", {"permit": permit.id}, leader).ok
    plant.sync()
    papers.save_permit(page, permit.id, str(tmp_path / "a.pdf"))
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    press(page, "permit-stop")
    part(page.window(), QLineEdit, "reasonText").setText("大风")
    page.window().findChildren(QLineEdit, "reasonText")[0].textEdited.emit("大风")
    press(page.window(), "reasonSend")
    assert page.panel.shown is not None
    assert page.panel.shown.status == "overdue"
    for tick in page.panel.findChildren(QCheckBox):
        if tick.objectName().startswith("closing-"):
            tick.setChecked(True)
    press(page, "permit-close")
    assert plant.records("permit")[0].stage == "closed"
    until(lambda: page.panel.shown is not None and page.panel.shown.permit.closed_at is not None)
    assert page.panel.shown is not None
    assert page.panel.shown.permit.closed_at - permit.applied_at < timedelta(hours=1)


def standing(panel: CompanyPanel | MemberPanel) -> str:
    assert panel.shown is not None
    return panel.shown.standing


def filled(page: ContractorsPage, **lines: str) -> None:
    for name, text in lines.items():
        part(page, QLineEdit, name).setText(text)


def test_a_company_its_papers_and_the_black_list(page: ContractorsPage, plant: TestPlant) -> None:
    page.show_view("companies")
    assert page.stack.currentIndex() == 4
    press(page, "addCompany")
    filled(page, companyName="华安检修", companyTrade="焊接")
    press(page, "companyAdd")
    (firm,) = plant.records("contractor")
    assert page.company_panel.shown is not None
    filled(page, paperTitle="工伤保险", paperValidUntil="2099-01-01")
    choose(page, "paperPaper", "insurance")
    press(page, "paperAdd")
    assert standing(page.company_panel) == "good"
    assert page.notice.isHidden()
    press(page, "companyBanAsk")
    part(page.window(), QLineEdit, "reasonText").setText("瞒报")
    page.window().findChildren(QLineEdit, "reasonText")[0].textEdited.emit("瞒报")
    press(page.window(), "reasonSend")
    assert plant.records("contractor")[0].ban_reason == "瞒报"
    assert standing(page.company_panel) == "banned"
    assert plant.records("contractor_paper")[0].contractor == firm.id


def test_a_person_is_inducted_and_gets_a_badge(page: ContractorsPage, plant: TestPlant, tmp_path: Path) -> None:
    person = plant.run("people.add", name="外协李工", roles=["contractor"])
    firm = plant.run("contractors.add", name="华安检修")
    page.show_view("people")
    press(page, "addMember")
    choose(page, "memberPerson", person)
    choose(page, "memberContractor", firm)
    press(page, "memberAdd")
    assert page.member_panel.shown is not None
    assert standing(page.member_panel) == "missing"
    press(page, "memberInduct")
    plant.sync()
    assert standing(page.member_panel) == "good"
    press(page, "memberBadge")
    plant.sync()
    until(lambda: plant.records("contractor_person")[0].badge)
    papers.save_badge(page, plant.records("contractor_person")[0].id, str(tmp_path / "b.pdf"))
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")


def test_today_tells_of_papers_that_end_and_leads_to_them(page: ContractorsPage, plant: TestPlant) -> None:
    firm = plant.run("contractors.add", name="华安检修")
    soon = plant.workbench.now().date() + timedelta(days=3)
    paper = {"paper": "insurance", "title": "工伤保险", "valid_until": soon.isoformat()}
    plant.run("contractor_papers.add", contractor=firm, **paper)
    now, state = plant.workbench.now(), plant.workbench.sync_state
    me = plant.workbench.me
    assert me is not None
    facts = plant.workbench.ask(gather, now=now, me=me.id, state=state, unconfirmed=(), hour=None)
    (line,) = [one for one in lines_of(facts) if one.page == "contractors"]
    assert (line.sign, line.part, line.clock) == ("pending", "companies", soon.isoformat())
    assert counted(facts, MINE) == 1
    page.show_only("companies")
    assert page.view == "companies"
    plant.run("plant.set_modules", modules_off=["contractors"])
    facts = plant.workbench.ask(gather, now=now, me=me.id, state=state, unconfirmed=(), hour=None)
    assert [one for one in lines_of(facts) if one.page == "contractors"] == []


def test_a_permits_form_is_ordered_by_dragging_and_has_versions(page: ContractorsPage, plant: TestPlant) -> None:
    page.forms()
    panel = page.rules_panel
    choose(page, "formWork", "lifting")
    part(page, Choice, "formWork").activated.emit(0)
    lines = panel._lists["measures"]
    first = lines.list.item(0).text()
    press(page, "measuresDown")
    press(page, "measuresAdd")
    part(page, QLineEdit, "measures-text").setText("对讲机已试")
    part(page, QLineEdit, "measures-text").textEdited.emit("对讲机已试")
    press(page, "rulesSave")
    (form,) = plant.records("permit_form")
    assert (form.version, form.work, form.measures[-1]) == (2, "lifting", "对讲机已试")
    assert form.measures[:2] == ("crane_checked", "lifting_plan"), "built-in lines keep their codes"
    assert first
    assert applied(page, plant).form_version == 2


def test_the_plants_figures_about_contractors_are_set(page: ContractorsPage, plant: TestPlant) -> None:
    page.figures()
    part(page, QLineEdit, "contractorWarnDays").setText("60, 14")
    press(page, "rulesSave")
    (rules,) = plant.records("contractor_policy")
    assert (rules.warn_days, rules.permit_minutes) == ((60, 14), 60)
