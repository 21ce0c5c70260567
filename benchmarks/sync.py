"""The first sync of 50,000 records and the pull of 1,000 changes: the console and the hub beside PouchDB and Anki, each
with its own server, and beside writing the same rows into SQLite with no network at all.

    python -m benchmarks.sync [RECORDS] [ROUNDS]

All get the same records: the hazards of a real hub. Rounds are interleaved, every copy is compared with what its server
has before its figure counts, and medians are printed. Not the same work: the console also checks permissions, the chain
of hashes and the sum of all records, and keeps the journal; Anki copies a file; PouchDB keeps revisions.
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from benchmarks.figures import out
from benchmarks.peers import bring
from benchmarks.peers.contestant import Contestant, Took
from benchmarks.peers.plant import Filled, filled, hazards_in, written_to
from benchmarks.peers.raw import as_text, into_table
from services.store.folder import PlantFolder

CHANGES = 1000
SETTLED = 0.94  # as in a plant of some age; changes are made to the others
POUCH_ROUNDS = 2  # it takes as long as all others together
OURS, ANKI, POUCH = "Anhuan", "Anki", "PouchDB"
Table = dict[str, dict[str, list[Took]]]


class Contest:
    """The contestants and what they took. `records` and `changes` are files that all of them get."""

    def __init__(self, folder: Path, plant: Filled, rounds: int) -> None:
        self.folder, self.plant, self.rounds = folder, plant, rounds
        self.database = PlantFolder(plant.folder).database
        self.all: dict[str, Contestant] = {}
        self.table: Table = {}

    def enter(self, stack: ExitStack) -> None:
        """Starts those who can be had, each with all records at its server."""
        place = self.folder / "ours"
        records = written_to(self.folder / "records.jsonl", hazards_in(self.database))
        module = [sys.executable, "-m", "benchmarks.peers.console"]
        self._start(stack, OURS, [*module, str(self.plant.folder), str(place)])
        here = Path(__file__).parent / "peers"
        if python := bring.anki():
            self._start(stack, ANKI, [str(python), str(here / "anki_notes.py"), str(self._room(ANKI))])
        if modules := bring.pouch():
            self._start(stack, POUCH, ["node", str(here / "pouch.js"), str(modules), str(self._room(POUCH))])
        for name, one in self.all.items():
            if name != OURS:
                one.ask("load", path=str(records))

    def _room(self, name: str) -> Path:
        room = self.folder / name
        room.mkdir()
        return room

    def _start(self, stack: ExitStack, name: str, command: list[str]) -> None:
        self.all[name] = Contestant(name, command, self.folder / f"{name}.log")
        stack.callback(self.all[name].close)

    def note(self, what: str, name: str, took: Took) -> None:
        """One figure."""
        self.table.setdefault(what, {}).setdefault(name, []).append(took)

    def taking_part(self, turn: int) -> list[Contestant]:
        """Who is measured in this round, each time another one first."""
        those = [one for one in self.all.values() if one.name != POUCH or turn < POUCH_ROUNDS]
        return those[turn % len(those) :] + those[: turn % len(those)]

    def first(self) -> None:
        """First syncs, and the limit: the same rows into SQLite."""
        self.note("ready file", OURS, self.all[OURS].take("ready"))
        for turn in range(self.rounds):
            for one in self.taking_part(turn):
                self.note("first", one.name, one.take("first"))
                one.ask("check")
            for name, write in (("SQLite, JSON", as_text), ("SQLite, table", into_table)):
                self.note("first", name, Took(write(self.database, self.folder / f"raw-{turn}-{name}.db"), 0))
        self.note("older", OURS, self.all[OURS].take("older"))

    def changes(self) -> None:
        """A thousand changes at a time, each time others, then a round in which there is nothing."""
        ours, open_ones = self.all[OURS], self.plant.open_ids
        for turn in range(self.rounds):
            ids = [open_ones[(turn * CHANGES + n) % len(open_ones)] for n in range(CHANGES)]
            ours.ask("change", ids=ids, team=self.plant.team)
            changed = written_to(self.folder / f"changes-{turn}.jsonl", hazards_in(self.database, ids))
            for one in self.taking_part(0):
                if one is not ours:
                    one.ask("change", path=str(changed))
            for one in self.taking_part(turn):
                self.note("changes", one.name, one.take("pull"))
                self.note("nothing", one.name, one.take("pull"))
                one.ask("check")


def line(table: Table, what: str, name: str, count: int) -> None:
    """One row of the table."""
    took = table[what][name]
    each = [one.seconds for one in took]
    middle, wire = statistics.median(each), statistics.median(one.bytes for one in took)
    rate = f"{count / middle:10,.0f}" if count else f"{'':>10}"
    size = f"{wire / 1000:10,.1f}" if wire else f"{'-':>10}"
    out(f"  {name:14} {middle:9.4f} {rate} {size}   {min(each):.4f}-{max(each):.4f} ({len(each)})")


def ratio(table: Table, what: str, name: str, read: Callable[[Took], float]) -> float | None:
    """How many times as much another takes as this project; None where it was not measured."""
    of = {one: statistics.median(map(read, table[what][one])) for one in (OURS, name) if one in table[what]}
    return of[name] / of[OURS] if name in of else None


def goals(table: Table) -> bool:
    """Prints each goal and whether it is reached; what was not measured is said and reaches nothing."""
    seconds: Callable[[Took], float] = lambda took: took.seconds  # noqa: E731
    wire: Callable[[Took], float] = lambda took: took.bytes  # noqa: E731
    wanted = (
        ("first sync, PouchDB's time / ours", "first", POUCH, seconds, 20.0),
        ("first sync, Anki's time / ours", "first", ANKI, seconds, 1.0),
        ("first sync, PouchDB's bytes / ours", "first", POUCH, wire, 4.0),
        ("first sync, Anki's bytes / ours", "first", ANKI, wire, 1.0),
        ("first sync, raw SQLite's time / ours", "first", "SQLite, JSON", seconds, 0.4),
        ("  the same, into the console's own table", "first", "SQLite, table", seconds, 0.4),
        ("1,000 changes, PouchDB's time / ours", "changes", POUCH, seconds, 5.0),
        ("1,000 changes, Anki's time / ours", "changes", ANKI, seconds, 1.5),
        ("1,000 changes, PouchDB's bytes / ours", "changes", POUCH, wire, 4.0),
        ("1,000 changes, Anki's bytes / ours", "changes", ANKI, wire, 1.0),
    )
    reached = True
    for text, what, name, read, goal in wanted:
        found = ratio(table, what, name, read)
        said = "not measured" if found is None else f"{found:7.2f}"
        good = found is not None and found >= goal
        reached = reached and good
        out(f"  {text:44} {said} (goal {goal}) {'' if good else '<- not reached'}")
    return reached


def report(table: Table, count: int) -> bool:
    """The whole table, then the ratios."""
    out(f"  {'':14} {'seconds':>9} {'records/s':>10} {'kB wire':>10}   least-most (rounds)")
    titles = {
        "ready file": ("the hub makes the ready replica (shared by all first syncs of the next 5,000 entries)", 0),
        "first": (f"first sync of {count:,} records", count),
        "older": ("afterwards, round by round: the older entries of the journal, which no peer keeps", 0),
        "changes": (f"{CHANGES:,} changes", CHANGES),
        "nothing": ("nothing to do", 0),
    }
    for what, (title, each) in titles.items():
        out(title)
        for name in table[what]:
            line(table, what, name, each)
    out("ratios of medians")
    return goals(table)


def main(count: int = 50_000, rounds: int = 3) -> int:
    """Prints the table; 1 where a goal is missed or a peer is missing."""
    kept = filled(count, settled=SETTLED)
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        plant = replace(kept, folder=Path(place) / "plant")
        shutil.copytree(kept.folder, plant.folder)
        contest = Contest(Path(place), plant, rounds)
        start = time.perf_counter()
        contest.enter(stack)
        out(f"all have their records ({time.perf_counter() - start:.0f} s)")
        contest.first()
        contest.changes()
        return 0 if report(contest.table, count) else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
