"""Work permits (作业票): applied for, measures confirmed, signed in order; the work itself is in `permit_work`."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from services.core.contractor_people import cleared
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import Person, present
from services.core.permit_forms import APPROVERS, GasLimit, Sign, Work, WorkLevel, form_of
from services.core.plant import day_number
from services.core.posts import Trades
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, OFFICE, STAFF, Role
from services.core.shape import Ref, Text
from services.core.zones import Zone, living_zone

Stage = Literal["applied", "approved", "running", "paused", "stopped", "closed", "rejected"]
LIVING: tuple[Stage, ...] = ("applied", "approved", "running", "paused", "stopped")
Reason = Annotated[str, Text(most=200)]
MOST_WORKERS = 40


@dataclass(frozen=True, kw_only=True)
class Signed:
    """Who signed in which part, and when."""

    sign: Sign
    person: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class GasReading:
    """What a detector said of one gas at `at`, who read it, and at which spot."""

    gas: str
    value: float
    at: datetime
    by: str | None = None
    spot: str = ""


@record("permit", indexed=("zone", "stage", "number", "contractor"), called="number")
@dataclass(frozen=True, kw_only=True)
class Permit:
    """What the form asked for when it was applied for stands in it (`signs`, `measures`, `closing`, `gases`, `trades`,
    minutes, hours, extensions left). `confirmed` are the measures that are in place, `not_needed` those that do not
    apply here. It holds from `begins_at` to `ends_at`; `reason` is why it was paused, stopped or
    rejected, `warned_for` of which end its people have been told."""

    id: str
    work: Work
    work_level: WorkLevel
    zone: str
    place: str
    task: str
    begins_at: datetime
    ends_at: datetime
    leader: str
    guardian: str
    stage: Stage = "applied"
    number: str | None = None
    applicant: str | None = None
    applied_at: datetime
    contractor: str | None = None
    workers: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    measures: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    gases: tuple[GasLimit, ...] = ()
    trades: Trades = ()
    fresh_min: int = 30
    every_min: int = 0
    most_hours: float = 24.0
    extensions: int = 0
    confirmed: tuple[str, ...] = ()
    not_needed: tuple[str, ...] = ()
    signed: tuple[Signed, ...] = ()
    readings: tuple[GasReading, ...] = ()
    started_at: datetime | None = None
    started_by: str | None = None
    reason: str = ""
    closed_at: datetime | None = None
    closed_by: str | None = None
    closing_note: str = ""
    stopped_at: datetime | None = None
    warned_for: datetime | None = None
    form_version: int = 1

    @property
    def next_sign(self) -> Sign | None:
        """Whose signature is wanted next; None when all have signed."""
        return self.signs[len(self.signed)] if len(self.signed) < len(self.signs) else None

    @property
    def open_measures(self) -> tuple[str, ...]:
        """The measures of which nobody has said whether they are in place."""
        return tuple(one for one in self.measures if one not in self.confirmed and one not in self.not_needed)

    @property
    def party(self) -> frozenset[str]:
        """Who has a part in the work itself, so that none of them may approve it."""
        return frozenset(filter(None, (self.applicant, self.leader, self.guardian, *self.workers)))

    def expired(self, now: datetime) -> bool:
        """Whether its time is over and it has not been closed."""
        return self.stage in LIVING and now > self.ends_at


def in_stage(look: Look, permit: str, *stages: Stage) -> Permit:
    """The permit, which must be in one of these stages. Raises Refused: no_such_record, permit_stage_wrong."""
    found = required(look, Permit, permit)
    if found.stage not in stages:
        raise Refused("permit_stage_wrong", number=found.number or "", stage=found.stage)
    return found


def told(permit: Permit, zone: Zone) -> dict[str, Any]:
    """The facts that a message about the permit needs; none of them is about a person."""
    return {"number": permit.number or "", "zone": zone.name, "work": permit.work, "reason": permit.reason,
            "ends_at": permit.ends_at.isoformat()}  # fmt: skip


def may_sign(permit: Permit, zone: Zone, person: Person, sign: Sign) -> bool:
    """Whether the person can sign in this part: who is named in the permit, or who holds the office and has no part in
    the work. A zone without a supervisor is answered for by any leader."""
    if sign in ("work_leader", "guardian"):
        return person.id == (permit.leader if sign == "work_leader" else permit.guardian)
    if person.id in permit.party or any(one.person == person.id for one in permit.signed):
        return False
    held = set(person.roles)
    if sign == "zone_owner":
        return person.id == zone.supervisor or (zone.supervisor is None and bool(held & LEADERS))
    offices = {"department": {Role.DEPARTMENT_MANAGER}, "safety": set(OFFICE), "manager": {Role.EHS_MANAGER}}
    return bool(held & offices[sign])


def to_sign(look: Look, permit: Permit) -> tuple[str, ...]:
    """Whose signature is awaited next, as ids of people."""
    sign, zone = permit.next_sign, look.get("zone", permit.zone)
    if sign is None or zone is None:
        return ()
    return tuple(one.id for one in look.find("person") if one.here and may_sign(permit, zone, one, sign))


@operation("permits.apply", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Apply:
    """A permit is asked for. People of a contractor must be inducted and not be on the black list."""

    work: Work
    work_level: WorkLevel
    zone: Annotated[str, Ref("zone")]
    place: Annotated[str, Text(most=80, least=0)] = ""
    task: Annotated[str, Text(most=300)]
    begins_at: datetime
    ends_at: datetime
    leader: Annotated[str, Ref("person")]
    guardian: Annotated[str, Ref("person")]
    workers: tuple[Annotated[str, Ref("person")], ...] = ()
    contractor: Annotated[str, Ref("contractor")] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone, form = living_zone(look, self.zone), form_of(look, self.work)
        hours = form.level(self.work_level).hours
        self._in_time(context, hours)
        self._people_fit(context, look)
        permit = Permit(
            id=context.id,
            number=day_number(context, look, "ZY", "permit"),
            applicant=context.actor.person,
            applied_at=context.now,
            signs=form.signed_by(self.work_level),
            measures=form.measures,
            closing=form.closing,
            gases=form.gases,
            trades=form.trades,
            fresh_min=form.fresh_min,
            every_min=form.every_min,
            most_hours=hours,
            extensions=form.extensions,
            form_version=form.version,
            **{name: getattr(self, name) for name in self.__dataclass_fields__},
        )
        return [Put(permit), *tell_signers(look, permit, zone)]

    def _in_time(self, context: Context, hours: float) -> None:
        if self.ends_at <= self.begins_at or self.ends_at <= context.now:
            raise Refused("permit_times_wrong")
        if self.ends_at - self.begins_at > timedelta(hours=hours):
            raise Refused("permit_too_long", hours=f"{hours:g}")

    def _people_fit(self, context: Context, look: Look) -> None:
        if self.guardian == self.leader or self.guardian in self.workers:
            raise Refused("guardian_works")
        if len(self.workers) > MOST_WORKERS:
            raise Refused("permit_workers_many", most=MOST_WORKERS)
        cleared(look, context.now, self.contractor, [self.leader, self.guardian, *self.workers])


def tell_signers(look: Look, permit: Permit, zone: Zone) -> list[Change]:
    """Those whose signature is awaited hear of it."""
    people = to_sign(look, permit)
    return [Tell(people, "permit_to_sign", permit.id, told(permit, zone))] if people else []


@operation("permits.confirm", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Confirm:
    """The measures of the form, each in place or not needed here, said on the spot by the leader or the guardian, or by
    a leader of the plant. What is not named stays open."""

    permit: Annotated[str, Ref("permit")]
    confirmed: tuple[Annotated[str, Text(most=120)], ...] = ()
    not_needed: tuple[Annotated[str, Text(most=120)], ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        permit = in_stage(look, self.permit, "applied")
        if context.actor.person not in (permit.leader, permit.guardian) and not context.actor.has(*LEADERS):
            raise Refused("permit_not_yours", number=permit.number or "")
        if any(one.sign in APPROVERS for one in permit.signed):
            raise Refused("permit_signed_already", number=permit.number or "")
        if set(self.confirmed) & set(self.not_needed) or not set(permit.measures).issuperset(
            (*self.confirmed, *self.not_needed)
        ):
            raise Refused("permit_measure_unknown")
        return [Put(replace(permit, confirmed=self.confirmed, not_needed=self.not_needed))]


@operation("permits.sign", roles=STAFF, offline=False)
@dataclass(frozen=True, kw_only=True)
class SignPermit:
    """The next signature. Different people sign: who has a part in the work approves nothing, nobody approves twice.
    With the last one the work may begin."""

    permit: Annotated[str, Ref("permit")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        permit = in_stage(look, self.permit, "applied")
        zone, person, sign = (
            required(look, Zone, permit.zone),
            present(look, context.actor.person or ""),
            permit.next_sign,
        )
        if sign is None or not may_sign(permit, zone, person, sign):
            raise Refused("permit_not_your_turn", number=permit.number or "")
        if context.now > permit.ends_at:
            raise Refused("permit_expired", number=permit.number or "")
        if permit.open_measures:
            raise Refused("permit_measures_open", count=len(permit.open_measures))
        cleared(look, context.now, permit.contractor, [permit.leader, permit.guardian, *permit.workers])
        after = replace(permit, signed=(*permit.signed, Signed(sign=sign, person=person.id, at=context.now)))
        if after.next_sign is not None:
            return [Put(after), *tell_signers(look, after, zone)]
        ready = Tell((permit.leader, permit.guardian), "permit_approved", permit.id, told(permit, zone))
        return [Put(replace(after, stage="approved")), ready]


@operation("permits.reject", roles=STAFF)
@dataclass(frozen=True, kw_only=True)
class Reject:
    """Not granted, by whoever could sign for it or the office; or taken back by who applied. Work has not begun."""

    permit: Annotated[str, Ref("permit")]
    reason: Reason

    def decide(self, context: Context, look: Look) -> list[Change]:
        permit = in_stage(look, self.permit, "applied", "approved")
        zone, person = required(look, Zone, permit.zone), present(look, context.actor.person or "")
        signer = any(may_sign(permit, zone, person, one) for one in permit.signs)
        if not (signer or person.id == permit.applicant or context.actor.has(*OFFICE)):
            raise Refused("permit_not_yours", number=permit.number or "")
        after = replace(permit, stage="rejected", reason=self.reason)
        whom = tuple({permit.applicant, permit.leader} - {None, person.id})
        return [Put(after), *([Tell(whom, "permit_rejected", permit.id, told(after, zone))] if whom else [])]  # type: ignore[arg-type]
