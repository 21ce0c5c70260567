"""An alert is answered by writing back to the WeCom application: by whom it went to, once, and whoever writes is told
what became of it."""

import pytest
from starlette.testclient import TestClient

from services.connectors.wecom_replies import Seal, reply_of, sealed_in
from services.core.operation import SYSTEM, Actor
from services.core.roles import Role
from services.hub.app import make_app
from services.hub.wecom_replies import PATH, make, seal_of
from tests.services.hub.test_dispatch import channel, fired, plant, service
from tests.services.hub.test_ruling import MINUTE

assert plant
assert service
TEXT = (
    "<xml><ToUserName><![CDATA[ww1]]></ToUserName><FromUserName><![CDATA[{sender}]]></FromUserName>"
    "<CreateTime>{at}</CreateTime><MsgType><![CDATA[{kind}]]></MsgType><Content><![CDATA[{text}]]></Content>"
    "<MsgId>{id}</MsgId><AgentID>{agent}</AgentID></xml>"
)


class WeCom:
    """The vendor's side: it seals what a member writes, and opens what it is answered."""

    def __init__(self, plant, browser) -> None:
        self.plant, self.browser, self.count = plant, browser, 0
        self.seal, _ = seal_of(plant.hub)

    def call(self, method, seal: Seal, within: str, **more):
        sealed = sealed_in(seal.closed(within, "1", "n").encode())
        asked = {"msg_signature": seal.signature("1", "n", sealed), "timestamp": "1", "nonce": "n"}
        body = f"<xml><Encrypt><![CDATA[{sealed}]]></Encrypt></xml>" if method == "POST" else None
        echo = {} if body else {"echostr": sealed}
        headers = {"Content-Type": "text/xml"} if body else {}
        return self.browser.request(method, PATH, params={**asked, **echo, **more}, content=body, headers=headers)

    def writes(self, text, *, sender="SunLi", id_="", kind="text", agent="7", ago=0) -> str:
        """A member writes; what the member reads."""
        self.count += 1
        at = round(self.plant.now.timestamp()) - ago
        within = TEXT.format(sender=sender, at=at, kind=kind, text=text, id=id_ or self.count, agent=agent)
        answer = self.call("POST", self.seal, within)
        assert answer.status_code == 200
        if not answer.text:
            return ""
        sealed = sealed_in(answer.content)
        return reply_of(self.seal.opened(self.seal.signature("1", "n", sealed), "1", "n", sealed)).text


@pytest.fixture
def wecom(plant, service):
    channel(plant, service, "wecom")
    make(plant.hub, Actor("x", frozenset({Role.IT_ADMIN})))
    with TestClient(make_app(plant.hub)) as browser:
        yield WeCom(plant, browser)


def answered(plant):
    return [one.acknowledged_by for one in plant.alerts()]


def test_the_address_is_found_to_be_ours(wecom):
    assert wecom.call("GET", wecom.seal, "1616140317").text == "1616140317"
    wrong = wecom.call("GET", wecom.seal, "1616140317", nonce="m")
    assert (wrong.status_code, wrong.json()["refused"]) == (403, "reply_wrong")


def test_yes_answers_the_one_alert_that_waits_and_counts_once(plant, wecom):
    alert = fired(plant)
    assert wecom.writes("这是什么情况？").startswith("有 1 条")
    assert answered(plant) == [None]
    said = wecom.writes("收到，已派人去看", id_="m1")
    assert alert.number in said
    (after,) = plant.alerts()
    assert (after.acknowledged_by, after.note) == (plant.people["孙丽"], "收到，已派人去看")
    assert wecom.writes("收到，已派人去看", id_="m1") == "现在没有等您确认的告警。"
    assert wecom.writes(f"收到 {alert.number}").startswith(f"没有等您确认的 {alert.number}")


def test_of_several_the_number_says_which(plant, wecom):
    first = fired(plant)
    plant.now += MINUTE
    second = fired(plant)
    listed = wecom.writes("收到")
    assert {first.number, second.number} <= set(listed.split())
    assert answered(plant) == [None, None]
    assert wecom.writes(f"{second.number} 现在多少度？").startswith("有 2 条"), "a question answers nothing"
    wecom.writes(f"{second.number.lower()} 收到")
    assert {one.number: one.acknowledged_by for one in plant.alerts()} == {
        first.number: None,
        second.number: plant.people["孙丽"],
    }


def test_strangers_old_messages_and_what_is_no_text_answer_nothing(plant, wecom):
    fired(plant)
    assert "没有关联" in wecom.writes("收到", sender="somebody")
    assert "太久" in wecom.writes("收到", ago=7200)
    assert wecom.writes("收到", kind="event") == ""
    assert wecom.writes("收到", agent="8") == ""
    forged = Seal("x" * 24, wecom.seal.key, wecom.seal.corp)
    within = TEXT.format(sender="SunLi", at=round(plant.now.timestamp()), kind="text", text="收到", id=1, agent=7)
    assert wecom.call("POST", forged, within).status_code == 403
    assert answered(plant) == [None]


def test_a_drill_is_answered_too(plant, wecom):
    plant.hub.do("alert_drills.begin", {}, SYSTEM)
    with plant.hub.store.look() as look:
        (drill,) = look.find("alert_drill")
        person = look.get("person", drill.person)
    plant.do("people.set_contact", person=person.id, wecom="drilled")
    assert drill.number in wecom.writes("收到", sender="drilled")
    with plant.hub.store.look() as look:
        assert look.get("alert_drill", drill.id).acknowledged_at is not None
