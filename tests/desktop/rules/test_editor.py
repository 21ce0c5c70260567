"""The editor of rules in the real window: built by dragging, by keys, by text; what does not fit is not taken; tried on
the past here and at the hub."""

import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QPushButton

from desktop.views.rules import time_machine, trying
from desktop.views.rules.editor import RuleEditor
from desktop.views.rules.page import RulesPage
from services.rules.draft import document_of
from services.store.readings import Reading, append
from tests.desktop.pages import part, press, shown, toast_text
from tests.desktop.plants import TestPlant, open_workbench, until
from tests.desktop.rules.hands import LEFT, NONE, carry, drag_in, named, pick, tick, write
from tests.desktop.speaking import speaking
from tests.makers import sha

SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]
MINUTE = timedelta(minutes=1)


@pytest.fixture
def plant(qapp: QApplication, tmp_path: Path) -> Iterator[TestPlant]:
    with speaking(qapp, "zh"):
        made = open_workbench(tmp_path)
        floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
        zone = made.run("zones.draw", floor=floor, name="空压站", zone_class="B", polygon=SQUARE)
        made.run("sensors.add", code="TE-01", name="主机温度", quantity="temperature", unit="℃", zone=zone)
        made.run("shifts.add", name="全天班", starts="00:00", ends="00:00")
        made.sync()
        yield made
        made.close()


@pytest.fixture
def page(qtbot: Any, plant: TestPlant) -> RulesPage:
    made = shown(qtbot, plant, "rules")
    assert isinstance(made, RulesPage)
    made.window().resize(1366, 768)
    return made


@pytest.fixture
def editor(page: RulesPage) -> RuleEditor:
    """With an empty rule."""
    press(page, "addRule")
    press(page, "begin-")
    QApplication.processEvents()
    return page.editor


def when(editor: RuleEditor) -> Any:
    return document_of(editor.steps.draft)["when"]


def kinds(editor: RuleEditor) -> Any:
    def below(block: Any) -> Any:
        return (block.kind, *map(below, block.parts)) if block.parts else block.kind

    return tuple(map(below, (*editor.steps.draft.when, *editor.steps.draft.then)))


def built(editor: RuleEditor) -> None:
    """The rule of the story, by mouse."""
    drag_in(editor, "sustained", "area-when")
    pick(editor, "slot-when-0-sensor", "TE-01")
    write(editor, "slot-when-0-above", "80")
    write(editor, "slot-when-0-for_s", "15", "min")
    drag_in(editor, "shift", "area-when")
    pick(editor, "slot-when-0-1-shift", "全天班")
    drag_in(editor, "alert", "area-then")
    tick(editor, "slot-then-0-to", "supervisor")
    tick(editor, "slot-then-0-cc", "ehs_manager")


def test_a_rule_is_built_by_dragging_tried_at_the_hub_and_saved(page: RulesPage, editor: RuleEditor, plant: TestPlant):
    built(editor)
    assert {one.code for one in editor.saying.faults} == {"name"}
    editor.name.setFocus()
    QTest.keyClicks(editor.name, "Hot compressor")
    said = part(editor, QLabel, "says-zh").text()
    assert said.startswith("如果 TE-01 高于 80 持续 15 分钟，并且")
    assert said.endswith("发出高级告警，通知 区域责任主管，抄送 EHS 经理。")
    assert "for 15 min" in part(editor, QLabel, "says-en").text()
    (sensor,) = plant.hub_records("sensor")
    now = plant.workbench.now()
    hot = [Reading(sensor.id, now - MINUTE * ago, 90.0) for ago in range(60, 20, -1)]
    with plant.served.hub.store.database.writing() as connection:
        append(connection, hot)
    press(editor, "tryRule")
    until(lambda: editor.machine.trial is not None)
    assert editor.machine.trial is not None
    (spell,) = editor.machine.trial.spells
    assert spell.told == (plant.workbench.me.id,)  # type: ignore[union-attr]
    assert "1" in part(editor, QLabel, "trialSaid").text()
    assert "90" in part(editor, QLabel, "trialWhy").text()
    press(editor, "saveRule")
    (rule,) = plant.records("rule")
    assert json.loads(rule.document)["when"] == {
        "all": [
            {"kind": "sustained", "sensor": "TE-01", "above": 80.0, "for_s": 900.0},
            {"kind": "shift", "shift": "全天班"},
        ]
    }
    assert not rule.active
    press(page, "switchRule")
    assert plant.records("rule")[0].active


