"""Dispatch from end to end: routes put in order by hand, an example tried, and a report by a phone goes where the
example said; the pool, handing over, and somebody who is away. A real console, a real hub, a real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from services.demo.scenes import draw
from tests.acceptance.consoles import Console, desk
from tests.acceptance.phones import Phone
from tests.acceptance.test_first_loop import shown
from tests.acceptance.wires import HubProcess, hub_process, wait_for
from tests.services.hub.living import living_plant

pytestmark = pytest.mark.acceptance
BOSS, ELECTRICIAN, DEPUTY = "周敏", "钱电", "马超"


class Place:
    """The plant with its hub, the boss's console and a phone that may do all that phones do."""

    def __init__(self, hub: HubProcess, console: Console, phone: Phone, label: str, codes: dict[str, str]) -> None:
        self.hub, self.console, self.phone, self.label, self.codes = hub, console, phone, label, codes

    def hazards(self) -> dict[str, dict[str, Any]]:
        return {one["number"]: one for one in shown("hazards", self.hub.data)}

    def person(self, name: str) -> str:
        return next(str(one["id"]) for one in shown("people", self.hub.data) if one["name"] == name)

    def report(self, category: str, line: str, folder: Path) -> str:
        """A report by the label, without a name; its number."""
        photo = folder / f"{line}.jpg"
        photo.write_bytes(draw("press", line, "2号冲床", safe=False))
        self.phone.open(f"{self.hub.url}/z/{self.label}")
        self.phone.shoot("#camera", photo)
        self.phone.page.locator("#form").wait_for(state="visible")
        self.phone.tap(f"label.tile:has(input[value={category}])")
        self.phone.write("#line", line)
        self.phone.tap("#send")
        return self.phone.text("#receipt .number").strip()

    def chosen(self, number: str) -> None:
        """The hazard, chosen in the list of the console."""
        self.console.click("nav-hazards")
        self.console.until("rows", lambda rows: any(number in cell for row in rows for cell in row), name="hazardTable")
        self.console.do("row", name="hazardTable", text=number)

    def sign_in(self, name: str) -> None:
        self.phone.open(f"{self.hub.url}/s?next=/m")
        self.phone.write("[name=login]", name)
        self.phone.write("[name=secret]", self.codes[name])
        self.phone.tap("[type=submit]")
        self.phone.page.wait_for_url("**/m")


@pytest.fixture
def place(tmp_path: Path, phone: Phone) -> Iterator[Place]:
    made = living_plant(tmp_path / "plant")
    crew = made.do("teams.add", name="电气班").id
    made.people[ELECTRICIAN] = made.do("people.add", name=ELECTRICIAN, roles=["fixer"], team=crew).id
    codes, boss = {DEPUTY: made.code(DEPUTY)}, str(made.manager.person)
    made.served.stop()
    with hub_process(tmp_path / "plant") as hub, desk(hub.client(boss), boss, hub.url, tmp_path / "desk") as console:
        yield Place(hub, console, phone, made.label, codes)


def add_route(console: Console, target: str, category: str) -> None:
    console.click("addRoute")
    console.choose("routeTarget", target)
    console.choose("routeCategory", category)
    console.click("routeSave")
    console.until("items", lambda items: any(target in one for one in items), name="routes")


def example(console: Console, category: str, wanted: str) -> None:
    console.choose("tryCategory", category)
    console.until("text", wanted, name="tryAnswer")


def test_a_report_goes_where_the_example_said_and_on_from_there(place: Place, tmp_path: Path) -> None:
    console = place.console
    console.click("nav-hazards")
    console.click("nav-dispatch")
    add_route(console, ELECTRICIAN, "用电")
    add_route(console, "机修班", "用电")
    example(console, "用电", "机修班")
    console.until("notes", lambda notes: any("永远不会用到" in one for one in notes), name="routes")
    console.do("reorder", name="routes", row=1, to=0)
    example(console, "用电", ELECTRICIAN)

    number = place.report("electrical", "配电柜门敞开", tmp_path)
    sent = place.hazards()[number]
    assert (sent["assignee"], sent["why"]) == (place.person(ELECTRICIAN), "route_person")

    place.chosen(number)
    console.click("panelRelease")
    wait_for(lambda: place.hazards()[number]["why"] == "pool")
    place.sign_in(DEPUTY)
    place.phone.tap(f".pool a:has-text('{number}')")
    place.phone.tap(".take")
    taken = wait_for(lambda: one if (one := place.hazards()[number])["why"] == "taken" else None)
    assert (taken["state"], taken["assignee"]) == ("fixing", place.person(DEPUTY))

    place.chosen(number)
    console.until("text", DEPUTY, name="panelHandOver")
    console.click("panelHandOver")
    console.choose("whomToPerson", ELECTRICIAN)
    console.click("whomSend")
    wait_for(lambda: place.hazards()[number]["assignee"] == place.person(ELECTRICIAN))

    console.click("nav-people")
    console.do("row", name="peopleTable", text=ELECTRICIAN)
    console.click("absenceAsk")
    console.choose("absenceDeputy", DEPUTY)
    console.click("absenceSave")
    console.until("text", "1 条待整改隐患", name="absenceLeft")
    console.click("absenceHand")
    wait_for(lambda: place.hazards()[number]["assignee"] == place.person(DEPUTY))

    console.click("nav-hazards")
    console.click("nav-dispatch")
    example(console, "用电", f"{ELECTRICIAN} 缺勤，由 {DEPUTY} 代理")
    second = place.report("electrical", "线缆破损拖地", tmp_path)
    sent = place.hazards()[second]
    assert (sent["assignee"], sent["why"]) == (place.person(DEPUTY), "deputy")
    place.phone.open(f"{place.hub.url}/m")
    assert ELECTRICIAN in place.phone.text(".away")

    console.click("nav-people")
    console.do("row", name="peopleTable", text=ELECTRICIAN)
    console.click("absenceEnd1")
    wait_for(lambda: shown("absences", place.hub.data)[0]["ended_at"])
    third = place.report("electrical", "插座松动", tmp_path)
    assert place.hazards()[third]["assignee"] == place.person(ELECTRICIAN)
    console.click("nav-journal")
    rows = console.until("rows", lambda rows: any("回岗" in cell for row in rows for cell in row), name="journalTable")
    told = ["\t".join(row) for row in rows]
    assert [ELECTRICIAN in one for one in told if "回岗" in one] == [True]
    assert any(f"代理人：{DEPUTY}" in one for one in told)
