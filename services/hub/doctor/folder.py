"""The plant's folder: is it there, is it the hub's own, may it write there, is there room."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from services.core.keeping import KeepingPolicy, keeping_policy
from services.hub.doctor.asking import answered
from services.hub.doctor.finding import Finding
from services.store.folder import PlantFolder

MIB = 1 << 20
LEAST_MIB = 512  # below it an upgrade has no room for its copy, and commits soon have none
GB = 10**9


def of_folder(folder: PlantFolder, _: datetime) -> Iterator[Finding]:
    """Its findings; a plant whose folder is not there yet is a hub that was never begun."""
    if folder.root.exists() and not folder.root.is_dir():
        yield Finding("not_a_folder", "bad", {"folder": str(folder.root)})
        return
    if not folder.hub.is_dir():
        yield Finding("never_begun", "look", {"folder": str(folder.root)})
    else:
        yield from _of_owner(folder.hub)
    place = _nearest(folder.hub)
    yield _writable(place)
    yield _room(place, folder)


def _nearest(place: Path) -> Path:
    """The folder, or the first above it that is there."""
    return next(one for one in (place, *place.parents) if one.is_dir())


def _writable(place: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=place):
            return Finding("writable", facts={"folder": str(place)})
    except OSError as error:
        return Finding("not_writable", "bad", {"folder": str(place), "error": error.strerror or str(error)})


def _room(place: Path, folder: PlantFolder) -> Finding:
    """By the plant's own setting, from which on people are told."""
    free, few = shutil.disk_usage(place).free, answered(folder, keeping_policy, KeepingPolicy(id="")).disk_least_gb
    store = folder.database.stat().st_size // MIB if folder.database.exists() else 0
    facts = {"free_mb": free // MIB, "folder": str(place)}
    if free // MIB < max(LEAST_MIB, 2 * store):  # a copy before an upgrade, and what a backup writes
        return Finding("disk_full", "bad", facts)
    return Finding("disk_few", "look", facts) if free < few * GB else Finding("disk_room", facts=facts)


def _of_owner(hub: Path) -> Iterator[Finding]:
    """Files of somebody else are what a command leaves that was once run as another user; the hub then stops at
    them."""
    if os.name != "posix":
        return
    about = hub.stat()
    foreign = [one for one in sorted(hub.iterdir()) if one.lstat().st_uid != about.st_uid]
    owner = _name(about.st_uid)
    if foreign:
        facts = {"file": str(foreign[0]), "count": len(foreign), "owner": owner, "folder": str(hub)}
        yield Finding("foreign_files", "bad", facts)
    else:
        yield Finding("owner", facts={"owner": owner, "folder": str(hub)})
    if about.st_mode & 0o077:
        yield Finding("open_folder", "look", {"folder": str(hub)})


def _name(uid: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
