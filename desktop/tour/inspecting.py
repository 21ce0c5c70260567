"""The inspections page: the board with one inspection, the month, the plans with a form; and the dispatch page."""

from desktop.tour.stage import Stage


def inspections(stage: Stage) -> None:
    """The board of today; one of it; plans by days; a plan in its form."""
    page = stage.go("inspections")
    stage.take("inspections")
    page.board.table.view.selectRow(0)
    stage.take("inspections-one")
    open_ = next((one for one in page.board.rows if one.standing in ("open", "missed", "running_late")), None)
    if open_ is not None:
        page.board.table.choose(open_.id)
        page.panel.ask_enter()
        stage.take("inspections-enter")
    stage.press("view-month")
    stage.take("inspections-month")
    stage.press("view-plans")
    page.plans.view.selectRow(0)
    stage.take("inspections-plan")
    stage.press("planRound")
    stage.rest()
    stage.take("inspections-round")
    stage.press("roundCancel")
    page.plan_panel.hide()
    stage.press("view-board")


def dispatch(stage: Stage) -> None:
    """The routes in order; a new one."""
    page = stage.go("dispatch")
    stage.take("dispatch")
    page.add()
    stage.take("dispatch-route")
    page.panel.hide()
