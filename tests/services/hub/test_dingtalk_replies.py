"""An alert is answered by writing to the DingTalk application's robot: signed by the application's secret, once, and
whoever writes is told in the same conversation."""

import pytest
from starlette.testclient import TestClient

from services.alerts.channels.dingtalk import signature
from services.hub.app import make_app
from services.hub.dingtalk_replies import PATH
from tests.services.alerts.providers import OK
from tests.services.hub.test_dispatch import channel, fired, plant, service
from tests.services.hub.test_ruling import MINUTE
from tests.services.hub.test_wecom_replies import answered

assert plant
assert service
SECRET, BACK = "s3cret", "/robot/sendBySession"


class DingTalk:
    """The vendor's side: it signs what somebody writes, and takes the answer by a call of its own."""

    def __init__(self, plant, service, browser) -> None:
        self.plant, self.service, self.browser, self.count = plant, service, browser, 0
        service.answers[BACK] = [OK]

    def call(self, said, *, secret=SECRET, ago=0):
        at = str(round(self.plant.now.timestamp() * 1000) - ago * 1000)
        return self.browser.post(PATH, json=said, headers={"timestamp": at, "sign": signature(at, secret)})

    def writes(self, text, *, sender="sl", id_="", ago=0, back=None, **more) -> str:
        """Somebody writes; what the conversation shows then."""
        self.count += 1
        before = len(self.service.at(BACK))
        said = {
            "msgtype": "text",
            "text": {"content": f" {text} "},
            "senderStaffId": sender,
            "msgId": id_ or f"m{self.count}",
            "createAt": round(self.plant.now.timestamp() * 1000) - ago * 1000,
            "sessionWebhook": f"{self.service.address}{BACK}?session=x" if back is None else back,
            "conversationType": "1",
            **more,
        }
        assert self.call(said).status_code == 200
        heard = self.service.at(BACK)[before:]
        return heard[0].body["text"]["content"] if heard else ""


@pytest.fixture
def dingtalk(plant, service):
    channel(plant, service, "dingtalk")
    with TestClient(make_app(plant.hub)) as browser:
        yield DingTalk(plant, service, browser)


def test_the_signature_is_the_one_that_is_published():
    assert signature("1577262236757", "this is secret") == "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM="


def test_yes_answers_the_one_alert_that_waits_and_counts_once(plant, dingtalk):
    alert = fired(plant)
    assert dingtalk.writes("怎么了？").startswith("有 1 条")
    assert answered(plant) == [None]
    assert alert.number in dingtalk.writes("收到，马上过去", id_="same")
    (after,) = plant.alerts()
    assert (after.acknowledged_by, after.note) == (plant.people["孙丽"], "收到，马上过去")
    assert dingtalk.writes("收到，马上过去", id_="same") == "现在没有等您确认的告警。"


def test_of_several_the_number_says_which(plant, dingtalk):
    fired(plant)
    plant.now += MINUTE
    second = fired(plant)
    assert dingtalk.writes("收到").startswith("有 2 条")
    assert second.number in dingtalk.writes(f"收到 {second.number}")
    assert {one.number for one in plant.alerts() if one.acknowledged_by} == {second.number}


def test_strangers_old_messages_and_what_is_no_text_answer_nothing(plant, dingtalk):
    fired(plant)
    assert "这个钉钉账号没有关联" in dingtalk.writes("收到", sender="somebody")
    assert "没有关联" in dingtalk.writes("收到", sender="")
    assert "太久" in dingtalk.writes("收到", ago=7200)
    assert dingtalk.writes("收到", msgtype="picture") == ""
    assert answered(plant) == [None]


def test_what_is_not_signed_by_the_application_is_refused(plant, dingtalk):
    fired(plant)
    said = {"msgtype": "text", "text": {"content": "收到"}, "senderStaffId": "sl", "msgId": "m", "createAt": 0}
    assert dingtalk.browser.post(PATH, json=said).status_code == 422, "no signature at all"
    for wrong in (dingtalk.call(said, secret="other"), dingtalk.call(said, ago=3700)):
        assert (wrong.status_code, wrong.json()["refused"]) == (403, "reply_wrong")
    assert dingtalk.call([1]).status_code == 200, "no message at all"
    assert answered(plant) == [None]


def test_the_answer_goes_to_nobody_but_the_messenger(plant, service, dingtalk):
    """An address of somebody else's in the message would have the hub call it."""
    alert = fired(plant)
    port = service.address.rpartition(":")[2]
    assert dingtalk.writes("收到", back=f"http://localhost:{port}{BACK}") == ""
    assert dingtalk.writes("收到", back=f"{service.address}.example.com{BACK}") == ""
    (after,) = plant.alerts()
    assert (after.number, after.acknowledged_by) == (alert.number, plant.people["孙丽"])
