"""What is exported comes in again as it was: the same chain, the same records, the same photos; and what was changed
on the way is refused, with nothing left behind."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from services.cli import main
from services.core.refused import Refused
from services.exports.manifest import DATABASE, MANIFEST
from services.exports.plain import as_it_was, harmless, lines_of, rows_in
from services.exports.reading import import_everything
from services.exports.writing import write_export
from services.hub.hub import Hub
from services.store.database import Database
from services.store.digests import Digests
from services.store.folder import PlantFolder
from services.store.journal import head
from services.store.readings import Reading, append
from services.store.tables import RECORDS
from services.store.verify import verify
from tests.makers import NOON
from tests.services.sync.desks import Office

NASTY = "=HYPERLINK(\"http://x\")\n,'第二行'"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = Office(tmp_path_factory.mktemp("out") / "plant")
    made.furnish()
    for text in (NASTY, "+86 1", "'quoted", "\\N", "普通"):
        made.do("hazards.report", zone=made.zone, photos=[made.blob(text.encode())], description=text)
    sensor = made.do("sensors.add", code="T-1", name="@温度", quantity="temperature", unit="℃", zone=made.zone)
    made.hub.store.write(lambda connection: append(connection, [Reading(sensor, NOON, 21.5)]))
    yield made
    made.close()


@pytest.fixture(scope="module")
def exported(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("zip") / "all.zip"
    write_export(office.hub.folder, out, NOON)
    return out


def stands(folder: PlantFolder) -> tuple[Any, ...]:
    """The chain's head, the sum of all records, the photos' names, all of it checked."""
    database = Database(folder.database)
    try:
        with database.reading() as connection:
            assert verify(connection).whole
            photos = sorted(one.name for one in folder.blobs.glob("??/??/*"))
            return head(connection), Digests().total(connection), photos
    finally:
        database.close()


def refused(source: Path, to: Path) -> str:
    with pytest.raises(Refused) as caught:
        import_everything(source, PlantFolder(to))
    assert not (to / "hub").exists()
    assert not (to / "importing").exists()
    return caught.value.code


def test_it_comes_in_again_without_loss_and_works_on(office: Office, exported: Path, tmp_path: Path) -> None:
    again = PlantFolder(tmp_path / "again")
    made = import_everything(exported, again)
    assert stands(again) == stands(office.hub.folder)
    assert (made.seq, made.missing) == (stands(again)[0][0], ())
    hub = Hub(again)
    try:
        with hub.store.look() as look:
            texts = {one.description for one in look.find("hazard")}
        assert NASTY in texts
        assert hub.store.keys.keys == office.hub.store.keys.keys, "labels on the walls are good"
        assert hub.actor(None) is None
    finally:
        hub.close()
    with pytest.raises(Refused, match="already_there"):
        import_everything(exported, again)


def test_every_kind_is_a_table_that_reads_as_the_store_has_it(office: Office, exported: Path) -> None:
    with zipfile.ZipFile(exported) as archive:
        names = set(archive.namelist())
        assert {f"csv/{kind}.csv" for kind in RECORDS} <= names
        head_, *rows = rows_in(archive.read("csv/hazard.csv"))
        zones = json.loads(archive.read(next(one for one in names if one.startswith("plans/"))))
        readings = archive.read("csv/readings.csv").decode()
        said = archive.read("README.md").decode()
    with office.hub.store.look() as look:
        table = RECORDS["hazard"]
        kept = {row.id: row for row in look.connection.execute(table.select())}
    assert head_ == [column.name for column in table.columns]
    for row in rows:
        mine = dict(zip(head_, row, strict=True))
        theirs = kept[str(mine["id"])]._mapping
        assert mine["description"] == theirs["description"]
        assert all(mine[name] is None for name, value in theirs.items() if value is None)
    assert zones["features"][0]["properties"]["name"]
    assert "21.5" in readings
    assert "csv/headings.csv" in said


@pytest.mark.parametrize(
    "text", [NASTY, "=1", "+1", "-1", "@a", "\ta", "\rb", "'x", "''", "\\N", "", "平常", "a=b", None]
)
def test_no_cell_is_a_formula_and_each_comes_back(text: str | None) -> None:
    cell = harmless(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert as_it_was(cell) == text
    assert list(rows_in(b"".join(lines_of(("a", "b"), [(text, 2)])))) == [["a", "b"], [text, "2"]]


def test_into_a_folder_and_back_by_the_commands(office: Office, tmp_path: Path, capsys: Any) -> None:
    out, to = tmp_path / "all", tmp_path / "to"
    assert main(["export", "--out", str(out), "--data", str(office.hub.folder.root)]) == 0
    assert main(["import", "everything", str(out), "--data", str(to), "--json"]) == 0
    assert stands(PlantFolder(to)) == stands(office.hub.folder)
    assert main(["export", "--out", str(out), "--data", str(office.hub.folder.root)]) == 1
    assert os.stat(out / DATABASE).st_mode & 0o077 == 0


def test_what_was_changed_on_the_way_is_refused(exported: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    with zipfile.ZipFile(exported) as archive:
        archive.extractall(folder)
    photo = next((folder / "drawings").iterdir())
    photo.write_bytes(photo.read_bytes() + b"x")
    assert refused(folder, tmp_path / "a") == "export_damaged"
    photo.unlink()
    assert refused(folder, tmp_path / "b") == "export_damaged"
    said = json.loads((folder / MANIFEST).read_text())
    for wrong, code in (
        ({"format": 99}, "export_newer"),
        ({"files": {**said["files"], "../../x": "0" * 64}}, "export_damaged"),
        ({"files": {}}, "export_damaged"),
        ({"head": "0" * 64, "files": {DATABASE: said["files"][DATABASE]}}, "export_damaged"),
        ({"digest": "0", "files": {DATABASE: said["files"][DATABASE]}}, "export_damaged"),
    ):
        (folder / MANIFEST).write_text(json.dumps({**said, **wrong}))
        assert refused(folder, tmp_path / "c") == code
    assert refused(tmp_path / "nowhere", tmp_path / "d") == "no_such_file"
    (tmp_path / "no.zip").write_bytes(b"no archive")
    assert refused(tmp_path / "no.zip", tmp_path / "e") == "export_damaged"
