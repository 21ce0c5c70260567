"""What the page says, put together once a refresh on one snapshot of the store, in a task."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from desktop.syncing import SyncState
from desktop.views.floor_plan.facts import old_news
from services.core.people import Person
from services.core.training import TRAINERS
from services.core.trend import reaches_limit
from services.core.zones import Floor
from services.store.queries.backups import Troubles, troubles_for
from services.store.queries.conflicts import ConflictRow, conflict_rows
from services.store.queries.contractors import Ending, endings_for
from services.store.queries.due_today import DueToday, due_today
from services.store.queries.first_steps import FirstSteps, first_steps
from services.store.queries.labels import ReplacementRow, replacements_for
from services.store.queries.people import floor_rows
from services.store.queries.permits import PermitsToday, permits_today
from services.store.queries.status import ZoneStatus, open_hazards, zone_statuses
from services.store.queries.today import (
    Danger,
    Mine,
    Probe,
    RoundsToday,
    in_danger,
    probes,
    rounds_today,
    waiting_for,
)
from services.store.queries.training import barred_names
from services.store.records import Records

if TYPE_CHECKING:
    from services.sync.readings import LastHour

NO_PERMITS, NO_TROUBLES, NOTHING_DUE = PermitsToday(), Troubles(), DueToday()
STUCK = timedelta(minutes=1)
State = Literal["over", "climbing", "silent", "calm"]


@dataclass(frozen=True)
class Gauge:
    """How a sensor is. `state`, as the hub has noted it: beyond a limit (since `since`), not heard of for too long, or
    calm; and by its last hour on its way to a limit (passed at `reaches_at` at that pace). `as_of` and `value` are its
    newest reading, where that is known; `old`: it has been silent since, so that nobody knows what it is now."""

    probe: Probe
    state: State
    value: float | None
    as_of: datetime
    old: bool
    since: datetime | None = None
    reaches_at: datetime | None = None

    @property
    def upwards(self) -> bool:
        """Whether it is the upper of its limits that it is nearer to, or beyond."""
        sensor = self.probe.sensor
        if sensor.beyond or self.value is None:
            return sensor.beyond != "low"
        if sensor.limit_high is None or sensor.limit_low is None:
            return sensor.limit_high is not None
        return self.value > (sensor.limit_high + sensor.limit_low) / 2


@dataclass(frozen=True)
class Facts:
    """All of it at one moment. `seen_at` is the moment of the newest news, where the hub has been out of reach for so
    long that nobody can say how the zones are; `stuck` are the changes made here that wait for longer than they
    should; `labels` what I have to replace on the wall; `barred` the names of those who may not work today, for whoever
    leads; `permits` work in danger and what I have to sign; `endings` papers and inductions of contractors that end
    soon, for the office; `steps` how far the plant is set up, for whoever does that; `keeping` what is wrong with
    backups and the hub's disk, for whoever looks after them; `due` what else waits for me."""

    now: datetime
    me: Person | None
    danger: Danger
    gauges: tuple[Gauge, ...]
    mine: Mine
    conflicts: tuple[ConflictRow, ...]
    rounds: RoundsToday
    open: int
    floors: tuple[Floor, ...]
    zones: tuple[ZoneStatus, ...]
    unconfirmed: frozenset[str]
    state: SyncState
    seen_at: datetime | None
    stuck: int
    labels: tuple[ReplacementRow, ...] = ()
    barred: tuple[str, ...] = ()
    permits: PermitsToday = NO_PERMITS
    endings: tuple[Ending, ...] = ()
    steps: FirstSteps | None = None
    keeping: Troubles = NO_TROUBLES
    due: DueToday = NOTHING_DUE

    @property
    def alarming(self) -> tuple[Gauge, ...]:
        """Sensors beyond a limit, then those on their way to one, the soonest first."""
        found = [one for one in self.gauges if one.state in ("over", "climbing")]
        return tuple(
            sorted(found, key=lambda one: (one.state != "over", one.reaches_at or one.as_of, one.probe.sensor.id))
        )

    @property
    def silent(self) -> tuple[Gauge, ...]:
        """Sensors that have not been heard of for too long, the longest first."""
        return tuple(sorted((one for one in self.gauges if one.state == "silent"), key=lambda one: one.as_of))

    @property
    def unseen(self) -> bool:
        """Whether the hub can't be reached, or syncing has stopped."""
        return self.state.hub in ("unreachable", "signed_out") or self.state.trouble is not None


NOTHING_MINE = Mine((), (), (), ())


def gather(
    look: Records,
    now: datetime,
    me: str | None,
    state: SyncState,
    unconfirmed: Collection[str],
    hour: "LastHour | None",
) -> Facts | None:
    """See Facts; None while the plant is not here yet."""
    if not look.find("plant"):
        return None
    person = look.get("person", me) if me else None
    return Facts(
        now,
        person,
        in_danger(look, now, me),
        gauges(probes(look), hour),
        waiting_for(look, person, now, unconfirmed) if person else NOTHING_MINE,
        conflict_rows(look),
        rounds_today(look, now),
        len(open_hazards(look)),
        floor_rows(look),
        zone_statuses(look, now),
        frozenset(unconfirmed),
        state,
        old_news(state, now),
        state.waiting if _stuck(state, now) else 0,
        replacements_for(look, person),
        barred_names(look, now) if person is not None and not TRAINERS.isdisjoint(person.roles) else (),
        permits_today(look, person, now),
        endings_for(look, person, now),
        first_steps(look, person),
        troubles_for(look, person),
        due_today(look, person, now),
    )


def gauges(here: tuple[Probe, ...], hour: "LastHour | None") -> tuple[Gauge, ...]:
    """How each sensor is of which anything can be said: as the hub has noted it, with its readings where known."""
    return tuple(found for found in (_gauge(probe, hour) for probe in here) if found is not None)


def _gauge(probe: Probe, hour: "LastHour | None") -> Gauge | None:
    sensor = probe.sensor
    newest = hour.newest.get(sensor.id) if hour else None
    noted = sensor.hearing_since if sensor.hearing == "silent" else sensor.beyond_since
    as_of = newest.at if newest else noted
    if as_of is None:
        return None
    value, old = newest.value if newest else None, sensor.hearing == "silent"
    if sensor.beyond:
        return Gauge(probe, "over", value, as_of, old, since=sensor.beyond_since)
    minutes = hour.minutes.get(sensor.id, ()) if hour else ()
    reaches = reaches_limit(sensor, [(one.begins, one.mean) for one in minutes])
    state: State = "climbing" if reaches else "silent" if old else "calm"
    return Gauge(probe, state, value, as_of, old, reaches_at=reaches)


def _stuck(state: SyncState, now: datetime) -> bool:
    """Whether what waits has not just been done and is about to go."""
    oldest = state.by_hub(state.oldest) if state.oldest else now
    return state.waiting > 0 and (state.hub != "in_step" or state.trouble is not None or now - oldest > STUCK)
