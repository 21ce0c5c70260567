"""Alerts and rules: what waits for an answer and why; a rule as a sentence, tried on the past; a new one."""

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
    trial = page.panel.findChildren(object, "ruleTrial")
    stage.until(lambda: not trial or trial[-1].rows.count() or "…" not in trial[-1].said.text(), "it was not tried")
    stage.take("rules-tried")
