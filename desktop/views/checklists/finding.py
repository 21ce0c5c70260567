"""Checklists as the palette finds them."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.store.queries.checklists import checklist_rows
from services.store.records import Records


def checklists(look: Records) -> Iterator[Thing]:
    """Those in use, by name, with the plans that use them."""
    version = QCoreApplication.translate("Checklists", "version {n}")
    for one in checklist_rows(look):
        told = " · ".join([version.format(n=one.checklist.number), *one.plans])
        yield Thing("checklist", one.id, one.checklist.name, told, weight=5)


CHECKLISTS = Finder(
    kind="checklist",
    page="checklists",
    picture="checklists",
    kinds=frozenset({"checklist", "inspection_plan"}),
    things=checklists,
)
