"""A field for a pairing line or code, into which a picture of the QR code may be pasted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from services.core.refused import Refused

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".webp", ".gif")


class CodeField(QLineEdit):
    """`came(text)` when a picture's code has been read, `failed(refused)` when it shows none. `shown` says what of the
    code's text stands in the field."""

    came = Signal(str)
    failed = Signal(object)

    def __init__(self, name: str, hint: str, shown: Callable[[str], str] = str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(hint)
        self._shown = shown

    def paste_anywhere_on(self, page: QWidget) -> None:
        """A picture is also taken where the keys go to another part of the page that has no use for it."""
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.take_picture)

    def take_picture(self) -> bool:
        """Reads the code of the picture on the clipboard; False where there is no picture."""
        data = picture_in(QGuiApplication.clipboard().mimeData())
        if data is not None:
            self.read(data)
        return data is not None

    def read(self, data: bytes) -> None:
        """Reads the code of a picture, given as a file's bytes."""
        from services.sync.pairing import read_picture

        try:
            text = self._shown(read_picture(data))
        except Refused as refused:
            self.failed.emit(refused)
            return
        self.setText(text)
        self.setFocus()
        self.came.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.matches(QKeySequence.StandardKey.Paste) and self.take_picture()):
            super().keyPressEvent(event)


def picture_in(found: QMimeData | None) -> bytes | None:
    """A picture that was copied, as a picture or as one file; None where there is neither, or also a text."""
    if found is None:
        return None
    files = [Path(url.toLocalFile()) for url in found.urls() if url.isLocalFile()]
    if len(files) == 1 and files[0].suffix.lower() in PICTURES:
        try:
            return files[0].read_bytes()
        except OSError:
            return None
    image = found.imageData() if found.hasImage() and not found.hasText() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QPixmap.fromImage(image).save(buffer, "PNG")
    return bytes(buffer.data().data())
