"""What the review desk and the list do beside the two reviews: a major hazard and its plan, a photo looked for, two
reports of the same."""

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QRadioButton

from desktop.tour.stage import Stage


def major(stage: Stage) -> None:
    """A hazard is graded major; its five requirements, empty, in the panel and on the desk."""
    page = stage.go("hazards")
    page.table.view.selectRow(0)
    stage.workbench.hold_back(120_000)
    stage.press("panelGrade")
    stage.part(QRadioButton, "reason1").click()
    stage.take("hazards-grade")
    stage.press("reasonSend")
    stage.take("hazards-major")
    stage.press("panelPlan")
    stage.take("hazards-plan")
    stage.press("planCancel")
    stage.workbench.undo()


def photo_search(stage: Stage) -> None:
    """A photo of the plant is looked for among all of them."""
    page = stage.go("hazards")
    shas = [one.hazard.before[0] for one in page._rows if one.hazard.before]
    page.find_photo(shas[0])
    stage.take("photo-search")
    stage.press("photoSearchClose")


def merging(stage: Stage) -> None:
    """Two reports of one zone beside each other."""
    page = stage.go("hazards")
    zones = [one.row.zone.id for one in page._rows]
    same = next((one for one in page._rows if one.id in page.twins.of), None)
    here = same or next((one for one in page._rows if zones.count(one.row.zone.id) > 1), None)
    if here is None:
        here = _second_report(stage, page)
    page.show_hazard(here.id)
    stage.take("hazards-twin")
    page.doing.begin("merge", here.id)
    stage.take("hazards-merge")
    stage.press("mergeCancel")
    page.doing.begin("hand_over", next(one for one in page._rows if one.row.assignee).id)
    stage.take("hazards-hand-over")
    stage.press("whomCancel")


def _second_report(stage: Stage, page: Any) -> Any:
    """The demo plant's people do not report a thing twice; one is reported again here, and not sent."""
    first = page._rows[0].hazard
    stage.workbench.hold_back(120_000)
    given = {"zone": first.zone, "photos": first.before, "description": first.description}
    made = stage.workbench.run("hazards.report", **given)
    stage.rest()
    return next(one for one in page._rows if one.id == made.id)


def compared(stage: Stage) -> None:
    """The difference of two photos: places that are clicked in both, then what differs; an old photo used as proof."""
    from desktop.views.hazards.shown import queue_of

    page = stage.go("hazards")
    page.open_desk(queue_of(page._rows)[0].id)
    pair = page.desk.pair
    stage.until(lambda: pair.images() is not None, "the photos do not come")
    stage.press("mode-difference")
    stage.take("review-align-first", both=False)
    for x, y in ((0.25, 0.75), (0.75, 0.75), (0.25, 0.35)):
        _click(stage, pair, x, y)
    stage.take("review-align", both=False)
    _click(stage, pair, 0.75, 0.35)
    stage.until(lambda: pair.found is not None, "the photos are not compared")
    stage.take("review-difference")
    stage.press("mode-side")
    pair.rotate()
    stage.take("review-turned", both=False)
    page.close_desk()


def _click(stage: Stage, pair: Any, x: float, y: float) -> None:
    at = QPoint(round(pair.width() * x), round(pair.height() * y))
    stage.point(pair, at)
