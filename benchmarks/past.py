"""A jump of the time slider over a year of the demo plant (380 people), to random moments: what the map asks for one
floor, beside a rebuilding of that moment from the journal.

Give a demo plant's folder, or one is made for it.
"""

import random
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from benchmarks.figures import out

JUMPS, REBUILT, GOAL_MS = 200, 3, 100.0
YEAR = timedelta(days=365)


def main() -> int:
    """Prints the figures; 1 where a jump's 99th percentile takes longer than the goal."""
    if len(sys.argv) > 1:
        return measured(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as place:
        made = [sys.executable, "-m", "services.cli", "demo", "--data", place]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        return measured(Path(place))


def measured(plant: Path) -> int:
    """The figures of one plant."""
    from services.store.database import Database
    from services.store.folder import PlantFolder
    from services.store.queries.status import zone_statuses
    from services.store.schema import bring_up
    from services.store.timeline import Timeline

    database = Database(PlantFolder(plant).database)
    bring_up(database)  # a plant of an earlier edition
    rebuilding = []
    for _ in range(REBUILT):
        start, timeline = time.perf_counter(), Timeline()
        timeline.extend(database)
        rebuilding.append(time.perf_counter() - start)
    chance, jumps, end = random.Random(7), [], timeline.ends
    assert end is not None
    floors = timeline.ask(end, lambda look: look.find("floor"))
    for _ in range(JUMPS):
        at = end - chance.random() * YEAR
        start = time.perf_counter()
        timeline.ask(at, zone_statuses, now=at, floor=chance.choice(floors).id)
        jumps.append(time.perf_counter() - start)
    p99, whole = quantiles(jumps, n=100)[98] * 1000, median(rebuilding) * 1000
    out(f"jump: median {median(jumps) * 1000:.1f} ms, p99 {p99:.1f} ms (goal {GOAL_MS:.0f})")
    out(f"rebuilt from the journal: {whole:.0f} ms, {whole / (median(jumps) * 1000):.0f} times as long")
    database.close()
    return int(p99 > GOAL_MS)


if __name__ == "__main__":
    sys.exit(main())
