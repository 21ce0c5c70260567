"""Clocks that jump, on consoles and at the hub: what happened keeps its order, deadlines follow the hub's time, and no
time is further off than what is known of it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.operation import Actor
from services.core.shape import utc_moment, utc_text
from services.store.journal import Request
from services.store.queries.journal import entry_rows
from services.store.records import Records
from services.store.replica import Replica
from services.store.verify import verify
from services.sync.clock import LONGEST_AWAY, Effective, effective, effectives
from tests.makers import BEFORE, NOON, Held, operation, person, plant, team, zone
from tests.services.sync.desks import Office, in_step
from tests.services.sync.drifting import Drifting

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)
NOTHING = timedelta()
JUMPS: dict[str, timedelta | datetime] = {
    "an hour ahead": HOUR,
    "an hour behind": -HOUR,
    "a day ahead": DAY,
    "a day behind": -DAY,
    "1970": datetime(1970, 1, 1, tzinfo=UTC),
    "after 2038": datetime(2038, 1, 20, tzinfo=UTC),
    "9999": datetime(9999, 12, 30, tzinfo=UTC),
}


@pytest.fixture
def world(office: Office, tmp_path: Path) -> Iterator[Drifting]:
    made = Drifting(office, tmp_path / "desk", office.people["孙丽"])
    yield made
    made.desk.close()


def sound(world: Drifting) -> None:
    """What holds whatever the clocks do: the desk's order is the chain's, and every time lies within its bounds."""
    bodies = world.bodies()
    assert [body["operation"] for body in bodies] == list(world.made)
    assert [body["n"] for body in bodies] == list(range(1, len(bodies) + 1))
    before = ""
    for body in bodies:
        at, received = utc_moment(body["at"]), utc_moment(body["received_at"])
        assert received - LONGEST_AWAY <= at <= received
        assert body["at"] >= before or before > body["received_at"], "only a hub that was put back may go back"
        before = body["at"]
    with world.office.hub.store.database.reading() as connection:
        assert verify(connection).whole
        rows = entry_rows(Records(connection), most=len(bodies) + 9)
    assert [row.seq for row in rows] == sorted((row.seq for row in rows), reverse=True)
    assert in_step(world.office, world.desk)


def exact(world: Drifting, *ids: str) -> None:
    for id_ in ids:
        body = world.body(id_)
        assert utc_moment(body["at"]) == world.made[id_]
        assert "time_uncertain" not in body


def hazard(world: Drifting, id_: str) -> Any:
    with world.office.hub.store.look() as look:
        return look.get("hazard", id_)


def reported(world: Drifting, photo: bytes = b"before") -> str:
    return world.act("hazards.report", zone=world.office.zone, photos=[world.office.blob(photo)])


def within_a_boot(world: Drifting, jump: timedelta | datetime) -> None:
    """The desk's clock jumps before, between and after what is done, and the machine is not started anew."""
    first = world.act("zones.rename", zone=world.office.zone, name="甲")
    world.jump(jump)
    second = reported(world)
    world.jump(-HOUR)
    third = world.act("zones.rename", zone=world.office.zone, name="乙")
    world.jump(jump)
    world.sync(after=2 * HOUR)
    sound(world)
    exact(world, first, second, third)
    one = hazard(world, second)
    assert (one.reported_at, one.due_at) == (world.made[second], world.made[second] + 48 * HOUR)
    assert one.number.startswith("YH-20260302-")
    assert (one.overdue(one.due_at), one.overdue(one.due_at + MINUTE)) == (False, True)


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_desk_whose_clock_jumps_tells_the_right_time_within_a_boot(world: Drifting, jump: Any) -> None:
    within_a_boot(world, jump)


