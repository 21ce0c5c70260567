"""The tour itself: pictures that show something, and faults that are seen."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.tour import Toured
from desktop.tour.faults import Fault, Watch
from services.cli import main
from services.demo.plant import write_demo

COLOURS = 50
ROOT = Path(__file__).parents[2]


def toured(out: Path, *only: str) -> subprocess.CompletedProcess[str]:
    """A tour in a process of its own, as it sets language and theme of everything."""
    plant = out / "plant"
    write_demo(plant)
    words = ["tour", str(out), "--data", str(plant), "--lang", "zh", "--theme", "light", "--only", *only]
    command = [sys.executable, "-m", "services.cli", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def test_pages_of_the_demo_plant_and_of_a_new_one(tmp_path: Path) -> None:
    made = toured(tmp_path, "people", "empty")
    assert made.returncode == 0, made.stdout + made.stderr
    pictures = sorted((tmp_path / "zh-light").glob("*.png"))
    wanted = {
        "people",
        "people-add",
        "people-code",
        "map-empty",
        "hazards-empty",
        "first-run",
        "first-run-error",
        "people-wide",
    }
    assert wanted <= {one.stem for one in pictures}
    for picture in pictures:
        with Image.open(picture) as image:
            assert image.size == ((1920, 1080) if picture.stem.endswith("-wide") else (1366, 768))
            assert len(image.convert("RGB").getcolors(maxcolors=1 << 20) or ()) > COLOURS, picture.name
    assert (tmp_path / "contact.html").read_text("utf-8").count("<img") == len(pictures)
    assert (tmp_path / "contact.png").exists()


def look_at(qtbot: Any, part: QWidget, lang: str = "zh") -> list[tuple[str, str]]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    part.setParent(window)
    window.show()
    watch = Watch(lang)
    watch.know({"Press shop"})
    watch.look_over(window, "here")
    return [(fault.code, fault.text) for fault in watch.found.values()]


def test_a_label_that_is_too_narrow_is_cut(qtbot: Any) -> None:
    part = QLabel("这一行放不下")
    part.setFixedWidth(20)
    assert look_at(qtbot, part) == [("cut", "这一行放不下")]


def test_a_warning_of_qt_is_heard_until_the_tour_is_over() -> None:
    watch = Watch("zh")
    ended = watch.listening()
    qWarning("QLayout: planted")
    ended()
    assert [(fault.code, fault.text) for fault in watch.found.values()] == [("warning", "QLayout: planted")]


def test_the_command_fails_where_something_is_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any
) -> None:
    picture = tmp_path / "map.png"
    for faults, code in (((), 0), ((Fault("zh-light/map", "cut", "QLabel", "放不下"),), 1)):
        monkeypatch.setattr("desktop.tour.write_tour", lambda *_, found=faults: Toured((picture,), found))
        assert main(["tour", str(tmp_path), "--lang", "zh"]) == code
        assert ("放不下" in capsys.readouterr().out) is bool(code)


@pytest.mark.parametrize("own", ["A", "M", "4", "MG", "JMA"])
def test_a_code_is_a_code_whatever_short_words_the_plant_has(own: str) -> None:
    watch = Watch("zh")
    watch.know({own})
    assert not watch.is_foreign("4JMA-MGRV")
    assert watch.is_foreign("Ammeter")
    assert not watch.is_foreign(f"{own}: 4JMA-MGRV")


def test_a_word_of_the_plant_is_its_own_wherever_it_stands() -> None:
    watch = Watch("zh")
    watch.know({"Press shop"})
    assert not watch.is_foreign("Press shop: Press shop.")
    watch.know({"http://10.0.0.1:8750"})
    assert not watch.is_foreign("http://10.0.0.1:8750/ingest/readings")
    watch.know({"Press shop"})
    assert watch.is_foreign("Press shops")
    watch = Watch("en")
    watch.know({"仓库"})
    assert not watch.is_foreign("Zone 仓库2 is off")
    assert watch.is_foreign("Zone 仓房 is off")


def test_a_wrapped_label_that_is_too_low_is_cut(qtbot: Any) -> None:
    part = QLabel("这一行放不下" * 20)
    part.setWordWrap(True)
    part.setFixedSize(200, 20)
    assert [code for code, _ in look_at(qtbot, part)] == ["cut"]


def test_a_button_that_is_too_narrow_is_cut(qtbot: Any) -> None:
    part = QPushButton("保存这个区域的名称")
    part.setFixedWidth(40)
    assert ("cut", part.text()) in look_at(qtbot, part)


def test_what_lies_outside_its_frame_is_clipped(qtbot: Any) -> None:
    part = QLabel("右边")
    part.setGeometry(380, 10, 60, 30)
    assert ("clipped", "右边") in look_at(qtbot, part)


@pytest.mark.parametrize(
    ("lang", "text", "foreign"),
    [
        ("zh", "Save changes", True),
        ("zh", "保存 changes", False),
        ("zh", "Press shop", False),
        ("zh", "someone@example.com", False),
        ("zh", "YH-20261122-0001", False),
        ("en", "保存", True),
        ("en", "Save", False),
    ],
)
def test_words_of_the_other_language_are_seen(qtbot: Any, lang: str, text: str, *, foreign: bool) -> None:
    part = QLabel(text)
    part.resize(300, 30)
    assert (("foreign", text) in look_at(qtbot, part, lang)) is foreign
