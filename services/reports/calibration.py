"""What a printer does to a page: a ruler page to measure it by, and the correction that follows from the measures.

A printer that scales by s and shifts by o puts to s·x + o what should stand at x. What is sent to x/s − o/s comes to x.
"""

from dataclasses import dataclass
from typing import Any

from services.core.refused import Refused
from services.reports.label_sheets import MM_PER_PT, Template
from services.reports.labels import MOST_OFFSET_MM, SCALES, begun_on
from services.reports.typeset import face_name, width_mm
from services.words import say

_TICK_MM = (1.2, 1.8, 2.6)  # every, every fifth and every tenth millimetre
_LINE_MM = 0.15
_PT = 6.0


@dataclass(frozen=True, slots=True)
class Correction:
    """What is done to every page: scaled, then moved right and down by so many millimetres."""

    offset_mm: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0

    @property
    def plain(self) -> bool:
        """Whether nothing is done."""
        return self == Correction()


@dataclass(frozen=True, slots=True)
class Ruler:
    """What a person measures, in mm: from the paper's left edge to the upright line, from its upper edge to the level
    line, and how long the level and the upright line are."""

    left: float
    top: float
    across: float
    down: float


def ruler_of(template: Template) -> Ruler:
    """How long everything is on a ruler page of this paper if the printer does nothing to it."""
    width, height = template.page_mm
    edge = 20.0 if min(width, height) >= 100 else 8.0
    return Ruler(edge, edge, *(10.0 * int((side - edge - 6) / 10) for side in (width, height)))


def correction(template: Template, measured: Ruler) -> Correction:
    """What makes up for what was measured on the ruler page of this paper.

    Raises Refused: label.scale_out_of_range, label.offset_too_far."""
    right = ruler_of(template)
    scale = (measured.across / right.across + measured.down / right.down) / 2
    if not SCALES[0] <= scale <= SCALES[1]:
        raise Refused("label.scale_out_of_range", least=SCALES[0], most=SCALES[1])
    shifts = (measured.left - scale * right.left, measured.top - scale * right.top)
    if not all(abs(shift) <= MOST_OFFSET_MM for shift in shifts):
        raise Refused("label.offset_too_far", most_mm=MOST_OFFSET_MM)
    return Correction((_rounded(-shifts[0] / scale), _rounded(-shifts[1] / scale)), round(1 / scale, 4))


def _rounded(length: float) -> float:
    return round(length, 2) + 0.0  # no -0.0


def print_ruler(template: Template, out: str, language: str = "zpl", lang: str = "zh") -> None:
    """The ruler page to a .pdf, .zpl or .tspl file or a printer in the network. Raises Refused as print_out does."""
    from services.reports.label_output import deliver

    deliver(out, template, ruler_page(template, lang), language)


def ruler_page(template: Template, lang: str) -> bytes:
    """The page as a PDF. Nothing is corrected on it: it shows what the printer does."""
    canvas, ruler = begun_on(template, lang), ruler_of(template)
    pen = _Pen(canvas, template.page_mm[1])
    pen.line(ruler.left, ruler.top, ruler.left + ruler.across, ruler.top)
    pen.line(ruler.left, ruler.top, ruler.left, ruler.top + ruler.down)
    for step in range(1, int(ruler.across) + 1):
        pen.line(ruler.left + step, ruler.top, ruler.left + step, ruler.top + _tick(step))
    for step in range(1, int(ruler.down) + 1):
        pen.line(ruler.left, ruler.top + step, ruler.left + _tick(step), ruler.top + step)
    _numbers(pen, ruler)
    room = template.page_mm[0] - ruler.left - 8
    for number, (letter, key) in enumerate(zip("ABCD", ("left", "top", "across", "down"), strict=True)):
        mm = f"{getattr(ruler, key):g}"
        whole = say(f"label.ruler.{key}", lang, letter=letter, mm=mm)
        pen.text(ruler.left + 6, ruler.top + 8 + 3.2 * number, whole if _fits(whole, room) else f"{letter} {mm} mm")
    data: bytes = canvas.getpdfdata()
    return data


def _numbers(pen: "_Pen", ruler: Ruler) -> None:
    for step in range(10, int(ruler.across) + 1, 10):
        pen.text(ruler.left + step - 1.2, ruler.top + 5, str(step))
    for step in range(20, int(ruler.down) + 1, 10):
        pen.text(ruler.left + 3, ruler.top + step + 0.8, str(step))


def _fits(text: str, room_mm: float) -> bool:
    return width_mm(text, _PT) <= room_mm


def _tick(step: int) -> float:
    return _TICK_MM[(step % 5 == 0) + (step % 10 == 0)]


class _Pen:
    """Lines and words in mm from the page's top left."""

    def __init__(self, canvas: Any, height: float) -> None:
        self.canvas, self.height = canvas, height
        canvas.setLineWidth(_LINE_MM / MM_PER_PT)

    def line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        up = self.height
        self.canvas.line(x / MM_PER_PT, (up - y) / MM_PER_PT, to_x / MM_PER_PT, (up - to_y) / MM_PER_PT)

    def text(self, x: float, y: float, text: str) -> None:
        self.canvas.setFont(face_name(400), _PT)
        self.canvas.drawString(x / MM_PER_PT, (self.height - y) / MM_PER_PT, text)
