"""How long the hub keeps what is no entry of the journal, how large its log may get, and how much room must be left on
its disk. The journal itself, and every record in it, stays for ever."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

from services.core.backups import SYSTEM_ONLY, looked_after_by
from services.core.operation import Change, Context, Look, Put, Tell, operation
from services.core.record import record
from services.core.roles import ADMINISTRATION
from services.core.shape import Range, shapes

Days = Annotated[int, Range(1, 36_500)]
AGAIN = 1.2  # a disk has room again when it has so much more than the least


@record("keeping_policy", called="", group="keeping", few=True)
@dataclass(frozen=True, kw_only=True)
class KeepingPolicy:
    """Days: of readings as they came, of their minutes, of equipment stops, of how zones and equipment stood, of rows
    that were turned away. `disk_least_gb`: with less room on the hub's disk people are told, and since when that is so
    is `disk_low_since`, with so many `disk_free_gb`. The log is at most `log_files` files of `log_mb` megabytes."""

    id: str
    reading_days: int = 30
    minute_days: int = 3 * 365
    stop_days: int = 3 * 365
    standing_days: int = 400
    turned_days: int = 30
    disk_least_gb: float = 5.0
    log_mb: int = 5
    log_files: int = 5
    disk_low_since: datetime | None = None
    disk_free_gb: float = 0.0


def keeping_policy(look: Look) -> KeepingPolicy:
    """The plant's policy, or the usual one."""
    found = look.find("keeping_policy")
    return found[0] if found else KeepingPolicy(id="")


def days(count: int) -> timedelta:
    """So many days."""
    return timedelta(days=count)


@operation("keeping.set_policy", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetPolicy:
    """What is kept from now on; what is past its time goes the next night."""

    reading_days: Days = 30
    minute_days: Days = 3 * 365
    stop_days: Days = 3 * 365
    standing_days: Days = 400
    turned_days: Days = 30
    disk_least_gb: Annotated[float, Range(0, 100_000)] = 5.0
    log_mb: Annotated[int, Range(1, 1000)] = 5
    log_files: Annotated[int, Range(1, 100)] = 5

    def decide(self, context: Context, look: Look) -> list[Change]:
        policy = keeping_policy(look)
        given = {name: getattr(self, name) for name in shapes(SetPolicy)}
        return [Put(replace(policy, id=policy.id or context.id, **given))]


@operation("keeping.find_disk", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class FindDisk:
    """How much room, in GB (10^9 bytes), the hub's disk has. Where it became too little people are told; where it is
    enough again, by a fifth more than the least, that is noted."""

    free_gb: Annotated[float, Range(0, 1e9)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        policy = keeping_policy(look)
        if self.free_gb >= policy.disk_least_gb:
            return [Put(replace(policy, disk_low_since=None, disk_free_gb=self.free_gb))] if policy.id else []
        since = policy.disk_low_since or context.now
        low = replace(policy, id=policy.id or context.id, disk_low_since=since, disk_free_gb=self.free_gb)
        facts = {"free": f"{self.free_gb:.1f}", "least": f"{policy.disk_least_gb:g}", "failed_at": since.isoformat()}
        return [Put(low), Tell(looked_after_by(look), "disk_low", low.id, facts)]


def disk_changed(policy: KeepingPolicy, free_gb: float) -> bool:
    """Whether so much room is news."""
    if policy.disk_low_since is None:
        return free_gb < policy.disk_least_gb
    return free_gb >= policy.disk_least_gb * AGAIN
