"""How safely this plant is set up: each point as a sentence, what asks for something first, with the way to mend it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import words
from desktop.widgets.parts import button, column, emptied, label, picture, row
from services.store.queries.security import Point, security_points

if TYPE_CHECKING:
    from desktop.workbench import Workbench


class SecurityCard(QWidget):
    """`page_wanted` carries the page where a point is mended."""

    page_wanted = Signal(str)

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self._workbench = workbench
        self._shown: tuple[Point, ...] | None = None
        self._points = column(gap=8)
        self.said = label("", "head", "securitySaid")
        self.setLayout(column(self.said, self._points, gap=10))

    def follow(self) -> None:
        """Shows what is so now."""
        found = self._workbench.ask(security_points, now=self._workbench.now())
        if found == self._shown:
            return
        self._shown = found
        open_ = sum(not one.ok for one in found)
        self.said.setText(self.tr("%n points ask for something", "", open_) if open_ else self.tr("Nothing is open"))
        emptied(self._points)
        for one in found:
            self._points.addLayout(self._line(one))

    def _line(self, one: Point) -> QHBoxLayout:
        text = words.say(f"security.{one.code}" if one.ok else f"security.{one.code}.not", **one.facts)
        said = label(text, "" if not one.ok else "muted", f"security-{one.code}", wrap=True)
        parts: list[QWidget] = [picture("normal" if one.ok else "pending", "sign"), said]
        if not one.ok and one.page != "settings":
            there = button(self.tr("Go there"), f"mend-{one.code}", look="link")
            there.clicked.connect(partial(self._on_wanted, one.page))
            parts.append(there)
        line = row(*parts)
        line.setStretch(1, 1)
        return line

    def _on_wanted(self, page: str) -> None:
        self.page_wanted.emit(page)
