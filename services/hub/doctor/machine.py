"""The machine around the hub: its clock, its services, the watchdog."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from services.alerts.watchdog import BEAT
from services.alerts.watchdog_settings import FILE as WATCHDOG
from services.hub.doctor.asking import answered
from services.hub.doctor.finding import Finding, shown
from services.hub.service import HUB_UNIT, TASK, UNIT_FOLDERS
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.tables import entries

BUILT = datetime(2026, 1, 1, tzinfo=UTC)  # no machine runs this before it was written
SLACK = timedelta(minutes=5)
BEATS = timedelta(minutes=3)  # it looks at least once a minute


def of_clock(folder: PlantFolder, now: datetime) -> Iterator[Finding]:
    """Deadlines rest on the hub's clock. It is wrong where it says less than what was written by it before."""
    last = answered(folder, _last_entry, None)
    if now < BUILT or (last and now < last - SLACK):
        yield Finding("clock_behind", "bad", {"now": shown(now), "last": shown(last or BUILT)})
        return
    yield Finding("clock", facts={"now": shown(now)})
    if _asked("timedatectl", "show", "-p", "NTPSynchronized", "--value") == "no":
        yield Finding("clock_alone", "look")


def _last_entry(look: Records) -> datetime | None:
    newest = sa.select(entries.c.at).order_by(entries.c.seq.desc()).limit(1)
    found = look.connection.execute(newest).scalar()
    return datetime.fromisoformat(found) if found else None


def of_watchdog(folder: PlantFolder, now: datetime) -> Iterator[Finding]:
    """Whether somebody would be told if no alert went out. Its best place is another machine, of which this one knows
    nothing."""
    if not (folder.root / WATCHDOG).exists():
        yield Finding("no_watchdog", "look")
        return
    with suppress(OSError):
        seen = datetime.fromtimestamp((folder.root / BEAT).stat().st_mtime, UTC)
        if now - seen < BEATS:
            yield Finding("watchdog", facts={"at": shown(seen)})
            return
    yield Finding("watchdog_gone", "bad", {"folder": str(folder.root)})


def of_service(_: PlantFolder, __: datetime) -> Iterator[Finding]:
    """Whether the hub begins by itself after the machine was off."""
    if sys.platform == "win32":
        there = bool(_asked("schtasks", "/Query", "/TN", TASK))
        yield Finding("service", facts={"unit": TASK}) if there else Finding("no_service", "look")
        return
    if not any((place / HUB_UNIT).exists() for place in UNIT_FOLDERS):
        yield Finding("no_service", "look")
        return
    wanted, state = _asked("systemctl", "is-enabled", HUB_UNIT), _asked("systemctl", "is-active", HUB_UNIT)
    if wanted == "disabled":
        yield Finding("service_off", "look", {"unit": HUB_UNIT})
    elif state == "failed":
        yield Finding("service_failed", "bad", {"unit": HUB_UNIT})
    else:
        yield Finding("service", facts={"unit": HUB_UNIT})


def _asked(*command: str) -> str:
    """What a program of the machine says; "" where there is none or it does not know."""
    if not shutil.which(command[0]):
        return ""
    with suppress(OSError, subprocess.SubprocessError):
        return subprocess.run(command, capture_output=True, text=True, timeout=10, check=False).stdout.strip()
    return ""
