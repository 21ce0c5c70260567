"""A page of a PDF file as the neutral drawing, only ever inside the limited process.

CAD programs write PDF with their lines as paths, which stay lines here, so that zones can be taken from them. A page
that is mostly a picture becomes a picture."""

import math
import re
from collections.abc import Iterator
from ctypes import POINTER, byref, c_float, c_int, c_uint, c_ulong, cast, create_string_buffer
from typing import Any

from services.plans.drawing import Drawing, PlanRefused, Text, Warning, quoted
from services.plans.scan import as_picture
from services.plans.strokes import Found, Stroke, sheet_of
from services.plans.svg_path import Matrix, Point, bezier
from services.plans.winding import wound

POINT_M = 0.0254 / 72
LARGE_PICTURE = 0.4  # of the page: then it is a scan, whatever is drawn over it
MOST_OBJECTS = 400_000
DEEPEST = 12
LONGEST_PX = 5_000
THUMBNAIL_PX = 220
MOST_PAGES = 40
USUAL_PLOT = 100  # plans of halls are mostly plotted at 1:100
PLOT = re.compile(r"(?<![\d.])1\s*[:：]\s*(20|25|50|75|100|125|150|200|250|300|400|500|750|1000)(?!\d)")
LAYER = "PDF"
CAPITAL = 0.72


def pages(data: bytes) -> tuple[int, list[bytes]]:
    """How many pages there are, and small pictures (JPEG) of the first 40. Raises PlanRefused as read_page."""
    document = opened(data)
    pictures = []
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        scale = THUMBNAIL_PX / max(page.get_size())
        pictures.append(as_picture(page.render(scale=scale).to_pil(), THUMBNAIL_PX, 1.0).jpeg)
    return len(document), pictures


def read_page(data: bytes, number: int) -> Drawing:
    """One page, counted from 0. Its scale is that of the plot, if the page says one, else 1:100. Raises PlanRefused:
    pdf_locked, file_damaged, no_such_page, too_much, nothing_to_draw."""
    document = opened(data)
    if not 0 <= number < len(document):
        raise PlanRefused("no_such_page", page=number + 1, count=len(document))
    page = document[number]
    plot = _plot_scale(page)
    warnings = [Warning("scale_from_sheet" if plot else "scale_guessed", {"plot": f"1:{plot or USUAL_PLOT}"})]
    scale = POINT_M * (plot or USUAL_PLOT)
    width, height = page.get_size()
    reader = _Reader(page)
    found = reader.read()
    if found.strokes and reader.pictured < LARGE_PICTURE * width * height:
        left, bottom, right, top = found.box()
        return found.measured(scale, (left, bottom, right - left, top - bottom), warnings, "pt")
    rendered = page.render(scale=min(LONGEST_PX / max(width, height), 12.0)).to_pil()
    return sheet_of(as_picture(rendered, LONGEST_PX, max(width, height) * scale), warnings)