def across_boots(world: Drifting, jump: timedelta | datetime) -> None:
    """What was done before the machine started anew, with a clock that is another by now, waits for the hub."""
    known = world.act("zones.rename", zone=world.office.zone, name="甲")
    world.sync()
    away = reported(world)
    later = world.act("zones.rename", zone=world.office.zone, name="乙")
    world.boot()
    world.jump(jump)
    fresh = world.act("zones.rename", zone=world.office.zone, name="丙")
    world.sync(after=HOUR)
    sound(world)
    exact(world, known, fresh)
    for id_ in (away, later):
        body = world.body(id_)
        assert body["time_uncertain"] is True
        assert world.made[known] <= utc_moment(body["at"]) <= utc_moment(body["received_at"])
    one = hazard(world, away)
    assert one.due_at <= world.office.now + 48 * HOUR, "a clock that is ahead brings no more time"
    assert one.overdue(world.office.now + 49 * HOUR)


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_desk_that_starts_anew_with_another_clock_is_within_bounds_and_marked(world: Drifting, jump: Any) -> None:
    across_boots(world, jump)


def test_a_desk_whose_clock_is_only_off_loses_nothing_by_starting_anew(world: Drifting) -> None:
    world.jump(5 * HOUR)
    away = reported(world)
    world.boot()
    world.sync(after=HOUR)
    body = world.body(away)
    assert (utc_moment(body["at"]), body["time_uncertain"]) == (world.made[away], True)


@pytest.mark.parametrize("jump", [HOUR, DAY, 12 * 365 * DAY])
def test_a_hub_whose_clock_is_ahead_and_put_back(world: Drifting, jump: timedelta) -> None:
    early = reported(world, b"one")
    world.sync()
    world.hub_jumps(jump)
    ahead = reported(world, b"two")
    world.sync()
    world.hub_jumps(NOTHING)
    after = reported(world, b"three")
    world.sync()
    sound(world)
    exact(world, early, after)
    assert utc_moment(world.body(ahead)["at"]) == world.made[ahead] + jump
    numbers = [hazard(world, id_).number for id_ in (early, ahead, after)]
    assert len(set(numbers)) == 3
    assert hazard(world, after).number.startswith("YH-20260302-")
    assert hazard(world, after).due_at == world.made[after] + 48 * HOUR, "the hub's mistake is not carried on"


def test_a_hub_whose_clock_lags_and_is_put_right(world: Drifting) -> None:
    world.hub_jumps(-DAY)
    behind = reported(world, b"one")
    world.sync()
    world.hub_jumps(NOTHING)
    right = reported(world, b"two")
    world.sync()
    sound(world)
    exact(world, right)
    assert hazard(world, behind).number == "YH-20260301-0001", "by the day that the hub knew"
    assert hazard(world, behind).overdue(world.office.now + 48 * HOUR)


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_round_measures_by_how_much_the_desk_is_off(world: Drifting, jump: Any) -> None:
    world.jump(jump)
    assert world.sync().skew == world.ahead
    world.jump(NOTHING)
    assert world.sync().skew == NOTHING


# The plant's zone.


def in_berlin(moment: datetime) -> Any:
    crew = team()
    place = zone(team=crew.id, zone_class="B")
    held = Held(plant(timezone="Europe/Berlin"), crew, place, worker := person())
    held.now = moment
    return held.do("hazards.report", {"zone": place.id, "photos": [BEFORE]}, worker)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), "20260328"),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), "20260329"),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), "20260329"),  # 23 hours: clocks go forward
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), "20260330"),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), "20261025"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "20261025"),  # 02:30, the first time
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "20261025"),  # 02:30, the second time
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), "20261025"),  # 25 hours: clocks go back
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), "20261026"),
    ],
)
def test_numbers_follow_the_plants_day_and_deadlines_the_hours_that_pass(moment: datetime, day: str) -> None:
    one = in_berlin(moment)
    assert one.number == f"YH-{day}-0001"
    assert one.due_at.astimezone(UTC) - moment == 48 * HOUR


# Any jumps, in any order, without a store.

moments = st.integers(0, 2_932_889).map(lambda days: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=days))
jumps = st.one_of(st.sampled_from([HOUR, -HOUR, DAY, -DAY, NOTHING]), moments)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("wall"), jumps),
        st.tuples(st.just("hub"), st.sampled_from([HOUR, -HOUR, DAY, -DAY, NOTHING])),
        st.tuples(st.just("boot"), st.none()),
        st.tuples(st.just("act"), st.none()),
        st.tuples(st.just("send"), st.none()),
    ),
    max_size=40,
)


