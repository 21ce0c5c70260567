"""Draws on PDF pages in millimetres from the page's upper left corner, y downwards. Text is never cut: it is broken,
then written smaller."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Literal

from services.core.geometry import Point
from services.reports.canvas import begun
from services.reports.fonts import Weight, drawable
from services.reports.inks import LINE, MUTED, TEXT
from services.reports.label_sheets import MM_PER_PT, Box
from services.reports.typeset import ASCENT, LEADING, broken, face_name, width_mm
from services.words import say

Align = Literal["left", "middle", "right"]
STEP = 0.94  # by which letters shrink until a text has room
LEAST_PT = 2.0
EVEN_ODD = 0  # by which a ring within a ring is a hole, whichever way round they run


class Pen:
    """One document being drawn. `page` begins each of its pages; of the same strokes always the same
    bytes, whenever it is drawn."""

    def __init__(self, title: str, lang: str) -> None:
        self._data = BytesIO()
        self.canvas = begun(self._data, title, lang, undated=True)
        self.lang = lang
        self.pages = 0
        self._height = 0.0

    def page(self, width: float, height: float) -> None:
        """A new page of this size."""
        if self.pages:
            self.canvas.showPage()
        self.pages += 1
        self._height = height
        self.canvas.setPageSize((width / MM_PER_PT, height / MM_PER_PT))

    def data(self) -> bytes:
        """The finished document."""
        self.canvas.showPage()
        self.canvas.save()
        return self._data.getvalue()

    def rect(self, box: Box, fill: str = "", stroke: str = "", width: float = 0.2, radius: float = 0.0) -> None:
        """A rectangle; `width` of its line in mm, drawn inside of it."""
        inner = box.shrunk(width / 2) if stroke else box
        self._ink(fill, stroke, width)
        at = (inner.x / MM_PER_PT, self.y(inner.bottom), inner.width / MM_PER_PT, inner.height / MM_PER_PT)
        if radius:
            self.canvas.roundRect(*at, radius / MM_PER_PT, stroke=int(bool(stroke)), fill=int(bool(fill)))
        else:
            self.canvas.rect(*at, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def line(self, a: Point, b: Point, colour: str = TEXT, width: float = 0.2, dash: Sequence[float] = ()) -> None:
        """A straight line."""
        self._ink("", colour, width)
        self.canvas.setDash([part / MM_PER_PT for part in dash])
        self.canvas.line(a[0] / MM_PER_PT, self.y(a[1]), b[0] / MM_PER_PT, self.y(b[1]))
        self.canvas.setDash([])

    def outline(
        self,
        points: Iterable[Point],
        fill: str = "",
        stroke: str = "",
        width: float = 0.2,
        dash: Sequence[float] = (),
        share: float = 1.0,
        holes: Iterable[Iterable[Point]] = (),
    ) -> None:
        """A closed outline; `share` is how opaque its fill is, which leaves `holes` free."""
        self._ink(fill, stroke, width)
        self.canvas.setFillAlpha(share)
        self.canvas.setDash([part / MM_PER_PT for part in dash])
        path = self.path(points, *holes)
        self.canvas.drawPath(path, stroke=int(bool(stroke)), fill=int(bool(fill)), fillMode=EVEN_ODD)
        self.canvas.setDash([])
        self.canvas.setFillAlpha(1)

    def circle(self, middle: Point, radius: float, fill: str = "", stroke: str = "", width: float = 0.2) -> None:
        """A circle."""
        self._ink(fill, stroke, width)
        at = (middle[0] / MM_PER_PT, self.y(middle[1]), radius / MM_PER_PT)
        self.canvas.circle(*at, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def path(self, *rings: Iterable[Point]) -> Any:
        """Closed rings through these points, as one path."""
        path = self.canvas.beginPath()
        for ring in rings:
            for place, (x, y) in enumerate(ring):
                (path.lineTo if place else path.moveTo)(x / MM_PER_PT, self.y(y))
            path.close()
        return path

    @contextmanager
    def clipped(self, path: Any) -> Iterator[None]:
        """Whatever is drawn meanwhile is seen inside the path only."""
        self.canvas.saveState()
        self.canvas.clipPath(path, stroke=0, fill=0, fillMode=EVEN_ODD)
        yield
        self.canvas.restoreState()

    def box_path(self, box: Box) -> Any:
        """A rectangle as a path, to clip by."""
        return self.path([(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)])

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        pt: float,
        weight: Weight = 400,
        colour: str = TEXT,
        align: Align = "left",
    ) -> None:
        """One line of text as it is, from its left end, round its middle or to its right end."""
        shown = drawable(text, weight)
        wide = width_mm(shown, pt, weight)
        self.canvas.setFillColor(colour)
        self.canvas.setFont(face_name(weight), pt)
        left = x - wide * {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
        self.canvas.drawString(left / MM_PER_PT, self.y(baseline), shown)

    def lines(
        self,
        box: Box,
        text: str,
        pt: float,
        weight: Weight = 400,
        colour: str = TEXT,
        align: Align = "left",
        middle: bool = False,
    ) -> float:
        """Text broken into lines inside a box, in letters no larger than `pt`, and smaller until all of it has room;
        its own line ends are kept. `middle`: in the middle of the height, else from the top. The height it took."""
        lines, pt = fitting(text, box.width, box.height, pt, weight)
        em = pt * MM_PER_PT
        tall = em * LEADING * len(lines)
        top = box.y + ((box.height - tall) / 2 if middle else 0) + (LEADING - 1) / 2 * em
        x = box.x + box.width * {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
        for number, line in enumerate(lines):
            self.text(x, top + (ASCENT + LEADING * number) * em, line, pt, weight, colour, align)
        return tall

    def y(self, down: float) -> float:
        """The PDF's own height, in points from the bottom, of a place so many mm down."""
        return (self._height - down) / MM_PER_PT

    def _ink(self, fill: str, stroke: str, width: float) -> None:
        if fill:
            self.canvas.setFillColor(fill)
        if stroke:
            self.canvas.setStrokeColor(stroke)
            self.canvas.setLineWidth(width / MM_PER_PT)


