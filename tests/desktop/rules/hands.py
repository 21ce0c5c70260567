"""Hands for the editor of rules: carries blocks with the mouse, fills slots as a person does."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QWidget

from desktop.views.rules.editor import RuleEditor
from desktop.widgets.choice import Choice
from tests.desktop.pages import part

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def named(editor: RuleEditor, name: str) -> QWidget:
    """The widget of this name that is there now."""
    QApplication.processEvents()
    return part(editor, QWidget, name)


def carry(editor: RuleEditor, source: QWidget, target: QWidget, at: QPoint, grip: QPoint | None = None) -> None:
    """Presses, moves in steps to a place of the target, lets go."""
    here = grip or source.rect().center()
    there = source.mapFromGlobal(target.mapToGlobal(at))
    QTest.mousePress(source, LEFT, NONE, here)
    for step in range(1, 7):
        QTest.mouseMove(source, here + (there - here) * step / 6)
    QTest.mouseRelease(source, LEFT, NONE, there)
    QApplication.processEvents()


def drag_in(editor: RuleEditor, kind: str, area: str, *, top: bool = False) -> None:
    """A new block from the palette into an area: to its end, or to its top."""
    button = named(editor, f"kind-{kind}")
    editor.palette_.ensureWidgetVisible(button)
    QApplication.processEvents()
    place = named(editor, area)
    carry(editor, button, place, QPoint(place.width() // 2, 4 if top else place.height() - 3))


def pick(editor: RuleEditor, slot: str, text: str) -> None:
    """Opens a slot and takes what has this text."""
    QTest.mouseClick(named(editor, slot), LEFT)
    list_ = part(editor, QListWidget, "pickList")
    (item, *_) = [one for at in range(list_.count()) if text in (one := list_.item(at)).text()]
    list_.scrollToItem(item)
    QTest.mouseClick(list_.viewport(), LEFT, NONE, list_.visualItemRect(item).center())
    QApplication.processEvents()


def tick(editor: RuleEditor, slot: str, *keys: str) -> None:
    """Opens a slot and ticks some."""
    QTest.mouseClick(named(editor, slot), LEFT)
    for key in keys:
        box: Any = named(editor, f"pick-{key}")
        QTest.mouseClick(box, LEFT, NONE, QPoint(10, box.height() // 2))
    QTest.mouseClick(part(editor, QPushButton, "pickDone"), LEFT)
    QApplication.processEvents()


def write(editor: RuleEditor, slot: str, text: str, unit: str = "") -> None:
    """Opens a slot and types into it."""
    QTest.mouseClick(named(editor, slot), LEFT)
    line = part(editor, QLineEdit, "pickText")
    if unit:
        choice = part(editor, Choice, "pickUnit")
        choice.setCurrentIndex(choice.findData(unit))
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
