"""Work under a permit: gas readings, start, pause, going on, stop, extension, closing inspection.

Starting needs the hub: on the spot nobody may begin on what another device may have stopped. Stopping never does."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Literal

from services.core.calendar import day_of
from services.core.contractor_people import cleared
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import holders, present
from services.core.permit_forms import APPROVERS
from services.core.permits import GasReading, Permit, Reason, in_stage, may_sign, told
from services.core.plant import the_plant
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE, STAFF, Role
from services.core.shape import Range, Ref, Text
from services.core.zones import Zone

GasState = Literal["none", "good", "missing", "old", "over"]
MOST_READINGS = 200
MOST_AT_ONCE = 20
PermitRef = Annotated[str, Ref("permit")]


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One gas as the detector shows it."""

    gas: Annotated[str, Text(most=30)]
    value: Annotated[float, Range(0, 1_000_000)]


def last_reading(permit: Permit, gas: str) -> GasReading | None:
    """The newest reading of a gas."""
    return max((one for one in permit.readings if one.gas == gas), key=lambda one: one.at, default=None)


def gas_state(permit: Permit, now: datetime, minutes: int | None = None) -> GasState:
    """What the newest readings of the gases that must be measured come to: beyond a limit, older than so many minutes
    (those of the start, unless told otherwise), one of them missing; or good. A reading from after `now` is no older
    than it."""
    if not permit.gases:
        return "none"
    newest = [(limit, last_reading(permit, limit.gas)) for limit in permit.gases]
    if any(one is not None and not limit.holds(one.value) for limit, one in newest):
        return "over"
    if any(one is None for _, one in newest):
        return "missing"
    allowed = timedelta(minutes=permit.fresh_min if minutes is None else minutes)
    old = any(one is not None and now - one.at > allowed for _, one in newest)
    return "old" if old else "good"


def gas_due(permit: Permit, now: datetime) -> bool:
    """Whether a reading is due while the work goes on."""
    running = permit.stage == "running" and permit.every_min > 0
    return running and gas_state(permit, now, permit.every_min) in ("old", "missing")


def on_site(context: Context, permit: Permit) -> bool:
    """Whether the actor has a part in the work, or leads in the plant."""
    return context.actor.person in permit.party or context.actor.has(*LEADERS)


def alarmed(look: Look, permit: Permit, message: str) -> list[Change]:
    """Whoever answers for the work, the zone and the plant's safety hears of it."""
    zone = required(look, Zone, permit.zone)
    office = [one.id for role in (Role.SAFETY_OFFICER, Role.EHS_MANAGER) for one in holders(look, role)]
    people = tuple(dict.fromkeys(filter(None, (permit.leader, permit.guardian, zone.supervisor, *office))))
    return [Tell(people, message, permit.id, told(permit, zone) | {"level": "critical"})]


