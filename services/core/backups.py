"""Backups that the hub makes by itself: when, where to and how many are kept; each one with what became of it, and the
trials whether it can be put back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import holders
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, Role
from services.core.shape import Range, Ref, Text, shapes
from services.core.shifts import clock_time

BackupState = Literal["wanted", "good", "failed", "cancelled", "gone"]
TrialState = Literal["none", "wanted", "good", "failed"]
SYSTEM_ONLY = frozenset({Role.SYSTEM})
TRIED_AGAIN = timedelta(hours=1)  # after one that failed
Count = Annotated[int, Range(0, 400)]
Trouble = Annotated[str, Text(most=40, least=0)]
Answer = Annotated[str, Text(most=300, least=0)]
OfBackup = Annotated[str, Ref("backup")]


@record("backup_plan", called="", few=True)
@dataclass(frozen=True, kw_only=True)
class BackupPlan:
    """`backup_at` is by the plant's clock; `folder` is one of the hub's machine, where it is empty the plant's own.
    Kept are the newest of so many days, weeks and months that have one. After `old_hours` without a good one people
    are told, and `old_since` says since when that is so. Every `trial_days` the newest is put back for trial; 0 never.
    """

    id: str
    active: bool = True
    backup_at: str = "02:30"
    folder: str = ""
    keep_days: int = 7
    keep_weeks: int = 4
    keep_months: int = 12
    old_hours: int = 26
    trial_days: int = 7
    old_since: datetime | None = None


@record("backup", indexed=("backup_state",), called="file")
@dataclass(frozen=True, kw_only=True)
class Backup:
    """One file. `bytes` is its size, `upto` the last entry of the journal in it, `photos` how many photos and drawings,
    `missing` how many that the journal names were not there. `trouble` is why it failed, `answer` the detail of that.
    `tried_at`, `trial` and `trial_trouble`: what became of the last trial to put it back."""

    id: str
    file: str
    backup_state: BackupState
    begun_at: datetime
    begun_by: str | None = None
    done_at: datetime | None = None
    bytes: int = 0
    upto: int = 0
    photos: int = 0
    missing: int = 0
    trouble: str = ""
    answer: str = ""
    trial: TrialState = "none"
    tried_at: datetime | None = None
    trial_trouble: str = ""


def backup_plan(look: Look) -> BackupPlan:
    """The plant's plan, or the usual one."""
    found = look.find("backup_plan")
    return found[0] if found else BackupPlan(id="")


def newest_good(look: Look) -> Backup | None:
    """The newest backup that is there and was whole when it was written."""
    return max(look.find("backup", backup_state="good"), key=lambda one: one.begun_at, default=None)


def wanted_backup(look: Look) -> Backup | None:
    """The one that is being made, or waits to be."""
    found: tuple[Backup, ...] = look.find("backup", backup_state="wanted")
    return min(found, key=lambda one: one.begun_at, default=None)


def last_time(plan: BackupPlan, timezone: str, now: datetime) -> datetime:
    """The last moment at which a backup was to be made."""
    here = now.astimezone(ZoneInfo(timezone))
    today = datetime.combine(here.date(), clock_time(plan.backup_at), here.tzinfo)
    return today if today <= now else today - timedelta(days=1)


def is_due(look: Look, now: datetime) -> datetime | None:
    """The moment for which a backup is still to be made: the last one since which none began that was good, unless one
    failed a short time ago."""
    plan, plant = backup_plan(look), the_plant(look)
    moment = last_time(plan, plant.timezone, now)
    if not plan.active or moment < plant.founded_at or wanted_backup(look):
        return None
    since = [
        one
        for state in ("good", "failed", "cancelled")
        for one in look.find("backup", backup_state=state)
        if one.begun_at >= moment
    ]
    done = any(one.backup_state != "failed" or now - one.begun_at < TRIED_AGAIN for one in since)
    return None if done else moment


