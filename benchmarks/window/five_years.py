"""A plant with five years behind it: the demo plant of 380 people as it has lived since its paper of 2024, and the rows
of the same life once more, set back by whole weeks. So that figures have more to do than in so quiet a plant, each of
its hazards stands six times, some days apart: ten thousand in all, and 26,000 inspections. The copies are rows alone;
the journal is that of the life itself."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from benchmarks.figures import out
from benchmarks.window.years import KEPT
from services.core.ids import id_from
from services.core.shape import utc_moment, utc_text
from services.demo import plant as demo
from services.store import fed_tables
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.schema import HEAD, bring_up
from services.store.tables import RECORDS

YEARS, SEED, PEOPLE = timedelta(days=5 * 365), 1, 380
AGAIN = {"hazard": 5, "inspection": 0, "incident": 0, "permit": 0, "training_session": 0}  # kinds: how often besides
OPEN = ("reported", "assigned", "fixing", "fixed", "first_passed")
APART = timedelta(days=9, hours=5)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")


def five_years() -> Path:
    """The plant's folder."""
    made_by = hashlib.sha256(b"".join(Path(one).read_bytes() for one in (__file__, demo.__file__))).hexdigest()[:12]
    place = KEPT / f"five-{HEAD}-{made_by}"
    if not place.exists():
        half = place.with_suffix(".unfinished")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        out(f"writing a plant of five years to {place} (kept for the next run)")
        demo.write_demo(half / "plant", SEED, people=PEOPLE, months=None)
        lengthen(PlantFolder(half / "plant").database)
        half.rename(place)
    return place / "plant"


def lengthen(file: Path) -> None:
    """Lets the plant have lived before as it has lived since."""
    database = Database(file)
    bring_up(database)
    with database.writing() as connection:
        begun = connection.execute(sa.select(sa.func.min(RECORDS["hazard"].c.reported_at))).scalar_one()
        now = datetime.now(UTC)
        life = timedelta(weeks=(now - utc_moment(begun)) // timedelta(weeks=1) + 1)
        for kind, again in AGAIN.items():
            table = RECORDS[kind]
            over = table.c.state.not_in(OPEN) if kind == "hazard" else sa.true()
            rows = [dict(row) for row in connection.execute(sa.select(table).where(over)).mappings()]
            backs = [number * APART for number in range(1, again + 1)]
            made = list(_copies(rows, [*backs, *(life + back for back in (timedelta(), *backs))]))
            connection.execute(sa.insert(table), made)
        _stops(connection, life)
        people = RECORDS["person"]
        connection.execute(sa.update(people).values(since=utc_text(now - YEARS - timedelta(days=400))))
    database.close()


def _copies(rows: list[dict[str, Any]], backs: list[timedelta]) -> Iterator[dict[str, Any]]:
    """Each row once more for every time by which it is set back."""
    for number, back in enumerate(backs):
        for row in rows:
            moved = {name: _earlier(value, back) for name, value in row.items()}
            born = {"id": id_from("years", row["id"], str(number))}
            yield moved | born | ({"number": None} if "number" in row else {})


def _earlier(value: Any, back: timedelta) -> Any:
    return utc_text(utc_moment(value) - back) if isinstance(value, str) and MOMENT.fullmatch(value) else value


def _stops(connection: sa.Connection, life: timedelta) -> None:
    table, ms = fed_tables.stops, int(life / timedelta(milliseconds=1))
    rows = [dict(row) for row in connection.execute(sa.select(table).where(table.c.ended.is_not(None))).mappings()]
    connection.execute(
        sa.insert(table),
        [row | {"stop": f"{row['stop']}-", "began": row["began"] - ms, "ended": row["ended"] - ms} for row in rows],
    )
