"""A photo that is dropped on the window, or pasted where nothing else takes it, is the beginning of a report."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".heic")


class PhotoDrop(QObject):
    """Calls `report` with what was dropped or copied. What a page takes for itself does not come here."""

    def __init__(self, window: QWidget, report: Callable[[QMimeData], object]) -> None:
        super().__init__(window)
        self._report = report
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and has_photos(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and has_photos(event.mimeData()):
            event.acceptProposedAction()
            self._report(event.mimeData())
            return True
        return self._pasted(event) or super().eventFilter(watched, event)

    def _pasted(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        copied = QGuiApplication.clipboard().mimeData()
        if not event.matches(QKeySequence.StandardKey.Paste) or not has_photos(copied):
            return False
        self._report(copied)
        return True


def has_photos(data: QMimeData) -> bool:
    """Whether there is a picture, or files that are all photos."""
    files = [url.toLocalFile() for url in data.urls()]
    return all(file.lower().endswith(PHOTOS) for file in files) if files else data.hasImage()
