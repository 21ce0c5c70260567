"""Random histories of a plant with three consoles and ten phones: whatever happens, in whatever order, nothing that was
answered is lost, nothing is there twice, and in the end all have the same."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from services.core.refused import Refused
from services.store.replica import LaidDown
from tests.services.sync.desks import Office
from tests.services.sync.history import played
from tests.services.sync.simulation import furnished_office

SEEDS, PART = (10_000, 100) if os.environ.get("ANHUAN_FULL") else (300, 20)
MEMORY = Path("/dev/shm")
ENOUGH, FEW_PUSHES = 60, 3


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return furnished_office(tmp_path_factory.mktemp("base") / "hub")


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder in memory, as thousands of histories would wear a disk."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


def play(seed: int, furnished: Office, room: Path) -> None:
    folder = room / str(seed)
    folder.mkdir()
    try:
        with pytest.MonkeyPatch.context() as patch:
            played(seed, furnished, folder, patch)
    except Exception as error:
        raise AssertionError(f"seed {seed}: {error}") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("first", range(0, SEEDS, PART))
def test_all_come_to_the_same_and_nothing_is_lost(furnished: Office, room: Path, first: int) -> None:
    for seed in range(first, first + PART):
        play(seed, furnished, room)


def nothing(*_: Any) -> None:
    """Left out."""


def none(*_: Any) -> list[str]:
    return []


def unknown(*_: Any) -> None:
    raise Refused("key_reused", id="")


Faults = list[tuple[str, Callable[..., Any] | int]]

# what is planted, and the histories that are known to show it
MUTANTS: dict[str, tuple[Faults, tuple[int, ...]]] = {
    "the side log keeps nothing": ([("services.store.side_log.SideLog.waits", nothing)], (6, 9)),
    "what waits is not taken back and nobody compares": (
        [
            ("services.store.replica.take_back", lambda *_: set()),
            ("services.sync.comparing.Comparing.compare", none),
        ],
        (20, 23),
    ),
    "a refusal is kept nowhere": ([("services.store.following.add_conflict", nothing)], (20, 23)),
    "a hub that was set back gets nothing again": ([("services.store.installing._wait_again", nothing)], (50, 104)),
    "what others had sent is shown to nobody": ([("services.store.installing._tell_lost", nothing)], (13, 50)),
    "an answer to what is behind is not heard": (
        [("services.store.replica.Replica.hear", lambda *_: LaidDown(frozenset(), {}))],
        (16, 52),
    ),
    "records are not laid down and nobody compares": (
        [("services.store.replica.lay", lambda *_: set()), ("services.sync.comparing.Comparing.compare", none)],
        (0, 1),
    ),
    "numbers are not counted anew": (
        # a console that is told its number in vain asks again: fewer pushes a round, or it takes half a minute
        [("services.store.replica.Replica.number_again", nothing), ("services.sync.round.MOST_PUSHES", FEW_PUSHES)],
        (248, 84),
    ),
    "the hub knows no operation again": (
        [("services.store.journal.Journal._again", lambda self, seq, body, op: seq / 0)],
        (1, 5),
    ),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_planted_fault_would_be_seen(
    furnished: Office, room: Path, monkeypatch: pytest.MonkeyPatch, mutant: str
) -> None:
    faults, known = MUTANTS[mutant]
    for place, instead in faults:
        monkeypatch.setattr(place, instead)
    if any(is_shown(seed, furnished, room) for seed in (*known, *range(ENOUGH))):
        return
    pytest.fail(f"{ENOUGH} histories did not show that {mutant}")


def is_shown(seed: int, furnished: Office, room: Path) -> bool:
    try:
        play(seed, furnished, room)
    except AssertionError:
        return True
    return False


def test_few_pushes_a_round_are_no_fault(furnished: Office, room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They come with one of the planted faults, and must not be what is seen there."""
    monkeypatch.setattr("services.sync.round.MOST_PUSHES", FEW_PUSHES)
    for seed in MUTANTS["numbers are not counted anew"][1]:
        play(seed, furnished, room)