@operation("permits.read_gas", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class ReadGas:
    """What the detector shows, read by somebody at the work. Beyond a limit, work that goes on is paused at
    once, until a reading is good again."""

    permit: PermitRef
    measured: tuple[Measured, ...]
    spot: Annotated[str, Text(most=40, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        permit = in_stage(look, self.permit, "applied", "approved", "running", "paused")
        limits = {one.gas: one for one in permit.gases}
        if not on_site(context, permit):
            raise Refused("permit_not_yours", number=permit.number or "")
        if (
            not self.measured
            or len(self.measured) > MOST_AT_ONCE
            or any(one.gas not in limits for one in self.measured)
        ):
            raise Refused("permit_gas_unknown")
        read = [
            GasReading(gas=one.gas, value=one.value, at=context.now, by=context.actor.person, spot=self.spot)
            for one in self.measured
        ]
        after = replace(permit, readings=_kept([*permit.readings, *read]))
        over = any(not limits[one.gas].holds(one.value) for one in read)
        if not over or permit.stage != "running":
            return [Put(after)]
        paused = replace(after, stage="paused", reason="")
        return [Put(paused), *alarmed(look, paused, "permit_gas_over")]


def _kept(readings: Sequence[GasReading]) -> tuple[GasReading, ...]:
    """The newest ones; the journal has all of them."""
    return tuple(readings[-MOST_READINGS:])


def _may_begin(context: Context, look: Look, permit: Permit) -> None:
    """Raises Refused: permit_not_yours, permit_too_early, permit_expired, permit_gas_missing, _old, _over, and what
    `certified` and `cleared` refuse."""
    number = permit.number or ""
    if context.actor.person not in (permit.leader, permit.guardian) and not context.actor.has(*OFFICE):
        raise Refused("permit_not_yours", number=number)
    if context.now < permit.begins_at:
        raise Refused("permit_too_early", number=number)
    if context.now > permit.ends_at:
        raise Refused("permit_expired", number=number)
    state = gas_state(permit, context.now)
    if state == "missing":
        raise Refused("permit_gas_missing")
    if state == "old":
        raise Refused("permit_gas_old", minutes=permit.fresh_min)
    if state == "over":
        raise Refused("permit_gas_over")
    certified(look, context.now, permit)
    cleared(look, context.now, permit.contractor, [permit.leader, permit.guardian, *permit.workers])


def certified(look: Look, now: datetime, permit: Permit) -> None:
    """Somebody at the work holds a valid certificate of each trade that the form names, as far as the plant keeps such
    certificates. Raises Refused: permit_trade_missing."""
    today = day_of(look, now)
    if "training" in the_plant(look).modules_off:
        return
    for trade in permit.trades:
        kept = [one for one in look.find("certificate") if one.trade == trade and one.withdrawn_at is None]
        good = [one.person for one in kept if one.until is None or one.until >= today]
        if kept and not set(good) & {permit.leader, *permit.workers}:
            raise Refused("permit_trade_missing", number=permit.number or "", trade=trade)


@operation("permits.start", roles=STAFF, offline=False)
@dataclass(frozen=True, kw_only=True)
class Start:
    """The work begins: all have signed, its time has come, the gas has just been measured and is within its limits."""

    permit: PermitRef

    def decide(self, context: Context, look: Look) -> list[Change]:
        permit = in_stage(look, self.permit, "approved")
        _may_begin(context, look, permit)
        return [Put(replace(permit, stage="running", started_at=context.now, started_by=context.actor.person))]


@operation("permits.pause", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Pause:
    """The work rests; before it goes on, the gas is measured anew."""

    permit: PermitRef
    reason: Annotated[str, Text(most=200, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        permit = in_stage(look, self.permit, "running")
        if not on_site(context, permit):
            raise Refused("permit_not_yours", number=permit.number or "")
        return [Put(replace(permit, stage="paused", reason=self.reason))]


@operation("permits.resume", roles=STAFF, offline=False)
@dataclass(frozen=True, kw_only=True)
class Resume:
    """It goes on, under what holds for the start."""

    permit: PermitRef

    def decide(self, context: Context, look: Look) -> list[Change]:
        permit = in_stage(look, self.permit, "paused")
        _may_begin(context, look, permit)
        return [Put(replace(permit, stage="running", reason=""))]


@operation("permits.stop", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Stop:
    """The work is cut off for good, by anybody who sees a danger; what is left is the closing inspection."""

    permit: PermitRef
    reason: Reason

    def decide(self, context: Context, look: Look) -> list[Change]:
        permit = in_stage(look, self.permit, "approved", "running", "paused")
        after = replace(permit, stage="stopped", reason=self.reason, stopped_at=context.now)
        return [Put(after), *alarmed(look, after, "permit_stopped")]


@operation("permits.extend", roles=LEADERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class Extend:
    """More time while it still holds, by somebody who may approve it; never beyond what its level allows."""

    permit: PermitRef
    ends_at: datetime

    def decide(self, context: Context, look: Look) -> list[Change]:
        permit = in_stage(look, self.permit, "approved", "running", "paused")
        zone, person, number = (
            required(look, Zone, permit.zone),
            present(look, context.actor.person or ""),
            permit.number,
        )
        unsigned = replace(permit, signed=())
        if not any(may_sign(unsigned, zone, person, one) for one in permit.signs if one in APPROVERS):
            raise Refused("permit_not_yours", number=number or "")
        if context.now > permit.ends_at:
            raise Refused("permit_expired", number=number or "")
        if permit.extensions < 1:
            raise Refused("permit_no_extension", number=number or "")
        if self.ends_at <= permit.ends_at:
            raise Refused("permit_times_wrong")
        if self.ends_at - permit.begins_at > timedelta(hours=permit.most_hours):
            raise Refused("permit_too_long", hours=f"{permit.most_hours:g}")
        return [Put(replace(permit, ends_at=self.ends_at, extensions=permit.extensions - 1))]


@operation("permits.close", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Close:
    """The closing inspection by somebody else than the leader and the workers: every point of it is in order."""

    permit: PermitRef
    checked: tuple[Annotated[str, Text(most=120)], ...]
    note: Annotated[str, Text(most=300, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        permit = in_stage(look, self.permit, "approved", "running", "paused", "stopped")
        person = context.actor.person
        zone = required(look, Zone, permit.zone)
        may = person in (permit.guardian, zone.supervisor) or context.actor.has(*LEADERS)
        if not may or person in (permit.leader, *permit.workers):
            raise Refused("permit_closed_by_other", number=permit.number or "")
        missing = [one for one in permit.closing if one not in self.checked]
        if missing:
            raise Refused("permit_closing_open", count=len(missing))
        closed = replace(permit, stage="closed", closed_at=context.now, closed_by=person, closing_note=self.note)
        return [Put(closed)]
