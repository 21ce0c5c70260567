"""Take with me: which floors, how far back, photos, until when; how much that is, how much of it is here."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QListWidget, QListWidgetItem, QProgressBar, QVBoxLayout

from desktop import taking_along, words
from desktop.taking_along import Baggage
from desktop.views.audits.sizes import bytes_said
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, label, row
from services.core.refused import Refused
from services.store.along import Along
from services.store.looking_back import months_before

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.workbench import Workbench
    from services.store.records import Records

ID = int(Qt.ItemDataRole.UserRole)
WIDTH, FINE, LOOK_MS = 520, 1000, 400
MONTHS, USUAL, AWAY = (1, 3, 6, 12, 24, 60), 3, timedelta(days=7)


class AlongDialog(QDialog):
    """May be closed while it is being fetched: that goes on. Open it with `open()`."""

    def __init__(self, workbench: "Workbench", above: "QWidget") -> None:
        super().__init__(above.window())
        self.workbench = workbench
        self._asked = 0
        self.setObjectName("alongDialog")
        self.setWindowTitle(self.tr("Take with me"))
        self.setFixedWidth(WIDTH)
        kept = taking_along.taken(workbench)
        self.floors = self._floors(kept)
        self.months = Choice("alongMonths", self.tr("How far back"))
        self.months.offer([(self.tr("%n months", "", many), str(many)) for many in MONTHS], str(self._many(kept)))
        self.until = QDateEdit()
        self.until.setObjectName("alongUntil")
        self.until.setAccessibleName(self.tr("Keep until"))
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.until.setCalendarPopup(True)
        day = words.local(kept.until if kept else workbench.now() + AWAY)
        self.until.setDate(QDate(day.year, day.month, day.day))
        self.photos = QCheckBox(self.tr("Photos of hazards and inspections"))
        self.photos.setObjectName("alongPhotos")
        self.photos.setChecked(kept is None or kept.photos)
        self.size_said = label("", "head", "alongSize", wrap=True)
        self.state = label("", "muted", "alongState", wrap=True)
        self.bar = QProgressBar()
        self.bar.setObjectName("alongProgress")
        self.bar.setRange(0, FINE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much of it is here"))
        self.fetch = button(self.tr("Fetch it"), "alongFetch", self.on_fetch, "primary")
        self.stop = button(self.tr("Stop fetching"), "alongStop", self.on_stop)
        self.setLayout(self._whole())
        for signal in (self.floors.itemChanged, self.months.activated, self.photos.toggled, self.until.dateChanged):
            signal.connect(self.look)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(LOOK_MS)
        self._again.timeout.connect(self.look)
        workbench.sync_changed.connect(self._soon)
        workbench.changed.connect(self._soon)
        self.finished.connect(self.deleteLater)
        self.look()

    def _whole(self) -> QVBoxLayout:
        told = self.tr(
            "Records are always on this computer. What is ticked here is fetched as well, so that it can be seen on "
            "the road. Fetching goes on by itself whenever the hub can be reached."
        )
        times = row(
            column(label(self.tr("How far back"), "caption"), self.months, gap=4),
            column(label(self.tr("Keep until"), "caption"), self.until, gap=4),
            None,
            gap=12,
        )
        floors = column(label(self.tr("Floors (none ticked: all)"), "caption"), self.floors, gap=4)
        foot = row(None, self.stop, button(self.tr("Close"), "alongClose", self.accept), self.fetch)
        parts = (
            label(told, "muted", wrap=True),
            floors,
            times,
            self.photos,
            self.size_said,
            self.state,
            self.bar,
            foot,
        )
        return column(*parts, gap=14, margins=(24, 20, 24, 20))

    def _floors(self, kept: Along | None) -> QListWidget:
        made = QListWidget()
        made.setObjectName("alongFloors")
        made.setAccessibleName(self.tr("Floors"))
        made.setFixedHeight(110)
        for id_, name in self.workbench.ask(_floors_of):
            item = QListWidgetItem(name, made)
            item.setData(ID, id_)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = kept is not None and id_ in kept.floors
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return made

    def _many(self, kept: Along | None) -> int:
        """The months that come nearest to what is being taken along."""
        if kept is None:
            return USUAL
        now = self.workbench.now()
        return next((many for many in MONTHS if months_before(now, many) <= kept.since + timedelta(days=1)), MONTHS[-1])

    def along(self) -> Along:
        """What is chosen now."""
        items = [self.floors.item(at) for at in range(self.floors.count())]
        chosen = frozenset(str(one.data(ID)) for one in items if one.checkState() == Qt.CheckState.Checked)
        now = self.workbench.now()
        day = self.until.date()
        until = datetime(day.year(), day.month(), day.day(), tzinfo=words.local(now).tzinfo) + timedelta(days=1)
        return Along(chosen, months_before(now, int(self.months.currentData())), until, self.photos.isChecked())

    def _soon(self) -> None:
        if not self._again.isActive():
            self._again.start()

    def look(self) -> None:
        """Reckons in a task what is chosen; what was asked before is not shown any more."""
        self._asked += 1
        asked, along, workbench = self._asked, self.along(), self.workbench
        workbench.tasks.run(lambda: (asked, taking_along.baggage(workbench, along)), self._on_looked, self._on_refused)

    def _on_looked(self, came: tuple[int, Baggage]) -> None:
        asked, found = came
        if asked != self._asked:
            return
        wanted = taking_along.taken(self.workbench)
        mine = wanted is not None and _same(wanted, found.along)
        said = self.tr("{photos} photos and drawings, {here} of them are here; about {size} are still to come.")
        if found.here == found.photos:
            said = self.tr("{photos} photos and drawings, all of them are here.")
        size = bytes_said(found.to_come)
        self.size_said.setText(said.format(photos=f"{found.photos:,}", here=f"{found.here:,}", size=size))
        self.state.setText(self._state(found, mine=mine))
        coming = mine and not found.complete
        self.bar.setVisible(coming)
        self.bar.setValue(round(FINE * found.here / max(found.photos, 1)))
        self.stop.setVisible(coming)
        self.fetch.setEnabled(not mine)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setMinimumHeight(layout.totalHeightForWidth(WIDTH))

    def _state(self, found: Baggage, *, mine: bool) -> str:
        """How far it is, and until when it stays."""
        reach = found.reach
        journal = self.tr("The journal is here from its first entry on.")
        if reach.floor > 1:
            journal = self.tr("The journal is here from {day} on.").format(day=words.day(reach.oldest))
        until = self.tr("Kept until {day}.").format(day=words.day(found.along.until - timedelta(seconds=1)))
        if not mine:
            return journal
        if found.complete:
            return " ".join((self.tr("All of it is here: you can leave."), until, journal))
        if not self.workbench.syncing.reachable:
            return " ".join((self.tr("The hub is out of reach; it goes on when it is there again."), until, journal))
        return " ".join((self.tr("It is being fetched."), until, journal))

    def on_fetch(self) -> None:
        """Has what is chosen fetched from now on."""
        try:
            taking_along.take(self.workbench, self.along())
        except Refused as refused:
            self._on_refused(refused)
            return
        self.look()

    def on_stop(self) -> None:
        """Fetches no more; what is here stays."""
        taking_along.leave(self.workbench)
        self.look()

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.state.setText(words.refusal(error))


def _same(one: Along, other: Along) -> bool:
    """Whether both are the same choice: the moment from which on it counts moves with the clock."""
    near = abs(one.since - other.since) < timedelta(days=1)
    return near and replace(one, since=other.since) == other


def _floors_of(look: "Records") -> list[tuple[str, str]]:
    used = [one for one in look.find("floor") if one.retired_at is None]
    return [(one.id, one.place) for one in sorted(used, key=lambda one: (one.site, one.building, one.level))]
