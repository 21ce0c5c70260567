"""The watchdog: says once that nothing goes out, and once that it does again, to everybody it can reach."""

import json
from datetime import timedelta

import pytest

from services.alerts.watchdog import STATE, Watchdog
from services.alerts.watchdog_settings import FILE, SAMPLE, settings_of
from services.cli import main
from services.core.refused import Refused
from tests.makers import NOON
from tests.services.alerts.providers import provider

TEMPLATE = '{"to": "{to}", "text": "{text}", "subject": "{subject}"}'


@pytest.fixture
def service():
    with provider() as made:
        made.answers["/sms"] = [(200, "ok")]
        yield made


@pytest.fixture
def folder(tmp_path, service):
    gateway = {"address": f"{service.address}/sms", "template": TEMPLATE, "to": ["13800000001"]}
    (tmp_path / FILE).write_text(json.dumps({"hub": "http://127.0.0.1:1", "plant": "江南精密", "gateway": gateway}))
    return tmp_path


class Looked:
    """A watchdog whose hub and clock are the test's."""

    def __init__(self, folder):
        self.folder, self.said, self.s = folder, True, 0.0
        self.begin()

    def begin(self):
        self.dog = Watchdog(
            self.folder,
            settings_of(self.folder),
            asks=lambda _: self.said,
            clock=lambda: self.s,
            now=lambda: NOON + timedelta(seconds=self.s),
        )

    def after(self, seconds, said):
        """So many seconds with this answer, each ten seconds a look."""
        self.said = said
        for _ in range(seconds // 10):
            self.s += 10
            self.dog.look()


def subjects(service):
    return [one.body["subject"] for one in service.at("/sms")]


def test_a_hub_that_is_gone_is_told_of_once_and_then_that_it_is_back(folder, service):
    looked = Looked(folder)
    looked.after(60, True)
    looked.after(90, None)
    assert subjects(service) == [], "it is given a while"
    looked.after(10, None)
    assert subjects(service) == ["告警系统失联：中心没有应答"]
    assert "最后一次正常：2026-03-02（周一）12:01" in service.at("/sms")[0].body["text"]
    assert "江南精密" in service.at("/sms")[0].body["text"]
    looked.after(600, None)
    assert len(subjects(service)) == 1
    looked.after(60, True)
    assert subjects(service)[1:] == ["告警系统已恢复"]
    looked.after(200, None)
    assert len(subjects(service)) == 3, "the next outage is another one"


def test_what_the_hub_says_of_its_dispatcher_is_told_at_once(folder, service):
    looked = Looked(folder)
    looked.after(10, False)
    looked.after(200, None)
    assert subjects(service) == ["告警系统失联：告警发不出去"]


def test_begun_again_it_tells_nothing_twice_and_does_not_forget_to_say_that_it_is_over(folder, service):
    looked = Looked(folder)
    looked.after(10, False)
    looked.begin()
    looked.after(200, None)
    assert len(subjects(service)) == 1
    looked.begin()
    looked.after(20, True)
    assert subjects(service)[1:] == ["告警系统已恢复"]


def test_whoever_could_not_be_told_is_told_when_it_can_be(folder, service):
    looked = Looked(folder)
    service.answers["/sms"] = [(500, ""), (500, ""), (200, "ok"), (500, ""), (200, "ok")]
    looked.after(60, False)
    assert len(subjects(service)) == 3
    looked.after(60, True)
    assert len(subjects(service)) == 5
    assert json.loads((folder / STATE).read_text())["told"] == []


def test_a_state_that_is_damaged_is_none(folder, service):
    (folder / STATE).write_text("{")
    Looked(folder).after(10, False)
    assert len(subjects(service)) == 1


def test_a_new_folder_gets_a_sample_that_has_to_be_filled_in(tmp_path):
    with pytest.raises(Refused, match="watchdog_unset"):
        settings_of(tmp_path / "dog")
    assert json.loads((tmp_path / "dog" / FILE).read_text()) == SAMPLE
    with pytest.raises(Refused, match="watchdog_tells_nobody"):
        settings_of(tmp_path / "dog")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "rule_not_json"),
        ("[]", "args_wrong"),
        ('{"hub": "http://x", "mial": {}}', "args_unknown"),
        ('{"hub": "ftp://x"}', "address_wrong"),
        ('{"hub": "http://x", "gateway": {"address": "http://y"}}', "args_wrong"),
    ],
)
def test_settings_that_are_wrong_are_refused(tmp_path, text, code):
    (tmp_path / FILE).write_text(text)
    with pytest.raises(Refused, match=code):
        settings_of(tmp_path)


def test_it_is_tried_out_by_a_command(folder, service, serve, capsys):
    """By mail and by the gateway; what is not taken is told, with the answer."""
    served = serve()
    values = json.loads((folder / FILE).read_text())
    values["mail"] = {
        "host": "127.0.0.1",
        "port": served.port,
        "security": "none",
        "sender": "dog@plant.example",
        "to": ["boss@plant.example"],
    }
    (folder / FILE).write_text(json.dumps(values))
    assert main(["watchdog", "--data", str(folder), "--test"]) == 0
    assert subjects(service) == ["安环台通知渠道测试"]
    assert [one["To"] for one in served.taken.letters] == ["boss@plant.example"]
    service.answers["/sms"] = [(403, "wrong key")]
    capsys.readouterr()
    assert main(["watchdog", "--data", str(folder), "--test", "--json"]) == 1
    first = json.loads(capsys.readouterr().out)[0]
    assert (first["to"], first["code"]) == ("gateway:13800000001", "refused")
    assert "wrong key" in first["answer"]
