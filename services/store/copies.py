"""Copies a plant's folder, also while its hub works in it: the database by SQLite's own backup, then the blobs."""

import shutil
from contextlib import closing
from pathlib import Path

from services.store.database import sqlite_driver
from services.store.folder import PlantFolder

# a copy is for looking: nobody gets a letter of it, and no console takes it for the hub that it is a copy of
APART = """
DELETE FROM facts WHERE name IN ('hub_id', 'tls_authority', 'slip_key');
DELETE FROM deliveries;
CREATE TRIGGER IF NOT EXISTS silent AFTER INSERT ON deliveries BEGIN DELETE FROM deliveries WHERE id = NEW.id; END;
"""

# blobs that are still coming: they may be gone before they are copied, and no record names them yet
IN_PART = shutil.ignore_patterns("unfinished", ".unfinished-*")


def copy_plant(data: Path, to: Path) -> bool:
    """Copies the hub's side of the plant in `data` into the folder `to`, which must not hold one. The copy sends no
    letters and has no passwords for other services. False where there is no plant."""
    source, target = PlantFolder(data), PlantFolder(to)
    if not source.database.exists():
        return False
    target.make()
    target.demo.touch()  # nobody from outside has business in a copy
    driver = sqlite_driver()
    with closing(driver.connect(source.database)) as whole, closing(driver.connect(target.database)) as copy:
        whole.backup(copy)
        copy.executescript(APART)
        founded = copy.execute("SELECT count(*) FROM plants").fetchone()[0]
    # every blob that the copied records name was there before them
    if source.blobs.exists():
        shutil.copytree(source.blobs, target.blobs, dirs_exist_ok=True, ignore=IN_PART)
    if not founded:
        shutil.rmtree(target.hub)
    return bool(founded)
