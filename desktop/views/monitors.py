"""Where the window stood, by the monitors that were there: a laptop in its dock and on the road each have their own."""

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

LEAST, FIRST = QSize(1024, 640), QSize(1366, 768)
LAST = "window/geometry"
SEEN = 80  # px of the window that must be on a monitor, each way, to get hold of it


def keep(window: QWidget) -> None:
    """Its place and size, and whether it fills the monitor, for these monitors; the last one for all others."""
    kept = QSettings()
    for name in (LAST, _here()):
        kept.setValue(name, window.saveGeometry())


def recall(window: QWidget) -> None:
    """As it was left on these monitors, else as it was left last; on a monitor in any case, and no larger than it."""
    kept = QSettings()
    window.setMinimumSize(LEAST.boundedTo(QGuiApplication.primaryScreen().availableSize()))
    geometry = kept.value(_here(), kept.value(LAST))
    if not isinstance(geometry, QByteArray) or not window.restoreGeometry(geometry):
        window.resize(FIRST)
    if not _seen(window.geometry()):
        free = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(window.size().boundedTo(free.size()))
        window.move(free.topLeft())


def _seen(place: QRect) -> bool:
    parts = (one.availableGeometry().intersected(place) for one in QGuiApplication.screens())
    return any(part.width() >= SEEN and part.height() >= SEEN for part in parts)


def _here() -> str:
    """The monitors that are there, as a key of the settings: their sizes and how they stand to each other."""
    places = (one.geometry() for one in QGuiApplication.screens())
    told = sorted(f"{one.width()}x{one.height()}at{one.x()}x{one.y()}" for one in places)
    return "window/monitors/" + "_".join(told)
