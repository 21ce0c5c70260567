"""The line below the journal: from when on entries are here, and older ones fetched from the hub, month by month."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from desktop import words
from desktop.views.journal.months import Month
from desktop.widgets.parts import button, label, loud, row

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.store.looking_back import Reach

WIDTH, FINE = 160, 1000


class ReachBar(QWidget):
    """Follows the workbench; `wanted` is the month that the page would like to show, None for all that is here.
    `said_above`: the page itself offers to fetch it."""

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.setObjectName("reachBar")
        self._workbench = workbench
        self._began: datetime | None = None  # how far the entries went when fetching began
        self.wanted: Month | None = None
        self.said_above = False
        self.text = label("", "caption", "reachText", wrap=True)
        self._bar = QProgressBar()
        self._bar.setObjectName("reachProgress")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, FINE)
        self._bar.setFixedWidth(WIDTH)
        self._fetch = button("", "fetchOlder", self.fetch)
        self._cancel = button(self.tr("Cancel"), "cancelOlder", workbench.past.cancel)
        layout = row(self.text, self._bar, self._fetch, self._cancel, gap=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        workbench.sync_changed.connect(self.follow)

    def follow(self) -> None:
        """Shows what is so now."""
        reach = self._workbench.past.reach()
        coming = reach.coming
        self._began = (self._began or reach.oldest) if coming else None
        self.text.setText(self._said(reach))
        loud(self.text, reach.ended == "chain_broken")
        self._bar.setVisible(coming and self._workbench.syncing.reachable)
        self._bar.setValue(round(FINE * self._share(reach)))
        self._bar.setAccessibleName(self.text.text())
        month = self.month(reach)
        self._fetch.setVisible(month is not None and not coming and not self.said_above)
        self._cancel.setVisible(coming)
        if month is not None:
            self._fetch.setText(self.tr("Fetch {month}").format(month=month.said()))
            self._fetch.setAccessibleName(self._fetch.text())

    def month(self, reach: "Reach") -> Month | None:
        """The month that would be fetched: the one the page wants, or the one in which the entries here begin; None
        where there are none older, or they come by themselves."""
        if reach.floor <= 1 or reach.oldest is None or reach.filling:
            return None
        here = Month.of(reach.oldest)
        return min(self.wanted, here) if self.wanted else here

    def fetch(self) -> None:
        """Fetches the month that is offered, and all between it and what is here."""
        month = self.month(self._workbench.past.reach())
        if month is not None:
            self._workbench.past.fetch(month.begins)

    def _share(self, reach: "Reach") -> float:
        if reach.wanted is None or reach.oldest is None or self._began is None:
            return 0.0
        whole = (self._began - reach.wanted).total_seconds()
        return min(1.0, (self._began - reach.oldest).total_seconds() / whole) if whole > 0 else 0.0

    def _said(self, reach: "Reach") -> str:
        day = words.day(reach.oldest)
        if reach.wanted is not None:
            return self._coming(reach, day)
        if reach.ended == "chain_broken":
            return self.tr(
                "The hub's older entries don't lead to those here: none was taken over, and nothing was changed here. "
                "Tell the administrator."
            )
        stay = ""
        if reach.until is not None:
            stay = self.tr("Those older than %n months stay until {day}; the hub keeps them.", "", reach.months)
            stay = stay.format(day=words.day(reach.until))
        return f"{self._begins(reach, day)} {stay}".strip()

    def _begins(self, reach: "Reach", day: str) -> str:
        if reach.floor <= 1:
            return self.tr("All entries since the plant was founded are here.")
        if reach.filling:
            return self.tr("Entries from {day} on are here; this computer is fetching those before.").format(day=day)
        if reach.ended == "none_older":
            return self.tr("Entries from {day} on are here; the hub has none before them.").format(day=day)
        said = self.tr("Entries from {day} on are here; the hub has %n older ones.", "", reach.floor - 1)
        return said.format(day=day)

    def _coming(self, reach: "Reach", day: str) -> str:
        assert reach.wanted is not None
        month = Month.of(reach.wanted).said()
        if self._workbench.syncing.reachable:
            return self.tr("Fetching entries back to {month}: {day} is reached.").format(month=month, day=day)
        said = self.tr(
            "The hub can't be reached. Entries back to {month} are fetched as soon as it can; "
            "those here stay as they are."
        )
        return said.format(month=month)
