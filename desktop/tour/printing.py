"""Scenes of labels on their way to paper: the rolls, where they go, and the measures of a printer."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.tour.stage import Stage
from desktop.views.labels.editor import TemplateEditor
from desktop.widgets.choice import Choice


def printing(stage: Stage) -> None:
    """A roll on the page, then the dialog: a label printer in the network, its measures, a file."""
    page = stage.go("labels")
    before = page.template.currentData()
    stage.choose(page.list.filter, page.list.filter.itemData(page.list.filter.count() - 1))
    stage.take("labels-filtered")
    stage.choose(page.list.filter, "")
    stage.press("tickAll")
    stage.choose(page.template, "roll-60x40")
    stage.until(lambda: page.proofed and page.proofed.template.name == "roll-60x40", "the roll was not measured")
    stage.take("labels-roll")
    stage.press("printLabels")
    stage.take("labels-print-computer", both=False)
    stage.watch.know(stage.own() | {"192.168.1.50"})
    stage.choose(stage.part(Choice, "labelDestination"), "network")
    stage.part(QLineEdit, "labelHost").setText("192.168.1.50")
    stage.press("measureRuler")
    stage.take("labels-print-measure", both=False)
    stage.press("keepCorrection")
    stage.part(QLabel, "correctionSaid")
    stage.take("labels-print-network", both=False)
    stage.choose(stage.part(Choice, "labelDestination"), "file")
    stage.take("labels-print-file", both=False)
    stage.press("labelPrintCancel")
    stage.choose(page.template, before)
    stage.until(lambda: page.proofed.template.name == before, "the sheet was not measured")


def editing(stage: Stage) -> None:
    """The editor of templates, with a text chosen and then something wrong."""
    page = stage.go("labels")
    if not page.list.chosen():
        stage.press("tickAll")
    stage.until(
        lambda: page.proofed and page.proofed.proof.places and not page.proofing.busy, "the sheet does not come"
    )
    stage.press("editTemplate")
    editor = stage.part(TemplateEditor, "templateEditor")
    editor._show(2)
    stage.take("labels-editor", both=False)
    stage.press("addLine")
    code = next(one for one in editor.template.elements if one.kind == "code")
    line = replace(editor.template.elements[-1], at_mm=(code.at_mm[0] - 5, code.at_mm[1] + 3))
    editor._change((*editor.template.elements[:-1], line), len(editor.template.elements) - 1)
    stage.take("labels-editor-fault", both=False)
    stage.press("templateCancel")


def blanks(stage: Stage) -> None:
    """Labels without a zone: how many, and the question where they go."""
    stage.go("labels")
    stage.press("blankLabels")
    stage.take("labels-blanks")
    stage.press("blankCancel")
