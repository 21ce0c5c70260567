"""What the labels page shows before there is anything to print: the address that is asked once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from desktop.widgets.address import AddressForm
from desktop.widgets.parts import box, column, label

if TYPE_CHECKING:
    from desktop.workbench import Workbench


def address_card(workbench: "Workbench") -> tuple[QFrame, AddressForm]:
    """The question for the plant's address, and its form."""
    translate = QCoreApplication.translate
    form = AddressForm(workbench, "primary")
    told = translate(
        "LabelsPage",
        "It is printed into every code, so it must stay: the address, seen from a phone in the plant's network, "
        "under which this plant's hub can be opened. It can be changed in the settings; labels printed before "
        "then have to be printed again.",
    )
    asked = translate("LabelsPage", "Under which address do phones see the plant?")
    parts = (label(asked, "section", wrap=True), label(told, "muted", wrap=True), form)
    card = box(column(*parts, gap=12, margins=(28, 24, 28, 24)), "card")
    card.setFixedWidth(560)
    return card, form
