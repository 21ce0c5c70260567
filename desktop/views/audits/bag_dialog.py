"""Prepares an auditor's visit: which days and zones, with or without names and photos; then one file, sealed."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop import words
from desktop.language import language
from desktop.views.audits.sizes import bytes_said
from desktop.widgets.asking import ask_save
from desktop.widgets.parts import button, column, label, row
from services.core.refused import Refused
from services.store.bag import Choice, Contents, contents
from services.store.bag_file import ENDING, Manifest

if TYPE_CHECKING:
    from desktop.tasks import Task, Tasks
    from desktop.workbench import Workbench
    from services.reports.bag.making import Size
    from services.store.records import Records

ID = int(Qt.ItemDataRole.UserRole)
WIDTH, FINE, YEAR = 560, 1000, 365


class BagDialog(QDialog):
    """`made` with what to say, once the bag is whole and the journal vouches for its seal. Open it with `open()`."""

    made = Signal(str)

    def __init__(self, workbench: "Workbench", tasks: "Tasks", above: QWidget) -> None:
        super().__init__(above.window())
        self.workbench, self.tasks = workbench, tasks
        self._making: Task | None = None
        self._asked = 0
        self.setObjectName("bagDialog")
        self.setWindowTitle(self.tr("Audit bag"))
        self.setFixedWidth(WIDTH)
        today = words.local(workbench.now()).date()
        self.first = self._day("bagFirst", self.tr("First day"), today - timedelta(days=YEAR))
        self.last = self._day("bagLast", self.tr("Last day"), today)
        self.zones = self._zones()
        self.masked = self._tick("bagMasked", self.tr("Leave out people's names, numbers and addresses"), False)
        self.photos = self._tick("bagPhotos", self.tr("With the photos of hazards and inspections"), True)
        self.size_said = label("", "head", "bagSize", wrap=True)
        self.told = label("", "muted", "bagTold", wrap=True)
        self.fault = label("", "error", "bagFault", wrap=True)
        self.bar = QProgressBar()
        self.bar.setObjectName("bagProgress")
        self.bar.setRange(0, FINE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much of the bag is written"))
        self.bar.hide()
        self.save = button(self.tr("Make the bag…"), "bagMake", self._on_save, "primary")
        self.save.setDefault(True)
        self.cancel = button(self.tr("Cancel"), "bagCancel", self._on_cancel)
        self.setLayout(self._whole())
        self.finished.connect(self._on_finished)
        self._look()

    def _whole(self) -> QVBoxLayout:
        told = self.tr(
            "One file with records, photos, the hazard ledger, the clause map of GB/T 33000 and ISO 45001, and the "
            "stretch of the journal that vouches for it. It opens in this program without network and hub, and can't "
            "be changed."
        )
        days = row(
            column(label(self.tr("First day"), "caption"), self.first, gap=4),
            column(label(self.tr("Last day"), "caption"), self.last, gap=4),
            None,
            gap=12,
        )
        zones = column(label(self.tr("Zones (none ticked: all)"), "caption"), self.zones, gap=4)
        return column(
            label(told, "muted", wrap=True),
            days,
            zones,
            self.masked,
            self.photos,
            self.size_said,
            self.told,
            self.fault,
            self.bar,
            row(None, self.cancel, self.save),
            gap=14,
            margins=(24, 20, 24, 20),
        )

    def _day(self, name: str, said: str, day: date) -> QDateEdit:
        made = QDateEdit(QDate(day.year, day.month, day.day))
        made.setObjectName(name)
        made.setAccessibleName(said)
        made.setDisplayFormat("yyyy-MM-dd")
        made.setCalendarPopup(True)
        made.dateChanged.connect(self._look)
        return made

    def _tick(self, name: str, said: str, yes: bool) -> QCheckBox:
        made = QCheckBox(said)
        made.setObjectName(name)
        made.setChecked(yes)
        made.toggled.connect(self._look)
        return made

    def _zones(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("bagZones")
        made.setAccessibleName(self.tr("Zones"))
        made.setFixedHeight(120)
        for zone in sorted(self.workbench.ask(_zones_of), key=lambda one: one.code):
            item = QListWidgetItem(f"{zone.code} {zone.name}", made)
            item.setData(ID, zone.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        made.itemChanged.connect(self._look)
        return made

    def choice(self) -> Choice:
        """What is chosen now."""
        items = [self.zones.item(at) for at in range(self.zones.count())]
        zones = frozenset(str(one.data(ID)) for one in items if one.checkState() == Qt.CheckState.Checked)
        first, last = (date.fromisoformat(one.date().toString("yyyy-MM-dd")) for one in (self.first, self.last))
        return Choice(first, last, zones, self.masked.isChecked(), self.photos.isChecked())

    # how large it will be

    def _look(self) -> None:
        """Reckoned in a task; what was asked before is not shown any more."""
        self._asked += 1
        asked, choice, workbench = self._asked, self.choice(), self.workbench

        def reckoned() -> "tuple[int, Contents, Size]":
            from services.reports.bag.making import size_of

            found: Contents = workbench.ask(contents, choice=choice)
            return asked, found, size_of(found, workbench.opened.blobs, workbench.size_at_hub)

        self.save.setEnabled(False)
        self.tasks.run(reckoned, self._on_size, self._on_refused)

    def _on_size(self, came: "tuple[int, Contents, Size]") -> None:
        asked, found, size = came
        if asked != self._asked:
            return
        self.fault.clear()
        self.save.setEnabled(True)
        said = self.tr(
            "About {size}: {hazards} hazards, {rounds} inspections, {alerts} alerts, {entries} entries, {photos} photos"
        )
        counts = found.counts
        self.size_said.setText(
            said.format(
                size=bytes_said(size.whole),
                hazards=f"{counts['hazard']:,}",
                rounds=f"{counts['inspection']:,}",
                alerts=f"{counts['alert']:,}",
                entries=f"{found.entries:,}",
                photos=f"{len(found.photos):,}",
            )
        )
        self.told.setText("\n".join(self._warnings(found, size)))
        self._fit()

    def _fit(self) -> None:
        """Texts that wrap get the height that they need."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setMinimumHeight(layout.totalHeightForWidth(WIDTH))

    def _warnings(self, found: Contents, size: "Size") -> list[str]:
        told = []
        if size.away and self.workbench.syncing.reachable:
            told.append(
                self.tr("%n of the photos are still at the hub; they are fetched while the bag is made.", "", size.away)
            )
        elif size.away:
            told.append(
                self.tr(
                    "%n of the photos are not on this computer and will be missing: the hub is out of reach.",
                    "",
                    size.away,
                )
            )
        if found.since:
            from services.core.shape import utc_moment

            day = words.day(utc_moment(found.since))
            told.append(
                self.tr(
                    "The journal on this computer begins on {day}; older entries can be fetched on the journal page."
                ).format(day=day)
            )
        return told

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.fault.setText(words.refusal(error))

    # making it

    def _on_save(self) -> None:
        plant = self.workbench.plant
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{plant.name if plant else ''} {self.choice().last:%Y-%m-%d}{ENDING}".strip()
        kind = self.tr("Audit bag")
        title, forms = self.tr("Save the audit bag"), [f"{kind} (*{ENDING})"]
        ask_save(self, "bagFile", title, forms, self.make, str(Path(folder) / name))

    def make(self, file: str) -> None:
        """Makes the bag into a file."""
        self._busy(True)
        choice, path, workbench = self.choice(), Path(file), self.workbench
        me, now, lang = workbench.me, workbench.now(), language.name

        def made(task: "Task") -> tuple[Manifest, str, Choice, Path]:
            from services.reports.bag.making import make_bag

            database, blobs = workbench.opened.replica.database, workbench.opened.blobs
            by = me.id if me else ""
            manifest, seal = make_bag(
                database, blobs, choice, path, now, lang=lang, by=by, fetch=workbench.fetch_now, step=task.step
            )
            return manifest, seal, choice, path

        self._making = self.tasks.run(made, self._on_made, self._on_not_made, self._on_progress)

    def _busy(self, yes: bool) -> None:
        self.bar.setVisible(yes)
        self.bar.setValue(0)
        self.save.setEnabled(not yes)
        for part in (self.first, self.last, self.zones, self.masked, self.photos):
            part.setEnabled(not yes)

    def _on_progress(self, share: float) -> None:
        self.bar.setValue(round(share * FINE))

    def _on_made(self, came: tuple[Manifest, str, Choice, Path]) -> None:
        manifest, seal, choice, path = came
        self._making = None
        self.workbench.run(
            "audits.make",
            seal=seal,
            first=manifest.first,
            last=manifest.last,
            zones=sorted(choice.zones),
            masked=choice.masked,
        )
        said = self.tr("{file} is made, {size}. Seal {seal}…")
        told = said.format(file=path.name, size=bytes_said(path.stat().st_size), seal=seal[:12])
        if manifest.missing:
            told += " " + self.tr("%n photos could not be had and are missing.", "", len(manifest.missing))
        self.made.emit(told)
        self.accept()

    def _on_not_made(self, error: Exception) -> None:
        from services.reports.plan_sheet import GivenUp

        self._making = None
        self._busy(False)
        if isinstance(error, Refused):
            self.fault.setText(words.refusal(error))
        elif isinstance(error, OSError):
            self.fault.setText(self.tr("The file could not be written: {why}").format(why=error.strerror or error))
        elif not isinstance(error, GivenUp):
            raise error

    def _on_cancel(self) -> None:
        if self._making is not None:
            self._making.cancel()
        else:
            self.reject()

    def _on_finished(self) -> None:
        if self._making is not None:
            self._making.cancel()
        self.deleteLater()


def _zones_of(look: "Records") -> list[object]:
    return [zone for zone in look.find("zone") if zone.retired_at is None]
