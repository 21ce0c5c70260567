"""The real console in a process of its own, with hands: reads commands as JSON lines, moves mouse and keys, answers.

A test starts it, says what a person would do, and sees what a person would see. It knows widgets by object name.
"""

import itertools
import json
import sys
import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

ACTIVE_MS = 1000


class NotThere(Exception):
    """No visible widget of this name."""


class Hands(QObject):
    """Does one command after the other on the GUI thread."""

    came = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.came.connect(self.do)

    def read(self) -> None:
        for line in sys.stdin:
            self.came.emit(json.loads(line))
        self.came.emit({"do": "quit"})

    def do(self, command: dict[str, Any]) -> None:
        try:
            answer = {"ok": True, "value": getattr(self, "do_" + command.pop("do"))(**command)}
        except NotThere as missing:
            answer = {"ok": False, "missing": str(missing)}
        except Exception as error:  # noqa: BLE001 - told to the test, which fails with it
            answer = {"ok": False, "error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def widget(self, name: str) -> Any:
        for top in QApplication.topLevelWidgets():
            for found in [top, *top.findChildren(QWidget)]:
                if found.objectName() == name and found.isVisible():
                    return found
        raise NotThere(name)

    def do_click(self, name: str, x: int | None = None, y: int | None = None) -> None:
        found = self.widget(name)
        if not found.isEnabled():
            raise NotThere(f"{name} is disabled")
        place = found.rect().center() if x is None or y is None else QPoint(x, y)
        if isinstance(found, QCheckBox):
            place = QPoint(10, found.height() // 2)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def do_type(self, name: str, text: str) -> None:
        found = self.widget(name)
        found.window().activateWindow()
        found.setFocus()
        if isinstance(found, QLineEdit):
            found.selectAll()
        QTest.keyClicks(found, text) if text.isascii() else found.insert(text)

    def do_key(self, name: str, key: str) -> None:
        found = self.widget(name)
        window = found.window()
        if QApplication.activeModalWidget() is None and not window.isActiveWindow():
            window.activateWindow()  # what a dialog that has shut leaves to the desktop elsewhere
            QTest.qWaitForWindowActive(window, ACTIVE_MS)
        QTest.keySequence(found, key)

    def do_visible(self, name: str) -> bool:
        """Whether a widget of this name can be seen."""
        try:
            return bool(self.widget(name))
        except NotThere:
            return False

    def do_clipboard(self, text: str) -> None:
        """As if it had been copied elsewhere."""
        QApplication.clipboard().setText(text)

    def do_choose(self, name: str, text: str) -> None:
        found = self.widget(name)
        if not isinstance(found, QComboBox):
            raise TypeError(f"{name} is a {type(found).__name__}")
        at = next((row for row in range(found.count()) if text in found.itemText(row)), -1)
        if at < 0:
            raise NotThere(f"{text} in {name}: {[found.itemText(row) for row in range(found.count())]}")
        found.setCurrentIndex(at)
        found.activated.emit(at)

    def do_pick(self, name: str, text: str) -> None:
        """Types a piece of an option into a choice that can be searched, and leaves it."""
        found = self.widget(name)
        line = found.lineEdit() if isinstance(found, QComboBox) else None
        if line is None:
            raise NotThere(f"{name} is not typed into")
        line.setText(text)
        line.editingFinished.emit()
        if text not in found.currentText():
            raise NotThere(f"{text} in {name}")

    def do_drag(self, name: str, points: list[list[float]]) -> None:
        """Presses at the first point, moves along, lets go at the last; metres on the plan."""
        found = self.widget(name)
        path = [found.to_screen(x, y) for x, y in points]
        QTest.mousePress(found, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, path[0])
        for before, after in itertools.pairwise(path):
            for step in range(1, 9):
                QTest.mouseMove(found, before + (after - before) * step / 8)
        QTest.mouseRelease(found, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, path[-1])

    def do_carry(self, name: str, to: str) -> None:
        """Presses on a widget, moves to the end of another, lets go."""
        source, target = self.widget(name), self.widget(to)
        area = self.widget("blockPalette") if name.startswith("kind-") else None
        if area is not None:
            area.ensureWidgetVisible(source)
            QApplication.processEvents()
        here = source.rect().center()
        there = source.mapFromGlobal(target.mapToGlobal(QPoint(target.width() // 2, target.height() - 3)))
        QTest.mousePress(source, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, here)
        for step in range(1, 9):
            QTest.mouseMove(source, here + (there - here) * step / 8)
        QTest.mouseRelease(source, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)

    def do_item(self, name: str, text: str) -> None:
        """Clicks the item of a list that has this text."""
        found = self.widget(name)
        for at in range(found.count()):
            item = found.item(at)
            if text in item.text():
                found.scrollToItem(item)
                place = found.visualItemRect(item).center()
                QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
                return
        raise NotThere(f"{text} in {name}")

    def do_points(self, name: str, points: list[list[float]]) -> None:
        """Clicks one point after the other; metres on the plan."""
        found = self.widget(name)
        for x, y in points:
            place = found.to_screen(x, y)
            QTest.mouseMove(found, place)
            QTest.mouseClick(found, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def do_file(self, path: str) -> None:
        """Chooses a file in the open file dialog."""
        for top in QApplication.topLevelWidgets():
            for dialog in [top, *top.findChildren(QFileDialog)]:
                if isinstance(dialog, QFileDialog) and dialog.isVisible():
                    dialog.setDirectory(str(Path(path).parent))
                    line = dialog.findChild(QLineEdit, "fileNameEdit")
                    if line is None:
                        raise NotThere("fileNameEdit")
                    line.setText(path)
                    dialog.accept()
                    return
        raise NotThere("file dialog")

    def do_drop(self, name: str, path: str) -> None:
        """Lets go over a widget of a file that was dragged from elsewhere: what the desktop would tell the window."""
        found, data = self.widget(name), QMimeData()
        data.setUrls([QUrl.fromLocalFile(path)])
        how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(found, QDragEnterEvent(QPoint(20, 20), *how))
        QApplication.sendEvent(found, QDropEvent(QPointF(20, 20), *how))

    def do_text(self, name: str) -> str:
        found = self.widget(name)
        parts = [found, *found.findChildren(QWidget)]
        texts = []
        for part in parts:
            if isinstance(part, QLabel | QLineEdit) and part.isVisible():
                texts.append(part.text())
            elif isinstance(part, QComboBox) and part.isVisible():
                texts.append(part.currentText())
            elif callable(getattr(part, "text", None)) and part.isVisible():
                texts.append(str(part.text()))
            if callable(getattr(part, "toPlainText", None)) and part.isVisible():
                texts.append(part.toPlainText())
        return "\n".join(text for text in texts if text)

    def do_rows(self, name: str) -> list[list[str]]:
        view = self.widget(name)
        model = view.model()
        shown = Qt.ItemDataRole.DisplayRole
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        return [
            [str(model.index(row, column).data(shown) or "") for column in range(columns)]
            for row in range(model.rowCount())
        ]

    def do_row(self, name: str, text: str) -> int:
        """Clicks the row that has this text."""
        view = self.widget(name)
        for number, row in enumerate(self.do_rows(name)):
            if any(text in cell for cell in row):
                index = view.model().index(number, 0)
                assert isinstance(view, QAbstractItemView)
                view.scrollTo(index)
                place = view.visualRect(index).center()
                QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
                return number
        raise NotThere(f"{text} in {name}")

    def do_items(self, name: str) -> list[str]:
        """The texts of a list."""
        found = self.widget(name)
        return [found.item(row).text() for row in range(found.count())]

    def do_notes(self, name: str) -> list[str]:
        """What a list says of its entries when one points at them."""
        found = self.widget(name)
        return [found.item(row).toolTip() for row in range(found.count())]

    def do_tick(self, name: str, text: str) -> None:
        """Presses the tick of an entry of a list."""
        found = self.widget(name)
        item = next((found.item(row) for row in range(found.count()) if text in found.item(row).text()), None)
        if item is None:
            raise NotThere(f"{text} in {name}")
        before, place = item.checkState(), found.visualItemRect(item)
        at = QPoint(place.left() + 12, place.center().y())
        QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert item.checkState() != before, "the tick was missed"

    def do_reorder(self, name: str, row: int, to: int) -> None:
        """Carries an entry of a list before another: what dropping it does (a drag itself needs a real screen)."""
        self.widget(name).model().moveRow(QModelIndex(), row, QModelIndex(), to)

    def do_day_kind(self, name: str, day: str, kind: str) -> None:
        """Says by the menu of a day's head what kind of day it is."""
        head, column = self.widget(name).horizontalHeader(), self._column(name, day)
        head.customContextMenuRequested.emit(QPoint(head.sectionViewportPosition(column) + 4, 4))
        menu = next((top for top in QApplication.topLevelWidgets() if isinstance(top, QMenu) and top.isVisible()), None)
        deed = menu.findChild(QAction, f"day-{kind}") if menu is not None else None
        if menu is None or deed is None:
            raise NotThere(f"day-{kind}")
        place = menu.actionGeometry(deed).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def do_open_day(self, name: str, day: str) -> None:
        """Presses the first plan's cell of a day."""
        found = self.widget(name)
        index = found.model().index(0, self._column(name, day))
        found.scrollTo(index)
        place = found.visualRect(index).center()
        QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _column(self, name: str, day: str) -> int:
        model = self.widget(name).model()
        for column in range(1, model.columnCount()):
            if model.day_at(column).isoformat() == day:
                return column
        raise NotThere(f"{day} in {name}")

    def do_enabled(self, name: str) -> bool:
        return bool(self.widget(name).isEnabled())

    def do_zone_status(self, name: str, zone: str) -> str:
        """The status that the map paints for a zone."""
        return str(self.widget(name).status_of(zone))

    def do_grab(self, path: str) -> None:
        window = next(top for top in QApplication.topLevelWidgets() if top.objectName() == "mainWindow")
        window.grab().save(path)

    def do_quit(self) -> None:
        QApplication.closeAllWindows()
        QApplication.quit()


def main() -> int:
    from desktop.__main__ import start

    arguments = sys.argv[1:]
    data = Path(arguments[0])
    hub = arguments[1] if len(arguments) > 1 else None
    app, window = start(data, hub)
    hands = Hands()
    threading.Thread(target=hands.read, daemon=True).start()
    code = app.exec()
    window.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
