"""In the panel: the documents of a course or an emergency plan, to be opened, added and retired."""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir, QUrl
from PySide6.QtGui import QDesktopServices

from desktop import words
from desktop.widgets.asking import ask_open
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, row
from services.core.documents import Document, documents_of
from services.core.plant import Plant
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.views.training.panel import TrainingPanel

NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
MEGABYTE = 1_000_000
FOLDER = "anhuan-documents"


def documents_part(panel: "TrainingPanel", kind: str, id_: str) -> None:
    """Those of a `course` or an `emergency_plan`."""
    translate = QCoreApplication.translate
    panel.head_line(translate("Documents", "Documents"))
    found = panel.workbench.ask(documents_of, kind=kind, id_=id_)
    for number, one in enumerate(found, start=1):
        show = button(
            translate("Documents", "Open"), f"documentOpen{number}", partial(open_document, panel, one), "link"
        )
        away = button(translate("Documents", "Retire"), f"documentRetire{number}",
                      partial(panel.run, "documents.retire", translate("Documents", "The document is retired."),
                              document=one.id), "link")  # fmt: skip
        away.setEnabled(panel.workbench.may("documents.retire"))
        told = column(label(one.title, "", "documentTitle", wrap=True), label(_said(one), "caption"), gap=0)
        line = row(told, show, away)
        line.setStretch(0, 1)
        panel.body.addLayout(line)
    if not found:
        panel.body.addWidget(label(translate("Documents", "No documents yet."), "muted"))
    add = button(translate("Documents", "Add a PDF…"), "documentAdd", partial(_ask_file, panel, kind, id_), "link")
    add.setEnabled(panel.workbench.may("documents.add"))
    panel.body.addLayout(row(add, None))


def _said(one: Document) -> str:
    pages = one.pages
    told = QCoreApplication.translate("Documents", "%n pages", "", pages)
    return f"PDF · {told} · {max(one.size / MEGABYTE, 0.1):.1f} MB"


def _ask_file(panel: "TrainingPanel", kind: str, id_: str) -> None:
    title = QCoreApplication.translate("Documents", "Choose a PDF file")
    ask_open(panel, "documentDialog", title, ["PDF (*.pdf *.PDF)"], partial(add_document, panel, kind, id_))


def add_document(panel: "TrainingPanel", kind: str, id_: str, file: str) -> None:
    """Reads a file apart, keeps it for the hub to fetch, and says whose it is."""
    path, plant = Path(file), panel.workbench.plant
    if plant is None:
        return
    again = panel.again
    panel.toast.good(QCoreApplication.translate("Documents", "The file is being read…"))

    def kept(read: tuple[bytes, int]) -> None:
        data, pages = read
        told = QCoreApplication.translate("Documents", "The document is there; phones can open it.")
        panel.run("documents.add", told, lambda _: again() if again else None, title=path.stem[:80],
                  file=panel.workbench.keep_document(data), size=len(data), pages=pages, **{kind: id_})  # fmt: skip

    panel.workbench.tasks.run(partial(_read, path, plant), kept, partial(_on_failed, panel))


def _read(path: Path, plant: Plant) -> tuple[bytes, int]:
    """The file and its pages. Raises Refused: document_too_large, and what it is refused for; OSError."""
    from services.plans.documents import pages_of_document

    if path.stat().st_size > plant.document_mb * MEGABYTE:
        raise Refused("document_too_large", most_megabytes=plant.document_mb)
    data = path.read_bytes()
    return data, pages_of_document(data)


def _on_failed(panel: "TrainingPanel", error: Exception) -> None:
    panel.toast.bad(words.refusal(error) if isinstance(error, Refused) else str(error))


def open_document(panel: "TrainingPanel", one: Document) -> None:
    """Hands a document to the program of this computer that opens PDF files; one that is not here is fetched first."""
    workbench = panel.workbench
    if workbench.has_photo(one.file):
        _show(panel, one)
        return
    panel.toast.good(QCoreApplication.translate("Documents", "The document is being fetched…"))
    workbench.tasks.run(partial(workbench.fetch_now, one.file), partial(_on_fetched, panel, one),
                        partial(_on_failed, panel))  # fmt: skip


def _on_fetched(panel: "TrainingPanel", one: Document, came: bool) -> None:
    if came:
        _show(panel, one)
    else:
        panel.toast.bad(QCoreApplication.translate("Documents", "The document is not here, and the hub cannot be "
                                                   "reached. Try again when it can."))  # fmt: skip


def _show(panel: "TrainingPanel", one: Document) -> None:
    data = panel.workbench.photo(one.file)
    place = Path(QDir.tempPath()) / FOLDER / one.id / (NO_NAME.sub("_", one.title) + ".pdf")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data or b"")
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
        told = QCoreApplication.translate(
            "Documents", "No program on this computer opens PDF files. It is here: {file}"
        )
        panel.toast.bad(told.format(file=place))


def ask_limits(panel: "TrainingPanel") -> None:
    """How large documents may be, and how many belong to one thing."""
    translate, plant = QCoreApplication.translate, panel.workbench.plant
    if plant is None:
        return
    values = {"document_mb": plant.document_mb, "document_count": plant.document_count}
    form = Form("plant.set_documents", "training", "plant", values=values)
    panel.ask(translate("Documents", "Limits of documents"), "plant.set_documents",
              translate("Documents", "The limits hold from now on."), form)  # fmt: skip
