"""The pages' icon as pictures for a home screen, drawn from `shield.svg`: `python -m desktop.style.phone_icons`.

They are committed beside the pages, so that the hub needs nothing of the console's room. A phone cuts the masked one to
a shape of its own: there the ground reaches the edges and the drawing keeps to the middle.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.style.tokens import PHONE

STATIC = Path(__file__).parents[2] / "services" / "hub" / "static"
SIZES = {"icon-192.png": (192, 1.0), "icon-512.png": (512, 1.0), "icon-mask-512.png": (512, 0.8)}


def drawn(size: int, share: float) -> QImage:
    """The icon, `size` pixels square, its drawing over `share` of it."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(QColor(PHONE["accent"]) if share < 1 else QColor(0, 0, 0, 0))
    painter = QPainter(image)
    edge = size * (1 - share) / 2
    QSvgRenderer(str(STATIC / "shield.svg")).render(painter, QRectF(edge, edge, size * share, size * share))
    painter.end()
    return image


def main() -> int:
    """Draws them all."""
    for name, (size, share) in SIZES.items():
        drawn(size, share).save(str(STATIC / name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
