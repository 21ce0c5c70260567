"""The incidents page: the list with its counts, one with its investigation, the fishbone, and the codes."""

from desktop.tour.stage import Stage
from desktop.views.incidents.codes_dialog import CodesDialog


def incidents(stage: Stage) -> None:
    """The list; the newest that was investigated; its desk; the codes."""
    page = stage.go("incidents")
    stage.take("incidents")
    found = next((one for one in page.table.model.rows if one.investigation is not None), None)
    page.table.choose(found.id if found else page.table.model.rows[0].id)
    stage.take("incidents-one")
    if found is not None:
        page.panel.open_desk()
        stage.take("incidents-investigation")
        stage.press("deskClose")
    stage.press("accidentCodes")
    stage.take("incidents-codes")
    for dialog in page.window().findChildren(CodesDialog):
        dialog.accept()
