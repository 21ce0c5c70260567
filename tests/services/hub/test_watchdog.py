"""The watchdog and the hub as processes of their own: the hub is killed, and comes back."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from services.alerts.watchdog_settings import FILE
from tests.services.alerts.providers import provider
from tests.services.hub.hub_process import COMMAND, HubProcess

TEMPLATE = '{"to": "{to}", "text": "{text}", "subject": "{subject}"}'
DOWN, BACK = "The alarm system is down: the hub does not answer", "The alarm system works again"
PEOPLE = ["13800000001", "13800000002"]
LONG = pytest.mark.skipif(not os.environ.get("ANHUAN_FULL"), reason="waits as long as a question may take")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a kill that nothing can catch")


def until(seen):
    ends = time.monotonic() + 90
    while not seen():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.02)


@pytest.mark.parametrize("by", [signal.SIGKILL, pytest.param(signal.SIGSTOP, marks=LONG)], ids=["killed", "hangs"])
def test_people_are_told_once_that_the_hub_is_gone_and_once_that_it_is_back(tmp_path, by):
    """Killed it answers nothing at once; stopped it takes the question and never answers."""
    (tmp_path / "dog").mkdir()
    hub = HubProcess(tmp_path / "plant", "")
    with provider() as service:
        service.answers["/sms"] = [(200, "ok")]
        gateway = {"address": f"{service.address}/sms", "template": TEMPLATE, "to": PEOPLE}
        settings = {"hub": hub.url, "lang": "en", "every_s": 0.1, "after_s": 0.3, "gateway": gateway}
        (tmp_path / "dog" / FILE).write_text(json.dumps(settings))
        command = [sys.executable, *COMMAND, "watchdog", "--data", str(tmp_path / "dog"), "--lang", "en"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as dog:
            try:
                assert dog.stdout
                assert hub.url in dog.stdout.readline()
                os.kill(hub.pid, by)
                if by == signal.SIGKILL:
                    hub.stop()
                until(lambda: len(service.at("/sms")) >= 2)
                if by == signal.SIGKILL:
                    hub = HubProcess(tmp_path / "plant", "", port=int(hub.url.rpartition(":")[2]))
                else:
                    os.kill(hub.pid, signal.SIGCONT)
                until(lambda: len(service.at("/sms")) >= 4)
            finally:
                dog.send_signal(signal.SIGTERM)
                hub.stop()
        assert dog.returncode == 0
        told = [(one.body["subject"], one.body["to"]) for one in service.at("/sms")]
        assert told == [(what, who) for what in (DOWN, BACK) for who in PEOPLE]
