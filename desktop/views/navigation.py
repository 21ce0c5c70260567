"""The navigation: pages in the order of a day, some of them under another; wide with names, or a rail of icons. The
person at its bottom."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea

from desktop.style.theme import theme
from desktop.style.tokens import NAV_RAIL, NAV_WIDE
from desktop.views.nav_item import ITEM, TIGHT, NavHead, NavItem, NavPerson
from desktop.views.pages import PAGES, UNDER, group_of, page_title, used
from desktop.widgets.parts import box, column

if TYPE_CHECKING:
    from desktop.workbench import Workbench

GAP = 2
EVERY_MS = 30_000  # a record becomes overdue without being changed


class Navigation(QFrame):
    """`wanted` carries the key of a page that was pressed; `help_wanted` when the guide is."""

    wanted = Signal(str)
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setProperty("look", "nav")
        self._workbench: Workbench | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_pressed)
        self._head, self._me = NavHead(), NavPerson()
        self._fold = NavItem("navFold", "")
        self._fold.setCheckable(False)
        self._fold.clicked.connect(self.fold)
        self._help = NavItem("navHelp", self.tr("Help"))
        self._help.setCheckable(False)
        self._help.clicked.connect(self.help_wanted)
        self._items = {key: self._item(key, page_title(key)) for key, _ in PAGES}
        self._list = self._scrolled()
        layout = column(self._head, self._list, self._help, self._fold, self._me, gap=4, margins=(0, 12, 0, 0))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._here = ""
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._count)
        self._dressed = False
        self._set_narrow(narrow=False)
        self.setEnabled(False)

    def follow(self, workbench: "Workbench") -> None:
        """Shows names and counts of this plant from now on."""
        self._workbench = workbench
        workbench.changed.connect(self._on_changed)
        workbench.sync_changed.connect(self._count_conflicts)
        self._on_changed(frozenset({"plant", "person", "hazard"}))
        self._timer.start()
        self.setEnabled(True)

    def retitle(self) -> None:
        """Another language is in force."""
        for key, item in self._items.items():
            item.rename(page_title(key))
        self._set_narrow(narrow=self._narrow)
        self._names()
        self._count()

    def dress(self) -> None:
        """Gives the items their icons: after the window's first paint, as icons need a font of their own."""
        self._dressed = True
        theme.changed.connect(self._icons)
        self._icons()

    def mark(self, key: str) -> None:
        """This page is shown."""
        self._here = key
        self._items[key].setChecked(True)
        self._make_room()
        self._list.ensureWidgetVisible(self._items[key], 0, ITEM)
        self._icons()

    def fit(self, *, narrow: bool) -> None:
        """Names, or icons only: what the person has chosen, else what the window's width allows."""
        chosen = QSettings().value("window/rail")
        self._set_narrow(narrow=narrow if chosen is None else str(chosen) == "true")

    def _set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.setFixedWidth(NAV_RAIL if narrow else NAV_WIDE)
        parts: list[NavHead | NavItem | NavPerson] = [
            self._head,
            self._me,
            self._help,
            self._fold,
            *self._items.values(),
        ]
        for part in parts:
            part.narrow = narrow
            part.update()
        text = self.tr("Show names") if narrow else self.tr("Icons only")
        self._help.rename(self.tr("Help"))
        self._fold.setText(text)
        self._fold.setAccessibleName(text)
        self._fold.setToolTip(text)
        self._icons()

    def _item(self, key: str, title: str) -> NavItem:
        made = NavItem(f"nav-{key}", title, under=key in UNDER)
        made.setProperty("page", key)
        self._group.addButton(made)
        return made

    def _scrolled(self) -> QScrollArea:
        """The items, which can be scrolled in a very low window."""
        inner = column(*self._items.values(), gap=GAP)
        inner.addStretch(1)
        made = QScrollArea()
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setObjectName("navScroll")
        made.setWidgetResizable(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setWidget(box(inner, "nav-list"))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Shows all pages that this plant uses; where they do not fit, those under another one only as far as something
        waits on them or one looks at their group, and lower, whichever group that is."""
        plant = self._workbench.plant if self._workbench else None
        shown = used(plant.modules_off if plant else ())
        room = self._list.viewport().height()
        fit = len(shown) * (ITEM + GAP) <= room
        here = group_of(self._here)
        high = ITEM if fit or most_rows(shown) * (ITEM + GAP) <= room else TIGHT
        for key, item in self._items.items():
            wanted = fit or key not in UNDER or group_of(key) == here or item.count > 0
            item.setFixedHeight(high)
            item.setVisible(key in shown and wanted)

    def _on_pressed(self, item: NavItem) -> None:
        self.wanted.emit(str(item.property("page")))

    def fold(self) -> None:
        """The other way round, and so from now on."""
        QSettings().setValue("window/rail", "false" if self._narrow else "true")
        self.fit(narrow=self._narrow)

    def _icons(self) -> None:
        if not self._dressed:
            return
        from desktop.style.icons import icon

        for key, item in self._items.items():
            item.setIcon(icon(key, "accent" if item.isChecked() else "text"))
        self._help.setIcon(icon("help", "muted"))
        self._fold.setIcon(icon("unfold" if self._narrow else "fold", "muted"))

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"plant", "person"}:
            self._names()
        if "plant" in kinds:
            self._make_room()
        if "hazard" in kinds:
            self._count()

    def _names(self) -> None:
        from desktop.words import say

        if self._workbench is None:
            return
        plant, me = self._workbench.plant, self._workbench.me
        self._head.call(plant.name if plant else "")
        role = next((role for role in me.roles if role != "worker"), "worker") if me else ""
        self._me.call(me.name if me else "", say(f"role.{role}") if role else "")

    def _count(self) -> None:
        from services.store.queries.status import open_count

        if self._workbench is None:
            return
        many, overdue = self._workbench.ask(open_count, now=self._workbench.now())
        self._items["hazards"].tell(many, overdue=overdue)
        self._count_conflicts()

    def _count_conflicts(self) -> None:
        """Each of them is work that somebody believes to be done."""
        many = self._workbench.sync_state.conflicts if self._workbench else 0
        self._items["conflicts"].tell(many, overdue=many > 0)
        self._make_room()


def most_rows(shown: list[str]) -> int:
    """How many pages of these stand there at once where only one group is open: the largest one."""
    under = Counter(group_of(key) for key in shown if key in UNDER)
    return len(shown) - under.total() + max(under.values(), default=0)
