"""The template editor on a real plant: things are moved by mouse and keys, the preview is read back, and it is kept."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from desktop.views.labels.editor import TemplateEditor
from desktop.views.labels.page import LabelsPage
from services.reports.label_sheets import load_template, my_template_names
from tests.desktop.pages import part, shown
from tests.desktop.plants import TestPlant, open_workbench
from tests.desktop.test_labels import PATIENCE_MS, SQUARE, proved

PLAIN, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: Any, qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LabelsPage]:
    for module in ("services.reports.label_sheets", "services.reports.my_templates"):
        monkeypatch.setattr(f"{module}.my_folder", lambda: tmp_path / "mine")
    plant: TestPlant = open_workbench(tmp_path)
    floor = plant.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    for name in ("冲压车间", "焊接车间"):
        plant.run("zones.draw", floor=floor, name=name, zone_class="A", polygon=SQUARE)
    plant.run("plant.set_address", address="https://anhuan.example.com")
    plant.sync()
    made = shown(qtbot, plant, "labels")
    proved(made, qtbot)
    yield made
    plant.close()


@pytest.fixture
def editor(page: LabelsPage, qtbot: Any) -> TemplateEditor:
    part(page, QPushButton, "editTemplate").click()
    made = part(page, TemplateEditor, "templateEditor")
    quiet(made, qtbot)
    return made


def quiet(editor: TemplateEditor, qtbot: Any) -> None:
    """The preview shows what is wanted."""
    qtbot.waitUntil(lambda: not editor.preview.busy and editor.preview._wanted is None, timeout=PATIENCE_MS)


def dragged(editor: TemplateEditor, start: QPoint, way: QPoint) -> None:
    canvas = editor.canvas
    QTest.mousePress(canvas, LEFT, PLAIN, start)
    QTest.mouseMove(canvas, start + way / 2)
    QTest.mouseMove(canvas, start + way)
    QTest.mouseRelease(canvas, LEFT, PLAIN, start + way)


def number_of(editor: TemplateEditor, text: str) -> int:
    return next(number for number, one in enumerate(editor.template.elements) if one.text == text)


def verdict(editor: TemplateEditor) -> str:
    return part(editor, QLabel, "templateVerdict").text()


def test_a_text_is_dragged_stretched_and_nudged_on_the_grid_and_taken_back(editor: TemplateEditor) -> None:
    number = number_of(editor, "{name}")
    before = editor.template.elements[number]
    step = round(4 * editor.canvas.scale)
    dragged(editor, editor.canvas.box(number).center().toPoint(), QPoint(step, 0))
    after = editor.template.elements[number]
    assert after.at_mm[0] == pytest.approx(before.at_mm[0] + 4, abs=0.3)
    assert after.at_mm[0] % 0.5 == 0
    dragged(editor, editor.canvas.handle(number).center().toPoint(), QPoint(-step, 0))
    assert editor.template.elements[number].size_mm[0] == pytest.approx(after.size_mm[0] - 4, abs=0.3)
    editor.canvas.setFocus()
    QTest.keyClick(editor.canvas, Qt.Key.Key_Down)
    assert editor.template.elements[number].at_mm[1] == pytest.approx(before.at_mm[1] + 0.5, abs=0.26)
    for _ in range(3):
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.template.elements[number] == before


def test_nothing_leaves_the_label_and_the_code_is_not_removed(editor: TemplateEditor) -> None:
    canvas = editor.canvas
    code = next(number for number, one in enumerate(editor.template.elements) if one.kind == "code")
    dragged(editor, canvas.box(code).center().toPoint(), QPoint(2000, 2000))
    one = editor.template.elements[code]
    corner = (one.at_mm[0] + one.size_mm[0], one.at_mm[1] + one.size_mm[1])
    assert all(end <= side for end, side in zip(corner, editor.template.label_mm, strict=True))
    assert corner == pytest.approx(editor.template.label_mm, abs=0.5), "as far as it may go"
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert sum(element.kind == "code" for element in editor.template.elements) == 1


def test_what_spoils_the_code_is_told_at_once(editor: TemplateEditor, qtbot: Any) -> None:
    assert "cm" in verdict(editor)
    part(editor, QPushButton, "addLine").click()
    canvas, line = editor.canvas, len(editor.template.elements) - 1
    code = next(number for number, one in enumerate(editor.template.elements) if one.kind == "code")
    way = canvas.box(code).center() - canvas.box(line).center()
    dragged(editor, canvas.box(line).center().toPoint(), way.toPoint())
    quiet(editor, qtbot)
    assert "cm" not in verdict(editor)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    quiet(editor, qtbot)
    assert "cm" in verdict(editor)


def test_a_template_is_kept_as_mine_and_prints(page: LabelsPage, editor: TemplateEditor, qtbot: Any) -> None:
    part(editor, QPushButton, "addText").click()
    editor.form.insert("plant")
    QTest.keyClicks(part(editor, QLineEdit, "templateName"), "L7163")
    part(editor, QPushButton, "saveTemplate").click()
    assert "L7163" in part(editor, QLabel, "templateFault").text()
    part(editor, QLineEdit, "templateName").setText("我的门贴")
    part(editor, QPushButton, "saveTemplate").click()
    assert my_template_names() == ["我的门贴"]
    assert page.template.currentData() == "我的门贴"
    proved(page, qtbot)
    assert page.proofed is not None
    assert page.proofed.template.elements[-1].text.endswith("{plant}")
    assert page.proofed.reasons() == {}


def test_a_logo_is_put_on_the_label(editor: TemplateEditor, tmp_path: Path, qtbot: Any) -> None:
    Image.new("L", (80, 40), 0).save(tmp_path / "logo.png")
    part(editor, QPushButton, "addLogo").click()
    part(editor, QFileDialog, "logoFile").fileSelected.emit(str(tmp_path / "logo.png"))
    assert editor.template.elements[-1].kind == "logo"
    editor._on_logo(str(tmp_path / "nothing.png"))
    assert part(editor, QLabel, "templateFault").text()
    dragged(editor, editor.canvas.box(editor.canvas.chosen).center().toPoint(), QPoint(-30, 0))
    quiet(editor, qtbot)
    assert "cm" in verdict(editor)


def test_a_template_is_exported_and_imported(page: LabelsPage, editor: TemplateEditor, tmp_path: Path) -> None:
    part(editor, QLineEdit, "templateName").setText("外发")
    part(editor, QPushButton, "exportTemplate").click()
    part(editor, QFileDialog, "exportFile").fileSelected.emit(str(tmp_path / "out.json"))
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["name"] == "外发"
    (tmp_path / "bad.json").write_text("{}")
    editor._on_imported(str(tmp_path / "bad.json"))
    assert part(editor, QLabel, "templateFault").text()
    assert my_template_names() == []
    editor._on_imported(str(tmp_path / "out.json"))
    assert page.template.currentData() == "外发"
    assert load_template("外发").arrangement == "free"


def test_a_template_of_ones_own_is_removed_at_the_second_press(
    page: LabelsPage, editor: TemplateEditor, qtbot: Any
) -> None:
    assert editor.away.isHidden(), "what comes with the program stays"
    part(editor, QLineEdit, "templateName").setText("夹具")
    part(editor, QPushButton, "saveTemplate").click()
    assert page.template.currentData() == "夹具"
    proved(page, qtbot)
    qtbot.waitUntil(lambda: not page.findChildren(TemplateEditor))
    part(page, QPushButton, "editTemplate").click()
    own = part(page, TemplateEditor, "templateEditor")
    part(own, QPushButton, "forgetTemplate").click()
    assert my_template_names() == ["夹具"]
    assert "夹具" in part(own, QPushButton, "forgetTemplate").text()
    part(own, QPushButton, "forgetTemplate").click()
    assert my_template_names() == []
    assert page.template.currentData() == "L7163"
