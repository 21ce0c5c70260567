"""What a watching system asks: `/metrics` in the text format of Prometheus, with a key of its own. Figures of the plant
by name of what they count, never a person's name, a zone's or anybody's words."""

import os
import secrets
import shutil
import time
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

import sqlalchemy as sa
from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services import __version__
from services.core.backups import newest_good
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import utc_moment, utc_text
from services.hub.api import TheHub, Who, token_of
from services.hub.canary import silent_for
from services.hub.following import Follower
from services.hub.hub import Hub
from services.store.deliveries import DEAD, WAITING
from services.store.facts import fact, set_fact
from services.store.journal import head
from services.store.records import Records
from services.store.tables import deliveries, entries, sessions

TYPE = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
KEY, KEY_AT = "watching_key", "watching_key_at"
STARTED = time.time()
routes = APIRouter()


@dataclass
class Durations:
    """How long answers took, by method, route and kind of status: counts up to each bound of `BUCKETS`, and the sum in
    seconds."""

    counts: dict[tuple[str, str, str], list[int]] = field(default_factory=dict)
    sums: dict[tuple[str, str, str], float] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def note(self, method: str, route: str, status: int, seconds: float) -> None:
        """One answer."""
        key = method, route, f"{status // 100}xx"
        with self.lock:
            found = self.counts.setdefault(key, [0] * (len(BUCKETS) + 1))
            found[bisect_left(BUCKETS, seconds)] += 1
            self.sums[key] = self.sums.get(key, 0.0) + seconds

    def lines(self) -> Iterator[str]:
        """The histogram, each bucket with all that are below it."""
        name = "anhuan_request_duration_seconds"
        yield from _head(name, "How long answers took.", "histogram")
        with self.lock:
            found = [(key, list(counts), self.sums[key]) for key, counts in sorted(self.counts.items())]
        for (method, route, status), counts, total in found:
            labels, below = f'method="{method}",route="{_escaped(route)}",status="{status}"', 0
            for bound, count in zip((*map(str, BUCKETS), "+Inf"), counts, strict=True):
                below += count
                yield f'{name}_bucket{{{labels},le="{bound}"}} {below}'
            yield f"{name}_sum{{{labels}}} {total:.6f}"
            yield f"{name}_count{{{labels}}} {below}"


class Timed:
    """Measures every answer, from the request's arrival to the beginning of the answer."""

    def __init__(self, app: ASGIApp, durations: Durations) -> None:
        self.app, self.durations = app, durations

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()

        async def timed(message: Message) -> None:
            if message["type"] == "http.response.start":
                route = getattr(scope.get("route"), "path", "other")  # a stranger's paths would be endless
                self.durations.note(scope["method"], route, message["status"], time.perf_counter() - began)
            await send(message)

        await self.app(scope, receive, timed)


@routes.post("/api/watching/key")
def new_key(hub: TheHub, actor: Who) -> dict[str, Any]:
    """A key for the system that watches, told this once; the former one is good no more. Raises Refused:
    not_allowed."""
    if not actor.has(Role.EHS_MANAGER, Role.IT_ADMIN):
        raise Refused("not_allowed", kind="plant.set_broker")
    key, made_at = secrets.token_urlsafe(32), utc_text(hub.now())

    def keep(connection: sa.Connection) -> None:
        set_fact(connection, KEY, _mark(key))
        set_fact(connection, KEY_AT, made_at)

    hub.store.write(keep)
    return {"key": key}


@routes.get("/api/watching/key")
def key_known(hub: TheHub, _: Follower) -> dict[str, Any]:
    """When the present key was made; None where there is none."""
    with hub.store.look() as look:
        return {"made_at": fact(look.connection, KEY_AT)}


@routes.get("/metrics")
def metrics(hub: TheHub, request: Request) -> PlainTextResponse:
    """All figures. The key goes as a bearer token; this machine's own token is good as well. Raises Refused:
    key_wrong."""
    given = token_of(request) or ""
    with hub.store.look() as look:
        known = str(fact(look.connection, KEY))
    own = secrets.compare_digest(given.encode(), hub.local_token.encode())
    if not own and not secrets.compare_digest(_mark(given), known):
        raise Refused("key_wrong")
    lines = [*_of_plant(hub), *_of_threads(hub), *_of_process(), *request.app.state.durations.lines()]
    return PlainTextResponse("\n".join(lines) + "\n", media_type=TYPE)


