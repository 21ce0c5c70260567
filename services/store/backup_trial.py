"""Whether a backup is one: each is read again when it is written, and the newest is put back for trial now and then,
into a folder of its own."""

from pathlib import Path

from services.core.plant import the_plant
from services.core.refused import Refused
from services.store.backup_file import BLOB, Manifest, hash_of, sound_archive
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.restoring import Told, beside, unpacked

TRIAL = "trial"


def read_again(file: Path, told: Told = lambda _: None) -> Manifest:
    """Reads every byte of a backup, and compares each file in it with its sum. The sum of the database is that of the
    copy whose chain was verified while the backup was made. Raises Refused: backup_damaged, backup_newer,
    no_such_file."""
    with sound_archive(file) as (archive, manifest):
        for at, (name, sha256) in enumerate(sorted(manifest.members.items())):
            with archive.open(name) as member:
                if hash_of(member, archive.getinfo(name).file_size) != sha256:  # type: ignore[arg-type]
                    raise Refused("backup_damaged", what=name)
            told((at + 1) / len(manifest.members))
    return manifest


def put_back_for_trial(file: Path, folder: PlantFolder, told: Told = lambda _: None) -> Manifest:
    """Does all that a restore does but the last step: unpacks the backup beside the plant, verifies the chain from its
    first entry and every photo, and reads the plant out of it. Nothing of it stays. Raises Refused: backup_damaged,
    backup_newer, newer_store, no_such_file, disk_full_here."""
    with beside(folder, TRIAL) as fresh:
        manifest = unpacked(file, fresh, told)
        database = Database(fresh.database, full="disk_full_here")
        try:
            with database.reading() as connection:
                found = the_plant(Records(connection))
        finally:
            database.close()
        if found.id != manifest.plant:
            raise Refused("backup_damaged", what="plant")
    return manifest


def photos_in(manifest: Manifest) -> int:
    """How many photos and drawings are in it."""
    return sum(BLOB.fullmatch(name) is not None for name in manifest.members)
