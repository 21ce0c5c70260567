"""Photos on the screen: decoded no larger than they are shown, kept for a while, and never decoded twice."""

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImageReader, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton

from desktop.style.icons import icon
from desktop.style.theme import theme
from desktop.style.tokens import RADIUS
from desktop.workbench import Workbench

STEPS = (128, 256, 512, 1024, 2048, 4096)
JPEG = b"\xff\xd8\xff"
MOST_THUMBS = 2000
KEPT_DOTS = 40_000_000  # about 160 MB


class Pictures(QObject):
    """Photos by hash. What is not here yet is asked for once; when it comes the workbench's `changed` says 'blob'."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._kept: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._thumbs: dict[tuple[str, int, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, int, int, float], QIcon] = {}
        self._absent: dict[tuple[int, int, float], QIcon] = {}
        self._dots = 0
        self._missing: set[str] = set()
        self._reachable = workbench.syncing.reachable
        workbench.changed.connect(self._on_changed)
        workbench.sync_changed.connect(self._on_sync)
        theme.changed.connect(self._on_theme)

    def pixmap(self, sha256: str, edge: int) -> QPixmap | None:
        """The photo with a longer side of at least `edge` dots, where it has so many; None while it is not here or
        when it cannot be read."""
        step = next((size for size in STEPS if size >= edge), STEPS[-1])
        found = self._kept.get((sha256, step))
        if found is not None:
            self._kept.move_to_end((sha256, step))
            return found
        if sha256 in self._missing:
            return None
        data = self._workbench.photo(sha256)
        made = decoded(data, step) if data is not None else None
        if made is None:
            self._missing.add(sha256)
            return None
        self._keep((sha256, step), made)
        return made

    def thumb(self, sha256: str, size: QSize, ratio: float) -> QPixmap | None:
        """The photo filling `size` (px) with round corners; None while it is not here."""
        key = (sha256, size.width(), size.height(), ratio)
        if key not in self._thumbs:
            whole = self.pixmap(sha256, round(max(size.width(), size.height()) * ratio * 1.34))
            if whole is None:
                return None
            if len(self._thumbs) >= MOST_THUMBS:
                self._thumbs.clear()
            self._thumbs[key] = filling(whole, size, ratio)
        return self._thumbs[key]

    def icon(self, sha256: str, size: QSize, ratio: float) -> QIcon:
        """The thumb for the cell of a table, in its own colours in rows that are selected, too; the place of a photo
        while it is not here."""
        key = (sha256, size.width(), size.height(), ratio)
        if key not in self._icons:
            found = self.thumb(sha256, size, ratio) if sha256 else None
            if found is None:
                return self._no_icon(size, ratio)
            if len(self._icons) >= MOST_THUMBS:
                self._icons.clear()
            self._icons[key] = untinted(found)
        return self._icons[key]

    def _no_icon(self, size: QSize, ratio: float) -> QIcon:
        key = (size.width(), size.height(), ratio)
        if key not in self._absent:
            self._absent[key] = untinted(absent(size, ratio))
        return self._absent[key]

    def _keep(self, key: tuple[str, int], made: QPixmap) -> None:
        self._kept[key] = made
        self._dots += made.width() * made.height()
        while self._dots > KEPT_DOTS and len(self._kept) > 2:
            _, old = self._kept.popitem(last=False)
            self._dots -= old.width() * old.height()

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if "blob" in kinds:
            self._missing.clear()

    def _on_sync(self) -> None:
        """What could not be fetched is asked for again when the hub is back."""
        back = self._workbench.syncing.reachable and not self._reachable
        self._reachable = self._workbench.syncing.reachable
        if back:
            self._missing.clear()

    def _on_theme(self) -> None:
        self._absent.clear()


def untinted(picture: QPixmap) -> QIcon:
    """The picture as it is, in rows that are selected too."""
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)
    return made


def decoded(data: bytes, edge: int) -> QPixmap | None:
    """A JPEG with its longer side brought down to `edge`; None for what is none."""
    if not data.startswith(JPEG):
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if max(size.width(), size.height()) > edge:
        reader.setScaledSize(size.scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)


def filling(whole: QPixmap, size: QSize, ratio: float, radius: float = 4) -> QPixmap:
    """The middle of a picture, cut so that it fills `size`, with round corners."""
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    place = QRectF(0, 0, size.width(), size.height())
    path = QPainterPath()
    path.addRoundedRect(place, radius, radius)
    painter.setClipPath(path)
    share = min(whole.width() / size.width(), whole.height() / size.height())
    width, height = size.width() * share, size.height() * share
    part = QRectF((whole.width() - width) / 2, (whole.height() - height) / 2, width, height)
    painter.drawPixmap(place, whole, part)
    painter.end()
    return made


class Thumb(QAbstractButton):
    """A photo as a small button; an outline and an icon while it is not here."""

    def __init__(self, pictures: Pictures, sha256: str, size: QSize, name: str, text: str) -> None:
        super().__init__()
        self._pictures, self._sha = pictures, sha256
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setFixedSize(size)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        found = self._pictures.thumb(self._sha, self.size(), self.devicePixelRatioF()) if self._sha else None
        if found is not None:
            painter.drawPixmap(0, 0, found)
        else:
            paint_absent(painter, QRectF(self.rect()))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def absent(size: QSize, ratio: float) -> QPixmap:
    """What stands for a photo that is not here."""
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_absent(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return made


def paint_absent(painter: QPainter, place: QRectF) -> None:
    """The place of a photo that is not here."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("line"))
    painter.setBrush(theme.colour("page"))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    side = min(20.0, place.width() - 8, place.height() - 8)
    box = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
    icon("photo", "muted").paint(painter, box.toRect())
    painter.restore()
