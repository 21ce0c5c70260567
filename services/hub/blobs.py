"""The wire of photos, drawings and documents: whole ones from phones, from consoles in parts that go on after a cut.

Photos wait their turn in threads of their own: at a change of shifts many come at once, and a report or an approval
must not wait behind them.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import FileResponse
from starlette.requests import ClientDisconnect

from services.core.courses import COURSE_DESK
from services.core.documents import LARGEST_MB
from services.core.operation import Actor
from services.core.plant import the_plant
from services.core.refused import Refused
from services.core.roles import CONSOLE_ROLES, OFFICE, REPORTERS
from services.core.shape import is_hash
from services.hub.api import Octets, Seq, TheHub, Who
from services.hub.hub import Hub
from services.hub.noting import note, zone_of
from services.photos import clean
from services.photos.picture import CleanPhoto
from services.photos.unfinished import Unfinished
from services.plans.documents import pages_of_document

MOST_PHOTO = 12_000_000
MOST_DRAWING = 40_000_000
MOST_PART = 1 << 20
MOST_UNFINISHED = 10  # of one person, or of the unnamed phones that have opened one label
MOST_UNFINISHED_BYTES = 2_000_000_000  # of everybody together
PATH = "/api/blobs/"
MOST_CLEANED = 1_000  # snapshots of which it is remembered what came out
What = Literal["photo", "drawing", "snapshot", "document"]
MOST = {"photo": MOST_PHOTO, "drawing": MOST_DRAWING, "snapshot": MOST_PHOTO, "document": LARGEST_MB * 1_000_000}
SENDERS = {"photo": REPORTERS, "drawing": OFFICE, "snapshot": REPORTERS, "document": COURSE_DESK}
NAMED = {"drawing": "floors.set_drawing", "document": "documents.add"}
FOR_EVER = {"Cache-Control": "private, max-age=31536000, immutable"}
PHOTO_THREADS = 4  # one photo is cleaned at a time; the others read, store and flush
_photos = ThreadPoolExecutor(PHOTO_THREADS, "photos")
routes = APIRouter()


def most_at(path: str, otherwise: int) -> int:
    """How many bytes a body may have at a path of blobs; `otherwise` for other paths."""
    name = path.removeprefix(PATH)
    return otherwise if name == path else MOST.get(name, MOST_PART)


def may_send(actor: Actor, what: str) -> None:
    """Raises Refused: not_allowed."""
    if not actor.has(*SENDERS[what]):
        raise Refused("not_allowed", kind=NAMED.get(what, "photo"))


def sender_of(actor: Actor) -> str:
    """Whose unfinished uploads are meant. Raises Refused: not_allowed."""
    if actor.person is None and actor.scanned is None:
        raise Refused("not_allowed", kind="blob")
    return actor.person or actor.scanned or ""


async def part_of(request: Request) -> bytes:
    """The body; of one that is cut off, what has come: it is right as far as it goes."""
    parts = []
    try:
        async for part in request.stream():
            parts.append(part)
    except ClientDisconnect:
        pass
    return b"".join(parts)


@routes.post(PATH + "photo")
async def post_photo(hub: TheHub, actor: Who, data: Octets) -> dict[str, Any]:
    """A picture: cleaned in a limited process, stored by the hash of what came out."""
    may_send(actor, "photo")
    return await asyncio.get_running_loop().run_in_executor(_photos, _cleaned, hub, data)


def _cleaned(hub: Hub, data: bytes) -> dict[str, Any]:
    photo = clean(data, zone=zone_of(hub))
    hub.blobs.put(photo)
    note(hub, photo)
    return {"sha256": photo.sha256, "width": photo.width, "height": photo.height}


@routes.post(PATH + "drawing")
def post_drawing(hub: TheHub, actor: Who, data: Octets) -> dict[str, Any]:
    """A floor's drawing or its source file, kept as it is."""
    may_send(actor, "drawing")
    return {"sha256": hub.blobs.put_bytes(data)}


@routes.head(PATH + "{sha256}")
def standing(hub: TheHub, actor: Who, sha256: str) -> Response:
    """200 and its length for a blob that is here, read through and flushed; else 404 and, as Upload-Offset, how many
    bytes of it the asker has sent so far."""
    if not actor.has(*REPORTERS, *CONSOLE_ROLES):
        raise Refused("not_allowed", kind="blob")
    place = hub.blobs.whole(sha256) if is_hash(sha256) else None
    if place is not None:
        return Response(headers={"Content-Length": str(place.stat().st_size)})
    here = Unfinished(hub.blobs).size(sender_of(actor), sha256) if is_hash(sha256) else 0
    return Response(status_code=404, headers={"Upload-Offset": str(here)})


