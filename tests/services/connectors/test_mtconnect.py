"""An agent's answers are read; what is none is said plainly."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from services.connectors.mtconnect import Agent, AgentTrouble, streams_of
from services.connectors.plain_xml import read_xml
from services.core.machines import follow
from tests.services.connectors.agent import fake_agent

SAMPLE = Path("/work/shared/facts/mes/mtconnect_current_sample.xml")


def test_machines_and_what_they_said():
    with fake_agent() as agent:
        agent.say("CNC-1", "availability", "AVAILABLE", "2026-03-02T00:00:00Z")
        agent.say("CNC-1", "execution", "ACTIVE", "2026-03-02T00:00:01.5Z")
        client = Agent(agent.address)
        assert client.machines() == ("CNC-1",)
        streams = client.current()
        assert (streams.instance, streams.next, streams.first, len(streams.said)) == ("1", 3, 1, 2)
        assert [one.value for one in client.sample(2).said] == ["ACTIVE"]
        with pytest.raises(AgentTrouble, match="out_of_range"):
            client.sample(99)
        client.close()
    with pytest.raises(AgentTrouble, match="unreachable"):
        Agent(agent.address).current()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "bad_answer"),
        (b"<html/>", "no_agent"),
        (b"{}", "bad_answer"),
        (b"<MTConnectStreams><Header instanceId='1'/></MTConnectStreams>", "bad_answer"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><MTConnectStreams>&b;</MTConnectStreams>", "bad_answer"),
    ],
)
def test_what_is_no_agent_says_so(raw, code):
    with fake_agent() as agent:
        agent.raw = raw
        with pytest.raises(AgentTrouble, match=code):
            Agent(agent.address).current()


@pytest.mark.skipif(not SAMPLE.exists(), reason="the facts are not here")
def test_the_sample_is_a_stop_by_an_emergency_stop():
    streams = streams_of(read_xml(SAMPLE.read_bytes()))
    assert (streams.instance, streams.next, streams.first) == ("1772400000", 10254806, 10123733)
    machines, (stop,) = follow({}, streams.said)
    assert machines["CNC-07"].standing == "stopped"
    assert (stop.machine, stop.ended, stop.planned) == ("CNC-07", None, False)
    assert stop.began == datetime(2026, 3, 2, 6, 29, 58, 120000, tzinfo=UTC)
