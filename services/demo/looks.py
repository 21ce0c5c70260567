"""What the demo's hub notes of photos as they come: of the last weeks, and of the one that is used again."""

import io
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from services.core.shape import utc_text
from services.demo.deeds import LAZY, Deed
from services.demo.pictures import Shot
from services.photos.folder import PhotoFolder

RECENT = timedelta(days=21)  # each takes some hundredths of a second; a hub that runs notes the others


def looks_of(
    folder: PhotoFolder, deeds: Iterable[Deed], photos: dict[Shot, str], until: datetime
) -> dict[str, dict[str, Any]]:
    """The arguments of `photos.note` by the photo's name."""
    found: dict[str, dict[str, Any]] = {}
    for deed in deeds:
        name = photos.get(deed.shot) if deed.shot else None
        if name and deed.shot and name not in found and (deed.at > until - RECENT or deed.shot.variation == LAZY):
            found[name] = _noted(folder, name, deed.at)
    return found


def _noted(folder: PhotoFolder, name: str, at: datetime) -> dict[str, Any]:
    from PIL import Image

    from services.photos.fingerprint import fingerprints

    data = folder.get(name)
    assert data is not None  # it has just been drawn
    looks, also = fingerprints(Image.open(io.BytesIO(data)))
    taken = utc_text(at - timedelta(minutes=3))
    return {"photo": name, "fingerprint": looks, "also": list(also), "taken_at": taken}
