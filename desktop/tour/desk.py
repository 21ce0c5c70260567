"""What the review desk and the list do beside the two reviews: a major hazard and its plan, a photo looked for."""

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
