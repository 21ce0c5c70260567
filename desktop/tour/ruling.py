"""Alerts and rules: what waits for an answer and why; a rule as a sentence, tried on the past; a new one."""

from PySide6.QtWidgets import QLabel, QWidget

from desktop.tour.stage import Stage


def alerts(stage: Stage) -> None:
    """What waits, and one of them."""
    page = stage.go("alerts")
    stage.take("alerts")
    if page.table.model.rowCount():
        page.table.view.selectRow(0)
        stage.take("alerts-why")


def rules(stage: Stage) -> None:
    """The rules, a new one, and one that is tried on the past."""
    page = stage.go("rules")
    stage.take("rules")
    stage.press("addRule")
    stage.take("rules-new")
    stage.press("saveRule")
    stage.until(lambda: page.panel.shown is not None, "the rule was not shown")
    stage.until(lambda: _tried(page.panel), "it was not tried")
    stage.take("rules-tried")


def _tried(panel: QWidget) -> bool:
    """Whether the trial that is shown has ended; it begins anew when the hub's word about the rule comes."""
    said = [one.text() for one in panel.findChildren(QLabel, "trialSaid") if one.isVisible()]
    return bool(said) and "…" not in said[-1]
