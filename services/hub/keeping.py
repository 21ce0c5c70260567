"""What only the hub's machine knows of backups, of its log, and of the room on its disk; and what goes next of what is
kept for a time."""

import shutil
from pathlib import Path
from typing import Any

from fastapi import APIRouter

from services.core.backups import backup_plan
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION
from services.core.shape import utc_text
from services.hub.api import TheHub, Who
from services.hub.backing import folder_of
from services.hub.log_file import log_file
from services.store.oldest import oldest_kept

routes = APIRouter()


@routes.get("/api/keeping")
def keeping(hub: TheHub, actor: Who) -> dict[str, Any]:
    """The folder of backups, whether it is on the disk that it is to save the plant from, how far the work in hand is
    (0 to 1; None without), the disk, the log, and the oldest of each kind. Raises Refused: not_allowed."""
    if not actor.has(*ADMINISTRATION):
        raise Refused("not_allowed", kind="backup_plans.set")
    with hub.store.look() as look:
        folder, oldest = folder_of(hub, backup_plan(look)), oldest_kept(look.connection)
    usage, log = shutil.disk_usage(hub.folder.hub), log_file(hub.folder)
    return {
        "folder": str(folder),
        "same_disk": _disk_of(folder) == _disk_of(hub.folder.hub),
        "by_server": not hub.store.database.is_sqlite,
        "by_itself": hub.store.database.is_sqlite and not hub.folder.demo.exists(),
        "share": hub.backing.work.share if hub.backing else None,
        "export_share": hub.exporting.work.share if hub.exporting else None,
        "disk": {"free": usage.free, "size": usage.total},
        "log": {"file": str(log), "bytes": sum(one.stat().st_size for one in log.parent.glob(f"{log.name}*"))},
        "oldest": {name: utc_text(moment) if moment else None for name, moment in oldest.items()},
    }


def _disk_of(folder: Path) -> int:
    """The device of a folder, or of where it will be made."""
    return next(one for one in (folder, *folder.parents) if one.exists()).stat().st_dev
