"""Checklists: the list, one with its versions, ready ones, the editor with its phone, and a record in its old form."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from desktop.models.record_table import RECORD
from desktop.tour.stage import Stage
from desktop.views.hazards.extra_part import FillDialog
from desktop.widgets.form import A_DAY
from desktop.widgets.item_answer import ItemAnswer

FIELDS = {
    "zh": (
        ("choice", "发现班次", ("早班", "中班", "晚班")),
        ("number", "现场噪声", ()),
        ("date", "最早发现日期", ()),
        ("photo", "设备铭牌照片", ()),
        ("text", "当时谁在场", ()),
    ),
    "en": (
        ("choice", "Which shift", ("Early", "Late", "Night")),
        ("number", "Noise there", ()),
        ("date", "First seen on", ()),
        ("photo", "Photo of the name plate", ()),
        ("text", "Who was there", ()),
    ),
}


def checklists(stage: Stage) -> None:
    """The list, one of them, an old record, the ready ones, and one that is edited."""
    page = stage.go("checklists")
    stage.take("checklists")
    page.table.view.selectRow(1)
    stage.take("checklists-one")
    stage.press("show1")
    stage.take("checklists-version")
    records = [one for one in page.panel.findChildren(QPushButton) if one.objectName().startswith("record-")]
    records[-1].click()
    stage.take("checklists-record")
    stage.press("readyChecklists")
    stage.take("checklists-ready")
    stage.press("take-press")
    stage.press("editChecklist")
    stage.take("checklists-edit")
    page.editor.list.setCurrentIndex(page.editor.list.rows.index(4))
    stage.press("kind-number")
    stage.take("checklists-edit-item")
    stage.press("leaveEditor")
    stage.take("checklists-unsaved")
    stage.press("editChecklist")
    stage.press("discardChecklist")


def extra_fields(stage: Stage) -> None:
    """The plant's own fields of hazards: made, asked at the desk, shown in the panel and on the review desk."""
    page = stage.go("checklists")
    page.edit_hazard_fields()
    for kind, text, choices in FIELDS[stage.lang]:
        stage.press(f"kind-{kind}")
        page.editor.form.changed.emit({"text": text, **({"choices": choices} if choices else {})})
    page.editor.form.changed.emit({"hint": ""})
    stage.take("fields-edit")
    stage.press("saveChecklist")
    stage.take("fields-one")
    hazards = stage.go("hazards")
    hazards.report.click()
    stage.take("fields-report")
    stage.press("reportCancel")
    row = next(place for place in range(hazards.table.sorted.rowCount()) if _reviewed(hazards, place))
    hazards.table.view.selectRow(row)
    stage.workbench.hold_back(120_000)
    stage.press("panelFill")
    for number, one in enumerate(stage.part(FillDialog, "fillDialog").fields.answers, start=1):
        _answer(one, number)
    stage.take("fields-fill")
    stage.press("fillSave")
    stage.take("fields-panel")
    stage.press("panelReview")
    stage.take("fields-desk")
    hazards.close_desk()
    stage.workbench.undo()


def _reviewed(hazards: Any, place: int) -> bool:
    return bool(hazards.table.sorted.index(place, 0).data(RECORD).hazard.after)


def _answer(one: ItemAnswer, number: int) -> None:
    choice, line = one.findChild(QComboBox), one.findChild(QLineEdit, f"extra{number}")
    if choice is not None:
        choice.setCurrentIndex(2)
    elif line is not None:
        line.setText({"number": "88", "date": A_DAY}.get(one.item.kind, "2041, 2077"))
