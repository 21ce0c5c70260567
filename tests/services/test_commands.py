"""What the command line answers to wrong uses: one line, the right exit code, and never a traceback."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from services.cli import main
from services.reports.free_face import freed
from services.reports.label_sheets import load_template, template_names
from services.reports.my_templates import as_file
from services.store.database import Database
from services.store.folder import PlantFolder
from tests.services.reports.label_printer import Listener, zpl_labels
from tests.services.reports.made import label


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments, "--json"]) == 1
    code: str = json.loads(capsys.readouterr().out)["refused"]
    return code


def test_a_bag_into_a_folder_that_is_not_there_is_refused(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = str(tmp_path / "none" / "visit.bag")
    assert refused(capsys, "audit", "bag", "--data", str(demo_plant), "--out", where) == "no_such_file"


def test_a_plant_in_place_of_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    assert refused(capsys, "demo", "--data", str(file)) == "not_a_folder"
    assert file.read_text() == "mine"


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("no database at all " * 100)
    assert main(["audit", "verify", str(file), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "sqlalche" not in said


def test_a_zone_is_shown_by_the_code_on_its_label(demo_plant: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", "zones", "--data", str(demo_plant), "--json"])
    zone = json.loads(capsys.readouterr().out)[0]
    assert main(["show", "zones", zone["code"], "--data", str(demo_plant), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [zone]


def test_a_condition_on_a_field_that_is_not_there_is_refused(
    demo_plant: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, "show", "hazards", "--data", str(demo_plant), "--where", "colour=red") == "unknown_field"


@pytest.mark.parametrize(("version", "code"), [("0001", "older_store"), ("9999", "newer_store")])
def test_a_plant_of_another_version_is_not_read_as_if_it_were_of_this_one(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], version: str, code: str
) -> None:
    place = tmp_path / "plant"
    shutil.copytree(demo_plant, place)
    database = Database(PlantFolder(place).database)
    with database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{version}'")
    database.close()
    assert refused(capsys, "show", "zones", "--data", str(place)) == code


@pytest.mark.parametrize("order", [("--lang", "en", "show", "nothing"), ("show", "nothing", "--lang", "en")])
def test_the_language_stands_before_or_after_the_command(
    order: tuple[str, ...], demo_plant: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*order, "--data", str(demo_plant)]) == 1
    assert "There are no records of kind" in capsys.readouterr().err


def labels(demo_plant: Path, *arguments: str) -> int:
    return main(["labels", "print", "--data", str(demo_plant), "--as", "HD1002", *arguments])


def printed_at(demo_plant: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    main(["show", "labels", "--data", str(demo_plant), "--json"])
    return [label["printed_at"] for label in json.loads(capsys.readouterr().out)]


def test_labels_are_printed_in_the_form_that_the_files_name_says(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = printed_at(demo_plant, capsys)
    for name, begins in (("a.pdf", b"%PDF"), ("a.zpl", b"^XA"), ("a.tspl", b"SIZE 60 mm,40 mm"), ("a.png", b"\x89PNG")):
        assert labels(demo_plant, "--out", str(tmp_path / name), "--zones", "空压机房") == 0
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert main(["labels", "check", str(tmp_path / "a.png"), "--json"]) == 0
    assert printed_at(demo_plant, capsys) != before


def test_labels_go_to_a_printer_in_the_network_or_are_not_printed(
    demo_plant: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Listener() as printer:
        assert (
            labels(demo_plant, "--out", f"tcp://127.0.0.1:{printer.port}", "--template", "roll-50x30", "--dpi", "300")
            == 0
        )
        assert printer.finished.wait(10)
    assert len(zpl_labels(printer.received)) == len(printed_at(demo_plant, capsys))
    before = printed_at(demo_plant, capsys)
    with Listener(breaks_after=20_000) as broken:
        assert labels(demo_plant, "--out", f"tcp://127.0.0.1:{broken.port}", "--lang", "en") == 1
    assert "nothing was noted as printed" in capsys.readouterr().err
    assert printed_at(demo_plant, capsys) == before


def test_labels_that_a_plant_may_not_take_note_of_are_told(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "a.pdf")
    assert main(["labels", "print", "--data", str(demo_plant), "--as", "HD1015", "--out", out, "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert "a.pdf" in told.out
    assert told.err.count("\n") == 1


def test_a_sheet_is_not_for_a_label_printer(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("labels", "print", "--data", str(demo_plant), "--template", "L7163", "--out", str(tmp_path / "a.zpl"))
    assert refused(capsys, *arguments) == "label.not_for_rolls"


def test_only_what_has_changed_is_printed_and_all_of_a_building(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.zpl"
    assert labels(demo_plant, "--out", str(out), "--template", "roll-40x30", "--changed") == 0
    assert not out.exists()
    capsys.readouterr()
    main(["show", "zones", "--data", str(demo_plant), "--json"])
    zones = json.loads(capsys.readouterr().out)
    rename = json.dumps({"zone": zones[0]["id"], "name": "新名字的车间"})
    assert main(["do", "zones.rename", rename, "--data", str(demo_plant), "--as", "HD1002"]) == 0
    assert labels(demo_plant, "--out", str(out), "--template", "roll-40x30", "--changed") == 0
    assert len(zpl_labels(out.read_bytes())) == 1
    assert labels(demo_plant, "--out", str(out), "--template", "roll-40x30", "--zones", "一号厂房") == 0
    assert len(zpl_labels(out.read_bytes())) == len(zones)


def answered(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """What a command says as JSON; it has to have done it."""
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_paper_that_is_out_of_date_becomes_another_version(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at, out = ("--data", str(demo_plant)), ("--out", str(tmp_path / "a.pdf"))
    zone = answered(capsys, "show", "zones", *at)[0]
    again = ("labels", "print", *at, *out, "--zones", zone["code"])
    versions = []
    for _ in range(3):
        assert answered(capsys, *again)["codes"] == [zone["code"]]
        versions.append(int(answered(capsys, "labels", "check", out[1])[0]["token"].split(".")[1]))
    assert versions[1] == versions[2], "the same paper twice is the same label"
    rename = json.dumps({"zone": zone["id"], "name": "又一个新名字"})
    answered(capsys, "do", "zones.rename", rename, *at, "--as", "HD1002")
    answered(capsys, *again)
    (row,) = answered(capsys, "labels", "check", out[1])
    assert (row["token"].split(".")[:2], row["verdict"]) == ([zone["code"], str(versions[2] + 1)], "ok")


def test_blank_labels_are_printed_on_any_sheet(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--data", str(demo_plant), "--as", "HD1002")
    for name, template in (("a.pdf", "L7163"), ("b.pdf", "door-A5"), ("c.zpl", "roll-50x30")):
        out = str(tmp_path / name)
        told = answered(capsys, "labels", "print", *at, "--blank", "3", "--template", template, "--out", out)
        assert (told["printed"], told["kept_back"], len(set(told["codes"]))) == (3, [], 3)
        if name.endswith("pdf"):
            tokens = [row["token"] for row in answered(capsys, "labels", "check", out)]
            assert sorted(token.split(".")[0] for token in tokens) == sorted(told["codes"])
    free = [one for one in answered(capsys, "show", "labels", "--data", str(demo_plant)) if one["zone"] is None]
    assert len(free) == 9
    assert all(one["printed_at"] for one in free)
    arguments = ("labels", "print", *at, "--blank", "3", "--changed", "--out", str(tmp_path / "d.pdf"))
    assert refused(capsys, *arguments) == "label.blanks_alone"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", template_names())
def test_every_template_is_shown_with_the_sample(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, lang: str
) -> None:
    out = str(tmp_path / "a.pdf")
    told = answered(capsys, "labels", "sample", "--template", name, "--out", out, "--lang", lang)
    assert told["printed"] == load_template(name).per_page
    assert {row["verdict"] for row in answered(capsys, "labels", "check", out)} == {"ok"}


def test_a_sign_for_a_gate_that_is_read_from_near_only_is_told(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    free = freed(load_template("door-A5"), label())
    small = tuple(replace(one, size_mm=(60.0, 60.0)) if one.kind == "code" else one for one in free.elements)
    (tmp_path / "small.json").write_bytes(as_file(replace(free, name="small", elements=small)))
    at = ("--data", str(demo_plant), "--as", "HD1002", "--blank", "1", "--out", str(tmp_path / "a.pdf"))
    told = answered(capsys, "labels", "print", *at, "--template", str(tmp_path / "small.json"))
    assert told["too_near"] == told["codes"]
    assert answered(capsys, "labels", "print", *at, "--template", "door-A5")["too_near"] == []


def test_the_key_of_labels_is_changed_by_a_command(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at, out = ("--data", str(demo_plant)), ("--out", str(tmp_path / "a.pdf"))
    zones = {one["code"] for one in answered(capsys, "show", "zones", *at)}
    told = answered(capsys, "labels", "rotate-key", *at)
    assert (told["key"], set(told["old_key"])) == (2, zones)
    some = sorted(zones)[0]
    answered(capsys, "labels", "print", *at, *out, "--zones", some)
    (row,) = answered(capsys, "labels", "check", out[1])
    code, version, key, _ = row["token"].split(".")
    assert (code, int(version) > 1, key) == (some, True, "2")
    assert refused(capsys, "labels", "rotate-key", *at, "--as", "HD1015") == "not_allowed"


def test_an_offset_to_the_left_is_no_option(demo_plant: Path, tmp_path: Path) -> None:
    for given in (("--offset", "-1.5,0"), ("--offset=-1.5,0",)):
        assert labels(demo_plant, "--out", str(tmp_path / "a.pdf"), "--zones", "空压机房", *given) == 0


def test_the_command_line_loads_no_database_to_say_what_there_is():
    code = "import sys, services.cli as c; c.parser('zh'); print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr


def test_a_bag_is_made_known_to_the_plant_and_checked_without_it(
    demo_plant: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bag, data = str(tmp_path / "visit.bag"), str(demo_plant)
    days = ("--from", "2026-01-01", "--to", "2026-01-31")
    assert main(["audit", "bag", "--data", data, "--out", bag, *days, "--masked", "--no-photos", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert main(["audit", "verify", bag, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["whole"], found["seal"], found["first"]) == (True, made["seal"], "2026-01-01")
    assert main(["audit", "verify", bag, "--against", data]) == 0
    assert main(["show", "audit_bags", "--data", data, "--json"]) == 0
    assert made["seal"] in capsys.readouterr().out

    content = bytearray(Path(bag).read_bytes())
    content[content.find(b"rows.json") + 40] ^= 1
    Path(bag).write_bytes(content)
    assert main(["audit", "verify", bag, "--lang", "en"]) == 1
    assert "rows.json" in capsys.readouterr().out