def sign_foot(pen: Pen, page_size: tuple[float, float], margin: float, tall: float) -> None:
    """The foot of a page that people sign: who prepared, checked and approved it, and the page's number."""
    wide, y = page_size[0] - 2 * margin, page_size[1] - margin - tall
    pen.line((margin, y), (page_size[0] - margin, y), LINE, 0.2)
    for place, who in enumerate(("drawn", "checked", "approved")):
        box = Box(margin + wide * 0.27 * place, y, wide * 0.26, tall)
        pen.lines(box, say(f"report.sign.{who}", pen.lang), 8, 400, MUTED, middle=True)
    number = say("report.page", pen.lang, number=pen.pages)
    pen.lines(Box(margin + wide * 0.8, y, wide * 0.2, tall), number, 8, 400, MUTED, "right", True)


def wrapped(text: str, width: float, pt: float, weight: Weight = 400) -> list[str]:
    """Text broken into lines no wider than `width` mm; its own line ends are kept."""
    room = width / (pt * MM_PER_PT)
    return [line for part in text.splitlines() for line in broken(drawable(part, weight), room, weight) or [""]]


def height_of(lines: int, pt: float) -> float:
    """How tall so many lines are, in mm."""
    return lines * LEADING * pt * MM_PER_PT


def fitting(text: str, width: float, height: float, pt: float, weight: Weight = 400) -> tuple[list[str], float]:
    """The lines and the size of letters, at most `pt`, in which all of a text has room."""
    while pt > LEAST_PT:
        lines = wrapped(text, width, pt, weight)
        if height_of(len(lines), pt) <= height + 1e-6:
            return lines, pt
        pt *= STEP
    return wrapped(text, width, pt, weight), pt
