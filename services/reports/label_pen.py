"""Labels into a PDF page, in the page's own language: every thousand labels are some ten thousand strokes, and a
drawing library's care for each of them took most of the time.

Each label is drawn about its own corner, so that labels of one sheet say the same words and pack well.
"""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

from services.reports.fonts import Weight
from services.reports.label_face import BLACK, Face, Line, Mark, Picture
from services.reports.label_sheets import MM_PER_PT, Box
from services.reports.typeset import face_name

LEAST_LINE_MM = 0.4  # an edge that stands for a ground
WHITE = "#FFFFFF"
_ROUND = 0.5523  # of its radius: how far the handles of a quarter circle reach


class Pen:
    """Draws labels on a canvas' pages. `black_only` for printers that know no colour and no grey: grounds stay
    white."""

    def __init__(self, canvas: Any, page_height_mm: float, *, black_only: bool) -> None:
        from reportlab.pdfbase import pdfmetrics

        self.canvas, self.height, self.black_only = canvas, page_height_mm, black_only
        self.fonts: dict[Weight, Any] = {weight: pdfmetrics.getFont(face_name(weight)) for weight in (400, 700)}
        self.names: dict[tuple[Weight, int], str] = {}

    def draw(self, face: Face, bits: bytes | None) -> None:
        """A label; `bits` are the modules of its code, None where the printer draws it."""
        for picture in face.pictures:
            self._picture(picture)
        parts = [f"q 1 0 0 1 {face.cell.x / MM_PER_PT:.2f} {(self.height - face.cell.bottom) / MM_PER_PT:.2f} cm"]
        for mark in face.marks:
            parts += self._mark(mark, face.cell)
        parts += self._lines(face)
        if face.badge is not None:
            parts += _badge(face.badge, face.cell)
        parts.append("Q")
        if bits is not None:
            parts.append(self._code(face, bits))
        self.canvas._code += parts

    def _lines(self, face: Face) -> Iterator[str]:
        ink = BLACK
        yield "BT"
        for line in face.lines:
            wanted = BLACK if self.black_only else line.ink
            if wanted != ink:
                yield f"{_rgb(wanted)} rg"
                ink = wanted
            yield from self._line(line, face.cell)
        yield "ET"

    def _line(self, line: Line, cell: Box) -> Iterator[str]:
        """A line begins at its place; what of it stands in another part of the font goes on from there."""
        x, y = (line.x - cell.x) / MM_PER_PT, (cell.bottom - line.baseline) / MM_PER_PT
        yield f"1 0 0 1 {x:.2f} {y:.2f} Tm"
        for part, text in self.fonts[line.weight].splitString(line.text, self.canvas._doc):
            yield f"{self._name(line.weight, part)} {line.size:.2f} Tf<{text.hex()}>Tj"

    def _name(self, weight: Weight, part: int) -> str:
        name = self.names.get((weight, part))
        if name is None:
            name = self.fonts[weight].getSubsetInternalName(part, self.canvas._doc)
            self.names[weight, part] = name
        return name

    def _mark(self, mark: Mark, cell: Box) -> Iterator[str]:
        if self.black_only:
            ground, edge = BLACK if mark.solid else WHITE, BLACK
        else:
            ground, edge = mark.ink, mark.edge or mark.ink
        width = max(mark.width, LEAST_LINE_MM) if self.black_only and not mark.solid else mark.width
        yield f"{_rgb(ground)} rg {_rgb(edge)} RG 1 j {width / MM_PER_PT:.3f} w"
        for number, (x, y) in enumerate(mark.corners):
            to = "l" if number else "m"
            yield f"{(x - cell.x) / MM_PER_PT:.3f} {(cell.bottom - y) / MM_PER_PT:.3f} {to}"
        yield f"h {'B' if width > 0 else 'f'} {_rgb(BLACK)} rg {_rgb(BLACK)} RG"

    def _picture(self, picture: Picture) -> None:
        from reportlab.lib.utils import ImageReader

        box = picture.box
        at = box.x / MM_PER_PT, (self.height - box.bottom) / MM_PER_PT, box.width / MM_PER_PT, box.height / MM_PER_PT
        reader = ImageReader(BytesIO(picture.data))
        self.canvas.drawImage(reader, *at, mask="auto", preserveAspectRatio=True, anchor="c")

    def _code(self, face: Face, bits: bytes) -> str:
        """One bit a module: small, and without the seams that outlines of modules show at low resolution."""
        side, modules = face.code.width / MM_PER_PT, face.size.modules
        x, y = face.code.x / MM_PER_PT, (self.height - face.code.bottom) / MM_PER_PT
        return (
            f"q {side:.4f} 0 0 {side:.4f} {x:.4f} {y:.4f} cm "
            f"BI /W {modules} /H {modules} /IM true /D [1 0] /F /AHx ID {bits.hex()}> EI Q"
        )


def _badge(badge: Box, cell: Box) -> list[str]:
    """The square with round corners around the class letter, its edge inside of the box."""
    edge, turn = badge.width * 0.08 / MM_PER_PT, badge.width * 0.16 / MM_PER_PT
    left, low = (badge.x - cell.x) / MM_PER_PT + edge / 2, (cell.bottom - badge.bottom) / MM_PER_PT + edge / 2
    right, high = left + badge.width / MM_PER_PT - edge, low + badge.height / MM_PER_PT - edge
    near = turn * (1 - _ROUND)  # how far the handles of a corner's curve stand from the corner
    return [
        f"{edge:.2f} w {left + turn:.2f} {low:.2f} m {right - turn:.2f} {low:.2f} l",
        f"{right - near:.2f} {low:.2f} {right:.2f} {low + near:.2f} {right:.2f} {low + turn:.2f} c",
        f"{right:.2f} {high - turn:.2f} l",
        f"{right:.2f} {high - near:.2f} {right - near:.2f} {high:.2f} {right - turn:.2f} {high:.2f} c",
        f"{left + turn:.2f} {high:.2f} l",
        f"{left + near:.2f} {high:.2f} {left:.2f} {high - near:.2f} {left:.2f} {high - turn:.2f} c",
        f"{left:.2f} {low + turn:.2f} l",
        f"{left:.2f} {low + near:.2f} {left + near:.2f} {low:.2f} {left + turn:.2f} {low:.2f} c s",
    ]


@cache
def _rgb(ink: str) -> str:
    """A colour such as #D92D20 as the page says it."""
    return " ".join(f"{int(ink[place : place + 2], 16) / 255:.4g}" for place in (1, 3, 5))
