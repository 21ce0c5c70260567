"""Repainting a map of 200 zones at 1000 × 700, and pushing it by a few pixels, beside a QGraphicsView that shows the
same polygons and names as items.

Both paint into a picture of their own size on Qt's offscreen platform, in turn, the same number of times."""

import os
import sys
import time
from collections.abc import Callable
from statistics import median

from benchmarks.figures import out

ZONES, ACROSS, WIDTH, HEIGHT, RUNS = 200, 20, 1000, 700, 40
GOAL_MS = 30.0
Work = Callable[[], object]
Map = tuple[Work, Work, Work]  # a full repaint, what follows when all has come to rest, a push


def main() -> int:
    """Prints the medians; 1 where a full repaint takes longer than the goal."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    ours, peer = our_map(), peer_map()
    app.processEvents()
    measured: dict[str, list[float]] = {"ours full": [], "peer full": [], "ours pan": [], "peer pan": []}
    for _ in range(RUNS):
        for name, (full, rest, pan) in (("ours", ours), ("peer", peer)):
            measured[f"{name} full"].append(timed(full))
            rest()
            measured[f"{name} pan"].append(timed(pan))
    found = {name: median(values[5:]) * 1000 for name, values in measured.items()}
    for what in ("full", "pan"):
        mine, other = found[f"ours {what}"], found[f"peer {what}"]
        out(f"map {what}: {mine:.1f} ms, QGraphicsView {other:.1f} ms, ratio {mine / other:.2f}")
    return int(found["ours full"] > GOAL_MS)


def timed(work: Work) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def rectangles(zones: int, across: int) -> list[tuple[float, float, float, float]]:
    """Zones in rows, in metres: left, bottom, right, top."""
    return [(x * 3.1, y * 3.9, x * 3.1 + 3, y * 3.9 + 3.7) for y in range(zones // across) for x in range(across)]


def our_map(zones_in_all: int = ZONES, across: int = ACROSS, height: int = HEIGHT) -> Map:
    """The plan view: a repaint with all zones anew, the rest after it, and a push by three pixels."""
    from PySide6.QtCore import QPointF, QRectF

    from desktop.views.floor_plan.plan_view import PlanView
    from desktop.views.floor_plan.shapes import STATUSES, MapZone

    view = PlanView()
    view.resize(WIDTH, height)
    view.show()
    view.show_floor(None, QRectF(0, 0, across * 3.1, zones_in_all // across * 3.9))
    zones = []
    for number, (x0, y0, x1, y1) in enumerate(rectangles(zones_in_all, across)):
        outline = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
        status = STATUSES[number % len(STATUSES)]
        zones.append(
            MapZone(str(number), f"区域 {number}", "ABCD"[number % 4], outline, status, "待整改 2 条", "待整改")
        )
    view.show_zones(tuple(zones))
    steps = [QPointF(3, 0), QPointF(-3, 0)]

    def full() -> None:
        view.picture.changed()
        view.grab()

    def rest() -> None:
        view.picture.sharpen(view.camera, view.size(), 1.0)

    def pan() -> None:
        view.pan(steps[0])
        steps.reverse()
        view.grab()

    return full, rest, pan


def peer_map(zones: int = ZONES, across: int = ACROSS, height: int = HEIGHT) -> Map:
    """The same as items of a scene."""
    from PySide6.QtGui import QBrush, QColor, QPainter, QPen
    from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

    scene, px = QGraphicsScene(), 300 / across
    for number, (x0, y0, x1, y1) in enumerate(rectangles(zones, across)):
        fill, pen = QColor("#E9AE00"), QPen(QColor("#8A6100"), 1.5)
        fill.setAlphaF(0.3)
        scene.addRect(x0 * px, y0 * px, (x1 - x0) * px, (y1 - y0) * px, pen, QBrush(fill))
        for line, text in enumerate((f"区域 {number}", "待整改 2 条")):
            label = scene.addSimpleText(text)
            label.setPos(x0 * px + 4, y0 * px + 6 + 18 * line)
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.resize(WIDTH, height)
    view.show()
    steps = [3, -3]

    def full() -> None:
        view.grab()

    def pan() -> None:
        view.translate(steps[0], 0)
        steps.reverse()
        view.grab()

    return full, lambda: None, pan


if __name__ == "__main__":
    sys.exit(main())
