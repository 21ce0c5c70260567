"""A dialog that photos are given to: by a button, dropped anywhere on it, or pasted wherever the keyboard is."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.widgets.photo_tray import PhotoTray

if TYPE_CHECKING:
    from desktop.workbench import Workbench


class PhotoDialog(QDialog):
    """Its `tray` has the photos. Lines that would take a paste for themselves are to be watched (`watch`)."""

    def __init__(self, workbench: "Workbench", above: QWidget) -> None:
        super().__init__(above)
        self.workbench = workbench
        self.setAcceptDrops(True)
        self.tray = PhotoTray(workbench.tasks)
        self.tray.choose.setAutoDefault(False)
        self.tray.changed.connect(self._on_tray)
        self.finished.connect(self.deleteLater)

    def arrange(self, whole: QVBoxLayout) -> None:
        """The dialog's layout; it is always as high as what it says needs, also where a sentence takes two lines."""
        self._whole = whole
        self.setLayout(whole)

    def watch(self, lines: Iterable[QWidget]) -> None:
        """A picture that is pasted into one of these is taken as a photo."""
        for one in lines:
            one.installEventFilter(self)

    def photos_changed(self) -> None:
        """To be made by each dialog: a photo has come or gone."""
        raise NotImplementedError

    def _on_tray(self) -> None:
        self.photos_changed()
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self.resize(self.width(), self._whole.totalHeightForWidth(self.width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._pasted(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pasted(event):
            super().keyPressEvent(event)

    def _pasted(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Paste) and self.tray.paste()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.tray.take(event.mimeData()):
            event.acceptProposedAction()
