"""The thread that asks agents how machines stand, and keeps the stops that come of it. It goes on from what it asked
last; an agent that was restarted is asked anew, and what an agent no longer has is said to be lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from fastapi import APIRouter

from services.connectors.mtconnect import AT_ONCE, Agent, AgentTrouble, Streams
from services.core.machine_agents import MachineAgent, used_agent
from services.core.machines import Machine, StopSaid, follow
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, LEADERS
from services.core.shape import utc_text
from services.hub.api import TheHub, Who
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.store import stops
from services.store.facts import fact, set_fact
from services.store.journal import Answer
from services.store.stops import Stop

routes = APIRouter()
EVERY_S = 2.0
MOST_PAGES = 50  # at one look; the rest comes with the next one
HEARD_EVERY = timedelta(seconds=30)
SHOWN_DAYS = 7
MOST_SHOWN = 500


@dataclass(frozen=True)
class State:
    """What is known of an agent, kept between lives of the hub: which life it is in, what is asked for next, its
    machines, how much it no longer had, how often it was restarted, when it was heard, and what is wrong."""

    instance: str = ""
    next: int = 0
    machines: dict[str, Machine] = field(default_factory=dict)
    lost: int = 0
    restarts: int = 0
    heard_at: str = ""
    trouble: str = ""
    text: str = ""


def state_of(connection: sa.Connection, agent: str) -> State:
    """What is known of an agent."""
    found = fact(connection, f"machines/{agent}")
    if not found:
        return State()
    machines = {name: Machine.of_json(one) for name, one in found.pop("machines").items()}
    known = {name: value for name, value in found.items() if name in State.__dataclass_fields__}
    return State(**known, machines=machines)


def keep_state(connection: sa.Connection, agent: str, state: State) -> None:
    """Keeps what is known of an agent."""
    machines = {name: one.as_json() for name, one in state.machines.items()}
    set_fact(connection, f"machines/{agent}", {**state.__dict__, "machines": machines})


class Machines(Looking):
    """Looks every two seconds which agent is due."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("machines", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub
        self._asked: dict[str, datetime] = {}
        self._known: tuple[MachineAgent, ...] | None = None
        hub.store.writer.committed.append(self._on_committed)
        hub.store.follow(lambda _: self._anew())

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        if any("machine_agent" in answer.kinds for answer in answers):
            self._anew()

    def _anew(self) -> None:
        self._known = None
        self.wake()

    def look(self, now: datetime) -> None:
        """One look: whoever is due is asked."""
        if self._known is None:
            with self.hub.store.look() as look:
                self._known = tuple(one for one in look.find("machine_agent") if one.retired_at is None)
        for agent in self._known:
            before = self._asked.get(agent.id)
            if before is None or not timedelta() <= now - before < timedelta(seconds=agent.every_s):
                self._asked[agent.id] = now
                self.ask(agent, now)

    def ask(self, agent: MachineAgent, now: datetime) -> None:
        """Asks an agent what was said since."""
        with self.hub.store.look() as look:
            before = state_of(look.connection, agent.id)
        client, told = Agent(agent.address), list[StopSaid]()
        state = replace(before, trouble="", text="")
        try:
            for _ in range(MOST_PAGES):
                state, some, more = _asked(client, state)
                told += some
                if not more:
                    break
            heard = not before.heard_at or utc_text(now - HEARD_EVERY) > before.heard_at
            state = replace(state, heard_at=utc_text(now) if heard else before.heard_at)
        except AgentTrouble as trouble:
            state = replace(state, trouble=trouble.code, text=trouble.text)
        finally:
            client.close()
        if state != before or told:
            self._keep(agent, state, told, now)

    def _keep(self, agent: MachineAgent, state: State, told: list[StopSaid], now: datetime) -> None:
        found = [
            Stop(f"{agent.id}/{one.id}", agent.line_of(one.machine), one.began, now, one.ended, one.planned, one.why)
            for one in told
        ]

        def write(connection: sa.Connection) -> None:
            stops.append(connection, found)
            keep_state(connection, agent.id, state)

        self.hub.store.write(write)


def _asked(client: Agent, state: State) -> tuple[State, list[StopSaid], bool]:
    """One question: the state after it, the stops that it told of, whether there is more to ask for at once."""
    if not state.instance:
        return _anew(client, state)
    try:
        streams = client.sample(state.next)
    except AgentTrouble as trouble:
        if trouble.code != "out_of_range":
            raise
        return _anew(client, state)
    if streams.instance != state.instance or state.next < streams.first:
        return _anew(client, state)
    state, told = _followed(state, streams)
    return state, told, len(streams.said) >= AT_ONCE


def _anew(client: Agent, state: State) -> tuple[State, list[StopSaid], bool]:
    """By how everything stands now: the first time, after a restart, and where what was said in between is lost. A stop
    that goes on goes on."""
    streams = client.current()
    restarted = bool(state.instance) and streams.instance != state.instance
    lost = max(0, streams.first - state.next) if state.instance and not restarted else 0
    state = replace(state, lost=state.lost + lost, restarts=state.restarts + restarted)
    state, told = _followed(state, streams)
    return state, told, False


def _followed(state: State, streams: Streams) -> tuple[State, list[StopSaid]]:
    machines, told = follow(state.machines, streams.said)
    return replace(state, instance=streams.instance, next=streams.next, machines=machines), told


@routes.get("/api/machines")
def machines(hub: TheHub, actor: Who) -> dict[str, Any]:
    """The stops of the last days, the latest first, and how the agents stand. Raises Refused: not_allowed."""
    if not actor.has(*LEADERS, *ADMINISTRATION):
        raise Refused("not_allowed", kind="machine_agents.add")
    now = hub.now()
    with hub.store.look() as look:
        agents = [one for one in look.find("machine_agent") if one.retired_at is None]
        states = {one.id: state_of(look.connection, one.id) for one in agents}
        some = stops.between(look.connection, now - timedelta(days=SHOWN_DAYS), now)
    return {
        "agents": [_agent_json(one, states[one.id]) for one in agents],
        "stops": [_stop_json(one) for one in reversed(some[-MOST_SHOWN:])],
    }


def _agent_json(agent: MachineAgent, state: State) -> dict[str, Any]:
    word = state.trouble or ("heard" if state.heard_at else "silent")
    standing = {name: one.standing for name, one in sorted(state.machines.items())}
    told = {name: getattr(state, name) for name in ("heard_at", "text", "lost", "restarts")}
    return {"id": agent.id, "word": word, "machines": standing, **told}


def _stop_json(one: Stop) -> dict[str, Any]:
    ended = utc_text(one.ended) if one.ended else None
    return {"id": one.stop, "line": one.line, "began": utc_text(one.began), "ended": ended, "planned": one.planned,
            "reason": one.reason}  # fmt: skip


@routes.post("/api/machines/{agent}/test")
def test(hub: TheHub, actor: Who, agent: str) -> dict[str, Any]:
    """Asks an agent now which machines it knows; what is wrong as a code. Raises Refused: not_allowed."""
    if not actor.has(*ADMINISTRATION):
        raise Refused("not_allowed", kind="machine_agents.add")
    with hub.store.look() as look:
        found = used_agent(look, agent)
    client = Agent(found.address)
    try:
        names = client.machines()
    except AgentTrouble as trouble:
        return {"ok": False, "code": trouble.code, "text": trouble.text, "machines": []}
    finally:
        client.close()
    return {"ok": bool(names), "code": "ok" if names else "no_machines", "text": "", "machines": list(names)}
