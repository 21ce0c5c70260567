"""A plant with so many hazards, written once through the hub's own journal and kept between runs."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

import services
from benchmarks import figures
from benchmarks.figures import out, plant_for_load
from benchmarks.peers import reports
from services.core.ids import new_id
from services.core.operation import Actor, Operation, required
from services.core.zones import Zone
from services.hub.hub import Hub
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.journal import Answer, Request
from services.store.records import unpacked
from services.store.schema import HEAD
from services.store.tables import deliveries, hazards

KEPT = Path(__file__).resolve().parents[2] / ".run" / "peers"
LOGIN, PASSWORD = "王芳", "long enough"
IN_FLIGHT = 2000
MADE_FROM = ("core/hazards.py", "core/ids.py", "store/journal.py", "store/tables.py", "store/personal.py")
PLACES = ("冲压", "机加", "焊接", "涂装", "装配", "热处理", "仓储", "动力")


@dataclass(frozen=True)
class Filled:
    """A plant's folder, a team without people, and the ids of its open hazards."""

    folder: Path
    team: str
    open_ids: list[str]


def filled(count: int, *, settled: float = 0.0) -> Filled:
    """The plant with `count` hazards, a share of them settled; from the last run, where it was made by the same
    program."""
    place = KEPT / f"plant-{count}-{int(settled * 100)}-{_made_by()}"
    if not place.exists():
        half = place.with_suffix(".unfinished")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        out(f"writing a plant with {count} hazards to {place} (kept for the next run)")
        (half / "about.json").write_text(json.dumps(_fill(half / "plant", count, settled)), "utf-8")
        half.rename(place)
    about = json.loads((place / "about.json").read_text("utf-8"))
    return Filled(place / "plant", about["team"], about["open_ids"])


def _made_by() -> str:
    """Names the program that writes the plant."""
    root = Path(services.__file__).parent
    files = [Path(__file__), Path(reports.__file__), Path(figures.__file__), *(root / name for name in MADE_FROM)]
    return hashlib.sha256(b"\0".join([HEAD.encode(), *(file.read_bytes() for file in files)])).hexdigest()[:12]


def _fill(folder: Path, count: int, settled: float) -> dict[str, Any]:
    plant = plant_for_load(folder)
    hub = Hub(PlantFolder(folder))
    try:
        actor = hub.actor(plant.token)
        assert actor is not None
        zones = [plant.zone, *_zones(hub, actor, plant.zone)]
        team = hub.do("teams.add", {"name": "外协维修"}, actor).id
        wanted = [reports.report(number) for number in range(count)]
        _submit(hub, actor, (_report(one, zones, n) for n, one in enumerate(wanted, 1)))
        done = wanted[: int(count * settled)]
        _submit(hub, actor, (_rejection(one, n) for n, one in enumerate(done, 1)))
        hub.store.write(lambda connection: connection.execute(sa.update(deliveries).values(state="sent")))
        return {"team": team, "open_ids": [one.id for one in wanted[len(done) :]]}
    finally:
        hub.close()


def _zones(hub: Hub, actor: Actor, like: str) -> Iterable[str]:
    """Thirty-nine more zones beside the first."""
    with hub.store.look() as look:
        first = required(look, Zone, like)
    for number in range(1, 40):
        name = f"{PLACES[number % len(PLACES)]}车间 {number} 区"
        left, top = number % 5 * 11.0, 12.0 + number // 5 * 2.5  # clear of the first
        outline = [[left, top], [left + 10, top], [left + 10, top + 2.5], [left, top + 2.5]]
        drawn = {"name": name, "zone_class": "ABCD"[number % 4], "polygon": outline}
        yield hub.do("zones.draw", {**drawn, "floor": first.floor, "team": first.team}, actor).id


def _report(one: reports.Report, zones: Sequence[str], n: int) -> Operation:
    args: dict[str, Any] = {"zone": zones[one.place % len(zones)], "photos": list(one.photos)}
    args |= {"description": one.description, "category": one.category}
    args |= {"x": one.x, "y": one.y} if one.x is not None else {}
    return _operation("bench-1", n, "hazards.report", args, one.id)


def _rejection(one: reports.Report, n: int) -> Operation:
    return _operation("bench-2", n, "hazards.reject", {"hazard": one.id, "reason": "现场复查，已不存在"})


def _operation(device: str, n: int, kind: str, args: dict[str, Any], id_: str | None = None) -> Operation:
    return Operation(id_ or new_id(), kind, args, device, n, datetime.now(UTC))


def _submit(hub: Hub, actor: Actor, operations: Iterable[Operation]) -> None:
    """Many at once, as the writer takes them; each spread over the last nine months, and each must be accepted."""
    waiting: list[Future[Answer]] = []
    begun = datetime.now(UTC) - timedelta(days=270)
    for number, operation in enumerate(operations):
        at = begun + timedelta(minutes=5 * number)
        waiting.append(hub.store.submit(Request(operation, actor, at, at)))
        if len(waiting) == IN_FLIGHT:
            _all_accepted(waiting)
    _all_accepted(waiting)


def _all_accepted(waiting: list["Future[Answer]"]) -> None:
    for future in waiting:
        if not future.result().ok:
            raise RuntimeError(str(future.result().refused))
    waiting.clear()


def hazards_in(path: Path, ids: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """The hazards of a database (or those of these ids) as JSON objects, in the order of their ids."""
    database = Database(path)
    try:
        with database.reading() as connection:
            found = connection.execute(sa.select(hazards).order_by(hazards.c.id)).mappings()
            wanted = None if ids is None else set(ids)
            return [unpacked("hazard", row) for row in found if wanted is None or row["id"] in wanted]
    finally:
        database.close()


def written_to(path: Path, records: Sequence[dict[str, Any]]) -> Path:
    """A line of JSON a record: what the peers read."""
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), "utf-8")
    return path
