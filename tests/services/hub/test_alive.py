"""Whether messages go out, as anybody can ask; who was told of what; and a channel that is tried out."""

from datetime import timedelta

import pytest
import requests

from services.hub.canary import Canary, silent_for
from services.store import secret_box
from services.store.deliveries import claim
from tests.services.alerts.providers import WECOM_SEND, WECOM_TAKEN, provider
from tests.services.hub.calls import manager
from tests.services.hub.test_dispatch import channel, fired, gateway, plant, service
from tests.services.hub.test_ruling import MINUTE, SECOND

assert plant
assert service


def test_the_canary_comes_through_each_minute_and_is_missed_when_it_does_not(plant):
    canary = Canary(plant.hub)
    assert silent_for(plant.hub) == 0
    for _ in range(3):
        canary.look(plant.now)
        plant.worker.send_due()
        assert silent_for(plant.hub) == 0
        plant.now += MINUTE
    canary.look(plant.now)
    plant.now += 2 * MINUTE
    canary.look(plant.now)
    assert silent_for(plant.hub) == 120, "it waits, and nobody sends it"
    plant.worker.send_due()
    assert silent_for(plant.hub) == 0


def test_a_canary_that_is_never_sent_off_again_is_missed_too(plant):
    Canary(plant.hub).look(plant.now)
    plant.worker.send_due()
    plant.now += 5 * MINUTE
    assert silent_for(plant.hub) == 300


def test_one_that_was_taken_by_a_killed_dispatcher_flies_again(plant):
    Canary(plant.hub).look(plant.now)
    plant.hub.store.write(lambda connection: claim(connection, "killed", plant.now))
    plant.now += timedelta(seconds=31)
    plant.worker.send_due()
    assert silent_for(plant.hub) == 0


def test_who_was_told_when_by_which_way_and_what_the_provider_said(plant, service):
    from services.store.queries.told import told_of, undelivered

    service.answers[WECOM_SEND] = [{**WECOM_TAKEN, "invaliduser": "sunli"}]
    channel(plant, service, "wecom")
    gateway(plant, service)
    alert = fired(plant)
    plant.now += SECOND
    plant.worker.send_due()
    with plant.hub.store.look() as look:
        found, missing = told_of(look, alert.id), undelivered(look)
    assert [(one.name, one.way, one.state) for one in found] == [("孙丽", "wecom", "dead"), ("孙丽", "gateway", "sent")]
    assert found[0].error.startswith("no_such_person")
    assert found[1].receipt
    assert "wecom" in {one.way for one in missing}
    assert "gateway" not in {one.way for one in missing}


@pytest.fixture
def living(tmp_path):
    from tests.services.hub.living import living_plant

    made = living_plant(tmp_path / "living")
    yield made
    made.served.stop()


def test_a_running_hub_says_that_it_is_alive_and_tries_a_channel_out(living):
    boss = manager(living)
    said = requests.get(f"{living.url}/health/dispatch", timeout=10).json()
    assert said["ok"] is True
    assert boss.call("GET", "/api/sms-cost").json() == {"months": []}
    with provider() as service:
        service.tokens("/cgi-bin/gettoken")
        service.answers[WECOM_SEND] = [WECOM_TAKEN, {"errcode": 60020, "errmsg": "not allow to access from your ip"}]
        assert boss.call("POST", "/api/channels/wecom/test").json()["refused"] == "channel_no_address"
        living.do("people.set_contact", person=living.manager.person, wecom="boss")
        assert boss.call("POST", "/api/channels/wecom/test").json()["refused"] == "channel_not_set"
        living.do("channels.set", service="wecom", account="ww1", application="7", address=service.address)
        assert boss.call("POST", "/api/secrets/wecom", json={"password": "s3cret"}).status_code == 200
        assert secret_box.read(living.served.hub.folder.secrets, "wecom") == "s3cret"
        assert boss.call("POST", "/api/channels/wecom/test").json() | {"receipt": ""} == {
            "ok": True,
            "code": "accepted",
            "text": "",
            "receipt": "",
        }
        assert service.at(WECOM_SEND)[0].body["touser"] == "boss"
        refused = boss.call("POST", "/api/channels/wecom/test").json()
        assert (refused["ok"], refused["code"], "60020" in refused["text"]) == (False, "bad_setup", True)
