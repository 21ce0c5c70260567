"""The rectification notice of the hazard that is shown, as a PDF."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.language import language
from desktop.widgets.asking import ask_save
from services.store.records import Records

if TYPE_CHECKING:
    from desktop.views.page import Page


def ask_notice(page: "Page", hazard: str) -> None:
    """Asks where to, then writes it."""
    title = QCoreApplication.translate("HazardNotice", "Rectification notice")
    found = page.workbench.ask(lambda look: look.get("hazard", hazard))
    name = f"{title} {found.number or ''}".strip()
    ask_save(page.window(), "saveNotice", title, ["PDF (*.pdf)"], partial(save_notice, page, hazard), f"{name}.pdf")


def save_notice(page: "Page", hazard: str, path: str) -> None:
    """Writes it; what the disk says against it is told."""
    from services.reports.hazard_notice import NoticeFacts, print_notice

    def facts(look: Records) -> NoticeFacts:
        return NoticeFacts(look, hazard, page.workbench.now())

    data = print_notice(page.workbench.ask(facts), page.workbench.photo, language.name)
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        page.toast.bad(str(error))
        return
    page.toast.good(QCoreApplication.translate("HazardNotice", "The notice is written."))
