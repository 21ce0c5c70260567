"""What consoles follow the hub by: the handshake, entries, the ready replica, sums of records, notices."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse

from services.core.operation import DOMAIN_VERSION, Actor
from services.core.refused import Refused
from services.core.shape import utc_text
from services.hub.api import Json, Seq, TheHub, Who
from services.hub.hub import Hub
from services.store.changes import (
    MOST_ENTRIES,
    MOST_LETTERS,
    PART_END,
    Page,
    as_lines,
    common_of,
    may_follow,
    page_after,
    page_before,
    sees_people,
)
from services.store.digests import BUCKETS, rows_of
from services.store.facts import epoch_of, fact
from services.store.journal import head
from services.store.schema import HEAD
from services.store.tables import RECORDS
from services.store.thin import thin_page
from services.sync import PROTOCOL, PULLS_FROM, PUSHES_FROM

routes = APIRouter()
MOST_KNOWN = 5_000
ZSTD = "application/zstd"
LEVEL = 3  # of zstd
PARTS_LEVEL = 1  # makes less of thin entries than higher ones do
PARTED = ("thin", "whole")
FIRST_ENTRIES = 100  # the reader begins with these while more are read
PART_ENTRIES = 450  # a transaction of the reader each, so that its window never waits long for its own
PART = 1 << 20  # bytes at once: small ones cost a turn of a thread each


def pulling(request: Request, actor: Who) -> Actor:
    """Someone who may have a copy of the plant, with a console that understands what comes. Raises Refused:
    not_allowed, console_older, hub_older."""
    said = request.headers.get("x-anhuan-protocol", str(PROTOCOL))
    spoken = int(said) if said.isascii() and said.isdigit() else 0
    if spoken < PULLS_FROM:
        raise Refused("console_older", spoken=spoken, wanted=PULLS_FROM)
    if spoken > PROTOCOL:
        raise Refused("hub_older", spoken=PROTOCOL, wanted=spoken)
    may_follow(actor)
    return actor


Follower = Annotated[Actor, Depends(pulling)]


@routes.get("/api/hello")
def hello(hub: TheHub) -> dict[str, Any]:
    """What this hub is and speaks: for anyone who wants to know before sending anything."""
    with hub.store.look() as look:
        plant = look.find("plant")
        epoch, last = epoch_of(look.connection), head(look.connection)[0]
        id_ = fact(look.connection, "hub_id")
    return {
        "plant": plant[0].id if plant else None,
        "hub": id_,
        "epoch": epoch,
        "head": last,
        "protocol": {"speaks": PROTOCOL, "pulls_from": PULLS_FROM, "pushes_from": PUSHES_FROM},
        "schema": HEAD,
        "domain": {"least": 1, "most": DOMAIN_VERSION},
        "now": utc_text(hub.now()),
    }


@routes.get("/api/changes")
def changes(
    hub: TheHub,
    actor: Follower,
    request: Request,
    after: Seq = 0,
    hash_: Annotated[str, Query(alias="hash", max_length=64)] = "",
    epoch: Annotated[str, Query(max_length=80)] = "",
    most: Annotated[int, Query(ge=1, le=MOST_ENTRIES)] = MOST_ENTRIES,
    form: Annotated[str, Query(max_length=10)] = "page",
) -> Response:
    """Entries after a sequence number, with what the reader may see of them; with the last of them, the sum over all
    records as they stand after it. `form`: one 'page', or in 'parts' that the reader can lay down while the next is
    being made, 'thin' or 'whole'."""
    parted = form in PARTED
    with hub.store.database.reading() as connection:
        at_once = min(most, FIRST_ENTRIES, PART_ENTRIES) if parted else most
        about, page = page_after(connection, actor, after, hash_=hash_, epoch=epoch, most=at_once)
        about["now"] = utc_text(hub.now())
        if page and parted:
            return StreamingResponse(_parted(hub, actor, form, about, page, after, most), media_type=ZSTD)
        if after + len(page) == about["head"]:
            about["sum"] = hub.digests[not sees_people(actor)].total(connection)
    return _lines(request, about, page)


def _parted(
    hub: Hub, actor: Actor, form: str, about: dict[str, Any], part: Page, after: int, most: int
) -> Iterator[bytes]:
    """Entries in parts, each read and sent while its reader lays the one before down, and the sum if they went to the
    end of the journal and it is still there. No transaction stays open meanwhile: a reader may be slow."""
    import zstandard

    packed = zstandard.ZstdCompressor(PARTS_LEVEL).compressobj()
    said, at, until, letters = about, after, min(about["head"], after + most), 0
    while part:
        text = as_lines(said, thin_page(part) if form == "thin" else part)
        yield packed.compress(text + PART_END) + packed.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
        at, letters = at + len(part), letters + len(text)
        said, part = _next(hub, actor, at, until) if letters < MOST_LETTERS else ({}, [])
    last: dict[str, Any] = {}
    if at == about["head"]:
        with hub.store.database.reading() as connection:
            if head(connection)[0] == about["head"]:
                last["sum"] = hub.digests[not sees_people(actor)].total(connection)
    yield packed.compress(as_lines(last, [])) + packed.flush()


def _next(hub: Hub, actor: Actor, at: int, until: int) -> tuple[dict[str, Any], Page]:
    """The next part, and what is to be known of it alone."""
    if at >= until:
        return {}, []
    with hub.store.database.reading() as connection:
        about, part = page_after(connection, actor, at, most=min(PART_ENTRIES, until - at))
    return {"clear": about["clear"]}, part


@routes.get("/api/entries")
def older(hub: TheHub, actor: Follower, request: Request, before: Seq) -> Response:
    """Entries just before a sequence number, for a console that wants to look further back."""
    with hub.store.database.reading() as connection:
        about, page = page_before(connection, actor, before)
    return _lines(request, about, page)


@routes.post("/api/common")
def common(hub: TheHub, actor: Follower, message: Json) -> dict[str, Any]:
    """The last entry that this hub shares with a console which has followed another past."""
    known = message.get("known")
    if not isinstance(known, list) or len(known) > MOST_KNOWN or not all(map(_is_mark, known)):
        raise Refused("malformed", field="known")
    with hub.store.database.reading() as connection:
        return {"common": common_of(connection, [(seq, hash_) for seq, hash_ in known])}


def _is_mark(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and isinstance(value[0], int)
        and 0 <= value[0] < 2**53
        and isinstance(value[1], str)
        and len(value[1]) == 64
    )


@routes.get("/api/sums")
def sums(hub: TheHub, actor: Follower) -> dict[str, Any]:
    """The sums of all records' hashes, by kind and bucket, and the entry after which they are so."""
    with hub.store.database.reading() as connection:
        seq, found = hub.digests[not sees_people(actor)].of(connection)
    return {"seq": seq, "sums": found}


