"""Photos that are about to be handed in: chosen from files, dropped or pasted, cleaned in a task, shown small.

What can't be taken is said here, under the photos; what was taken before stays.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QGridLayout, QToolButton, QWidget

from desktop import words
from desktop.style.icons import pixmap
from desktop.tasks import Tasks
from desktop.widgets.parts import button, column, emptied, label, row
from desktop.widgets.pictures import decoded, filling
from services.core.hazards import MOST_PHOTOS
from services.core.refused import Refused
from services.photos.picture import CleanPhoto, Limits

THUMB = QSize(88, 66)
A_ROW = 5
PASTED_QUALITY = 92
Source = Callable[[], bytes]


class PhotoTray(QWidget):
    """`changed` when a photo has come or gone or is being cleaned, or something is said. `photos` are clean and none is
    there twice."""

    changed = Signal()

    def __init__(self, tasks: Tasks, named: str = "") -> None:
        """`named` is what a tray is called that is one of several, whose photos are chosen alone."""
        super().__init__()
        self.setObjectName(named or "photoTray")
        self._alone = not named
        self._tasks = tasks
        self.photos: list[CleanPhoto] = []
        self._cleaning = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.choose = button(self.tr("Choose photos…"), f"{named or 'choose'}Photos", self.choose_files, "", "camera")
        self._hint = label("", "caption", "photoHint", wrap=True)
        self._trouble = label("", "error", "photoTrouble", wrap=True)
        self.setLayout(column(self._grid, row(self.choose, None), self._hint, self._trouble, gap=8))
        self._show()

    @property
    def busy(self) -> bool:
        """Whether a photo is still being cleaned."""
        return self._cleaning > 0

    def complain(self, text: str) -> None:
        """Says under the photos why something can't be done; empty takes it away."""
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
        self.changed.emit()

    def choose_files(self) -> None:
        """Asks for photo files."""
        dialog = QFileDialog(self, self.tr("Choose photos…"))
        dialog.setObjectName("photoDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Photos (*.jpg *.jpeg *.png *.webp *.heic *.JPG *.JPEG *.PNG)"), self.tr("All files (*)")]
        )
        dialog.setDirectory(str(QSettings().value("photos/folder") or ""))
        dialog.filesSelected.connect(self._on_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste(self) -> bool:
        """Takes what the clipboard has of pictures; whether there was any."""
        return self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData) -> bool:
        """Takes files or a picture that were dropped or copied; whether there were any."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self._on_files(files)
            return True
        image = data.imageData() if data.hasImage() else None
        if not isinstance(image, QImage):
            return False
        self._begin([(self.tr("The picture"), _coded(image))])
        return True

    def _on_files(self, files: list[str]) -> None:
        QSettings().setValue("photos/folder", str(Path(files[0]).parent))
        self._begin([(Path(file).name, _reader(Path(file))) for file in files])

    def _begin(self, sources: list[tuple[str, Source]]) -> None:
        self.complain("")
        if len(self.photos) + self._cleaning + len(sources) > MOST_PHOTOS:
            self.complain(words.refusal(Refused("photos_too_many", most=MOST_PHOTOS)))
            return
        for name, source in sources:
            self._cleaning += 1
            self._tasks.run(partial(_cleaned, source), self._on_clean, partial(self._on_failed, name))
        self._show()

    def _on_clean(self, photo: CleanPhoto) -> None:
        self._cleaning -= 1
        if any(one.sha256 == photo.sha256 for one in self.photos):
            self.complain(words.refusal(Refused("photo_twice")))
        else:
            self.photos.append(photo)
        self._show()

    def _on_failed(self, name: str, error: Exception) -> None:
        self._cleaning -= 1
        told = words.refusal(error) if isinstance(error, Refused) else self.tr("It can't be read.")
        self.complain(self.tr("{file}: {why}").format(file=name, why=told))
        self._show()

    def _show(self) -> None:
        emptied(self._grid)
        for place, photo in enumerate(self.photos):
            self._grid.addWidget(self._thumb(place, photo), place // A_ROW, place % A_ROW)
        self._trouble.setVisible(bool(self._trouble.text()))
        self._hint.setVisible(self._alone or self.busy)
        self._hint.setText(
            self.tr("The photo is being made ready…")
            if self.busy
            else self.tr("Or drop photos here, or paste one with Ctrl+V. At most {n}.").format(n=MOST_PHOTOS)
        )
        self.changed.emit()

    def _thumb(self, place: int, photo: CleanPhoto) -> QToolButton:
        """A press takes the photo away again."""
        made = QToolButton()
        made.setObjectName(f"trayPhoto{place}")
        made.setProperty("photo", photo.sha256)
        ratio = self.devicePixelRatioF()
        whole = decoded(photo.data, round(THUMB.width() * ratio * 2))
        made.setIcon(filling(whole, THUMB, ratio) if whole is not None else pixmap("photo", THUMB.height()))
        made.setIconSize(THUMB)
        made.setFixedSize(THUMB + QSize(8, 8))
        made.setToolTip(self.tr("Take this photo out again"))
        made.setAccessibleName(self.tr("Take this photo out again"))
        made.clicked.connect(self._on_out)
        return made

    def _on_out(self) -> None:
        gone = self.sender().property("photo")
        self.photos = [one for one in self.photos if one.sha256 != gone]
        self.complain("")
        self._show()


def _reader(file: Path) -> Source:
    """Reads no more than shows that a file is too large."""

    def read() -> bytes:
        with file.open("rb") as opened:
            return opened.read(Limits().most_bytes + 1)

    return read


def _coded(image: QImage) -> Source:
    """A picture of the clipboard as a file."""

    def code() -> bytes:
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"jpeg"))
        writer.setQuality(PASTED_QUALITY)
        writer.write(image)
        return bytes(buffer.data().data())

    return code


def _cleaned(source: Source) -> CleanPhoto:
    from services.photos import clean

    return clean(source())
