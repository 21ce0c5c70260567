"""Photos and drawings between a console and its hub, in parts, each way on from where the wire was cut."""

from pathlib import Path
from typing import TYPE_CHECKING

from services.core.refused import Refused
from services.photos.folder import PhotoFolder
from services.photos.unfinished import Unfinished

if TYPE_CHECKING:
    from services.sync.client import HubClient

PART = 1 << 18
MOST_WRONG = 5  # offsets that the hub would not have, before one upload is given up for this time
HUB = "hub"


class WrongBytes(Exception):
    """The bytes do not fit their name; they were thrown away, and it is tried again from the start."""


def send(client: "HubClient", blobs: PhotoFolder, sha256: str, what: str) -> None:
    """Sends a blob of the folder, from where an earlier try was cut off; returns when the hub has confirmed that very
    hash. `what` is 'photo' or 'drawing'. Raises Refused: blob_damaged, and what the hub refuses it with; Unreachable.
    """
    place = blobs.whole(sha256)
    if place is None:
        raise Refused("blob_damaged")
    whole, offset = client.standing(sha256)
    wrong = 0
    total = place.stat().st_size
    while not whole:
        offset = min(offset, total)
        try:
            whole, offset = client.send_part(sha256, what, _part_at(place, offset), offset, total)
        except Refused as refused:
            wrong += 1
            if refused.code != "offset_wrong" or wrong > MOST_WRONG:
                raise
            offset = int(refused.facts["expected"])


def fetch(client: "HubClient", blobs: PhotoFolder, sha256: str) -> bool:
    """Fetches a blob into the folder, from where an earlier try was cut off; False where the hub has none of this
    name. It counts only once it fits its name. Raises Unreachable, WrongBytes, Refused: why the hub does not give it;
    FolderFull, OSError."""
    unfinished = Unfinished(blobs)
    unfinished.sweep()
    with unfinished.held(sha256):
        if blobs.whole(sha256) is not None:
            return True
        whole, size = client.standing(sha256)
        if not whole:
            return False
        if unfinished.size(HUB, sha256) > size:
            unfinished.drop(HUB, sha256)
        target = unfinished.place(HUB, sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        client.download(f"/api/blobs/{sha256}", target, size)
        try:
            unfinished.finish(HUB, sha256)
        except Refused as refused:
            raise WrongBytes(sha256) from refused
    return True


def _part_at(place: Path, offset: int) -> bytes:
    with open(place, "rb") as file:
        file.seek(offset)
        return file.read(PART)