@routes.get("/api/records/{kind}/{bucket}")
def records(hub: TheHub, actor: Follower, kind: str, bucket: int) -> dict[str, Any]:
    """All records of a kind in one bucket, as the reader may have them, and the entry after which they are so."""
    if kind not in RECORDS or not 0 <= bucket < BUCKETS:
        raise Refused("malformed", field="kind")
    with hub.store.database.reading() as connection:
        found = rows_of(connection, kind, bucket, blank=not sees_people(actor))
        return {"seq": head(connection)[0], "records": found}


@routes.get("/api/replica")
def ready(hub: TheHub, actor: Follower) -> dict[str, Any]:
    """Which ready replica there is for this reader."""
    found = hub.ready.get(blank=not sees_people(actor))
    return {"name": found.name, "size": found.path.stat().st_size, "seq": found.seq, "epoch": found.epoch}


@routes.get("/api/replica/{name}")
def ready_file(hub: TheHub, actor: Follower, request: Request, name: str) -> Response:
    """The ready replica of this name, also from somewhere in the middle on (Range: bytes=N-)."""
    path = hub.ready.named(name, blank=not sees_people(actor))
    if path is None:
        raise Refused("no_such_page")
    asked = re.fullmatch(r"bytes=(\d{1,15})-", request.headers.get("range", ""))
    size, start = path.stat().st_size, int(asked[1]) if asked else 0
    headers = {"Content-Length": str(max(0, size - start)), "Content-Range": f"bytes {start}-{size - 1}/{size}"}
    return StreamingResponse(_parts(path, start), 206 if asked else 200, headers, ZSTD)


def _parts(path: Path, start: int) -> Iterator[bytes]:
    with open(path, "rb") as file:
        file.seek(start)
        while part := file.read(PART):
            yield part


def streaming(request: Request, actor: Who) -> Hub:
    """The hub, for someone who may follow it."""
    pulling(request, actor)
    hub: Hub = request.scope["hub"]
    return hub


@routes.get("/api/notices")
async def notices(hub: Annotated[Hub, Depends(streaming)]) -> StreamingResponse:
    """Server-sent events: a line at once whenever the journal has grown."""
    return StreamingResponse(
        hub.notices.stream(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


def _lines(request: Request, about: dict[str, Any], page: Page) -> Response:
    content = as_lines(about, page)
    if ZSTD not in request.headers.get("accept", ""):
        return Response(content, media_type="text/plain; charset=utf-8")
    import zstandard

    return Response(zstandard.compress(content, LEVEL), media_type=ZSTD)
