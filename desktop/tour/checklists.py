"""Checklists: the list, one with its versions, ready ones, the editor with its phone, and a record in its old form."""

from PySide6.QtWidgets import QPushButton

from desktop.tour.stage import Stage


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
