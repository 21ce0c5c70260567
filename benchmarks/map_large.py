"""A map of 2,000 zones and 20,000 things at 1000 × 1000, whole and from near: pushed along, and painted anew after all
of its data has changed, beside a QGraphicsView of the same polygons and pictures as stock items, and beside the least
there can be, one picture copied into the window. Then one zone that changes, beside all of them.

All paint on Qt's offscreen platform, in turn, the same number of times; the peer without antialiasing or names. A push
is one frame of a drag, taken from 40 in a row, and a copy likewise.
The map shows things that stand too close together as one mark with their number; the peer paints each."""

import os
import sys
from dataclasses import replace
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import out
from benchmarks.map_repaint import Work, timed

if TYPE_CHECKING:
    from desktop.views.floor_plan.shapes import MapSymbol, MapZone

ACROSS, DOWN, THINGS, SIDE, RUNS, WARMING, NEARER, FRAMES = 50, 40, 20_000, 1000, 14, 3, 5.0, 40
WIDE, HIGH = ACROSS * 3.1, DOWN * 3.9
PAN_OF_COPY, PAN_OF_PEER, FULL_OF_PEER = 2.0, 40.0, 8.0
DRAGGED = ("ours pan", "peer pan", "copy")
GLYPHS = ("thing-machine", "thing-saw", "thing-extinguisher", "thing-gauge")


