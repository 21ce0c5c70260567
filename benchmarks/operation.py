"""One local operation on a console whose replica holds 100,000 journal entries (goal: at most 5 ms)."""

import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import sqlalchemy as sa

from benchmarks.figures import LoadPlant, out, plant_for_load
from desktop.opening import boot_id, utc_now
from services.core.ids import canonical, digest
from services.core.shape import utc_text
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.personal import clear_of, sealed_in
from services.store.replica import Clock, Replica
from services.store.tables import entries

ENTRIES, RUNS = 100_000, 300


def filled(plant: LoadPlant, data: Path) -> Replica:
    """A replica after its first sync, with its journal filled up to 100,000 entries that follow the chain."""
    replica = Replica(data / "replica.db", Clock(utc_now, time.monotonic, boot_id()))
    replica.set_facts(me=plant.person)
    source = Database(PlantFolder(data / "plant").database)
    with source.reading() as connection:
        rows = connection.execute(sa.select(entries).order_by(entries.c.seq)).mappings().all()
        page = [(row["hash"], row["body"]) for row in rows]
        clear = clear_of(connection, {one for row in rows for one in sealed_in(json.loads(row["body"]))})
    replica.lay_down(page, clear)
    fill(replica, rows[-1]["seq"], rows[-1]["hash"])
    return replica


def fill(replica: Replica, seq: int, before: str) -> None:
    """Comments-like entries without changes, up to the wanted number."""
    with replica.database.writing() as connection:
        batch = []
        for number in range(seq + 1, ENTRIES + 1):
            at = utc_text(utc_now())
            row = {"seq": number, "operation": f"op-{number}", "kind": "zones.rename", "author": None}
            row |= {"device": "filler", "n": number, "at": at}
            body = canonical({**row, "args": {"zone": "x" * 36, "name": "区域"}, "changes": [], "received_at": at})
            before = digest(before.encode(), body)
            batch.append({**row, "outcome": "accepted", "body": body.decode(), "hash": before})
        connection.execute(sa.insert(entries), batch)


def main() -> int:
    """Prints the median and the 99th percentile of a report and of a rename."""
    with tempfile.TemporaryDirectory() as place:
        data = Path(place)
        plant = plant_for_load(data / "plant")
        replica = filled(plant, data)
        for kind in ("hazards.report", "zones.rename"):
            took = []
            for n in range(RUNS):
                args = plant.report(n) if kind == "hazards.report" else {"zone": plant.zone, "name": f"区域 {n}"}
                start = time.perf_counter()
                local = replica.run(kind, args)
                took.append((time.perf_counter() - start) * 1000)
                if not local.ok:
                    raise RuntimeError(str(local.refused))
            took.sort()
            out(f"{kind}: median {median(took):.2f} ms, p99 {took[int(RUNS * 0.99)]:.2f} ms (goal 5 ms)")
        replica.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
