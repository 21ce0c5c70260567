"""The small fields of the filter row, one for each way a column can be asked: a text, some of its values, a span of
days. Each answers the condition it stands for, says it in words, and can be kept."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

from desktop import words
from desktop.models import spans
from desktop.models.record_table import Column
from desktop.widgets.days_dialog import DaysDialog
from services.store.queries.wanted import Condition, Contains, OneOf

SIDES = 34  # a button's padding and its arrow


class TextField(QLineEdit):
    """Rows whose column holds what is typed."""

    altered = Signal()

    def __init__(self, column: Column, _: Callable[[], datetime]) -> None:
        super().__init__()
        self.setProperty("look", "filter")
        self.setPlaceholderText(self.tr("contains"))
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self.altered)

    def condition(self) -> Condition | None:
        """What is asked of the column; None while nothing is."""
        text = self.text().strip()
        return Contains(text) if text else None

    def said(self) -> str:
        """The condition in words."""
        return self.text().strip()

    def kept(self) -> Any:
        """The condition as it can be kept."""
        return self.text().strip()

    def put(self, kept: Any) -> None:
        """Takes what was kept; None asks nothing."""
        self.setText(kept if isinstance(kept, str) else "")


class StayingMenu(QMenu):
    """Stays open while what can be ticked is ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.actionGroup() is None and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)


class MenuField(QPushButton):
    """A button that says what is chosen and opens a menu; its text is shortened to its width."""

    altered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "filter")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choices = StayingMenu(self)
        self.clicked.connect(self._on_pressed)

    def _on_pressed(self) -> None:
        self.fill()
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def fill(self) -> None:
        """Offers what can be chosen now."""
        raise NotImplementedError

    def said(self) -> str:
        """The condition in words; empty while nothing is asked."""
        raise NotImplementedError

    def offer(self, text: str, kept: Any, chosen: bool) -> QAction:
        """One line of the menu."""
        action = self.choices.addAction(text)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.setData(kept)
        action.triggered.connect(self._on_picked)
        return action

    def retell(self) -> None:
        """Says what is chosen, as far as there is room."""
        said = self.said()
        text = self.fontMetrics().elidedText(said or self.tr("all"), Qt.TextElideMode.ElideRight, self.width() - SIDES)
        self.setText(text)
        self.setToolTip(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.retell()

    def _on_picked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.picked(action.data(), action.isChecked())
            self.retell()
            self.altered.emit()

    def picked(self, kept: Any, chosen: bool) -> None:
        """A line of the menu was chosen, or is no longer."""
        raise NotImplementedError


class ChoiceField(MenuField):
    """Rows whose column has one of the ticked values."""

    def __init__(self, column: Column, _: Callable[[], datetime]) -> None:
        super().__init__()
        self._offered: Callable[[], Sequence[tuple[str, str]]] = column.choices or tuple
        self._codes: tuple[str, ...] = ()

    def fill(self) -> None:
        self.choices.clear()
        for code, word in self._offered():
            self.offer(word, code, code in self._codes)

    def picked(self, kept: Any, chosen: bool) -> None:
        self._codes = (*self._codes, kept) if chosen else tuple(code for code in self._codes if code != kept)

    def condition(self) -> Condition | None:
        """What is asked of the column; None while nothing is."""
        return OneOf(self._codes) if self._codes else None

    def said(self) -> str:
        offered = dict(self._offered()) if self._codes else {}
        return words.listed(offered.get(code, code) for code in self._codes)

    def kept(self) -> Any:
        """The condition as it can be kept."""
        return list(self._codes)

    def put(self, kept: Any) -> None:
        """Takes what was kept; None asks nothing."""
        codes = kept if isinstance(kept, list) else []
        self._codes = tuple(code for code in codes if isinstance(code, str))
        self.retell()
        self.altered.emit()


class SpanField(MenuField):
    """Rows whose moment lies within a span of days."""

    def __init__(self, _: Column, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._span = ""

    def fill(self) -> None:
        self.choices.clear()
        for span in spans.SPANS:
            self.offer(spans.said(span), span, span == self._span)
        self.choices.addSeparator()
        self.choices.addAction(self.tr("From … to …"), self._on_days)

    def picked(self, kept: Any, chosen: bool) -> None:
        self._span = kept if chosen else ""
        self.choices.close()

    def condition(self) -> Condition | None:
        """What is asked of the column; None while nothing is."""
        return spans.between(self._span, self._now()) if self._span else None

    def said(self) -> str:
        return spans.said(self._span) if self._span else ""

    def kept(self) -> Any:
        """The condition as it can be kept."""
        return self._span

    def put(self, kept: Any) -> None:
        """Takes what was kept; None asks nothing."""
        self._span = kept if isinstance(kept, str) and spans.known(kept) else ""
        self.retell()
        self.altered.emit()

    def _on_days(self) -> None:
        today = words.local(self._now()).date()
        asked = DaysDialog(*(spans.days(self._span, today) if self._span else (today, today)), self.window())
        asked.given.connect(self.put)
        asked.open()


Field = TextField | ChoiceField | SpanField


def field_for(column: Column, now: Callable[[], datetime], above: QWidget) -> Field:
    """The field that a column is filtered by."""
    kind = ChoiceField if column.choices else SpanField if column.moment else TextField
    made = kind(column, now)
    made.setParent(above)
    made.setObjectName(f"filter-{column.key}")
    made.setAccessibleName(column.title)
    return made
