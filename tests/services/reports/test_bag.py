"""An audit bag: what is in it, and that no byte of it changes unseen (T27)."""

import hashlib
import io
import json
import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from services.photos.folder import PhotoFolder
from services.reports.bag.making import make_bag, size_of
from services.store import bag_file
from services.store.backup_file import SEAL
from services.store.bag import Choice, contents, row_sums
from services.store.bag_file import check
from services.store.database import Database
from services.store.records import Records
from services.store.verify import Verdict
from tests.services.store.stories import SECRETS, lived_in
from tests.services.store.workshop import Place, Workshop

EDITS = 2000 if os.environ.get("ANHUAN_FULL") else 300
WHEN = Choice(date(2026, 1, 1), date(2026, 12, 31))
PHOTO = b"not a picture, but it has a name of its own"


@dataclass
class Plant:
    """A plant with a story and a photo, and its bag."""

    shop: Workshop
    place: Place
    blobs: PhotoFolder
    bag: Path

    def make(self, choice: Choice, **given: Any) -> Path:
        """Another bag, beside the first."""
        out = self.bag.with_name("another.bag")
        make_bag(self.shop.store.database, self.blobs, choice, out, self.shop.now, **given)
        return out


@pytest.fixture(scope="module")
def plant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plant]:
    folder = tmp_path_factory.mktemp("bag")
    shop = Workshop(folder / "plant.db")
    place, blobs = lived_in(shop), PhotoFolder(folder / "blobs")
    sha256 = blobs.put_bytes(PHOTO)
    shop.do("hazards.report", {"zone": place.zone, "photos": [sha256]}, place.worker, device="phone")
    made = Plant(shop, place, blobs, folder / "first.bag")
    make_bag(shop.store.database, blobs, WHEN, made.bag, shop.now)
    yield made
    shop.close()


def faults(bag: Path) -> set[str]:
    return {fault.code for fault in check(bag).verdict.faults}


def database_of(bag: Path, folder: Path) -> Path:
    with ZipFile(bag) as archive:
        return Path(archive.extract("bag.db", folder))


def test_a_bag_has_records_photos_papers_and_the_chain_and_is_whole(plant: Plant) -> None:
    checked = check(plant.bag)
    assert checked.verdict.whole, checked.verdict.faults
    manifest = checked.manifest
    assert manifest is not None
    assert (manifest.name, manifest.floor, manifest.seq) == ("江南精密", 1, len(plant.shop.entries()))
    assert manifest.head == plant.shop.verify().head
    names = {name for name in manifest.members if not name.startswith("photos/")}
    assert names == {"bag.db", "rows.json", "ledger.pdf", "ledger.xlsx", "clauses.xlsx"}
    with ZipFile(plant.bag) as archive:
        assert archive.read("ledger.pdf")[:5] == b"%PDF-"
        assert [archive.read(name) for name in manifest.members if name.startswith("photos/")] == [PHOTO]
    assert len(manifest.missing) == 3, "photos that the plant itself does not have are named"


def test_the_clause_map_has_gaps_first(plant: Plant) -> None:
    with ZipFile(plant.bag) as archive:
        rows = _cells(archive.read("clauses.xlsx"))
    clauses = [row for row in rows if row[0].startswith(("GB/T 33000", "ISO 45001"))]
    told = [row[3] for row in clauses]
    gaps = told.count("无证据")
    assert 0 < gaps < len(told)
    assert told[:gaps] == ["无证据"] * gaps
    found = {row[0][:10] + row[1]: row for row in clauses}
    assert "隐患 3" in found["GB/T 330005.5.3"][3]
    assert found["GB/T 330005.5.3"][4] == f"{plant.shop.now:%Y-%m-%d}"


def _cells(data: bytes) -> list[list[Any]]:
    import python_calamine

    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def test_names_can_be_left_out_everywhere(plant: Plant, tmp_path: Path) -> None:
    bag = plant.make(replace(WHEN, masked=True))
    assert check(bag).verdict.whole
    with ZipFile(bag) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    secrets = [*SECRETS, "周敏", "孙丽", "马超"]
    assert [one for one in secrets if one.encode() in everything] == []
    assert "周敏".encode() in database_of(plant.bag, tmp_path).read_bytes()


def test_a_zone_can_be_chosen_and_the_chain_still_holds(plant: Plant, tmp_path: Path) -> None:
    store = next(zone.id for zone in plant.shop.find("zone") if zone.name == "仓库")
    bag = plant.make(replace(WHEN, zones=frozenset({store})))
    checked = check(bag)
    assert checked.verdict.whole, checked.verdict.faults
    assert checked.manifest is not None
    assert checked.manifest.zones == ("仓库",)
    assert checked.manifest.left_out > 0
    with closing(sqlite3.connect(database_of(bag, tmp_path))) as file:
        assert file.execute("SELECT count(*) FROM hazards").fetchone() == (0,)
        bodies = [row[0] for row in file.execute("SELECT body FROM entries")]
    assert bodies
    assert [body for body in bodies if '"kind":"hazard"' in body] == []


