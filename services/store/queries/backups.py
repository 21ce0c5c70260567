"""How the plant's backups stand, as its records tell."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.core.backups import Backup, BackupPlan, backup_plan, last_time, newest_good, wanted_backup
from services.core.keeping import KeepingPolicy, keeping_policy
from services.core.people import Person
from services.core.plant import the_plant
from services.core.roles import ADMINISTRATION
from services.store.records import Records

MOST = 6


@dataclass(frozen=True)
class BackupsNow:
    """The plan, the newest that is good, the one that is being made, the latest of all, and when the next is due (None
    where none is made by itself)."""

    plan: BackupPlan
    newest: Backup | None
    running: Backup | None
    latest: tuple[Backup, ...]
    next_at: datetime | None


@dataclass(frozen=True)
class Troubles:
    """What those who look after the hub's machine must see: since when backups are too old, the last backup where it
    failed or does not pass a trial, and the policy whose disk is nearly full."""

    old_since: datetime | None = None
    failed: Backup | None = None
    disk: KeepingPolicy | None = None


def backups_now(look: Records, now: datetime) -> BackupsNow:
    """See BackupsNow. Raises Refused: no_plant."""
    plan = backup_plan(look)
    latest = sorted(look.find("backup"), key=lambda one: one.begun_at, reverse=True)[:MOST]
    following = last_time(plan, the_plant(look).timezone, now) + timedelta(days=1)
    return BackupsNow(plan, newest_good(look), wanted_backup(look), tuple(latest), following if plan.active else None)


def troubles_for(look: Records, me: Person | None) -> Troubles:
    """See Troubles; nothing for whoever can do nothing about it."""
    if me is None or not ADMINISTRATION & set(me.roles):
        return Troubles()
    policy, ended = (
        keeping_policy(look),
        [one for state in ("good", "failed") for one in look.find("backup", backup_state=state)],
    )
    last = max(ended, key=lambda one: one.begun_at, default=None)
    bad = last is not None and "failed" in (last.backup_state, last.trial)
    return Troubles(backup_plan(look).old_since, last if bad else None, policy if policy.disk_low_since else None)
