"""WeCom, DingTalk and Feishu, against services that answer as they do, the ugly answers too."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from services.alerts.channels.dingtalk import DingTalk, DingTalkRobot, robot_sign
from services.alerts.channels.feishu import FeishuRobot
from services.alerts.channels.feishu import robot_sign as feishu_sign
from services.alerts.channels.note import Note, cut
from services.alerts.channels.tokens import Tokens
from services.alerts.channels.wecom import WeCom, WeComRobot
from tests.services.alerts.providers import (
    BUSY,
    DING_EXPIRED,
    DING_FORBIDDEN,
    DING_RESULT,
    DING_SEND,
    EXPIRED,
    HINT,
    OK,
    WECOM_ROBOT,
    WECOM_SEND,
    WECOM_TAKEN,
    provider,
    sent_result,
)

NOTE = Note(
    to="zhangsan",
    subject="【危急】告警 GJ-1",
    text="冲压车间过热\n通知 3F9A01 · 09:14:05 发出",
    key="k1",
    number="3F9A01",
)


@pytest.fixture
def service():
    with provider() as made:
        made.tokens("/cgi-bin/gettoken")
        made.tokens("/gettoken")
        yield made


@pytest.fixture
def wecom(service):
    return WeCom("ww1", "1000002", "s3cret", Tokens(), service.address)


@pytest.fixture
def ding(service):
    return DingTalk("dk", "123", "s3cret", Tokens(), service.address)


def test_a_message_of_the_application_is_taken(service, wecom):
    service.answers[WECOM_SEND] = [WECOM_TAKEN]
    receipt = wecom.send(replace(NOTE, link="https://plant.example/alerts/1"))
    assert (receipt.ok, receipt.provider_id, receipt.unsure) == (True, "M-1", False)
    (asked,) = service.at("/cgi-bin/gettoken")
    assert asked.query == {"corpid": "ww1", "corpsecret": "s3cret"}
    (said,) = service.at(WECOM_SEND)
    assert said.body["touser"] == "zhangsan"
    assert said.body["agentid"] == 1000002, "a whole number, not a text"
    assert said.body["textcard"]["url"] == "https://plant.example/alerts/1"
    assert "enable_duplicate_check" not in said.body, "a reminder that is alike would vanish"
    assert wecom.send(NOTE).ok
    assert service.at(WECOM_SEND)[1].body["text"]["content"] == f"{NOTE.subject}\n{NOTE.text}"
    assert service.fetched == 1


@pytest.mark.parametrize("key", ["invaliduser", "unlicenseduser"])
def test_nought_with_my_name_among_the_invalid_did_not_arrive(service, wecom, key):
    service.answers[WECOM_SEND] = [{**WECOM_TAKEN, key: "wangwu|ZhangSan"}]
    receipt = wecom.send(NOTE)
    assert (receipt.ok, receipt.code, receipt.retry) == (False, "no_such_person", False)
    service.answers[WECOM_SEND] = [{**WECOM_TAKEN, key: "wangwu"}]
    assert wecom.send(NOTE).ok, "another one's trouble is not mine"


@pytest.mark.parametrize(
    ("answer", "code", "retry", "setup"),
    [
        (BUSY, "busy", True, False),
        ({"errcode": 45009, "errmsg": f"api freq out of limit, {HINT}"}, "too_many", True, False),
        ({"errcode": 45033, "errmsg": "api concurrent out of limit"}, "too_many", True, False),
        ({"errcode": 60020, "errmsg": f"not allow to access from your ip, {HINT}"}, "bad_setup", False, True),
        ({"errcode": 48002, "errmsg": "api forbidden"}, "bad_setup", False, True),
        ({"errcode": 81013, "errmsg": "user & party & tag all invalid"}, "no_such_person", False, False),
        ((502, "<html>bad gateway</html>"), "busy", True, False),
        ((200, "<html>a hotel's sign-in page</html>"), "refused", False, True),
        ((429, ""), "too_many", True, False),
    ],
)
def test_what_wecom_answers_is_told_apart(service, wecom, answer, code, retry, setup):
    service.answers[WECOM_SEND] = [answer]
    receipt = wecom.send(NOTE)
    assert (receipt.ok, receipt.code, receipt.retry, receipt.setup) == (False, code, retry, setup)
    assert len(service.at(WECOM_SEND)) == 1, "when it is tried again is the dispatcher's to say"


def test_a_wrong_secret_is_a_matter_of_settings(service, wecom):
    service.answers["/cgi-bin/gettoken"] = [{"errcode": 40001, "errmsg": f"invalid credential, {HINT}"}]
    receipt = wecom.send(NOTE)
    assert (receipt.code, receipt.retry, receipt.setup) == ("bad_setup", False, True)
    assert service.at(WECOM_SEND) == []


@pytest.mark.parametrize("name", ["wecom", "ding"])
def test_fifty_that_find_the_token_dead_fetch_one(service, name, request):
    """It dies early, while it is held to be good."""
    sender, path = request.getfixturevalue(name), {"wecom": WECOM_SEND, "ding": DING_SEND}[name]
    taken, dead = {"wecom": (WECOM_TAKEN, EXPIRED), "ding": ({**OK, "task_id": 7}, DING_EXPIRED)}[name]
    service.answers[path] = [service.only_good(taken, dead)]
    assert sender.send(NOTE).ok
    service.good, service.fetched = "T-2", 0
    with ThreadPoolExecutor(50) as many:
        receipts = list(many.map(lambda _: sender.send(NOTE), range(50)))
    assert all(one.ok for one in receipts)
    assert service.fetched == 1


def test_a_token_is_fetched_again_before_its_end():
    now, given = [0.0], iter(["a", "b"])
    tokens = Tokens(lambda: now[0])

    def fetch() -> tuple[str, float]:
        return next(given), 7200.0

    assert tokens.get("x", fetch) == tokens.get("x", fetch) == "a"
    now[0] = 7000.0
    assert tokens.get("x", fetch) == "b"


def test_a_token_that_is_dead_at_once_does_not_go_round_and_round(service, wecom):
    service.answers[WECOM_SEND] = [EXPIRED]
    receipt = wecom.send(NOTE)
    assert (receipt.ok, receipt.setup) == (False, True)
    assert (service.fetched, len(service.at(WECOM_SEND))) == (2, 2)


def test_the_robot_of_wecom(service):
    service.answers[WECOM_ROBOT] = [OK, {"errcode": 93000, "errmsg": f"invalid webhook url, {HINT}"}]
    robot = WeComRobot("key-1", service.address)
    assert robot.send(NOTE).ok
    (said,) = service.at(WECOM_ROBOT)
    assert said.query == {"key": "key-1"}
    assert NOTE.subject in said.body["text"]["content"]
    assert robot.send(NOTE).setup


def test_accepted_by_dingtalk_is_not_delivered(service, ding):
    service.answers[DING_SEND] = [{**OK, "task_id": 256271667526, "request_id": "x"}]
    accepted = ding.send(NOTE)
    assert (accepted.ok, accepted.unsure, accepted.provider_id) == (True, True, "256271667526")
    assert service.at(DING_SEND)[0].body["userid_list"] == "zhangsan"
    found: list[Any] = []
    for result in (
        {},
        {"unread": ["zhangsan"]},
        {"forbidden": ["zhangsan"]},
        {"invalid": ["zhangsan"]},
        {"failed": ["zhangsan"]},
    ):
        service.answers[DING_RESULT] = [sent_result(**result)]
        receipt = ding.confirm("256271667526", "zhangsan")
        found.append((receipt.ok, receipt.unsure, receipt.code))
    assert found == [
        (True, True, "accepted"),
        (True, False, "accepted"),
        (False, False, "swallowed"),
        (False, False, "no_such_person"),
        (False, False, "lost"),
    ]
    assert service.at(DING_RESULT)[0].body == {"agent_id": 123, "task_id": 256271667526}


def test_a_right_that_is_missing_at_dingtalk_is_a_matter_of_settings(service, ding):
    service.answers[DING_SEND] = [DING_FORBIDDEN]
    receipt = ding.send(NOTE)
    assert (receipt.code, receipt.setup, "60011" in receipt.text) == ("bad_setup", True, True)
    service.answers["/gettoken"] = [{"errcode": 40089, "errmsg": "不合法的corpid或corpsecret"}]
    assert DingTalk("other", "1", "x", Tokens(), service.address).send(NOTE).setup


def test_dingtalks_robot_signs_and_is_shut_out_when_it_speaks_too_fast(service):
    assert robot_sign("1577262236757", "this is secret") == "hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D"
    service.answers["/robot/send"] = [
        OK,
        {"errcode": 130101, "errmsg": "send too fast, exceed 20 times per minute"},
        {"errcode": 310000, "errmsg": "sign not match"},
    ]
    robot = DingTalkRobot("hook", "this is secret", service.address, lambda: 1577262236.757)
    assert robot.send(NOTE).ok
    (said,) = service.at("/robot/send")
    assert said.query == {
        "access_token": "hook",
        "timestamp": "1577262236757",
        "sign": "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=",
    }, "encoded once"
    fast = robot.send(NOTE)
    assert (fast.retry, fast.wait_s) == (True, 600)
    assert robot.send(NOTE).setup


def test_feishus_robot(service):
    path = "/open-apis/bot/v2/hook/hook-1"
    service.answers[path] = [{"code": 0, "msg": "success", "data": {}}, {"code": 19021, "msg": "sign match fail"}]
    robot = FeishuRobot("hook-1", "s", service.address, lambda: 1599360473.0)
    assert robot.send(NOTE).ok
    said = service.at(path)[0].body
    assert (said["timestamp"], said["sign"]) == ("1599360473", feishu_sign("1599360473", "s"))
    assert NOTE.text in said["content"]["text"]
    assert robot.send(NOTE).setup
    service.answers[path] = [{"code": 9499, "msg": "too many request"}]
    assert robot.send(NOTE).retry


@pytest.mark.parametrize(
    ("at", "secret", "sign"),
    [
        ("1667820457", "123", "A0jG/9oVYCU86IAS2umF0ZlrZKzG+J16TG+WiNh2eaw="),
        ("1234567890", "test_secret", "3H7JNC7ltBAwibQHFO1KFVN9HTkLtm2virjdsmGcAzw="),
    ],
)
def test_feishus_signature_is_what_another_program_reckons(at, secret, sign):
    assert feishu_sign(at, secret) == sign


def test_nobody_there_may_be_there_later():
    receipt = WeComRobot("k", "http://127.0.0.1:9").send(NOTE)
    assert (receipt.code, receipt.retry) == ("unreachable", True)


def test_a_text_is_cut_by_what_a_letter_takes():
    assert cut("安全", 6) == "安全"
    assert cut("安全第一", 10) == "安全…"
    assert len(cut("安" * 1000, 512).encode()) <= 512


def test_however_long_a_text_is_the_link_is_whole():
    link = "https://plant.example/alerts/1"
    said = replace(NOTE, text="长" * 500, link=link).in_full(200)
    assert len(said.encode()) <= 200
    assert said.startswith("【危急】告警 GJ-1\n长")
    assert said.endswith(f"…\n{link}")
    assert replace(NOTE, link=link).in_full(2000) == f"{NOTE.subject}\n{NOTE.text}\n{link}"
