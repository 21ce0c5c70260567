"""What to do in a zone when something happens, and whom to call; the office can write it from here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.style.icons import pixmap
from desktop.widgets.parts import button, column, label, row
from desktop.words import say
from services.core.zones import Zone


class ZoneEmergency(QWidget):
    """`edit_wanted` when it is to be written."""

    edit_wanted = Signal()

    def __init__(self, zone: Zone, *, may_edit: bool) -> None:
        super().__init__()
        head = row(label(say("field.zone.emergency"), "head"), None)
        if may_edit:
            head.addWidget(button(self.tr("Edit…"), "editEmergency", self.edit_wanted.emit, "link"))
        layout = column(head, gap=6, margins=(0, 8, 0, 0))
        plan = zone.emergency or self.tr("Nobody has written yet what to do here when something happens.")
        layout.addWidget(label(plan, "" if zone.emergency else "muted", "zoneEmergency", wrap=True, copy=True))
        if zone.phone:
            icon = label()
            icon.setPixmap(pixmap("phone", 16, "accent"))
            number = label(zone.phone, "", "zonePhone", copy=True)
            layout.addLayout(row(icon, number, label(say("field.zone.phone"), "caption"), None, gap=6))
        else:
            layout.addWidget(label(self.tr("No emergency number yet"), "muted", "zonePhone"))
        self.setLayout(layout)
