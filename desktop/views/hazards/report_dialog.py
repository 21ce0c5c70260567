"""Reports a hazard from this computer: someone has told of it by telephone, or has brought photos from a round."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import words
from desktop.views.floor_plan.wording import floor_words
from desktop.views.hazards.extra_part import hazard_fields
from desktop.views.hazards.likely import Likely
from desktop.widgets.categories import category_options
from desktop.widgets.form import Form
from desktop.widgets.item_answer import ExtraFields
from desktop.widgets.parts import button, column, label, row
from desktop.widgets.photo_dialog import PhotoDialog
from services.core.refused import Refused
from services.photos.folder import FolderFull
from services.store.queries.people import zone_rows

if TYPE_CHECKING:
    from desktop.workbench import Workbench

FIELDS = ("zone", "category", "description")


class ReportDialog(PhotoDialog):
    """`reported` carries the id of the new hazard. Open it with `open()`; it ends itself."""

    reported = Signal(str)

    def __init__(self, workbench: "Workbench", zone: str, above: QWidget) -> None:
        super().__init__(workbench, above)
        self.setObjectName("reportDialog")
        self.setWindowTitle(self.tr("Report a hazard"))
        self.setFixedWidth(560)
        self.form = Form(
            "hazards.report",
            "report",
            "hazard",
            only=FIELDS,
            values={"zone": zone, "category": "other"},
            choices={"zone": self._zones(), "category": category_options(workbench)},
        )
        self.watch(self.form.findChildren(QLineEdit))
        self._likely = Likely(workbench, self.form, self)
        form = hazard_fields(workbench)
        self.extra = ExtraFields(form, tasks=workbench.tasks) if form is not None else None
        self._send = button(self.tr("Report it"), "reportSend", self._on_send, "primary")
        self._send.setDefault(True)
        away = button(self.tr("Cancel"), "reportCancel", self.reject)
        away.setAutoDefault(False)
        parts = (
            label(self.tr("Report a hazard"), "section"),
            self.form,
            self._likely.told,
            *((label(words.say("field.hazard.extra"), "head"), self.extra.room()) if self.extra else ()),
            label(self.tr("Photos"), "caption"),
            self.tray,
            row(None, away, self._send),
        )
        self.arrange(column(*parts, gap=10, margins=(24, 20, 24, 20)))

    def _zones(self) -> list[tuple[str, str]]:
        found = self.workbench.ask(zone_rows)
        told = [(f"{one.zone.name} · {floor_words(one.floor.name, one.floor.building)}", one.zone.id) for one in found]
        return [(self.tr("Choose the zone…"), ""), *told]

    def photos_changed(self) -> None:
        self._send.setEnabled(not self.tray.busy)

    def _on_send(self) -> None:
        missing = self.form.missing() or (self.extra.missing() if self.extra else None)
        if self.tray.busy or (self.extra and self.extra.busy):
            return
        if missing:
            self.tray.complain(self.tr("Please fill in: {field}").format(field=missing))
        elif not self.tray.photos:
            self.tray.complain(words.refusal(Refused("photo_needed")))
        else:
            self._report()

    def _report(self) -> None:
        try:
            photos = [self.workbench.keep_photo(one) for one in self.tray.photos]
            for one in self.extra.chosen() if self.extra else ():
                self.workbench.keep_photo(one)
        except FolderFull:
            self.tray.complain(words.refusal(Refused("disk_full_here")))
            return
        extra = self.extra.values() if self.extra else {}
        local = self.workbench.run("hazards.report", **self.form.values(), photos=photos, **extra)
        if local.ok:
            self.accept()
            self.reported.emit(local.id)
        elif local.refused:
            self.tray.complain(words.refusal(local.refused))
