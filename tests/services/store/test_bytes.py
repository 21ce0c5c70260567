"""Random single bytes of the database file are changed; whoever changed a value that the journal answers for is found.

What a change did is known from a dump of all stored values before and after: some bytes hold none (free space, unused
header fields, indexes that repeat a value), and some tables are the hub's own and in no entry (sessions, outbox).
"""

import os
import random
import shutil
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from services.core.refused import Refused
from services.store import verify
from services.store.database import Database
from tests.services.store.workshop import checked_file, dump

CHANGES = 2000 if os.environ.get("ANHUAN_FULL") else 300
SIGNING_ON = {"sign_on_flows", "sign_on_claims", "sign_on_links"}
FED = {"readings", "swipes", "strange_swipes", "turned_rows", "stops", "standings", "rule_states", "form_times"}
HUBS_OWN = {"credentials", "sessions", "pairings", "guesses", "label_keys", "deliveries"} | SIGNING_ON | FED
NOT_IN_THE_JOURNAL = HUBS_OWN | {"reading_minutes", "facts", "pending", "conflicts", "answered"}
PARTLY = {"devices": "id, last_n"}  # the rest of a device does not follow from the entries


def answered_for(path: Path):
    """All stored values that follow from the entries; None when the file cannot be read."""
    database = Database(path)
    try:
        return dump(database, NOT_IN_THE_JOURNAL, PARTLY)
    except (DBAPIError, ValueError, Refused):
        return None
    finally:
        database.close()


def found_out(path: Path) -> bool:
    try:
        return not checked_file(path).whole
    except (DBAPIError, ValueError, Refused):
        return True


def changed_copies(source: Path, target: Path, count: int, seed: int):
    """Copies of the file with one byte changed each; (place, bit pattern) for the record. Most of a small plant's file
    is empty, all zeros, so of three changes two are made elsewhere."""
    whole, chance = source.read_bytes(), random.Random(seed)
    written = [place for place, byte in enumerate(whole) if byte]
    for number in range(count):
        place = chance.choice(written) if number % 3 else chance.randrange(len(whole))
        turned = chance.randrange(1, 256)
        changed = bytearray(whole)
        changed[place] ^= turned
        target.write_bytes(changed)
        yield place, turned
        for rest in ("-wal", "-shm", "-journal"):
            target.with_name(target.name + rest).unlink(missing_ok=True)


def campaign(source: Path, target: Path, count: int, seed: int = 5):
    """How many changes there were of each kind, and those that changed a value and were not found out."""
    before, missed = answered_for(source), []
    kinds: Counter[str] = Counter()
    for place, turned in changed_copies(source, target, count, seed):
        after = answered_for(target)
        kind = "unreadable" if after is None else "changed" if after != before else "nothing that is in the journal"
        kinds[kind] += 1
        if kind != "nothing that is in the journal" and not found_out(target):
            missed.append((place, turned, kind))
    return kinds, missed


@pytest.fixture
def source(lived_file, tmp_path) -> Path:
    return Path(shutil.copy(lived_file, tmp_path / "source.db"))


def test_every_byte_that_holds_a_value_is_watched(source, tmp_path):
    kinds, missed = campaign(source, tmp_path / "changed.db", CHANGES)
    assert missed == []
    assert kinds["changed"] + kinds["unreadable"] > CHANGES // 10, kinds


def test_a_check_that_leaves_the_records_out_misses_some(source, tmp_path, monkeypatch):
    monkeypatch.setattr(verify, "_of_records", lambda *_: iter(()))
    _, missed = campaign(source, tmp_path / "changed.db", 120)
    assert missed