class Life:
    """A device's clocks, what it did, and what the hub makes of it."""

    def __init__(self, reckon: Callable[..., list[Effective]]) -> None:
        self.reckon = reckon
        self.true, self.hub, self.ahead = NOON, NOTHING, NOTHING
        self.boot, self.booted = 0, NOON
        self.waiting: list[tuple[datetime, Any]] = []
        self.before: str | None = None

    def step(self, what: str, value: Any) -> None:
        self.true += 7 * MINUTE
        getattr(self, what)(value)

    def wall(self, to: timedelta | datetime) -> None:
        self.ahead = to if isinstance(to, timedelta) else to - self.true

    def hub_(self, ahead: timedelta) -> None:
        self.hub = ahead

    def boots(self, _: None) -> None:
        self.boot, self.booted = self.boot + 1, self.true

    def clocks(self) -> dict[str, Any]:
        try:
            wall = self.true + self.ahead
        except OverflowError:
            wall = datetime.max.replace(tzinfo=UTC)
        return {"wall": wall, "mono": (self.true - self.booted).total_seconds(), "boot": f"boot-{self.boot}"}

    def act(self, _: None) -> None:
        here = self.clocks()
        done = operation("x", {}, made_at=here["wall"], mono=here["mono"], boot=here["boot"])
        self.waiting.append((self.true, done))

    def send(self, _: None) -> None:
        received = self.true + self.hub
        times = self.reckon([done for _, done in self.waiting], received, **self.clocks())
        for (made, done), (at, uncertain) in zip(self.waiting, times, strict=True):
            request = Request(done, Actor(), at, received, uncertain).after(self.before)
            self.check(request, made)
            self.before = utc_text(request.at)
        self.waiting.clear()

    def check(self, request: Request, made: datetime) -> None:
        before = utc_moment(self.before) if self.before else None
        put_back = before is not None and before > request.received
        assert request.received - LONGEST_AWAY <= request.at <= request.received
        assert before is None or put_back or request.at >= before
        same_boot = request.operation.boot == f"boot-{self.boot}"
        in_doubt = before is not None and not put_back and before > made + self.hub  # by an uncertain one before
        assert request.uncertain == (not same_boot or in_doubt)
        if not request.uncertain:
            assert request.at == made + self.hub, "by the hub's clock, to the microsecond"


def lived(reckon: Callable[..., list[Effective]], story: list[tuple[str, Any]]) -> None:
    life = Life(reckon)
    for what, value in [*story, ("send", None)]:
        life.step({"hub": "hub_", "boot": "boots"}.get(what, what), value)


@given(steps)
def test_no_jumps_lead_a_time_out_of_its_bounds(story: list[tuple[str, Any]]) -> None:
    lived(effectives, story)


# Faults that must show.


def trusting(done: Any, *_: Any, **__: Any) -> list[Effective]:
    return [Effective(one.made_at, False) for one in done]


def test_a_hub_that_trusts_a_desks_wall_clock_would_be_seen(world: Drifting, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AssertionError):
        lived(trusting, [("wall", HOUR), ("act", None), ("send", None)])
    monkeypatch.setattr("services.hub.hub.effectives", trusting)
    with pytest.raises(AssertionError):
        within_a_boot(world, HOUR)


def test_an_uncertain_time_that_moves_a_certain_one_would_be_seen(
    world: Drifting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.hub.hub.effectives", lambda done, *given: [effective(one, *given) for one in done])
    with pytest.raises(AssertionError):
        across_boots(world, -HOUR)


def test_an_order_by_what_clocks_said_would_be_seen(world: Drifting, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Replica.to_send
    monkeypatch.setattr(Replica, "to_send", lambda self: sorted(real(self), key=lambda one: one.made_at))
    with pytest.raises(AssertionError):
        within_a_boot(world, -DAY)


def test_a_time_before_what_the_desk_did_before_would_be_seen(world: Drifting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Request, "after", lambda self, before: self)
    world.act("zones.rename", zone=world.office.zone, name="甲")
    world.sync()
    world.act("zones.rename", zone=world.office.zone, name="乙")
    world.boot()
    world.jump(DAY)
    world.sync()
    with pytest.raises(AssertionError):
        sound(world)