def opened(data: bytes) -> Any:
    """The document of a PDF file. Raises PlanRefused: pdf_locked, file_damaged, nothing_to_draw."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        if not len(document):
            raise PlanRefused("nothing_to_draw")
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise PlanRefused("pdf_locked") from error
        raise PlanRefused("file_damaged", why=quoted(error)) from error
    return document


def _plot_scale(page: Any) -> int | None:
    """The scale that the sheet names, where it names just one."""
    text = page.get_textpage()
    said = {int(number) for number in PLOT.findall(text.get_text_range(0, min(text.count_chars(), 50_000)))}
    return said.pop() if len(said) == 1 else None


class _Reader:
    """The paths and texts of one page, with what forms hold; in points, as the page is looked at."""

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as raw

        self._raw, self._page = raw, page
        self._text = page.get_textpage()
        self.found = Found()
        self.pictured = 0.0  # square points
        self._objects = 0
        turn = -page.get_rotation() % 360
        c, s = round(math.cos(math.radians(turn))), round(math.sin(math.radians(turn)))
        self._upright = Matrix(c, s, -s, c)

    def read(self) -> Found:
        """Everything that is drawn as lines, areas or letters."""
        count = self._raw.FPDFPage_CountObjects(self._page)
        for place in range(count):
            self._take(self._raw.FPDFPage_GetObject(self._page, place), self._upright, 0)
        return self.found

    def _take(self, one: Any, outer: Matrix, depth: int) -> None:
        raw = self._raw
        self._objects += 1
        if self._objects > MOST_OBJECTS:
            raise PlanRefused("too_much", most=MOST_OBJECTS)
        kind = raw.FPDFPageObj_GetType(one)
        matrix = outer.then_inner(self._matrix(one))
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(one, matrix)
        elif kind == raw.FPDF_PAGEOBJ_TEXT:
            self._write(one, matrix)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.pictured += matrix.stretch**2  # of the unit square
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            for place in range(raw.FPDFFormObj_CountObjects(one)):
                self._take(raw.FPDFFormObj_GetObject(one, place), matrix, depth + 1)

    def _matrix(self, one: Any) -> Matrix:
        values = self._raw.FS_MATRIX()
        if not self._raw.FPDFPageObj_GetMatrix(one, values):
            return Matrix()
        return Matrix(values.a, values.b, values.c, values.d, values.e, values.f)

    def _path(self, one: Any, matrix: Matrix) -> None:
        raw, fill, line = self._raw, c_int(), c_int()
        raw.FPDFPath_GetDrawMode(one, byref(fill), byref(line))
        runs = [([matrix.of(point) for point in run], closed) for run, closed in self._runs(one)]
        if fill.value:
            colour = self._colour(raw.FPDFPageObj_GetFillColor, one)
            rings = [run for run, _ in runs if len(run) > 2]
            if colour != "#ffffff":
                for ring in wound(rings):
                    self.found.add(Stroke(LAYER, colour, True, True, ring))
        if fill.value or line.value:
            ink = self._colour(raw.FPDFPageObj_GetStrokeColor if line.value else raw.FPDFPageObj_GetFillColor, one)
            for run, closed in runs:
                as_area = (closed or not line.value) and len(run) > 2
                self.found.add(Stroke(LAYER, ink, as_area, False, run))

    def _runs(self, one: Any) -> Iterator[tuple[list[Point], bool]]:
        """The path's runs of points, curves cut into chords."""
        raw, run, steering = self._raw, list[Point](), list[Point]()
        for place in range(raw.FPDFPath_CountSegments(one)):
            segment = raw.FPDFPath_GetPathSegment(one, place)
            x, y = c_float(), c_float()
            raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            kind, point = raw.FPDFPathSegment_GetType(segment), (x.value, y.value)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(run) > 1:
                    yield run, run[0] == run[-1]
                run = [point]
            elif kind == raw.FPDF_SEGMENT_BEZIERTO:
                steering.append(point)
                if len(steering) == 3:
                    run.extend(bezier([run[-1] if run else point, *steering]))
                    steering = []
            else:
                run.append(point)
            if raw.FPDFPathSegment_GetClose(segment) and len(run) > 1:
                yield run, True
                run = [run[0]]
        if len(run) > 1:
            yield run, run[0] == run[-1]

    def _colour(self, get: Any, one: Any) -> str:
        parts = [c_uint() for _ in range(4)]
        if not get(one, *(byref(part) for part in parts)):
            return "#000000"
        return "#" + "".join(f"{part.value & 255:02x}" for part in parts[:3])

    def _write(self, one: Any, matrix: Matrix) -> None:
        raw, size = self._raw, c_float()
        length = raw.FPDFTextObj_GetText(one, self._text, None, c_ulong(0))
        if not 2 < length <= 4_000 or not raw.FPDFTextObj_GetFontSize(one, byref(size)):
            return
        buffer = create_string_buffer(length)
        signs = cast(buffer, POINTER(raw.FPDF_WCHAR))
        raw.FPDFTextObj_GetText(one, self._text, signs, c_ulong(length))
        words = quoted(buffer.raw[: length - 2].decode("utf-16-le", "replace"))
        turn = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
        height = size.value * CAPITAL * matrix.stretch
        self.found.write(Text(LAYER, matrix.e, matrix.f, height, turn, words))