def too_old(look: Look, now: datetime) -> bool:
    """Whether the newest good backup is older than it may be; a plant that has none yet is as old as itself."""
    plan, good = backup_plan(look), newest_good(look)
    since = good.begun_at if good else the_plant(look).founded_at
    return plan.active and now - since > timedelta(hours=plan.old_hours)


def to_let_go(backups: Iterable[Backup], plan: BackupPlan, timezone: str) -> list[Backup]:
    """The good ones that are no longer kept: each that is not the newest of one of the days, weeks and months that
    count. The newest of all stays whatever the plan says."""
    zone = ZoneInfo(timezone)
    newest = sorted(backups, key=lambda one: one.begun_at, reverse=True)
    kept = {one.id for one in newest[:1]}
    for many, form in ((plan.keep_days, "%Y-%m-%d"), (plan.keep_weeks, "%G-%V"), (plan.keep_months, "%Y-%m")):
        first: dict[str, str] = {}
        for one in newest:
            first.setdefault(one.begun_at.astimezone(zone).strftime(form), one.id)
        kept.update(list(first.values())[:many])
    return [one for one in newest if one.id not in kept]


def trial_due(look: Look, now: datetime) -> Backup | None:
    """The newest good backup, where it is time to try whether it can be put back; one that somebody asks for first."""
    good: tuple[Backup, ...] = look.find("backup", backup_state="good")
    asked = [one for one in good if one.trial == "wanted"]
    if asked:
        return asked[0]
    plan, newest = backup_plan(look), newest_good(look)
    if newest is None or not plan.active or not plan.trial_days or newest.trial != "none":
        return None
    tried = [one.tried_at for one in look.find("backup") if one.tried_at is not None]
    long_ago = not tried or now - max(tried) >= timedelta(days=plan.trial_days)
    return newest if long_ago else None


def looked_after_by(look: Look) -> tuple[str, ...]:
    """Those who look after the hub's machine: administrators and EHS managers."""
    people = {one.id: one for role in (Role.IT_ADMIN, Role.EHS_MANAGER) for one in holders(look, role)}
    return tuple(people)


def _begun(context: Context, look: Look, by: str | None) -> Backup:
    running = wanted_backup(look)
    if running is not None:
        raise Refused("backup_runs", file=running.file)
    here = context.now.astimezone(ZoneInfo(the_plant(look).timezone))
    name = f"anhuan-{here:%Y%m%d-%H%M%S}.zip"
    return Backup(id=context.id, file=name, backup_state="wanted", begun_at=context.now, begun_by=by)


def _running(look: Look, id_: str) -> Backup:
    one = required(look, Backup, id_)
    if one.backup_state != "wanted":
        raise Refused("backup_over", file=one.file)
    return one


@operation("backup_plans.set", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetPlan:
    """How backups are made from now on. Raises Refused: backup_folder_wrong, where the folder is not named from its
    root."""

    active: bool = True
    backup_at: Annotated[str, Text(most=5)] = "02:30"
    folder: Annotated[str, Text(most=400, least=0)] = ""
    keep_days: Annotated[int, Range(1, 400)] = 7
    keep_weeks: Count = 4
    keep_months: Count = 12
    old_hours: Annotated[int, Range(1, 1000)] = 26
    trial_days: Count = 7

    def decide(self, context: Context, look: Look) -> list[Change]:
        clock_time(self.backup_at)
        known = PurePosixPath(self.folder), PureWindowsPath(self.folder)
        if self.folder and not any(one.is_absolute() for one in known):
            raise Refused("backup_folder_wrong", folder=self.folder)
        plan = backup_plan(look)
        given = {name: getattr(self, name) for name in shapes(SetPlan)}
        return [Put(replace(plan, id=plan.id or context.id, **given))]


@operation("backups.ask", roles=ADMINISTRATION, offline=False)
@dataclass(frozen=True, kw_only=True)
class Ask:
    """A backup now. Raises Refused: backup_runs."""

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(_begun(context, look, context.actor.person))]


@operation("backups.begin", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Begin:
    """The backup of a day. Raises Refused: backup_runs."""

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(_begun(context, look, None))]