@routes.put(PATH + "{sha256}")
async def put_part(
    hub: TheHub,
    actor: Who,
    sha256: str,
    what: What,
    offset: Seq,
    total: Seq,
    part: Annotated[bytes, Depends(part_of)],
) -> dict[str, Any]:
    """As `add_part`, among the photos."""
    return await asyncio.get_running_loop().run_in_executor(
        _photos, add_part, hub, actor, sha256, what, offset, total, part
    )


def add_part(hub: Hub, actor: Actor, sha256: str, what: What, offset: int, total: int, part: bytes) -> dict[str, Any]:
    """Adds a part to an upload; the last one completes it, and then it is on the disk and whole. A snapshot is what a
    phone has made, cleaned here when it is whole: `kept` is the name of what came out. Raises Refused:
    offset_wrong with the offset to go on from, blob_too_large, uploads_too_many, blob_wrong_hash, photo_not_clean,
    and what the picture is refused with."""
    may_send(actor, what)
    if not is_hash(sha256) or offset + len(part) > total:
        raise Refused("malformed", field="offset")
    most = _most_of(hub, what)
    if total > most:
        raise Refused("blob_too_large", most_megabytes=most // 1_000_000)
    what_comes = (sender_of(actor), sha256, part, offset, total)
    return _put_snapshot(hub, *what_comes) if what == "snapshot" else _put(hub, *what_comes, what)


def _most_of(hub: Hub, what: str) -> int:
    """How many bytes one may have: for documents the plant says it."""
    if what != "document":
        return MOST[what]
    with hub.store.look() as look:
        return the_plant(look).document_mb * 1_000_000


def _put(hub: Hub, sender: str, sha256: str, part: bytes, offset: int, total: int, what: str) -> dict[str, Any]:
    unfinished = Unfinished(hub.blobs)
    if offset == 0:
        unfinished.sweep()
    with unfinished.held(sha256):
        if hub.blobs.whole(sha256) is not None:
            unfinished.drop(sender, sha256)
            return {"sha256": sha256, "complete": True, "offset": total}
        here = _add(unfinished, sender, sha256, part, offset, total)
        if here == total:
            seen: list[CleanPhoto] = []
            looks = {"photo": lambda place: _clean_already(place, seen), "document": _fit_to_open}
            unfinished.finish(sender, sha256, looks.get(what))
            for photo in seen:
                note(hub, photo)
    return {"sha256": sha256, "complete": here == total, "offset": here}


def _put_snapshot(hub: Hub, sender: str, sha256: str, part: bytes, offset: int, total: int) -> dict[str, Any]:
    unfinished = Unfinished(hub.blobs)
    if offset == 0:
        unfinished.sweep()
    with unfinished.held(sha256):
        kept = hub.cleaned.get((sender, sha256))
        here = total if kept else _add(unfinished, sender, sha256, part, offset, total)
        if here == total and not kept:
            kept = _came_out(hub, unfinished.take(sender, sha256))
            hub.cleaned[sender, sha256] = kept
            while len(hub.cleaned) > MOST_CLEANED:
                hub.cleaned.pop(next(iter(hub.cleaned)), None)
    return {"sha256": sha256, "complete": here == total, "offset": here, **({"kept": kept} if kept else {})}


def _came_out(hub: Hub, data: bytes) -> str:
    sha256: str = _cleaned(hub, data)["sha256"]
    return sha256


def _add(unfinished: Unfinished, sender: str, sha256: str, part: bytes, offset: int, total: int) -> int:
    here = unfinished.size(sender, sha256)
    if here > total:
        unfinished.drop(sender, sha256)
    if not here and unfinished.used(sender)[0] >= MOST_UNFINISHED:
        raise Refused("uploads_too_many")
    if unfinished.used()[1] + len(part) > MOST_UNFINISHED_BYTES:
        raise Refused("uploads_too_many")
    return unfinished.append(sender, sha256, part, offset)


def _clean_already(place: Path, seen: list[CleanPhoto]) -> None:
    """What a console sends has been cleaned there, and cleaning it again changes nothing."""
    photo = clean(place.read_bytes())
    if photo.sha256 != place.name:
        raise Refused("photo_not_clean")
    seen.append(photo)


def _fit_to_open(place: Path) -> None:
    """Raises Refused: document_not_pdf, document_locked, document_active, document_damaged."""
    pages_of_document(place.read_bytes())


@routes.get(PATH + "{sha256}")
def get_blob(hub: TheHub, actor: Who, sha256: str) -> Response:
    """A photo or a drawing, also from somewhere in the middle on (Range), for consoles; a phone sees the photos of
    its own hazards by their pages."""
    if not actor.has(*CONSOLE_ROLES):
        raise Refused("not_allowed", kind="blob")
    place = hub.blobs.whole(sha256) if is_hash(sha256) else None
    if place is None:
        return Response(status_code=404)
    with open(place, "rb") as file:
        kind = "image/jpeg" if file.read(2) == b"\xff\xd8" else "application/octet-stream"
    return FileResponse(place, media_type=kind, headers=FOR_EVER)
