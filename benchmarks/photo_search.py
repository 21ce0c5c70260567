"""Finding an old photo among 100,000: `python -m benchmarks.photo_search [--count N]`

The search (four indexed bands in SQLite, the photo with its twelve variants) beside a look at each fingerprint
in plain Python, numpy's bit count over an array in memory, and a BK-tree, all with the same answer wanted: at most six
bits apart from any of the thirteen.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.figures import out
from services.core.hazard_twins import MOST_APART
from services.core.photos import Photo
from services.core.record import as_json
from services.store.database import Database
from services.store.laying import lay_rows
from services.store.queries.photos import alike
from services.store.records import Records
from services.store.schema import bring_up

ROUNDS = 25


class BkTree:
    """Fingerprints by their distance from one another."""

    def __init__(self, looks: list[int]) -> None:
        self.root: tuple[int, dict[int, Any]] = (looks[0], {})
        for one in looks[1:]:
            self.add(one)

    def add(self, one: int) -> None:
        """One more."""
        here, below = self.root
        while bits := (one ^ here).bit_count():
            if bits not in below:
                below[bits] = (one, {})
                return
            here, below = below[bits]

    def near(self, asked: int, most: int) -> set[int]:
        """All within so many bits."""
        found, open_ = set(), [self.root]
        while open_:
            here, below = open_.pop()
            bits = (asked ^ here).bit_count()
            if bits <= most:
                found.add(here)
            open_ += [child for at, child in below.items() if bits - most <= at <= bits + most]
        return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    count = parser.parse_args().count
    chance = random.Random(5)
    looks = [chance.getrandbits(64) for _ in range(count)]
    asked = [_asked(chance, looks) for _ in range(ROUNDS)]
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "plant.db")
        bring_up(database)
        with database.writing() as connection:
            lay_rows(connection, "photo", [as_json(_photo(f"{at:064x}", one)) for at, one in enumerate(looks)])
        with database.reading() as connection:
            compare(Records(connection), looks, asked)
        database.close()


def _photo(id_: str, looks: int, also: tuple[int, ...] = ()) -> Photo:
    shown = tuple(f"{one:016x}" for one in also)
    return Photo(id=id_, fingerprint=f"{looks:016x}", also=shown, noted_at=datetime(2026, 3, 1, tzinfo=UTC))


def _asked(chance: random.Random, looks: list[int]) -> list[int]:
    """An old photo with some bits turned, and twelve variants that are like nothing."""
    old = chance.choice(looks)
    for bit in chance.sample(range(64), MOST_APART):
        old ^= 1 << bit
    return [old, *(chance.getrandbits(64) for _ in range(12))]


def compare(look: Records, looks: list[int], asked: list[list[int]]) -> None:
    """Times all of them and prints what a search takes."""
    array, tree = np.array(looks, dtype=np.uint64), BkTree(looks)

    def bands(ask: list[int]) -> set[int]:
        return {int(id_, 16) for id_ in alike(look, _photo("f" * 64, ask[0], tuple(ask[1:])))}

    def each(ask: list[int]) -> set[int]:
        return {at for one in ask for at, other in enumerate(looks) if (one ^ other).bit_count() <= MOST_APART}

    def counted(ask: list[int]) -> set[int]:
        near = [np.flatnonzero(np.bitwise_count(array ^ np.uint64(one)) <= MOST_APART) for one in ask]
        return set(np.concatenate(near).tolist())

    def by_tree(ask: list[int]) -> set[int]:
        near = {one for part in ask for one in tree.near(part, MOST_APART)}
        return {at for at, one in enumerate(looks) if one in near}

    ways = {"bands in SQLite (ours)": bands, "numpy bit counts": counted, "a look at each": each, "BK-tree": by_tree}
    times = {name: _timed(way, asked if name != "BK-tree" else asked[:5]) for name, way in ways.items()}
    ours = statistics.median(times["bands in SQLite (ours)"])
    out(f"{len(looks):,} photos, {len(asked)} searches of a photo with 12 variants, median and longest:")
    for name, spent in times.items():
        middle = statistics.median(spent)
        out(f"  {name:24} {middle:9.2f} ms {max(spent):9.2f} ms   {middle / ours:7.1f} x ours")
    assert all(bands(ask) == counted(ask) for ask in asked), "they found the same"


def _timed(way: Callable[[list[int]], set[int]], asked: list[list[int]]) -> list[float]:
    spent = []
    for ask in asked:
        begun = time.perf_counter()
        assert way(ask), "the old photo is found"
        spent.append((time.perf_counter() - begun) * 1000)
    return spent


if __name__ == "__main__":
    main()
