"""Puts a plant back to a backup. The new folder is made beside the old one and checked through; then they change
places, and the old one is kept. From there on the plant is in a new epoch, which is how its consoles find out."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.core.ids import new_id
from services.core.operation import SYSTEM, Operation
from services.core.plant import Plant, the_plant
from services.core.refused import Refused
from services.store.backup_file import BLOB, DATABASE, Manifest, sound_archive, unpack
from services.store.database import Database
from services.store.erased import erased_people, list_erased, listed_erased
from services.store.facts import BROUGHT_IN, epoch_of, set_fact
from services.store.folder import Held, PlantFolder
from services.store.journal import Request, next_turn
from services.store.left_behind import leave_behind, open_sessions
from services.store.room import companions, flush_folder, needing_room
from services.store.schema import bring_up
from services.store.store import Store
from services.store.verify import verify

DEVICE, ASIDE = "restore", "hub.before-"
REASON = {"zh": "恢复备份后重新删除", "en": "erased again after a backup was restored"}
Told = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Restored:
    """The plant as it was after entry `seq`, in its new epoch. `aside`: where the folder that was there is now.
    `unsent`: messages that waited in the backup and go out no more. `erased`: people who were erased again.
    `wants_password`: whether the password of the mail server must be given anew. `still_hold`: the backup and folders
    put aside, where personal data of people who are erased by now may still be read."""

    plant: str
    name: str
    seq: int
    epoch: str
    aside: Path | None
    unsent: int
    erased: int
    wants_password: bool
    still_hold: tuple[Path, ...] = ()


def restore_backup(file: Path, folder: PlantFolder, now: datetime, told: Told = lambda _: None) -> Restored:
    """Puts the plant in `folder` back to the backup `file`; `told` hears the share done. Nothing has changed where it
    is refused. Raises Refused: hub_runs, backup_by_server, backup_damaged, backup_newer, newer_store, no_such_file,
    disk_full_here."""
    folder.finish_restore()
    if isinstance(folder.settled(), str):
        raise Refused("backup_by_server")
    shutil.rmtree(folder.restored, ignore_errors=True)
    held = folder.hold() if folder.hub.exists() else None
    try:
        with beside(folder, "restoring") as fresh:
            manifest = unpacked(file, fresh, told)
            plant, epoch, unsent, erased = _begin_anew(fresh, folder, manifest, now)
            wants = plant.mail_user is not None and not fresh.secrets.exists()
            aside = _change_places(fresh, folder, now, held)
    finally:
        if held:
            held.release()
    hold = (*((file,) if erased else ()), *_older_than_erasures(folder))
    return Restored(manifest.plant, manifest.name, manifest.seq, epoch, aside, unsent, erased, wants, hold)


def _older_than_erasures(folder: PlantFolder) -> list[Path]:
    """Folders put aside before someone was erased: no erasure reaches them."""
    erased = listed_erased(folder.hub)
    return [place for place in sorted(folder.root.glob(f"{ASIDE}*")) if not erased <= listed_erased(place)]


@contextmanager
def beside(folder: PlantFolder, name: str) -> Iterator[PlantFolder]:
    """An empty plant's folder within the other, on the same disk, which goes away again."""
    fresh = PlantFolder(folder.root / name)
    shutil.rmtree(fresh.root, ignore_errors=True)
    new = not folder.root.exists()
    try:
        with needing_room(full="disk_full_here"):
            fresh.make()
            yield fresh
    finally:
        shutil.rmtree(fresh.root, ignore_errors=True)
        if new:
            with suppress(OSError):  # the plant is in it, or it could not be made
                folder.root.rmdir()


