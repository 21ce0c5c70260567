"""Scenes of labels on their way to paper: the rolls, where they go, and the measures of a printer."""

from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.tour.stage import Stage
from desktop.widgets.choice import Choice


def printing(stage: Stage) -> None:
    """A roll on the page, then the dialog: a label printer in the network, its measures, a file."""
    page = stage.go("labels")
    before = page.template.currentData()
    _choose(page.list.filter, "unposted")
    stage.take("labels-filtered")
    _choose(page.list.filter, "")
    stage.press("tickAll")
    _choose(page.template, "roll-60x40")
    stage.until(lambda: page.proofed and page.proofed.template.name == "roll-60x40", "the roll was not measured")
    stage.take("labels-roll")
    stage.press("printLabels")
    stage.take("labels-print-computer", both=False)
    stage.watch.know(stage.own() | {"192.168.1.50"})
    _choose(stage.part(Choice, "labelDestination"), "network")
    stage.part(QLineEdit, "labelHost").setText("192.168.1.50")
    stage.press("measureRuler")
    stage.take("labels-print-measure", both=False)
    stage.press("keepCorrection")
    stage.part(QLabel, "correctionSaid")
    stage.take("labels-print-network", both=False)
    _choose(stage.part(Choice, "labelDestination"), "file")
    stage.take("labels-print-file", both=False)
    stage.press("labelPrintCancel")
    _choose(page.template, before)
    stage.until(lambda: page.proofed.template.name == before, "the sheet was not measured")


def _choose(choice: Any, value: str) -> None:
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())
