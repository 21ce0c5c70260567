"""Icons of one outline family, tinted by token. Its font loads at the first icon, after the first paint, and alone:
the library that carries it would first load eleven others, and a layer over Qt that is slow to come."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)

from desktop.style.theme import theme

CARRIER, FAMILY = "qtawesome", "materialdesignicons6"
SHARE = 0.875  # of the box that a glyph's font size takes

NAMES = {
    "today": "calendar-check-outline",
    "map": "map-outline",
    "hazards": "alert-outline",
    "alerts": "bell-alert-outline",
    "rules": "puzzle-outline",
    "conflicts": "arrow-decision-outline",
    "inspections": "clipboard-text-clock-outline",
    "dispatch": "directions-fork",
    "access": "door",
    "risk": "shield-alert-outline",
    "incidents": "ambulance",
    "contractors": "account-hard-hat-outline",
    "labels": "qrcode",
    "people": "account-group-outline",
    "training": "school-outline",
    "journal": "history",
    "group": "domain",
    "reports": "chart-box-outline",
    "points": "star-circle-outline",
    "checklists": "format-list-checks",
    "pass-fail": "check-circle-outline",
    "number": "numeric",
    "choice": "format-list-bulleted",
    "signature": "draw",
    "words": "format-text",
    "day": "calendar-outline",
    "settings": "cog-outline",
    "shield": "shield-check-outline",
    "shield-alert": "shield-alert-outline",
    "suitcase": "bag-suitcase-outline",
    "audit": "briefcase-check-outline",
    "edit": "pencil-outline",
    "add": "plus",
    "close": "close",
    "print": "printer-outline",
    "import": "file-import-outline",
    "excel": "file-excel-outline",
    "person": "account-outline",
    "phone": "phone-outline",
    "fit": "fit-to-screen-outline",
    "rectangle": "rectangle-outline",
    "polygon": "vector-polygon",
    "select": "cursor-default-outline",
    "undo": "undo",
    "redo": "redo",
    "bell": "bell-outline",
    "bell-news": "bell-ring-outline",
    "keyboard": "keyboard-outline",
    "theme": "theme-light-dark",
    "language": "translate",
    "action": "lightning-bolt-outline",
    "modules": "view-grid-plus-outline",
    "search": "magnify",
    "past": "clock-start",
    "check": "check",
    "return": "keyboard-return",
    "link": "link-variant",
    "camera": "camera-outline",
    "menu": "menu",
    "guide": "map-marker-path",
    "help": "help-circle-outline",
    "back": "arrow-left",
    "forward": "arrow-right",
    "fold": "chevron-double-left",
    "unfold": "chevron-double-right",
    "key": "key-outline",
    "trash": "archive-outline",
    "more": "dots-horizontal",
    "demo": "factory",
    "plant": "office-building-plus-outline",
    "hub": "lan-connect",
    "layers": "layers-outline",
    "wand": "auto-fix",
    "minus": "minus",
    "offline": "wifi-off",
    "photo": "image-outline",
    "side-by-side": "book-open-outline",
    "wipe": "compare",
    "blink": "eye-outline",
    "difference": "set-center",
    "turn": "rotate-right",
    "send": "send-outline",
    "review": "image-multiple-outline",
    "columns": "view-column-outline",
    "things": "map-marker-multiple-outline",
    "category-guarding": "cog-outline",
    "category-electrical": "lightning-bolt-outline",
    "category-fire": "fire",
    "category-vehicles": "forklift",
    "category-ppe": "hard-hat",
    "category-chemicals": "flask-outline",
    "category-storage": "package-variant-closed",
    "category-other": "dots-horizontal",
    "category-height": "ladder",
    "category-noise": "volume-high",
    "category-heat": "thermometer",
    "category-water": "water-outline",
    "category-gas": "gas-cylinder",
    "category-lifting": "crane",
    "category-floor": "slope-downhill",
    "category-environment": "leaf",
    "thing-machine": "cog-outline",
    "thing-saw": "saw-blade",
    "thing-robot": "robot-industrial-outline",
    "thing-heat": "fire",
    "thing-spray": "spray",
    "thing-crane": "crane",
    "thing-forklift": "forklift",
    "thing-rack": "bookshelf",
    "thing-vessel": "propane-tank",
    "thing-electric": "lightning-bolt",
    "thing-fan": "fan",
    "thing-chemical": "flask-outline",
    "thing-extinguisher": "fire-extinguisher",
    "thing-hydrant": "fire-hydrant",
    "thing-eyewash": "shower-head",
    "thing-first-aid": "medical-bag",
    "thing-other": "dots-hexagon",
    "thing-temperature": "thermometer",
    "thing-water": "water-percent",
    "thing-gas": "molecule",
    "thing-noise": "volume-high",
    "thing-gauge": "gauge",
    "thing-wave": "waveform",
    "thing-door": "door",
}


def icon(name: str, token: str = "text") -> QIcon:
    """The icon in a token's colour of the theme in force."""
    return _icon(name, getattr(theme.colours, token))


def pixmap(name: str, size: int, token: str = "text") -> QPixmap:
    """The icon as a picture."""
    return icon(name, token).pixmap(QSize(size, size))


@cache
def _icon(name: str, colour: str) -> QIcon:
    glyphs, family = _font()
    return QIcon(_Glyph(glyphs[NAMES[name]], family, colour))


@cache
def _font() -> tuple[dict[str, str], str]:
    """The glyphs by name, and what Qt calls the font."""
    import json

    spec = find_spec(CARRIER)
    assert spec is not None, f"{CARRIER} is not installed"
    assert spec.origin is not None
    fonts = Path(spec.origin).parent / "fonts"
    (names,), (file,) = (list(fonts.glob(f"{FAMILY}-webfont-{end}")) for end in ("charmap-*.json", "[0-9]*.ttf"))
    numbers: dict[str, str] = json.loads(names.read_text("utf-8"))
    font = QFontDatabase.addApplicationFont(str(file))
    return {name: chr(int(number, 16)) for name, number in numbers.items()}, QFontDatabase.applicationFontFamilies(
        font
    )[0]


class _Glyph(QIconEngine):
    """One glyph, sharp at every size; muted where what it stands on is disabled."""

    def __init__(self, glyph: str, family: str, colour: str) -> None:
        super().__init__()
        self._glyph, self._family, self._colour = glyph, family, QColor(colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        muted = QGuiApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        font = QFont(self._family)
        font.setPixelSize(max(1, round(SHARE * rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(muted if mode == QIcon.Mode.Disabled else self._colour)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made