def test_days_before_anything_happened_hold_nothing_of_it(plant: Plant) -> None:
    bag = plant.make(Choice(date(2025, 1, 1), date(2025, 12, 31)))
    checked = check(bag)
    assert checked.verdict.whole
    assert checked.manifest is not None
    assert checked.manifest.counts["hazard"] == 0


def test_the_size_is_known_beforehand(plant: Plant) -> None:
    with plant.shop.store.database.reading() as connection:
        found = contents(Records(connection), WHEN)
    size = size_of(found, plant.blobs)
    assert (found.counts["hazard"], size.here, size.away, size.photos) == (3, 1, 3, len(PHOTO))
    assert plant.bag.stat().st_size < size.whole + 1_000_000
    told = size_of(found, plant.blobs, lambda _: 1_000_000)
    assert told.whole - size_of(found, plant.blobs, lambda _: 500_000).whole == 3 * 500_000


# T27: no byte, row, entry or file changes unseen


def resealed(bag: Path, target: Path, change: Callable[[dict[str, bytes]], None], *, sums: bool) -> Path:
    """The bag with other members and a seal that fits; with `sums` the manifest and the rows' sums fit as well."""
    with ZipFile(bag) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    if sums:
        _fit(members, target.with_suffix(".db"))
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.comment = b"0" * SEAL
    data = content.getvalue()[:-SEAL]
    target.write_bytes(data + hashlib.sha256(data).hexdigest().encode())
    return target


def _fit(members: dict[str, bytes], place: Path) -> None:
    place.write_bytes(members["bag.db"])
    database = Database(place)
    with database.reading() as connection:
        members["rows.json"] = json.dumps(row_sums(connection)).encode()
    database.close()
    manifest = json.loads(members["manifest.json"])
    kept = {name: data for name, data in members.items() if name != "manifest.json"}
    manifest["members"] = {name: hashlib.sha256(data).hexdigest() for name, data in kept.items()}
    members["manifest.json"] = json.dumps(manifest).encode()


def in_database(folder: Path, statement: str, *values: Any) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        place = folder / "edited.db"
        place.write_bytes(members["bag.db"])
        with closing(sqlite3.connect(place)) as file:
            file.execute("PRAGMA synchronous=OFF")
            assert file.execute(statement, values).rowcount != 0
            file.commit()
        members["bag.db"] = place.read_bytes()

    return change


TABLES = ("people", "zones", "hazards", "labels", "floors", "teams")


def row_edit(chance: random.Random, place: Path) -> tuple[str, tuple[Any, ...], str]:
    """A statement that changes, deletes or doubles a row of a record; and how the verifier must name it."""
    table = chance.choice(TABLES)
    with closing(sqlite3.connect(place)) as file:
        ids = [row[0] for row in file.execute(f"SELECT id FROM {table} ORDER BY id")]
        columns = [row[1] for row in file.execute(f"PRAGMA table_info({table})") if row[1] != "id"]
    id_, column = chance.choice(ids), chance.choice(columns)
    if chance.random() < 0.3:
        return f"DELETE FROM {table} WHERE id = ?", (id_,), f"{table} {id_}"
    return f"UPDATE {table} SET {column} = ? WHERE id = ?", (f"x{chance.random()}", id_), f"{table} {id_}"


