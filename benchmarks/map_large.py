"""A map of 2,000 zones at 1000 × 1000: pushed by a few pixels, and painted anew after its data changed, beside a
QGraphicsView of the same polygons and names and beside the least there can be, one picture copied into the window.

All paint on Qt's offscreen platform, in turn, the same number of times."""

import os
import sys
from statistics import median

from benchmarks.figures import out
from benchmarks.map_repaint import Work, our_map, peer_map, timed

ZONES, ACROSS, SIDE, RUNS, WARMING = 2000, 50, 1000, 12, 2
PAN_OF_COPY, PAN_OF_PEER, FULL_OF_PEER = 2.0, 40.0, 8.0


def main() -> int:
    """Prints the ratios beside their goals; 1 where one of them is missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    ours, peer, copy = our_map(ZONES, ACROSS, SIDE), peer_map(ZONES, ACROSS, SIDE), one_copy()
    app.processEvents()
    seen: dict[str, list[float]] = {"ours full": [], "ours pan": [], "peer full": [], "peer pan": [], "copy": []}
    for _ in range(RUNS):
        for name, (full, rest, pan) in (("ours", ours), ("peer", peer)):
            seen[f"{name} full"].append(timed(full))
            rest()
            seen[f"{name} pan"].append(timed(pan))
        seen["copy"].append(timed(copy))
    found = {name: median(values[WARMING:]) * 1000 for name, values in seen.items()}
    out(", ".join(f"{name} {value:.2f} ms" for name, value in found.items()))
    copies = found["ours pan"] / found["copy"]
    pans, fulls = found["peer pan"] / found["ours pan"], found["peer full"] / found["ours full"]
    out(f"pan: {copies:.2f} × one copy of the window (goal ≤ {PAN_OF_COPY:.0f})")
    out(f"pan: {pans:.1f} × as fast as QGraphicsView (goal ≥ {PAN_OF_PEER:.0f})")
    out(f"painted anew: {fulls:.1f} × as fast as QGraphicsView (goal ≥ {FULL_OF_PEER:.0f})")
    return int(copies > PAN_OF_COPY or pans < PAN_OF_PEER or fulls < FULL_OF_PEER)


def one_copy() -> Work:
    """A widget that only copies a picture of its own size."""
    from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
    from PySide6.QtWidgets import QWidget

    picture = QPixmap(SIDE, SIDE)
    picture.fill(QColor("#F4F4F4"))

    class Copy(QWidget):
        def paintEvent(self, _: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, picture)
            painter.end()

    made = Copy()
    made.resize(SIDE, SIDE)
    made.show()
    return made.grab


if __name__ == "__main__":
    sys.exit(main())
