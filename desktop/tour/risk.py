"""The risk page: the list with proposed classes, one point with what if, and the forms by method."""

from desktop.tour.stage import Stage
from desktop.widgets.choice import Choice


def risk(stage: Stage) -> None:
    """The list; the bounds of the levels; the worst point; a new one by LEC and by the matrix."""
    page = stage.go("risk")
    stage.take("risk")
    page.show_bounds()
    stage.take("risk-bounds")
    stage.press("boundsCancel")
    page.table.view.selectRow(0)
    stage.take("risk-point")
    page.add()
    stage.take("risk-lec")
    method = page.panel.findChildren(Choice, "riskMethod")[-1]
    for code in ("ls", "jha"):
        stage.choose(method, code)
        stage.take(f"risk-{code}")
