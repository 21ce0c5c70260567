"""In the panel: certificates that were copied in Excel, looked at first, then taken over as one step."""

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from desktop import words
from desktop.widgets.parts import button, column, label, picture, row
from services.core.refused import Refused
from services.imports.certificates import CertificateLine, look_at_certificates
from services.imports.clipboard import grid_of, text_of_rows

if TYPE_CHECKING:
    from desktop.views.training.panel import TrainingPanel

MOST_SHOWN = 60


def show_paste(panel: "TrainingPanel") -> None:
    """What is on the clipboard, row by row; where it is nothing that can be read, how it has to look."""
    translate, plant = QCoreApplication.translate, panel.workbench.plant
    panel.begin(translate("PasteCertificates", "Certificates from Excel"))
    told = translate(
        "PasteCertificates",
        "Copy rows with their headings in Excel: employee number or name, certificate, number, issuer, issued, valid "
        "until, review. Nothing is done before you take them over.",
    )
    panel.body.addWidget(label(told, "muted", wrap=True))
    try:
        zone = ZoneInfo(plant.timezone if plant else "Asia/Shanghai")
        grid = grid_of(QGuiApplication.clipboard().text())
        lines = panel.workbench.ask(look_at_certificates, grid=grid, zone=zone)
    except Refused as refused:
        panel.body.addWidget(label(words.refusal(refused), "error", "pasteFault", wrap=True))
        again = translate("PasteCertificates", "Paste again")
        panel.deed(again, "pasteAgain", "certificates.add", partial(show_paste, panel), "primary")
        panel.end()
        return
    good, bad = [one for one in lines if not one.problem], [one for one in lines if one.problem]
    for one in (*bad, *good)[:MOST_SHOWN]:
        _line(panel, one)
    if len(lines) > MOST_SHOWN:
        panel.body.addWidget(label(f"… {len(lines) - MOST_SHOWN}", "caption"))
    many = len(good)
    take = translate("PasteCertificates", "Take over %n certificates", "", many)
    panel.deed(take, "pasteTake", "certificates.add", partial(_take, panel, good, bad), "primary")
    if bad:
        keep = translate("PasteCertificates", "Copy what is kept back")
        panel.foot.addWidget(button(keep, "pasteKept", partial(_copy, panel, bad)))
    panel.end()


def _line(panel: "TrainingPanel", one: CertificateLine) -> None:
    who = " ".join(filter(None, (one.cells.get("employee_no"), one.cells.get("name"))))
    what = " · ".join(filter(None, (one.cells.get("trade"), one.cells.get("number"), one.cells.get("expires_on"))))
    told = column(label(f"{one.row}. {who}", "", "pasteRow"), label(what, "caption", wrap=True), gap=0)
    if one.problem:
        told.addWidget(label(problem_said(one), "error", "pasteProblem", wrap=True))
    line = row(picture("overdue" if one.problem else "normal", "sign", 12), told, gap=8)
    line.setStretch(1, 1)
    panel.body.addLayout(line)


def problem_said(one: CertificateLine) -> str:
    """Why a row is kept back."""
    return words.say(f"certificate_row.{one.problem}", what=one.cells.get(one.field, ""))


def _take(panel: "TrainingPanel", good: list[CertificateLine], bad: list[CertificateLine]) -> None:
    if not good or not panel.workbench.run_as_one(*(("certificates.add", dict(one.args)) for one in good)).ok:
        return
    translate, many = QCoreApplication.translate, len(good)
    told = translate("PasteCertificates", "%n certificates have been added.", "", many)
    panel.toast.good(told, translate("PasteCertificates", "Undo"), panel.workbench.undo)
    if bad:
        _copy(panel, bad)
    panel.hide()


def _copy(panel: "TrainingPanel", bad: list[CertificateLine]) -> None:
    """The rows that can't be taken go onto the clipboard, each with the reason before it."""
    names = list(bad[0].cells)
    said = QCoreApplication.translate("PasteCertificates", "Why not")
    head = [
        said,
        *(words.say("field.person.name" if one == "name" else f"certificate_row.head.{one}") for one in names),
    ]
    rows = [[problem_said(one), *(one.cells.get(name, "") for name in names)] for one in bad]
    QGuiApplication.clipboard().setText(text_of_rows([head, *rows]))
    many = len(bad)
    told = QCoreApplication.translate(
        "PasteCertificates", "%n rows are kept back; they are on the clipboard with the reasons.", "", many
    )
    panel.toast.good(told)
