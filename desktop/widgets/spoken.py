"""What whoever hears the window instead of seeing it is told: the name of each thing that can have the keys."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)


class SpokenCells(QStyledItemDelegate):
    """Cells of a table that are typed into: the field is called by its column's head."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        made = super().createEditor(parent, option, index)
        head = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        made.setAccessibleName(str(head or ""))
        return made


def reachable(within: QWidget) -> Iterator[QWidget]:
    """All that Tab leads to. A part of another one that has the keys for it, such as the line of a choice, is not
    asked for a name of its own."""
    for one in (within, *within.findChildren(QWidget)):
        by_tab = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if by_tab and one.isVisible() and one.isEnabled() and not _inner(one):
            yield one


def nameless(within: QWidget) -> Iterator[QWidget]:
    """Those of them that have no name."""
    for one in reachable(within):
        spoken = QAccessible.queryAccessibleInterface(one)
        if not spoken or not spoken.text(QAccessible.Text.Name).strip():
            yield one


def _inner(one: QWidget) -> bool:
    """Whether it belongs to a widget that speaks for it."""
    above = one.parentWidget()
    if isinstance(above, QComboBox | QAbstractSpinBox):
        return True
    return isinstance(above, QAbstractScrollArea) and above.viewport() is one
