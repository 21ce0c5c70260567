"""The directory of WeCom and DingTalk, read from servers that answer as the real ones do, shown before it changes
anything, and carried out as far as somebody has ticked it."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from services.hub import signing
from services.store import secret_box
from tests.services.alerts.providers import DING_FORBIDDEN, OK, Heard, Provider, provider
from tests.services.hub.living import Living, living_plant

UNITS = [
    {"id": 1, "name": "江南精密", "parentid": 0, "department_leader": ["boss"]},
    {"id": 2, "name": "安全部", "parentid": 1, "department_leader": ["sunli"]},
    {"id": 3, "name": "机加车间", "parentid": 1, "department_leader": []},
    {"id": 31, "name": "甲班", "parentid": 3, "department_leader": ["zhaogang"]},
]


def member(userid: str, name: str, unit: int, no: str = "", **more: Any) -> dict[str, Any]:
    attrs = [{"name": "工号", "text": {"value": no}}] if no else []
    return {
        "userid": userid,
        "name": name,
        "department": [unit],
        "main_department": unit,
        "status": 1,
        "extattr": {"attrs": attrs},
        **more,
    }


@pytest.fixture(scope="module")
def wecom() -> Iterator[Provider]:
    with provider() as made:
        for path in ("/cgi-bin/gettoken", "/gettoken"):
            made.tokens(path)
        yield made


@pytest.fixture
def there(wecom: Provider) -> dict[str, list[dict[str, Any]]]:
    """Who is in which department there; a test may change it."""
    users: dict[str, list[dict[str, Any]]] = {
        "2": [member("SunLi", "孙丽", 2, "3001")],
        "31": [member("zhaogang", "赵刚", 31, "1042"), member("new", "新人", 31), member("off", "停用", 31, status=2)],
    }
    wecom.answers["/cgi-bin/department/list"] = [{**OK, "department": UNITS}]
    wecom.answers["/cgi-bin/user/list"] = [
        lambda heard: {**OK, "userlist": users.get(heard.query["department_id"], [])}
    ]
    return users


@pytest.fixture
def place(tmp_path: Any, wecom: Provider) -> Iterator[Living]:
    plant = living_plant(tmp_path / "plant")
    for service in ("wecom", "dingtalk"):
        plant.do("channels.set", service=service, account="ww1", application="1000002", address=wecom.address)
        secret_box.keep(plant.served.hub.folder.secrets, service, "app secret")
    yield plant
    plant.served.stop()


class Desk:
    """Somebody who calls the hub signed in."""

    def __init__(self, plant: Living, person: str = "") -> None:
        self.plant = plant
        code = signing.make_code(plant.served.hub, plant.manager, plant.people[person]) if person else ""
        found = signing.sign_in(plant.served.hub, *((person, code) if person else ("周敏", "long enough")))
        self.headers = {"authorization": f"Bearer {found['token']}"}

    def ask(self, method: str, path: str, body: Any = None) -> tuple[int, dict[str, Any]]:
        answer = requests.request(method, self.plant.url + path, json=body, headers=self.headers, timeout=30)
        found: dict[str, Any] = answer.json()
        return answer.status_code, found

    def read(self, provider: str = "wecom") -> dict[str, Any]:
        """Reads it to the end; what would change, or why it could not be read."""
        assert self.ask("POST", f"/api/directory/{provider}", {})[0] == 200
        for _ in range(200):
            found = self.ask("GET", "/api/directory")[1]
            if not found.get("reading"):
                return found
            time.sleep(0.02)
        raise AssertionError("it never ended")

    def carry_out(self, keys: list[str], **more: Any) -> tuple[int, dict[str, Any]]:
        return self.ask("POST", "/api/directory", {"keys": keys, **more})


def whats(found: dict[str, Any]) -> list[str]:
    return [step["what"] for step in found["steps"]]


def people(plant: Living) -> dict[str, Any]:
    return {one.name: one for one in plant.all("person")}


@pytest.mark.usefixtures("there")
def test_it_is_shown_first_then_done_and_then_both_say_the_same(place: Living) -> None:
    desk, before = Desk(place), len(place.all("person"))
    found = desk.read()
    assert whats(found).count("unit_new") == 3
    assert whats(found).count("person_linked") == 2
    assert [step["name"] for step in found["steps"] if step["what"] == "person_new"] == ["新人"]
    assert len(place.all("person")) == before, "nothing changes by looking"
    status, done = desk.carry_out([step["key"] for step in found["steps"]])
    assert (status, done["failed"], done["steps"]) == (200, [], [])
    now = people(place)
    units = {one.name: one for one in place.all("department")}
    assert units["甲班"].parent == units["机加车间"].id
    assert units["甲班"].manager == now["赵刚"].id
    assert (now["孙丽"].wecom, now["孙丽"].department) == ("SunLi", units["安全部"].id)
    assert (now["新人"].wecom, now["新人"].department) == ("new", units["甲班"].id)
    assert len(place.all("person")) == before + 1
    assert "停用" not in now


def test_a_department_of_a_thousand_is_read_whole(place: Living, there: dict[str, list[dict[str, Any]]]) -> None:
    long = {
        "extattr": {"attrs": [{"name": "备注", "value": "很长的说明" * 20}]},
        "position": "操作工",
        "telephone": "0",
    }
    there["31"] = [{**member(f"m{number}", f"工人{number}", 31), **long} for number in range(1000)]
    assert sum(one == "person_new" for one in whats(Desk(place).read())) == 1000


def test_who_leaves_there_hands_on_and_is_out_here(place: Living, there: dict[str, list[dict[str, Any]]]) -> None:
    desk = Desk(place)
    desk.carry_out([step["key"] for step in desk.read()["steps"]])
    zhao, sun = place.people["赵刚"], place.people["孙丽"]
    place.do("zones.set_supervisor", zone=place.zone, supervisor=zhao)
    there["31"].pop(0)
    found = desk.read()
    (left,) = [step for step in found["steps"] if step["what"] == "person_left"]
    assert (left["name"], left["holds"]["zones"], left["holds"]["departments"]) == ("赵刚", 1, 1)
    status, done = desk.carry_out([left["key"]], hand_on={zhao: sun})
    assert (status, done["failed"]) == (200, [])
    assert place.record("zone", place.zone).supervisor == sun
    assert place.record("person", zhao).left_at is not None


def test_only_what_is_ticked_is_done(place: Living, there: dict[str, list[dict[str, Any]]]) -> None:
    desk = Desk(place)
    found = desk.read()
    units = [step["key"] for step in found["steps"] if step["what"] == "unit_new"]
    assert desk.carry_out(units)[1]["done"] == 3
    assert "新人" not in people(place)
    there["31"][1]["extattr"] = {"attrs": [{"name": "工号", "value": "2077"}]}  # that of 马超
    there["31"][1]["mobile"] = "13900000000"
    again = desk.read()
    shown = {step["what"]: step for step in again["steps"] if step["name"] == "新人"}
    linked, changed = shown.pop("person_linked"), shown.pop("person_changed")
    assert (linked["was"], linked["by"], shown) == ("马超 2077", "employee_no", {}), "the number says who it is"
    assert (changed["was"].split("、")[0], changed["now"].split("、")[0]) == ("马超", "新人"), (
        "and the other name is shown"
    )
    assert desk.carry_out([linked["key"]])[1]["done"] == 1
    assert (people(place)["马超"].wecom, "新人" in people(place)) == ("new", False), "it was not ticked"


def test_a_directory_that_has_lost_nearly_all_is_asked_about(
    place: Living, there: dict[str, list[dict[str, Any]]]
) -> None:
    desk = Desk(place)
    there["31"] = [member(f"u{number}", f"工人{number}", 31) for number in range(20)]
    desk.carry_out([step["key"] for step in desk.read()["steps"]])
    there["31"] = there["31"][:2]
    found = desk.read()
    assert (found["shrunk"], found["missing"]) == (True, 18)
    keys = [step["key"] for step in found["steps"]]
    assert desk.carry_out(keys)[1]["refused"] == "directory_shrunk"
    assert all(one.here for one in place.all("person"))
    assert desk.carry_out(keys, whole=True)[1]["failed"] == []
    assert sum(not one.here for one in place.all("person")) == 18


DING = {
    "1": [{"dept_id": 7, "name": "机加车间", "parent_id": 1}],
    "7": [{"dept_id": 71, "name": "甲班", "parent_id": 7}],
}


def test_dingtalk_is_read_level_by_level(place: Living, wecom: Provider) -> None:
    def users(heard: Heard) -> dict[str, Any]:
        user = {"name": "赵刚", "job_number": "1042", "mobile": "13800001042", "dept_id_list": [71]}
        return {**OK, "result": {**user, "leader_in_dept": [{"dept_id": 71, "leader": True}]}}

    wecom.answers["/topapi/v2/department/listsub"] = [
        lambda heard: {**OK, "result": DING.get(str(heard.body["dept_id"]), [])}
    ]
    wecom.answers["/topapi/user/listid"] = [
        lambda heard: {**OK, "result": {"userid_list": ["z"] if heard.body["dept_id"] == 71 else []}}
    ]
    wecom.answers["/topapi/v2/user/get"] = [users]
    desk = Desk(place)
    found = desk.read("dingtalk")
    assert sorted(whats(found)) == ["person_changed", "person_linked", "unit_leader", "unit_new", "unit_new"]
    assert desk.carry_out([step["key"] for step in found["steps"]])[1]["failed"] == []
    assert people(place)["赵刚"].dingtalk == "z"
    assert {one.name for one in place.all("department")} == {"机加车间", "甲班"}
    wecom.answers["/topapi/v2/user/get"] = [DING_FORBIDDEN]
    assert desk.read("dingtalk")["facts"]["trouble"] == "no_right"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ({"errcode": 60020, "errmsg": "not allow ip"}, "ip_not_listed"),
        ({"errcode": 48002, "errmsg": "api forbidden"}, "no_right"),
        ({"errcode": 60011, "errmsg": "no privilege to access/modify contact/party/agent"}, "not_visible"),
        ({**OK, "department": [{"id": 1, "parentid": 0}]}, "no_right"),
        ({**OK, "department": []}, "no_right"),
        ({**OK, "department": [{"id": 1, "name": 3, "parentid": None, "department_leader": 5}]}, "refused"),
        ((200, "<html>"), "refused"),
    ],
)
@pytest.mark.usefixtures("there")
def test_what_can_not_be_read_says_why_and_changes_nothing(
    place: Living, wecom: Provider, answer: Any, why: str
) -> None:
    wecom.answers["/cgi-bin/department/list"] = [answer]
    desk = Desk(place)
    found = desk.read()
    assert (found["refused"], found["facts"]["trouble"]) == ("directory_unread", why)
    assert desk.carry_out(["new:x"])[0] == 409


def test_a_worker_may_not_look(place: Living) -> None:
    desk = Desk(place, "马超")
    assert desk.ask("POST", "/api/directory/wecom", {})[0] == 403
    assert desk.ask("GET", "/api/directory")[0] == 403
    assert desk.carry_out([])[0] == 403
