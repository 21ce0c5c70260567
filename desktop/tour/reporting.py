"""A hazard that is reported at this computer: the form, filled in, with a file that is no picture; then the list."""

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.tour.stage import Stage
from desktop.views.hazards.report_dialog import ReportDialog

SAID = {"zh": "护栏立柱松动，一靠就晃", "en": "A post of the guard rail is loose"}
NO_PICTURE = {"zh": "巡查记录.txt", "en": "round.txt"}


def reporting(stage: Stage) -> None:
    """Empty, filled in, refused, and reported."""
    page = stage.go("hazards")
    page.report.click()
    dialog = stage.part(ReportDialog, "reportDialog")
    stage.take("report-empty")
    stage.press("reportSend")
    stage.take("report-nothing")
    stage.part(QComboBox, "reportZone").setCurrentIndex(3)
    stage.part(QLineEdit, "reportDescription").setText(SAID[stage.lang])
    with tempfile.TemporaryDirectory() as place:
        for number, sha256 in enumerate(_photos(stage, 2)):
            file = Path(place) / f"{number}.jpg"
            file.write_bytes(stage.workbench.photo(sha256) or b"")
            _drop(stage, dialog, file)
        stage.take("report")
        wrong = Path(place) / NO_PICTURE[stage.lang]
        wrong.write_text(SAID[stage.lang], "utf-8")
        _drop(stage, dialog, wrong)
        stage.take("report-refused")
    stage.workbench.hold_back(20_000)
    stage.press("reportSend")
    stage.take("report-done")
    stage.workbench.undo()


def _photos(stage: Stage, many: int) -> list[str]:
    """Photos that are known to be of this plant, fetched."""
    found = [one.before[0] for one in stage.workbench.ask(lambda look: look.find("hazard"))[-many:]]
    for sha256 in found:
        stage.until(partial(stage.workbench.photo, sha256), "the photo does not come")
    return found


def _drop(stage: Stage, dialog: ReportDialog, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    dialog.tray.take(data)
    stage.until(lambda: not dialog.tray.busy, "the photo is not made ready")
