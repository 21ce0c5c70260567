"""The copy of a plant's database that is made before an upgrade: a way back, for some weeks."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from services.core.refused import Refused
from services.store.database import Database, sqlite_driver
from services.store.room import needing_room

KEEP = timedelta(days=30)
MARK = ".schema-"  # plant.db.schema-0053: as it was by that version's tables


def keep_copy(database: Database, version: str) -> Path | None:
    """A copy beside the file, of one step; None of a database on a server, which is not ours to copy. Raises Refused:
    disk_full, store_damaged."""
    if database.path is None:
        return None
    driver = sqlite_driver()
    copy = database.path.with_name(f"{database.path.name}{MARK}{version}")
    fresh = copy.with_name(copy.name + ".new")
    with needing_room(fresh):
        fresh.unlink(missing_ok=True)
        fresh.touch(mode=0o600)
        try:
            with closing(driver.connect(database.path)) as living, closing(driver.connect(fresh)) as to:
                living.backup(to, pages=-1)
        except driver.DatabaseError as error:
            if isinstance(error, driver.OperationalError):
                raise
            raise Refused("store_damaged") from error
        fresh.replace(copy)
    return copy


def kept_copies(folder: Path) -> list[Path]:
    """Those in a hub's folder."""
    return sorted(folder.glob(f"*.db{MARK}*"))


def let_go_copies(folder: Path, now: datetime) -> int:
    """Takes those away that are older than thirty days; how many."""
    old = [one for one in kept_copies(folder) if now.timestamp() - one.stat().st_mtime > KEEP.total_seconds()]
    for one in old:
        one.unlink(missing_ok=True)
    return len(old)
