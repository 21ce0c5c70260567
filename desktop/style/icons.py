"""Icons of one outline family, tinted by token. The library loads at the first icon, after the first paint."""

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap

from desktop.style.theme import theme

NAMES = {
    "map": "mdi6.map-outline",
    "hazards": "mdi6.alert-outline",
    "conflicts": "mdi6.arrow-decision-outline",
    "labels": "mdi6.qrcode",
    "people": "mdi6.account-group-outline",
    "journal": "mdi6.history",
    "settings": "mdi6.cog-outline",
    "shield": "mdi6.shield-check-outline",
    "shield-alert": "mdi6.shield-alert-outline",
    "edit": "mdi6.pencil-outline",
    "add": "mdi6.plus",
    "close": "mdi6.close",
    "print": "mdi6.printer-outline",
    "import": "mdi6.file-import-outline",
    "person": "mdi6.account-outline",
    "phone": "mdi6.phone-outline",
    "fit": "mdi6.fit-to-screen-outline",
    "rectangle": "mdi6.rectangle-outline",
    "polygon": "mdi6.vector-polygon",
    "select": "mdi6.cursor-default-outline",
    "undo": "mdi6.undo",
    "redo": "mdi6.redo",
    "bell": "mdi6.bell-outline",
    "bell-news": "mdi6.bell-ring-outline",
    "keyboard": "mdi6.keyboard-outline",
    "theme": "mdi6.theme-light-dark",
    "language": "mdi6.translate",
    "action": "mdi6.lightning-bolt-outline",
    "modules": "mdi6.view-grid-plus-outline",
    "search": "mdi6.magnify",
    "check": "mdi6.check",
    "return": "mdi6.keyboard-return",
    "link": "mdi6.link-variant",
    "camera": "mdi6.camera-outline",
    "menu": "mdi6.menu",
    "fold": "mdi6.chevron-double-left",
    "unfold": "mdi6.chevron-double-right",
    "key": "mdi6.key-outline",
    "trash": "mdi6.archive-outline",
    "more": "mdi6.dots-horizontal",
    "demo": "mdi6.factory",
    "plant": "mdi6.office-building-plus-outline",
    "hub": "mdi6.lan-connect",
    "layers": "mdi6.layers-outline",
    "wand": "mdi6.auto-fix",
    "minus": "mdi6.minus",
    "offline": "mdi6.wifi-off",
    "photo": "mdi6.image-outline",
    "side-by-side": "mdi6.book-open-outline",
    "wipe": "mdi6.compare",
    "blink": "mdi6.eye-outline",
    "send": "mdi6.send-outline",
    "review": "mdi6.image-multiple-outline",
    "columns": "mdi6.view-column-outline",
}


def icon(name: str, token: str = "text") -> QIcon:
    """The icon in a token's colour of the theme in force."""
    return _icon(name, getattr(theme.colours, token))


def pixmap(name: str, size: int, token: str = "text") -> QPixmap:
    """The icon as a picture."""
    return icon(name, token).pixmap(QSize(size, size))


@cache
def _icon(name: str, colour: str) -> QIcon:
    import qtawesome

    return qtawesome.icon(NAMES[name], color=colour)
