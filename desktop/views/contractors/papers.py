"""Papers of this page, made in a task and written where the person has said."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.language import language

if TYPE_CHECKING:
    from desktop.views.page import Page


def save_permit(page: "Page", id_: str, path: str) -> None:
    """The permit as a PDF."""
    from services.reports.permit_sheet import print_permit
    from services.store.queries.permits import permit_row

    row = page.workbench.ask(permit_row, id_=id_, now=page.workbench.now())
    plant = page.workbench.plant
    if row is not None and plant is not None:
        data = print_permit(row, plant, page.workbench.now(), language.name)
        write(page, path, data)


def write(page: "Page", path: str, data: bytes) -> None:
    """Writes the paper and says so; what the disk refuses is said too."""
    from desktop import words
    from services.core.refused import Refused
    from services.reports.labels import put

    try:
        put(Path(path), data)
    except Refused as refused:
        page.toast.bad(words.refusal(refused))
        return
    page.toast.good(QCoreApplication.translate("ContractorsPage", "Saved as {file}.").format(file=Path(path).name))