def unpacked(file: Path, fresh: PlantFolder, told: Told) -> Manifest:
    """The files of the backup in an empty plant's folder, each checked, and the journal from its first entry on. Raises
    Refused: backup_damaged, backup_newer, newer_store, no_such_file, disk_full_here."""
    with sound_archive(file) as (archive, manifest):
        names = sorted(manifest.members, key=lambda name: (name != DATABASE, name))
        for at, name in enumerate(names):
            blob = BLOB.fullmatch(name)
            if blob and blob[1] != manifest.members[name]:
                raise Refused("backup_damaged", what=name)
            place = fresh.blobs / blob[1][:2] / blob[1][2:4] / blob[1] if blob else fresh.hub / name
            unpack(archive, manifest, name, place)
            told(0.8 * at / len(names))
    _check(fresh.database, manifest)
    return manifest


def _check(file: Path, manifest: Manifest) -> None:
    database = Database(file, full="disk_full_here")
    try:
        bring_up(database)
        with database.reading() as connection:
            verdict, epoch = verify(connection), epoch_of(connection)
    except (sa.exc.DatabaseError, ValueError) as error:
        raise Refused("backup_damaged", what=DATABASE) from error
    except Refused as refused:
        if refused.code == "store_damaged":
            raise Refused("backup_damaged", what=DATABASE) from refused
        raise
    finally:
        database.close()
    said = manifest.seq, manifest.head, manifest.epoch
    if not verdict.whole or (verdict.entries, verdict.head, epoch) != said:
        raise Refused("backup_damaged", what=DATABASE)


def _begin_anew(fresh: PlantFolder, old: PlantFolder, manifest: Manifest, now: datetime) -> tuple[Plant, str, int, int]:
    """The new epoch, and what a plant that is put back must not do again: the plant, the epoch, how many messages go
    out no more, how many people were erased again."""
    for name in ("secrets.json", "port"):
        if (old.hub / name).exists():
            shutil.copy2(old.hub / name, fresh.hub / name)
    list_erased(fresh.hub, listed_erased(old.hub))
    epoch, sessions = secrets.token_hex(16), open_sessions(old.database)
    store = Store(fresh.database, now)
    try:
        with store.look() as look:
            plant = the_plant(look)
            erased = listed_erased(fresh.hub) - erased_people(look.connection)
            again = sorted(person.id for person in look.find("person") if person.id in erased)
        unsent = store.write(lambda connection: leave_behind(connection, now, sessions))
        store.write(lambda connection: set_fact(connection, "epoch", epoch))
        store.write(lambda connection: set_fact(connection, BROUGHT_IN, 1))
        _issue(store, "plant.restored", {"upto": manifest.seq, "epoch": epoch}, now)
        for person in again:
            _issue(store, "people.erase", {"person": person, "reason": REASON[plant.language]}, now)
    finally:
        store.close()
    return plant, epoch, unsent, len(again)


def _issue(store: Store, kind: str, args: Mapping[str, Any], now: datetime) -> None:
    with store.look() as look:
        n = next_turn(look.connection, DEVICE)
    answer = store.submit(Request(Operation(new_id(), kind, args, DEVICE, n, now), SYSTEM, now, now)).result()
    if answer.refused:
        raise answer.refused


def _change_places(fresh: PlantFolder, folder: PlantFolder, now: datetime, held: Held | None) -> Path | None:
    """The new folder under the name of the old. Once it is called `restored` it is whole, and whoever finds no other
    takes it; so a plant is there at any moment. Where the old one was moved to; None where there was none."""
    for left in companions(fresh.database)[1:]:
        left.unlink(missing_ok=True)
    for place in (*(path for path in fresh.hub.rglob("*") if path.is_dir()), fresh.hub):
        flush_folder(place)
    fresh.hub.rename(folder.restored)
    flush_folder(folder.root)
    aside = None
    if folder.hub.exists():
        if held and os.name == "nt":
            held.release()  # there no folder moves while a file of it is open
        aside = _free(folder.root / f"{ASIDE}{now:%Y%m%dT%H%M%S}")
        folder.hub.rename(aside)
    folder.finish_restore()
    flush_folder(folder.root)
    return aside


def _free(path: Path) -> Path:
    """A name that nothing has: this one, or with a number."""
    names = (path.with_name(f"{path.name}-{count}") if count else path for count in range(1000))
    return next(name for name in names if not name.exists())
