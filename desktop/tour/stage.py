"""A console on a plant, worked from outside: goes to pages, presses, waits until all is quiet, takes a picture."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QWidget

from desktop.__main__ import start
from desktop.style.theme import theme
from desktop.tour.faults import Watch, own_texts
from desktop.widgets.floating import Floating
from desktop.workbench import Workbench
from services.core.record import KINDS

W = TypeVar("W", bound=QWidget)
SMALL, WIDE = (1366, 768), (1920, 1080)
PATIENCE_S, QUIET_MS = 45.0, 250


class TooSlow(Exception):
    """What was waited for did not come."""


class Stage:
    """One console. `pictures` grows with each `take`."""

    def __init__(self, data: Path, out: Path, watch: Watch, tint: str, tell: Callable[[str], object]) -> None:
        self.data, self.out, self.watch, self.tell = data, out, watch, tell
        self.lang = watch.lang
        self.hub: subprocess.Popen[bytes] | None = None
        self.plant: Path | None = None  # the folder of the hub that this console belongs to
        self.pictures: list[Path] = []
        kept = QSettings(str(data / "console" / "anhuan" / "console.ini"), QSettings.Format.IniFormat)
        kept.setValue("language", self.lang)
        kept.setValue("theme", tint)
        kept.sync()
        _, self.console = start(data, None)
        sys.excepthook = self._on_error
        self.window.resize(*SMALL)

    @property
    def window(self) -> QWidget:
        return self.console.window

    @property
    def workbench(self) -> Workbench:
        assert isinstance(self.console.workbench, Workbench)
        return self.console.workbench

    def until(self, seen: Callable[[], object], what: str = "", within_s: float = PATIENCE_S) -> None:
        """Lets the console work until something is seen. Raises TooSlow."""
        end = time.monotonic() + within_s
        while not seen():
            if time.monotonic() > end:
                raise TooSlow(what or "waited in vain")
            QTest.qWait(5)

    def at_work(self) -> None:
        """The plant is open and in step."""
        self.until(lambda: isinstance(self.console.workbench, Workbench), "the plant does not open")
        self.until(lambda: self.workbench.sync_state.hub == "in_step" and self.workbench.plant, "no first sync")
        self.watch.know(self.own())

    def own(self) -> set[str]:
        """What people have written into this plant."""
        found = own_texts(one for kind in KINDS for one in self.workbench.ask(lambda look, k=kind: look.find(k)))
        return found | {str(self.data), self.workbench.opened.url}

    def rest(self) -> None:
        """Waits until nothing runs in the background and nothing moves any more."""
        self.until(lambda: not self.console.tasks.busy, "background work does not end")
        QTest.qWait(QUIET_MS)
        self.until(lambda: not self.console.tasks.busy, "background work does not end")
        self.until(lambda: not self._moves(), "something does not stop moving")
        QCoreApplication.sendPostedEvents()  # parts that were put in last are shown only now

    def _moves(self) -> bool:
        moving = QAbstractAnimation.State.Running
        return any(one.state() == moving for one in self.window.findChildren(QAbstractAnimation))

    def go(self, key: str) -> Any:
        """The page of this key, shown."""
        self.console.window.go(key)
        self.rest()
        return self.console.window.pages[key]

    def part(self, kind: type[W], name: str) -> W:
        """The visible widget of this name, as soon as there is one. Raises TooSlow."""

        def seen() -> list[W]:
            tops = [self.window, *self.dialogs()]
            return [one for top in tops for one in top.findChildren(kind, name) if one.isVisible()]

        self.until(seen, f"{name} is not there")
        return seen()[0]

    def press(self, name: str) -> None:
        """Presses a button."""
        self.part(QAbstractButton, name).click()

    def choose(self, choice: QComboBox, value: object) -> None:
        """Chooses what stands for this value. Raises TooSlow: it is not offered."""
        place = choice.findData(value)
        if place < 0:
            raise TooSlow(f"{value} is not offered by {choice.objectName()}")
        choice.setCurrentIndex(place)
        choice.activated.emit(choice.currentIndex())

    def point(self, widget: QWidget, *path: QPoint, hold: bool = False) -> None:
        """Presses at the first point and moves along; lets go at the last unless it holds."""
        left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(widget, left, plain, path[0])
        for place in path[1:]:
            QTest.mouseMove(widget, place)
        if not hold:
            QTest.mouseRelease(widget, left, plain, path[-1])

    def let_go(self, widget: QWidget, at: QPoint) -> None:
        """Ends what `point` holds."""
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def dialogs(self) -> list[QDialog]:
        """The dialogs that stand over the window."""
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, QDialog) and top.isVisible()]

    def resize(self, size: tuple[int, int]) -> None:
        """Gives the window another size."""
        self.window.resize(*size)
        self.rest()

    def take(self, name: str, *, both: bool = True) -> None:
        """Takes a picture of the window as it is now, and of a large one (`<name>-wide`) unless something is held that
        another size would let go; looks both over."""
        self._take(name)
        if both and self.window.size().toTuple() == SMALL:
            self.resize(WIDE)
            self._take(f"{name}-wide")
            self.resize(SMALL)

    def _take(self, name: str) -> None:
        self.rest()
        picture = self.window.grab()
        self.watch.look_over(self.window, f"{self.out.name}/{name}")
        for dialog in self.dialogs():
            self.watch.look_over(dialog, f"{self.out.name}/{name}")
            _lay_over(picture, dialog, self.window)
        self._keep(picture, name)

    def take_alone(self, window: QWidget, name: str) -> None:
        """Takes a picture of a window beside the console's own; looks it over."""
        self.rest()
        picture = window.grab()
        self.watch.look_over(window, f"{self.out.name}/{name}")
        self._keep(picture, name)

    def _keep(self, picture: QPixmap, name: str) -> None:
        file = self.out / f"{name}.png"
        picture.save(str(file))
        self.pictures.append(file)
        self.tell(f"{self.out.name}/{file.name}")

    def tidy(self) -> None:
        """Away with what the last scene left open."""
        for dialog in self.dialogs():
            dialog.reject()
        for floating in self.window.findChildren(Floating):
            floating.hide()
        self.console.window.toast.hide()
        if self.window.size().toTuple() != SMALL:
            self.resize(SMALL)

    def close(self) -> None:
        """Ends the console, and the hub that it has started."""
        self.console.close()
        self.window.deleteLater()
        QTest.qWait(0)
        sys.excepthook = sys.__excepthook__

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        frame = trace
        while frame is not None and frame.tb_next is not None:
            frame = frame.tb_next
        where = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else ""
        self.watch.add(self.out.name, "error", where, f"{kind.__name__}: {error}")


def _lay_over(picture: QPixmap, dialog: QWidget, window: QWidget) -> None:
    """Paints a dialog where it stands: there is no window manager here to draw its frame."""
    painter = QPainter(picture)
    painter.fillRect(window.rect(), QColor(0, 0, 0, 60))
    at = QPoint((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2)
    painter.drawPixmap(at, dialog.grab())
    painter.setPen(theme.colour("line"))
    painter.drawRect(at.x() - 1, at.y() - 1, dialog.width() + 1, dialog.height() + 1)
    painter.end()
