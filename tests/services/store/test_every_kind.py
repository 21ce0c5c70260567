"""What is written in SQL by hand holds for every kind of record, whatever its fields are called."""

from pathlib import Path

from services.store.database import Database
from services.store.digests import Digests
from services.store.ready_file import ReadyFiles, unpack
from services.store.records import Records
from services.store.store import Store
from tests.makers import NOON
from tests.services.store.test_schema import EXAMPLES


def test_a_ready_file_and_its_sums_hold_every_kind(tmp_path: Path) -> None:
    store = Store(tmp_path / "plant.db", NOON)
    with store.database.writing() as connection:
        records = Records(connection)
        for one in EXAMPLES.values():
            records.put(one)
    ready = ReadyFiles(store.database, tmp_path / "ready").get(blank=False)
    unpack(ready.path, tmp_path / "replica.db")
    replica = Database(tmp_path / "replica.db")
    with store.database.reading() as theirs, replica.reading() as ours:
        for kind, one in EXAMPLES.items():
            assert Records(ours).find(kind) == (one,)
        assert Digests().total(theirs) == Digests().total(ours)
    replica.close()
    store.close()
