"""Scenes of plans that come in: a page of a PDF with its scale by two points, the floors, a position on the earth."""

import io
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTableWidgetItem

from desktop.tour.stage import Stage

PLACES = ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9))  # of the floor's size
OFF = 1.08  # how far the plan's scale is off in the picture


def importing(stage: Stage) -> None:
    """What a person sees who brings a PDF, and who tells where the floor lies."""
    page = stage.go("map")
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "plan.pdf"
        file.write_bytes(_sheets())
        page.import_file(str(file))
        stage.until(page.flow.panel.isVisible, "the sheets were not read")
        stage.press("scaleByPoints")
        middle = page.flow.preview.rect().center()
        for shift in (-120, 120):
            stage.point(page.flow.preview, middle + QPoint(shift, 0))
        stage.take("import-pdf", both=False)
    page.flow.panel.given_up.emit()
    stage.press("manageFloors")
    stage.take("floors", both=False)
    stage.press("floorPosition")
    _control_points(stage)
    stage.take("position", both=False)
    for dialog in stage.dialogs():
        dialog.reject()


def _control_points(stage: Stage) -> None:
    """Four points of a plan that is a little too small, so that the doubt is seen."""
    from desktop.views.floor_plan.position_dialog import PositionDialog
    from services.core.georeference import Flat

    dialog: Any = stage.part(PositionDialog, "positionDialog")
    earth, bounds = Flat(120.62, 31.32), dialog.plan.picture.bounds
    for across, up in PLACES:
        dialog.add(bounds.width() * across, bounds.height() * up)
        one = dialog.typed[-1]
        longitude, latitude = earth.degrees(one.x * OFF, one.y * OFF)
        dialog.points.setItem(len(dialog.typed) - 1, 2, QTableWidgetItem(f"{longitude:.7f}, {latitude:.7f}"))


def _sheets() -> bytes:
    """Two sheets at a scale of 1:200, each with rooms."""
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420 * mm, 297 * mm))
    for rooms in (4, 6):
        for number in range(rooms):
            canvas.rect(30 * mm + number * 55 * mm, 60 * mm, 55 * mm, 90 * mm)
        canvas.drawString(30 * mm, 40 * mm, "1:200")
        canvas.showPage()
    canvas.save()
    return out.getvalue()
