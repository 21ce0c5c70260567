"""What every page is: a title, what can be done on it, content, and the kinds of records that make it look again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.style.tokens import HEAD, PAGE_PADDING
from desktop.tasks import Tasks
from desktop.views.action import Action, deeds_of, do, give_keys
from desktop.views.palette.field import SearchField
from desktop.views.palette.finder import Finder
from desktop.widgets.parts import label
from desktop.widgets.toast import Toast
from desktop.workbench import Workbench

if TYPE_CHECKING:
    from desktop.widgets.table import Table


class Page(QWidget):
    """Base of all pages (see desktop.views). `wanted` carries the key of another page that should be shown;
    `record_wanted` with a kind and an id on it, `part_wanted` with what it is to show only; `search_wanted` when the
    palette is; `report_wanted`, with a zone or none, when a hazard is to be reported; `step_wanted` with a first
    step of a new plant; `tour_wanted` when the window is to be explained. `deeds` has a QAction for each of
    `offers`."""

    wanted = Signal(str)
    record_wanted = Signal(str, str, str)
    part_wanted = Signal(str, str)
    search_wanted = Signal()
    report_wanted = Signal(str)
    step_wanted = Signal(str)
    tour_wanted = Signal()

    key = ""
    icon = ""
    kinds: frozenset[str] = frozenset()
    first: QWidget | None = None  # what the keys go to when the page is shown

    def __init__(self, workbench: Workbench, tasks: Tasks, toast: Toast) -> None:
        super().__init__()
        self.workbench = workbench
        self.tasks = tasks
        self.toast = toast
        self.setObjectName(f"{self.key}Page")
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stale = True
        self.deeds = deeds_of(self, self.offers(), self._on_deed)
        self.build()
        give_keys(self, self.offers(), self.deeds)
        self._allow()
        workbench.changed.connect(self._on_changed)

    @staticmethod
    def title() -> str:
        """What people call the page."""
        raise NotImplementedError

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        """What can be done here: for its buttons, keys, the palette and the page of shortcuts."""
        return ()

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        """The records that this page opens, for the palette."""
        return ()

    def show_record(self, kind: str, id_: str) -> None:
        """Chooses a record of one of its finders' kinds, and opens its side panel."""
        raise NotImplementedError

    def show_only(self, part: str) -> None:
        """Narrows what is shown to one of its own filters, by name."""
        raise NotImplementedError

    def build(self) -> None:
        """Arranges the page."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Shows what is so now."""
        raise NotImplementedError

    def head(self, *parts: QWidget | None) -> QHBoxLayout:
        """The page's first line: its title, then the parts; None takes what room is left."""
        line = QHBoxLayout()
        line.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 0)
        line.setSpacing(12)
        title = label(self.title(), "title")
        title.setFixedHeight(HEAD)
        line.addWidget(title)
        for part in parts:
            if part is None:
                line.addStretch(1)
            else:
                line.addWidget(part)
        if None not in parts:
            line.addStretch(1)
        search = SearchField()
        search.clicked.connect(self.search_wanted)
        line.addWidget(search)
        return line

    def tell_copies(self, table: "Table") -> None:
        """Says by the toast what became of rows of this table that were copied or saved."""
        for way in (table.copying, table.book):
            way.told.connect(self.toast.good)
            way.refused.connect(self.toast.bad)
        table.view.setAccessibleName(self.title())
        table.book.tasks = self.tasks
        table.book.about = self._about

    def _about(self) -> tuple[str, str, str]:
        plant = self.workbench.plant
        return self.title(), plant.name if plant else "", self.only_said()

    def only_said(self) -> str:
        """What the page shows only, beside the filters of its table, in words; empty where it shows everything."""
        return ""

    def save_table(self) -> bool:
        """Asks for a file for the table that is seen. Whether there is one."""
        from desktop.widgets.table import Table

        table = next((one for one in self.findChildren(Table) if one.isVisible() and one.book.tasks), None)
        if table is not None:
            table.book.save()
        return table is not None

    def may(self, kind: str) -> bool:
        """Whether the person signed in here holds a role that this operation names."""
        return self.workbench.may(kind)

    def _allow(self) -> None:
        for action in self.offers():
            if action.operation and action.name in self.deeds:
                self.deeds[action.name].setEnabled(self.may(action.operation))

    def _on_deed(self) -> None:
        do(self)

    def look_again(self) -> None:
        """Refreshes now, or when the page is next shown."""
        self._stale = True
        if self.isVisible():
            self._stale = False
            self.refresh()

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if "person" in kinds:
            self._allow()
        if kinds & self.kinds:
            self.look_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.first is not None:
            self.first.setFocus()
        if self._stale:
            self._stale = False
            self.refresh()