@pytest.mark.parametrize("how", ["bytes", "cut", "rows", "entries", "files"])
def test_random_edits_are_all_caught_and_named(plant: Plant, tmp_path: Path, how: str) -> None:
    chance, whole, bad = random.Random(f"27 {how}"), plant.bag.read_bytes(), tmp_path / "bad.bag"
    place = database_of(plant.bag, tmp_path)
    for _ in range(EDITS // 5):
        named = edited(chance, how, plant.bag, whole, bad, place)
        verdict = check(bad).verdict
        assert not verdict.whole
        if named:
            assert named in {fault.what for fault in verdict.faults} | {f"entry {one.seq}" for one in verdict.faults}


def edited(chance: random.Random, how: str, bag: Path, whole: bytes, bad: Path, place: Path) -> str:
    """Writes a spoiled bag; what the verifier must say, '' where only that it is spoiled."""
    if how == "bytes":
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
        bad.write_bytes(content)
        return ""
    if how == "cut":
        at = chance.randrange(len(whole))
        bad.write_bytes(whole[:at] + whole[at + chance.randrange(1, 500) :] if chance.random() < 0.5 else whole[:at])
        return ""
    if how == "rows":
        statement, values, named = row_edit(chance, place)
        resealed(bag, bad, in_database(bad.parent, statement, *values), sums=False)
        return named
    if how == "entries":
        return entry_edit(chance, bag, bad, place)
    return file_edit(chance, bag, bad)


def entry_edit(chance: random.Random, bag: Path, bad: Path, place: Path) -> str:
    """An entry is changed or taken out, and all sums are made to fit: only the chain is left to say so."""
    with closing(sqlite3.connect(place)) as file:
        seq, body = chance.choice(file.execute("SELECT seq, body FROM entries").fetchall())
    if chance.random() < 0.3:
        resealed(bag, bad, in_database(bad.parent, "DELETE FROM entries WHERE seq = ?", seq), sums=True)
        return f"entry {seq}"
    at = chance.randrange(len(body))
    other = chance.choice([letter for letter in 'ab1{}",:' if letter != body[at]])
    changed = body[:at] + other + body[at + 1 :]
    spoil = in_database(bad.parent, "UPDATE entries SET body = ? WHERE seq = ?", changed, seq)
    resealed(bag, bad, spoil, sums=True)
    return f"entry {seq}"


def file_edit(chance: random.Random, bag: Path, bad: Path) -> str:
    """A file in the bag is changed, taken out, or put in."""
    with ZipFile(bag) as archive:
        name = chance.choice([one for one in archive.namelist() if one not in ("manifest.json", "bag.db")])

    def change(members: dict[str, bytes]) -> None:
        if chance.random() < 0.3:
            del members[name]
        else:
            content = bytearray(members[name])
            content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
            members[name] = bytes(content)

    resealed(bag, bad, change, sums=False)
    return name


def test_a_photo_that_was_exchanged_is_named_even_where_every_sum_fits(plant: Plant, tmp_path: Path) -> None:
    def change(members: dict[str, bytes]) -> None:
        name = next(name for name in members if name.startswith("photos/"))
        members[name] = b"another photo"

    bad = resealed(plant.bag, tmp_path / "bad.bag", change, sums=True)
    assert faults(bad) == {"bag_file_changed"}


def test_a_record_that_was_changed_is_named_even_where_every_sum_fits(plant: Plant, tmp_path: Path) -> None:
    statement = "UPDATE hazards SET description = '无' WHERE id = (SELECT max(id) FROM hazards)"
    bad = resealed(plant.bag, tmp_path / "bad.bag", in_database(tmp_path, statement), sums=True)
    assert faults(bad) == {"record_changed"}


def test_a_file_that_was_put_in_is_named(plant: Plant, tmp_path: Path) -> None:
    bad = tmp_path / "bad.bag"
    resealed(plant.bag, bad, lambda members: members.update({"more.txt": b"x"}), sums=False)
    assert {(one.code, one.what) for one in check(bad).verdict.faults} == {("bag_file_extra", "more.txt")}


MUTANTS: dict[str, tuple[str, Any, Callable[[Plant, Path], Path]]] = {
    "the seal is not looked at": (
        "_sealed",
        lambda _: iter(()),
        lambda plant, folder: _with_odd_date(plant.bag, folder / "bad.bag"),
    ),
    "files are not hashed": (
        "_members",
        lambda *_: iter(()),
        lambda plant, folder: resealed(
            plant.bag, folder / "bad.bag", lambda members: members.update({"ledger.pdf": b"%PDF-"}), sums=False
        ),
    ),
    "rows are not compared": (
        "_rows",
        lambda *_: iter(()),
        lambda plant, folder: resealed(
            plant.bag, folder / "bad.bag", in_database(folder, "DELETE FROM hazards"), sums=False
        ),
    ),
    "the chain is not read": (
        "verify",
        lambda connection, cut: Verdict(*_kept_head(connection), ()),
        lambda plant, folder: resealed(
            plant.bag, folder / "bad.bag", in_database(folder, "DELETE FROM entries WHERE seq = 9"), sums=True
        ),
    ),
}


def _kept_head(connection: Any) -> tuple[int, str]:
    from services.store.facts import fact

    return fact(connection, "cursor"), fact(connection, "hash")


def _with_odd_date(bag: Path, bad: Path) -> Path:
    """Another time of a file in the archive's index: no member's content says so."""
    content = bytearray(bag.read_bytes())
    content[content.rfind(b"PK\x01\x02") + 12] ^= 1
    bad.write_bytes(content)
    return bad


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_verifier_that_skips_something_would_be_seen(
    plant: Plant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mutant: str
) -> None:
    name, instead, spoil = MUTANTS[mutant]
    bad = spoil(plant, tmp_path)
    named = {(fault.code, fault.seq, fault.what) for fault in check(bad).verdict.faults}
    assert named
    monkeypatch.setattr(bag_file, name, instead)
    weaker = {(fault.code, fault.seq, fault.what) for fault in check(bad).verdict.faults}
    assert weaker != named


def test_the_bag_is_not_touched_by_a_look(plant: Plant, tmp_path: Path) -> None:
    copy = Path(shutil.copy(plant.bag, tmp_path / "copy.bag"))
    check(copy)
    assert copy.read_bytes() == plant.bag.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["copy.bag"]
