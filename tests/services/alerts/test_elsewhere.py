"""What Apprise brings: its address says where it goes, and a refusal is one."""

import pytest

from services.alerts.channels.elsewhere import Elsewhere
from services.alerts.channels.note import Note
from tests.services.alerts.providers import provider

NOTE = Note(
    to="", subject="告警 GJ-1", text="冲压车间过热", key="k1", number="3F9A01", link="https://plant.example/alerts/1"
)


@pytest.fixture
def service():
    with provider() as made:
        yield made


def address(service, path="/hook"):
    return service.address.replace("http://", "json://") + path


def test_a_message_goes_where_the_address_says(service):
    service.answers["/hook"] = [(200, "")]
    receipt = Elsewhere(address(service)).send(NOTE)
    assert (receipt.ok, receipt.provider_id) == (True, "k1")
    (heard,) = service.at("/hook")
    assert heard.body["message"] == "告警 GJ-1\n冲压车间过热\nhttps://plant.example/alerts/1"


def test_what_is_not_taken_is_tried_again(service):
    service.answers["/hook"] = [(503, "")]
    receipt = Elsewhere(address(service)).send(NOTE)
    assert (receipt.ok, receipt.code, receipt.retry) == (False, "unreachable", True)
    assert "503" in receipt.text


@pytest.mark.parametrize("wrong", ["", "nonsense", "nosuchservice://x"])
def test_an_address_that_is_none_is_a_setting_that_is_wrong(wrong):
    receipt = Elsewhere(wrong).send(NOTE)
    assert (receipt.ok, receipt.code, receipt.setup, receipt.retry) == (False, "bad_setup", True, False)
