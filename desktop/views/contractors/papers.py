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


def save_badge(page: "Page", id_: str, path: str) -> None:
    """The badge of one person as a PDF."""
    from services.reports.badges import Badge, print_badges
    from services.store.queries.contractors import member_rows

    plant = page.workbench.plant
    rows = page.workbench.ask(member_rows, now=page.workbench.now())
    row = next((one for one in rows if one.id == id_), None)
    if row is None or plant is None or not row.member.badge:
        return
    until = row.member.valid_until.isoformat() if row.member.valid_until else ""
    photo = page.workbench.photo(row.member.photo) if row.member.photo else None
    address = f"{plant.address or ''}/badge/{row.member.badge}"
    badge = Badge(row.person.name, row.company.name, row.member.trade, until, address, photo)
    write(page, path, print_badges([badge], plant.name, language.name))


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
