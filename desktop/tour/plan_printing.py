"""Scenes of a plan on its way to paper: the page as it will be, a scale that does not fit, several sheets, boards."""

from functools import partial

from desktop.tour.stage import Stage
from desktop.views.floor_plan.print_dialog import PlanPrintDialog
from desktop.widgets.choice import Choice


def plan_printing(stage: Stage) -> None:
    """The live plan as large as fits, the four-colour map, a scale too large for its paper, then in
    sheets; the notice board and its cards."""
    stage.go("map")
    stage.press("printPlan")
    dialog = stage.part(PlanPrintDialog, "planPrint")
    stage.until(lambda: dialog.proof, "no page was drawn")
    stage.take("map-print", both=False)
    stage.choose(stage.part(Choice, "printLayer"), "risk")
    stage.choose(stage.part(Choice, "printPaper"), "A1")
    stage.until(lambda: dialog.proof and dialog.proof.sheets.page.paper == "A1", "no large page was drawn")
    stage.take("map-print-four-colours", both=False)
    stage.choose(stage.part(Choice, "printPaper"), "A4")
    stage.choose(stage.part(Choice, "printScale"), "200")
    stage.until(dialog.take.isVisible, "the scale was not refused")
    stage.take("map-print-too-large", both=False)
    dialog.choices.tiled.click()
    stage.until(lambda: dialog.proof and dialog.proof.sheets.plan_sheets > 1, "no sheets were drawn")
    stage.press("printAfter")
    stage.until(lambda: dialog.proof and dialog.proof.page == 2, "the sheet was not turned")
    stage.take("map-print-sheets", both=False)
    for board in ("notice-board", "notice-cards"):
        stage.choose(stage.part(Choice, "printLayer"), board)
        stage.until(partial(_is_board, dialog, board), "no board was drawn")
        stage.take(f"map-print-{board}", both=False)
    stage.press("printCancel")


def _is_board(dialog: PlanPrintDialog, board: str) -> bool:
    return dialog.proof is not None and dialog.proof.wanted.board == board