def main() -> int:
    """Prints the ratios beside their goals; 1 where one of them is missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    ours, peer, copy = OurMap(), PeerMap(), one_copy()
    app.processEvents()
    whole = measured(ours, peer, copy)
    missed = told("whole", whole)
    ours.nearer()
    peer.nearer()
    told("from near, a part in 25", measured(ours, peer, copy))
    return int(missed)


def measured(ours: "OurMap", peer: "PeerMap", copy: Work) -> dict[str, float]:
    """Medians in ms."""
    works: dict[str, Work] = {
        "ours full": ours.change_all,
        "ours pan": ours.push,
        "ours one": ours.change_one,
        "peer full": peer.change_all,
        "peer pan": peer.push,
        "copy": copy,
    }
    seen: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(RUNS):
        for name, work in works.items():
            seen[name].append(a_frame(work) if name in DRAGGED else timed(work))
            ours.rest()
    return {name: median(values[WARMING:]) * 1000 for name, values in seen.items()}


def a_frame(work: Work) -> float:
    """Seconds of one frame of a drag."""
    return median(timed(work) for _ in range(FRAMES))


def told(what: str, found: dict[str, float]) -> bool:
    """Prints; whether a goal is missed."""
    out(f"{what}: " + ", ".join(f"{name} {value:.2f} ms" for name, value in found.items()))
    copies = found["ours pan"] / found["copy"]
    pans, fulls = found["peer pan"] / found["ours pan"], found["peer full"] / found["ours full"]
    out(f"  pushed: {copies:.2f} × one copy of the window (goal ≤ {PAN_OF_COPY:.0f})")
    out(f"  pushed: {pans:.1f} × as fast as QGraphicsView (goal ≥ {PAN_OF_PEER:.0f})")
    out(f"  all anew: {fulls:.1f} × as fast as QGraphicsView (goal ≥ {FULL_OF_PEER:.0f})")
    out(f"  one zone anew: {found['ours full'] / found['ours one']:.1f} × as fast as all")
    return copies > PAN_OF_COPY or pans < PAN_OF_PEER or fulls < FULL_OF_PEER


def rectangles() -> list[tuple[float, float, float, float]]:
    """The zones in rows, in metres: left, bottom, right, top."""
    return [(x * 3.1, y * 3.9, x * 3.1 + 3, y * 3.9 + 3.7) for y in range(DOWN) for x in range(ACROSS)]


def spots() -> list[tuple[float, float, str]]:
    """Where things stand, in metres, and which."""
    chance = Random(5)
    return [(chance.uniform(0, WIDE), chance.uniform(0, HIGH), GLYPHS[n % len(GLYPHS)]) for n in range(THINGS)]


class OurMap:
    """The plan view with two sets of data, all of it different, to go from one to the other."""

    def __init__(self) -> None:
        from PySide6.QtCore import QPointF, QRectF

        from desktop.views.floor_plan.plan_view import PlanView

        self.view = PlanView()
        self.view.resize(SIDE, SIDE)
        self.view.show()
        self.view.show_floor(None, QRectF(0, 0, WIDE, HIGH))
        self.steps = [QPointF(3, 0), QPointF(-3, 0)]
        self.data = [(self._zones(turn), self._things(turn)) for turn in (0, 1)]
        self.change_all()

    def _zones(self, turn: int) -> "tuple[MapZone, ...]":
        from desktop.views.floor_plan.shapes import STATUSES, MapZone

        made = []
        for number, (x0, y0, x1, y1) in enumerate(rectangles()):
            outline = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
            status = STATUSES[(number + turn) % len(STATUSES)]
            made.append(MapZone(str(number), f"区域 {number}", "B", outline, status, f"待整改 {turn} 条", "待整改"))
        return tuple(made)

    def _things(self, turn: int) -> "tuple[MapSymbol, ...]":
        from desktop.views.floor_plan.shapes import STATUSES, MapSymbol

        return tuple(
            MapSymbol(f"t{n}", "equipment", glyph, f"设备 {n}", x, y, STATUSES[(n + turn) % len(STATUSES)], "0")
            for n, (x, y, glyph) in enumerate(spots())
        )

    def change_all(self) -> None:
        """Every zone and every thing is otherwise, and it is seen."""
        self.data.reverse()
        zones, things = self.data[0]
        self.view.show_zones(zones)
        self.view.show_symbols(things)
        self.view.grab()

    def change_one(self) -> None:
        """One zone in the middle is otherwise, and it is seen."""
        zones = self.view.picture.zones
        middle = len(zones) // 2 + ACROSS // 2
        one = replace(zones[middle], status="overdue" if zones[middle].status != "overdue" else "normal")
        self.view.show_zones((*zones[:middle], one, *zones[middle + 1 :]))
        self.view.grab()

    def push(self) -> None:
        """By three pixels, and it is seen."""
        self.view.pan(self.steps[0])
        self.steps.reverse()
        self.view.grab()

    def rest(self) -> None:
        """What follows when nothing is done for a moment."""
        self.view.picture.sharpen(self.view.camera, self.view.size(), 1.0)

    def nearer(self) -> None:
        """A part of it, from near."""
        self.view.zoom(NEARER)
        self.rest()


class PeerMap:
    """The same as stock items of a scene: rectangles as polygons, things as pictures that keep their size."""

    def __init__(self) -> None:
        from PySide6.QtCore import QPointF
        from PySide6.QtGui import QBrush, QColor, QPen, QPixmap, QPolygonF
        from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

        scene, px = QGraphicsScene(), 950 / WIDE
        self.zones, self.things = [], []
        self.fills = []
        for colour in ("#E9AE00", "#B3261E"):
            fill = QColor(colour)
            fill.setAlphaF(0.3)
            self.fills.append(QBrush(fill))
        for x0, y0, x1, y1 in rectangles():
            corners = [QPointF(x * px, y * px) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
            self.zones.append(scene.addPolygon(QPolygonF(corners), QPen(QColor("#8A6100"), 1.0), self.fills[0]))
        self.stamps = [QPixmap(20, 20), QPixmap(20, 20)]
        for stamp, colour in zip(self.stamps, ("#80FFFFFF", "#80B3261E"), strict=True):
            stamp.fill(QColor(colour))
        for x, y, _ in spots():
            item = scene.addPixmap(self.stamps[0])
            item.setPos(x * px - 10, y * px - 10)
            self.things.append(item)
        self.view = QGraphicsView(scene)
        scene.setParent(self.view)
        self.view.resize(SIDE, SIDE)
        self.view.show()
        self.steps = [3, -3]

    def change_all(self) -> None:
        """Every item is otherwise, and it is seen."""
        self.fills.reverse()
        self.stamps.reverse()
        for zone in self.zones:
            zone.setBrush(self.fills[0])
        for thing in self.things:
            thing.setPixmap(self.stamps[0])
        self.view.grab()

    def push(self) -> None:
        """By three pixels, and it is seen."""
        self.view.translate(self.steps[0], 0)
        self.steps.reverse()
        self.view.grab()

    def nearer(self) -> None:
        """A part of it, from near."""
        self.view.scale(NEARER, NEARER)


def one_copy() -> Work:
    """A widget that only copies a picture of its own size."""
    from PySide6.QtCore import Qt
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
    made.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    made.resize(SIDE, SIDE)
    made.show()
    return made.grab


if __name__ == "__main__":
    sys.exit(main())