@operation("backups.cancel", roles=ADMINISTRATION | SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Cancel:
    """A backup that is being made is given up. Raises Refused: backup_over."""

    backup: OfBackup

    def decide(self, context: Context, look: Look) -> list[Change]:
        one = _running(look, self.backup)
        return [Put(replace(one, backup_state="cancelled", done_at=context.now))]


@operation("backups.finish", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Finish:
    """It is written, was read again and is whole. Raises Refused: backup_over."""

    backup: OfBackup
    bytes: Annotated[int, Range(0, 2**53)]
    upto: Annotated[int, Range(0, 2**53)]
    photos: Annotated[int, Range(0, 2**31)] = 0
    missing: Annotated[int, Range(0, 2**31)] = 0

    def decide(self, context: Context, look: Look) -> list[Change]:
        one, plan = _running(look, self.backup), backup_plan(look)
        good = replace(
            one,
            backup_state="good",
            done_at=context.now,
            bytes=self.bytes,
            upto=self.upto,
            photos=self.photos,
            missing=self.missing,
        )
        done: list[Change] = [Put(good)]
        return [*done, Put(replace(plan, old_since=None))] if plan.old_since else done


@operation("backups.fail", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Fail:
    """It could not be made: those who look after the hub's machine are told, of the tries of one day once. Raises
    Refused: backup_over."""

    backup: OfBackup
    trouble: Trouble
    answer: Answer = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        one = _running(look, self.backup)
        told = {
            "file": one.file,
            "backup_trouble": self.trouble,
            "answer": self.answer,
            "failed_at": context.now.isoformat(),
        }
        failed = replace(
            one, backup_state="failed", done_at=context.now, trouble=self.trouble, answer=self.answer[:300]
        )
        day = last_time(backup_plan(look), the_plant(look).timezone, context.now)
        known = any(other.begun_at >= day for other in look.find("backup", backup_state="failed"))
        return [Put(failed), *(() if known else (Tell(looked_after_by(look), "backup_failed", one.id, told),))]


@operation("backups.let_go", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class LetGo:
    """A file that the plan keeps no longer is gone."""

    backup: OfBackup

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(required(look, Backup, self.backup), backup_state="gone"))]


@operation("backups.try_out", roles=ADMINISTRATION, offline=False)
@dataclass(frozen=True, kw_only=True)
class TryOut:
    """Whether it can be put back is tried in a folder of its own; the plant is not touched. Raises Refused:
    backup_not_there."""

    backup: OfBackup

    def decide(self, context: Context, look: Look) -> list[Change]:
        one = required(look, Backup, self.backup)
        if one.backup_state != "good":
            raise Refused("backup_not_there", file=one.file)
        return [Put(replace(one, trial="wanted"))]


@operation("backups.tried", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Tried:
    """What became of a trial; of one that failed people are told."""

    backup: OfBackup
    trouble: Trouble = ""
    answer: Answer = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        one = required(look, Backup, self.backup)
        state: TrialState = "failed" if self.trouble else "good"
        changes: list[Change] = [Put(replace(one, trial=state, tried_at=context.now, trial_trouble=self.trouble))]
        if self.trouble:
            facts = {"file": one.file, "backup_trouble": self.trouble, "answer": self.answer}
            facts["failed_at"] = context.now.isoformat()
            changes.append(Tell(looked_after_by(look), "backup_trial_failed", one.id, facts))
        return changes


@operation("backups.miss", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Miss:
    """There has been no good backup for too long: people are told, and it is shown until there is one."""

    def decide(self, context: Context, look: Look) -> list[Change]:
        plan, good = backup_plan(look), newest_good(look)
        since = good.begun_at if good else the_plant(look).founded_at
        facts = {"hours": plan.old_hours, "last_at": since.isoformat()}
        missed = replace(plan, id=plan.id or context.id, old_since=plan.old_since or context.now)
        return [Put(missed), Tell(looked_after_by(look), "backup_old", missed.id, facts)]
