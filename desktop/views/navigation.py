"""The navigation: pages in the order of a day; wide with names, or a rail of icons. The person at its bottom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from desktop.style.theme import theme
from desktop.style.tokens import NAV_RAIL, NAV_WIDE
from desktop.views.pages import PAGES, page_title
from desktop.widgets.marks import Initial, Shield
from desktop.widgets.parts import column, label, line, row

if TYPE_CHECKING:
    from desktop.workbench import Workbench


class Navigation(QFrame):
    """`wanted` carries the key of a page that was pressed."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setProperty("look", "panel")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        self._narrow = False
        self._plant = label("", "section")
        self._me = label("", "muted", "navMe")
        self._initial = Initial()
        layout = column(row(Shield(), self._plant, None, margins=(6, 0, 0, 0)), gap=4, margins=(8, 12, 8, 12))
        layout.addSpacing(10)
        for key, source, _ in PAGES:
            self._buttons[key] = self._button(key, page_title(source))
            layout.addWidget(self._buttons[key])
        layout.addStretch(1)
        layout.addWidget(line())
        layout.addSpacing(4)
        layout.addLayout(row(self._initial, self._me, None, margins=(6, 0, 0, 0)))
        self.setLayout(layout)
        self.setFixedWidth(NAV_WIDE)

    def follow(self, workbench: "Workbench") -> None:
        """Shows the plant's and the person's names as they become known."""
        self._workbench = workbench
        workbench.changed.connect(self._on_changed)
        self._on_changed(frozenset({"person"}))

    def dress(self) -> None:
        """Gives the buttons their icons: after the window's first paint, as icons need a font of their own."""
        theme.changed.connect(self._icons)
        self._icons()

    def mark(self, key: str) -> None:
        """This page is shown."""
        self._buttons[key].setChecked(True)
        self._icons()

    def fit(self, *, narrow: bool) -> None:
        """Names, or icons only."""
        self._narrow = narrow
        self.setFixedWidth(NAV_RAIL if narrow else NAV_WIDE)
        for key, source, _ in PAGES:
            self._buttons[key].setText("" if narrow else "  " + page_title(source))
        self._names()

    def _button(self, key: str, title: str) -> QPushButton:
        made = QPushButton("  " + title)
        made.setObjectName(f"nav-{key}")
        made.setProperty("look", "nav")
        made.setCheckable(True)
        made.setAccessibleName(title)
        made.setToolTip(title)
        made.setIconSize(QSize(20, 20))
        made.setProperty("page", key)
        made.clicked.connect(self._on_pressed)
        self._group.addButton(made)
        return made

    def _on_pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(str(sender.property("page")))

    def _icons(self) -> None:
        from desktop.style.icons import icon

        for key, made in self._buttons.items():
            made.setIcon(icon(key, "accent" if made.isChecked() else "text"))

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"plant", "person"}:
            self._names()

    def _names(self) -> None:
        workbench = getattr(self, "_workbench", None)
        plant = workbench.plant if workbench else None
        me = workbench.me if workbench else None
        self._plant.setText("" if plant is None or self._narrow else plant.name)
        name = me.name if me else ""
        self._initial.show_name(name)
        self._initial.setToolTip(name)
        self._me.setText("" if self._narrow else name)
