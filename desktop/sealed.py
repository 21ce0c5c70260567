"""An audit bag in a window of its own: unpacked into a folder that goes with it, without a hub, and never changed."""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.opening import Opened, boot_id, utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zipfile import ZipFile

    from services.photos.folder import PhotoFolder
    from services.reports.bag.comments import Comments
    from services.store.bag_file import Manifest
    from services.store.replica import Replica
    from services.store.verify import Verdict

MOST_LEFT = 1 << 28  # bytes that stay free on the disk


@dataclass
class SealedBag:
    """The bag that a window shows: its file, what it says of itself, what the check has found, and the comments."""

    file: Path
    manifest: "Manifest"
    seal: str
    verdict: "Verdict"
    comments: "Comments"

    @property
    def made_at(self) -> datetime:
        """When it was made: the present, in its window."""
        from services.core.shape import utc_moment

        return utc_moment(self.manifest.made_at)

    def keep(self, comments: "Comments") -> None:
        """Writes the comments beside the bag. Raises Refused: disk_full_here; OSError."""
        from services.reports.bag.comments import beside, keep_comments

        keep_comments(beside(self.file), comments)
        self.comments = comments


def open_bag(file: Path) -> Opened:
    """Checks a bag and opens what is in it; blocking. One that was changed is opened all the same, and says so. Raises
    Refused: no_such_file, bag_unreadable, bag_newer, newer_store, disk_full_here."""
    from services.core.refused import Refused
    from services.photos.folder import PhotoFolder
    from services.store.bag_file import check, opened_bag
    from services.store.replica import Clock, Replica
    from services.sync.clock import steady
    from services.sync.keys import Keys
    from services.sync.outgoing import Outgoing

    checked = check(file)
    folder = Path(tempfile.mkdtemp(prefix="anhuan-bag-"))
    try:
        blobs = PhotoFolder(folder / "blobs")
        with opened_bag(file) as (archive, manifest):
            _unpack(archive, folder, blobs, manifest.members)
        replica = Replica(folder / "replica.db", Clock(utc_now, steady, boot_id()), sealed=True)
    except (OSError, Refused):
        shutil.rmtree(folder, ignore_errors=True)
        raise
    replica.set_facts(me=manifest.made_by or _someone(replica))
    bag = SealedBag(file, manifest, checked.seal, checked.verdict, _comments(file, manifest.plant, checked.seal))
    outgoing, keys = Outgoing(folder / "outgoing", blobs), Keys(folder, "bag")
    return Opened(replica, blobs, outgoing, keys, "", None, None, folder, plant_there=True, bag=bag)


def _unpack(archive: "ZipFile", folder: Path, blobs: "PhotoFolder", members: "Iterable[str]") -> None:
    from services.core.refused import Refused
    from services.store.bag_file import DATABASE, PHOTOS

    whole = sum(one.file_size for one in archive.infolist())
    if whole + MOST_LEFT > shutil.disk_usage(folder).free:
        raise Refused("disk_full_here")
    with archive.open(DATABASE) as source, open(folder / "replica.db", "wb") as target:
        shutil.copyfileobj(source, target)
    for name in members:
        if name.startswith(PHOTOS):
            blobs.put_bytes(archive.read(name))


def _someone(replica: "Replica") -> str | None:
    """Through whose eyes a bag is seen that does not say who made it."""
    from services.core.people import holders
    from services.core.roles import Role
    from services.store.records import Records

    with replica.database.reading() as connection:
        found = holders(Records(connection), Role.EHS_MANAGER)
    return found[0].id if found else None


def _comments(file: Path, plant: str, seal: str) -> "Comments":
    """Those on this very bag; what else lies there under the name is put aside with the next one that is written."""
    from services.core.refused import Refused
    from services.reports.bag.comments import Comments, beside, read_comments

    try:
        found = read_comments(beside(file))
    except Refused:
        return Comments(plant, seal)
    return found if found.seal == seal else Comments(plant, seal)
