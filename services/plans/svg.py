"""SVG files → the neutral drawing: outlines and texts, so that zones can be taken from them.

What only decorates (gradients, filters, pictures) is counted and left out. Clip paths are not applied."""

import math
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from services.plans.drawing import Drawing, PlanRefused, Text, quoted
from services.plans.strokes import Found, Stroke
from services.plans.svg_path import NUMBER, Matrix, Point, transform_of
from services.plans.svg_shapes import SHAPES, number, tag_of
from services.plans.svg_style import (
    LOOKS,
    MODE,
    PLAIN_LAYER,
    Style,
    colour_of,
    declarations,
    own_layer,
    rules_of,
    styled,
    title_of,
)
from services.plans.units import METRES, metres_of
from services.plans.winding import wound

MOST_BYTES = 60 * 1024 * 1024
MOST_ELEMENTS = 400_000
DEEPEST = 200
SLICE = 256 * 1024
HREF = "{http://www.w3.org/1999/xlink}href"
LENGTH = re.compile(rf"\s*({NUMBER})\s*(mm|cm|m|in|ft)\s*")
OF_SVG = {"in": "inch"}
HOLDERS = {"svg", "g", "a", "switch"}
SILENT = {"defs", "style", "metadata", "title", "desc", "clipPath", "mask", "pattern", "marker", "namedview", "script"}
SILENT |= {"symbol"}  # shown only where it is used
CAPITAL = 0.72  # of the font size


Watch = Callable[[float], bool]
Waiting = tuple[Element, Matrix, Style, int]


def read_svg(data: bytes, unit: str | None = None, progress: Watch | None = None) -> Drawing:
    """The plan of an SVG file (also packed by gzip). `unit` says what one unit of its coordinates is; else it is taken
    from a width in mm, cm, m or in where that is no size of paper, else guessed from the plan's size. `progress` as
    for read_dxf. Raises PlanRefused: file_empty, file_too_large, file_damaged, too_much, nothing_to_draw, cancelled."""
    if unit is not None:
        metres_of(unit)
    root = _parsed(_unpacked(data), progress or (lambda share: True))
    reader = _Reader(root)
    reader.read()
    named = unit or _named_unit(root)
    return reader.found.drawing(named)