def test_what_does_not_fit_is_not_taken_and_esc_lets_it_go(editor: RuleEditor) -> None:
    drag_in(editor, "alert", "area-when")
    drag_in(editor, "silent", "area-then")
    assert kinds(editor) == ()
    source, target = named(editor, "kind-silent"), named(editor, "area-when")
    there = source.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mousePress(source, LEFT, NONE, QPoint(20, 10))
    QTest.mouseMove(source, QPoint(60, 20))
    QTest.mouseMove(source, there)
    assert editor.carrying.load is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.mouseRelease(source, LEFT, NONE, there)
    assert kinds(editor) == ()


def test_blocks_are_nested_and_moved_by_dragging(editor: RuleEditor) -> None:
    drag_in(editor, "any", "area-when")
    drag_in(editor, "missed", "area-when-0")
    drag_in(editor, "open", "area-when-0")
    drag_in(editor, "not", "area-when-0")
    assert kinds(editor) == (("any", "missed", "open", "not"),)
    block, target = named(editor, "block-when-0-0"), named(editor, "area-when-0-2")
    carry(editor, block, target, target.rect().center(), QPoint(4, block.height() // 2))
    assert kinds(editor) == (("any", "open", ("not", "missed")),)
    other = named(editor, "block-when-0-0")
    whole = named(editor, "area-when-0")
    carry(editor, other, whole, QPoint(20, whole.height() - 2), QPoint(4, other.height() // 2))
    assert kinds(editor) == (("any", ("not", "missed"), "open"),)


def test_keys_and_menu_do_what_dragging_does(editor: RuleEditor) -> None:
    for kind in ("missed", "open"):
        press_kind(editor, kind)
    assert kinds(editor) == (("all", "missed", "open"),)
    QTest.keyClick(named(editor, "block-when-0-1"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert kinds(editor) == (("all", "open", "missed"),)
    chosen(editor, "block-when-0-1", "wrap-not")
    assert kinds(editor) == (("all", "open", ("not", "missed")),)
    chosen(editor, "block-when-0", "rejoinBlock")
    assert kinds(editor) == (("any", "open", ("not", "missed")),)
    chosen(editor, "block-when-0-0", "doubleBlock")
    QTest.keyClick(named(editor, "block-when-0-0"), Qt.Key.Key_Delete)
    assert kinds(editor) == (("any", "open", ("not", "missed")),)
    for _ in range(3):
        press(editor, "undoBlock")
    assert kinds(editor) == (("all", "open", ("not", "missed")),)
    press(editor, "redoBlock")
    assert kinds(editor) == (("any", "open", ("not", "missed")),)


def press_kind(editor: RuleEditor, kind: str) -> None:
    QTest.mouseClick(named(editor, f"kind-{kind}"), LEFT)
    QApplication.processEvents()


def chosen(editor: RuleEditor, block: str, deed: str) -> None:
    """From the context menu of a block."""
    view: Any = named(editor, block)
    view.asked.emit("menu", view.path, view.mapToGlobal(QPoint(4, 4)))
    (menu,) = [one for one in editor.findChildren(QAction, deed) if one.isVisible()]
    menu.trigger()
    parent: Any = menu.parent()
    parent.close()
    QApplication.processEvents()


def test_a_block_is_copied_into_another_rule(page: RulesPage, editor: RuleEditor) -> None:
    press_kind(editor, "missed")
    write(editor, "slot-when-0-n", "5")
    named(editor, "block-when-0").setFocus()
    QTest.keySequence(editor.canvas, "Ctrl+C")
    press(editor, "leaveRule")
    press(page, "addRule")
    press(page, "begin-")
    page.editor.canvas.setFocus()
    QTest.keySequence(page.editor.canvas, "Ctrl+V")
    assert when(page.editor) == {"kind": "missed", "n": 5}


def test_what_is_missing_leads_to_where_it_is_missing(editor: RuleEditor, plant: TestPlant, page: RulesPage) -> None:
    drag_in(editor, "silent", "area-when")
    assert not editor.machine.begin.isEnabled()
    at = next(at for at, one in enumerate(editor.saying.faults) if one.slot == "for_s")
    press(editor, f"fault{at}")
    until(lambda: named(editor, "slot-when-0-for_s").hasFocus())
    press(editor, "saveRule")
    assert toast_text(page)
    assert plant.records("rule") == ()


def test_a_rule_is_typed_as_text_and_checked_as_it_is_typed(editor: RuleEditor) -> None:
    press(editor, "asText")
    assert not editor.hint.isVisible(), "it speaks of blocks"
    text = part(editor, QPlainTextEdit, "ruleText")
    document = {"format": 1, "name": "甲", "when": {"kind": "missed", "n": 3}, "then": [{"do": "hazard"}]}
    text.setPlainText(json.dumps(document)[:-1])
    assert part(editor, QLabel, "ruleTextWrong").text()
    text.setPlainText(json.dumps(document))
    assert part(editor, QLabel, "ruleTextWrong").text() == ""
    press(editor, "asBlocks")
    assert part(editor, QLabel, "blocksHint")
    assert kinds(editor) == ("missed", "hazard")
    assert editor.saying.faults == ()


def test_a_template_begins_and_a_wrong_figure_is_not_taken(page: RulesPage, plant: TestPlant) -> None:
    press(page, "addRule")
    press(page, "begin-open-longer-than")
    editor = page.editor
    write(editor, "slot-when-0-for_s", "viele")
    assert when(editor)["for_s"] == 86_400.0
    QTest.keyClick(editor.picker, Qt.Key.Key_Escape)
    write(editor, "slot-when-0-for_s", "36", "h")
    press(editor, "saveRule")
    (rule,) = plant.records("rule")
    assert json.loads(rule.document)["when"] == {"kind": "open", "for_s": 129_600.0}


def test_what_was_not_saved_is_there_again(page: RulesPage, editor: RuleEditor) -> None:
    drag_in(editor, "missed", "area-when")
    write(editor, "slot-when-0-n", "4")
    press(editor, "leaveRule")
    press(page, "addRule")
    press(page, "begin-kept")
    assert when(editor) == {"kind": "missed", "n": 4}
    press(editor, "undoBlock")
    assert kinds(editor) == ()
    press(editor, "leaveRule")
    press(page, "addRule")
    offered = page.panel.findChildren(QPushButton, "begin-kept")
    assert not [one for one in offered if one.isVisibleTo(page)]


def test_a_trial_that_is_cancelled_shows_nothing(editor: RuleEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    may, real = threading.Event(), trying.carry_out
    monkeypatch.setattr(time_machine, "carry_out", lambda *given: may.wait(9) and real(*given))
    built(editor)
    editor.name.setFocus()
    QTest.keyClicks(editor.name, "Hot")
    press(editor, "tryRule")
    press(editor, "cancelTrial")
    may.set()
    until(lambda: not editor.workbench.tasks.busy)
    assert editor.machine.trial is None
    assert part(editor, QLabel, "trialSaid").text()
    assert editor.machine.begin.isEnabled()


def test_a_change_is_compared_with_the_rule_as_it_is_now(page: RulesPage, plant: TestPlant) -> None:
    (zone,) = plant.records("zone")
    plant.run("hazards.report", zone=zone.id, photos=[sha("photo")], category="guarding")
    document = {"format": 1, "name": "隐患", "when": {"kind": "open", "for_s": 3600.0},
                "then": [{"do": "alert", "to": ["ehs_manager"]}]}  # fmt: skip
    rule = plant.run("rules.add", document=json.dumps(document))
    page.edit(rule)
    editor = page.editor
    write(editor, "slot-when-0-for_s", "0", "s")
    press(editor, "tryRule")
    until(lambda: editor.machine.trial is not None)
    trial = editor.machine.trial
    assert trial is not None
    assert (len(trial.fresh), len(trial.gone)) == (1, 0)
    press(editor, "saveRule")
    assert json.loads(plant.records("rule")[0].document)["when"] == {"kind": "open", "for_s": 0.0}


def test_a_hazard_is_opened_under_one_of_the_plants_own_categories(page: RulesPage, plant: TestPlant) -> None:
    own = plant.run("categories.add", name_zh="高处作业", name_en="Heights", icon="height")
    gone = plant.run("categories.add", name_zh="旧类别", icon="other")
    plant.run("categories.retire", category=gone)
    press(page, "addRule")
    press(page, "begin-")
    QApplication.processEvents()
    editor = page.editor
    drag_in(editor, "hazard", "area-then")
    pick_offers(editor, "slot-then-0-category", {"防护装置": True, "高处作业": True, "旧类别": False})
    pick(editor, "slot-then-0-category", "高处作业")
    assert document_of(editor.steps.draft)["then"] == [{"do": "hazard", "category": own}]
    assert "高处作业" in part(editor, QPushButton, "slot-then-0-category").text()
    assert "高处作业" in part(editor, QLabel, "says-zh").text()
    assert "Heights" in part(editor, QLabel, "says-en").text()


def pick_offers(editor: RuleEditor, slot: str, wanted: dict[str, bool]) -> None:
    """Opens a slot, sees which of these it offers, and shuts it."""
    QTest.mouseClick(named(editor, slot), LEFT)
    list_ = part(editor, QListWidget, "pickList")
    offered = {list_.item(at).text() for at in range(list_.count())}
    assert {one: one in offered for one in wanted} == wanted
    editor.picker.shut()
