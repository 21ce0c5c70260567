"""Backs an office up and puts it back, and looks at what is there afterwards."""

from pathlib import Path

import sqlalchemy as sa

from services.hub.hub import Hub
from services.store import restoring
from services.store.backup import write_backup
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.restoring import restore_backup
from services.store.tables import entries
from services.store.verify import verify
from tests.services.sync.desks import Office


def back_up(office: Office, file: Path) -> Path:
    write_backup(office.hub.folder, file, office.now)
    return file


def restored(office: Office, file: Path) -> restoring.Restored:
    """The office's hub, stopped, put back and started again."""
    office.hub.close()
    done = restore_backup(file, office.hub.folder, office.now)
    office.hub = Hub(office.hub.folder, now=lambda: office.now)
    return done


def standing(root: Path) -> tuple[str, ...]:
    """The kinds of a plant's entries, which must be whole, with every blob that was in both plants."""
    place = PlantFolder(root).place()
    assert isinstance(place, Path), "there is no plant any more"
    database = Database(place)
    try:
        with database.reading() as connection:
            verdict = verify(connection)
            assert verdict.whole, verdict.faults
            kinds = tuple(connection.execute(sa.select(entries.c.kind).order_by(entries.c.seq)).scalars())
    finally:
        database.close()
    held = PlantFolder(root).hold()  # the dead one has left no lock behind
    held.release()
    assert len(list((root / "hub" / "blobs").rglob("?" * 64))) == 1
    return kinds