def _unpacked(data: bytes) -> bytes:
    if data[:2] == b"\x1f\x8b":
        unpacking = zlib.decompressobj(31)
        try:
            data = unpacking.decompress(data, MOST_BYTES + 1)
        except zlib.error as error:
            raise PlanRefused("file_damaged", why=quoted(error)) from error
    if len(data) > MOST_BYTES:
        raise PlanRefused("file_too_large", mb=round(len(data) / 2**20), most_mb=MOST_BYTES // 2**20)
    if not data.strip():
        raise PlanRefused("file_empty")
    return data


def _parsed(data: bytes, watch: Watch) -> Element:
    """The tree; in slices, so that progress is told and the reading can be stopped. Nothing outside of the file is
    ever opened, and entities that swell are refused by the parser."""
    parser: Any = ElementTree.XMLPullParser(events=("start",))
    root: Element | None = None
    count = 0
    try:
        for start in range(0, len(data), SLICE):
            if not watch(0.7 * start / len(data)):
                raise PlanRefused("cancelled")
            parser.feed(data[start : start + SLICE])
            for event in parser.read_events():
                root = event[1] if root is None else root
                count += 1
            if count > MOST_ELEMENTS:
                raise PlanRefused("too_much", most=MOST_ELEMENTS)
        parser.close()
    except ElementTree.ParseError as error:
        raise PlanRefused("file_damaged", why=quoted(error)) from error
    if root is None or tag_of(root) != "svg":
        raise PlanRefused("not_svg")
    return root


def _named_unit(root: Element) -> str | None:
    """The unit of coordinates, where width and viewBox say what it is: one unit of 1 mm, 1 cm, 1 m … exactly."""
    said, box = LENGTH.fullmatch(root.get("width", "")), root.get("viewBox", "").replace(",", " ").split()
    if said is None or len(box) != 4:
        return None
    try:
        metres = float(said[1]) * metres_of(OF_SVG.get(said[2], said[2])) / float(box[2])
    except (ValueError, ZeroDivisionError):
        return None
    found = next((name for name, length in METRES.items() if abs(metres / length - 1) < 0.001), None)
    paper = float(said[1]) * metres_of(OF_SVG.get(said[2], said[2])) < 2.0
    return None if paper else found


class _Reader:
    """One walk through the tree, without recursion, over uses as well; bounded in steps and depth."""

    def __init__(self, root: Element) -> None:
        self.found = Found()
        self._root = root
        self._ids = {one.get("id"): one for one in root.iter() if one.get("id")}
        self._rules = dict(rules_of(root))
        self._steps = 0

    def read(self) -> None:
        """Gathers everything that is drawn."""
        waiting: list[Waiting] = [(self._root, Matrix(d=-1.0), Style(), 0)]
        while waiting:
            element, outer, inherited, depth = waiting.pop()
            self._steps += 1
            if self._steps > MOST_ELEMENTS or depth > DEEPEST:
                raise PlanRefused("too_much", most=MOST_ELEMENTS)
            tag = tag_of(element)
            if not tag or tag in SILENT:
                continue
            own = self._properties(element)
            matrix = outer.then_inner(transform_of(element.get("transform", "")))
            style = styled(inherited, own, element)
            if own.get("display") == "none" or own.get("visibility") == "hidden":
                if element.get(MODE) != "layer":
                    continue
                self.found.hidden.add(style.layer)
            if tag in HOLDERS:
                waiting.extend((child, matrix, style, depth + 1) for child in reversed(element))
            elif tag == "use":
                waiting.extend(self._used(element, matrix, style, depth))
            else:
                self._draw(element, tag, matrix, style)

    def _used(self, element: Element, matrix: Matrix, style: Style, depth: int) -> Iterator[Waiting]:
        name = (element.get("href") or element.get(HREF) or "").removeprefix("#")
        target = self._ids.get(name)
        if target is not None:
            shift = Matrix(e=number(element, "x"), f=number(element, "y"))
            shown = reversed(target) if tag_of(target) == "symbol" else (target,)
            yield from ((one, matrix.then_inner(shift), style, depth + 1) for one in shown)

    def _properties(self, element: Element) -> dict[str, str]:
        """Presentation attributes, then rules for the element's classes, then its own style."""
        found = {name: element.get(name, "") for name in LOOKS if element.get(name)}
        for name in element.get("class", "").split():
            found |= self._rules.get(f".{name}", {})
        return found | declarations(element.get("style", ""))

    def _draw(self, element: Element, tag: str, matrix: Matrix, style: Style) -> None:
        if tag == "text":
            self._write(element, matrix, style)
            return
        shape = SHAPES.get(tag)
        if shape is None:
            self.found.skipped[tag] = self.found.skipped.get(tag, 0) + 1
            return
        try:
            runs = [([matrix.of(point) for point in run], closed) for run, closed in shape(element)]
        except (ValueError, OverflowError, ZeroDivisionError):
            self.found.broken += 1
            return
        self._strokes(element, runs, style)

    def _strokes(self, element: Element, runs: list[tuple[list[Point], bool]], style: Style) -> None:
        fill, line = colour_of(style.fill), colour_of(style.stroke)
        layer = style.layer if style.layer != PLAIN_LAYER else own_layer(element)
        areas = [run for run, _ in runs if len(run) > 2]
        if fill is not None and fill != "#ffffff":
            for ring in wound(areas):
                self.found.add(Stroke(layer, fill, True, True, ring))
        if line is not None or fill is not None:
            for run, closed in runs:
                as_area = closed or (fill is not None and line is None)
                self.found.add(Stroke(layer, line or fill or "#000000", as_area and len(run) > 2, False, run))
        name = element.get("data-name") or title_of(element)
        if name and areas:
            largest = max(areas, key=_extent)
            self._name(layer, name, largest)

    def _name(self, layer: str, name: str, ring: list[Point]) -> None:
        """An outline that has a name carries it as a text in its middle."""
        from shapely.geometry import Polygon

        polygon = Polygon(ring)
        if polygon.is_valid and polygon.area > 0:
            at = polygon.representative_point()
            self.found.write(Text(layer, at.x, at.y, polygon.area**0.5 / 16, 0.0, quoted(name), 0.5, 0.5))

    def _write(self, element: Element, matrix: Matrix, style: Style) -> None:
        """A text, or each of its lines."""
        across = {"middle": 0.5, "end": 1.0}.get(style.anchor, 0.0)
        parts = [element, *(one for one in element if tag_of(one) == "tspan")]
        x, y = number(element, "x"), number(element, "y")
        for part in parts:
            x, y = number(part, "x", x), number(part, "y", y) + number(part, "dy")
            own = styled(style, self._properties(part), part)
            words = quoted("".join(part.itertext()) if part is not element else element.text or "")
            at = matrix.of((x, y))
            ahead = matrix.of((x + 1, y))
            turn = _turn(ahead[0] - at[0], ahead[1] - at[1])
            height = own.size * CAPITAL * matrix.stretch
            self.found.write(Text(style.layer, at[0], at[1], height, turn, words, across, 0.0))


def _extent(ring: list[Point]) -> float:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def _turn(dx: float, dy: float) -> float:
    return math.degrees(math.atan2(dy, dx)) % 360