def _mark(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def _head(name: str, about: str, kind: str = "gauge") -> Iterator[str]:
    yield f"# HELP {name} {about}"
    yield f"# TYPE {name} {kind}"


def _one(name: str, about: str, value: float, kind: str = "gauge", labels: str = "") -> Iterator[str]:
    yield from _head(name, about, kind)
    yield f"{name}{labels} {value:g}" if abs(value) < 1e6 else f"{name}{labels} {value:.0f}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _of_plant(hub: Hub) -> Iterator[str]:
    now = hub.now()
    with hub.store.look() as look:
        connection = look.connection
        plants, (last, _) = look.find("plant"), head(connection)
        newest = connection.execute(sa.select(entries.c.at).where(entries.c.seq == last)).scalar()
        good = newest_good(look)
        waiting = _deliveries(look)
        live = sa.select(sa.func.count()).select_from(sessions).where(sessions.c.expires_at > utc_text(now))
        signed_in = connection.execute(live).scalar_one()
    labels = f'{{version="{__version__}",plant="{plants[0].id if plants else ""}"}}'
    yield from _one("anhuan_info", "The program's version and the plant's id.", 1, labels=labels)
    yield from _one("anhuan_entries", "The last entry of the journal.", last, "counter")
    if newest:
        age = (now - utc_moment(newest)).total_seconds()
        yield from _one("anhuan_head_age_seconds", "How long ago the last entry was made.", age)
    yield from _one("anhuan_deliveries_waiting", "Messages that wait to be sent.", waiting[0])
    oldest = (now - utc_moment(waiting[1])).total_seconds() if waiting[1] else 0.0
    yield from _one("anhuan_delivery_oldest_seconds", "How long the oldest of them waits.", oldest)
    yield from _one("anhuan_deliveries_undeliverable", "Messages that no way has brought.", waiting[2])
    yield from _one("anhuan_dispatch_silent_seconds", "For how long no message went out.", silent_for(hub))
    yield from _one("anhuan_sessions", "Sessions of people and computers that are good.", signed_in)
    if good:
        age = (now - good.begun_at).total_seconds()
        yield from _one("anhuan_backup_age_seconds", "How old the newest good backup is.", age)
        yield from _one("anhuan_backup_bytes", "How large it is.", good.bytes)
    usage = shutil.disk_usage(hub.folder.hub)
    yield from _one("anhuan_disk_free_bytes", "Room on the disk of the hub.", usage.free)
    yield from _one("anhuan_disk_size_bytes", "The size of that disk.", usage.total)


def _deliveries(look: Records) -> tuple[int, str | None, int]:
    """How many messages wait, since when the oldest was made, and how many will never arrive."""
    waiting = deliveries.c.state == WAITING, deliveries.c.channel != "canary"
    query = sa.select(sa.func.count(), sa.func.min(deliveries.c.made_at)).where(*waiting)
    count, oldest = look.connection.execute(query).one()
    dead = sa.select(sa.func.count()).select_from(deliveries).where(deliveries.c.state == DEAD)
    return count, oldest, look.connection.execute(dead).scalar_one()


def _of_threads(hub: Hub) -> Iterator[str]:
    """How long ago each of the hub's watchers looked: the rules are as late as their watcher."""
    name = "anhuan_look_age_seconds"
    yield from _head(name, "How long ago a watcher of the hub last looked.")
    for one in hub.watchers:
        yield f'{name}{{watcher="{one.name}"}} {one.rests_for():.3f}'


def _of_process() -> Iterator[str]:
    yield from _one("process_start_time_seconds", "When the process began.", STARTED)
    spent = time.process_time()
    yield from _one("process_cpu_seconds_total", "Processor time that it has used.", spent, "counter")
    own = Path("/proc/self")
    if own.exists():
        pages = int((own / "statm").read_text(encoding="ascii").split()[1])
        yield from _one("process_resident_memory_bytes", "Memory that it holds.", pages * PAGE)
        yield from _one("process_open_fds", "Files that it has open.", len(list((own / "fd").iterdir())))
