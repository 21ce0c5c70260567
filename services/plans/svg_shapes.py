"""The shapes of SVG as runs of points, each closed or not."""

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from services.plans.svg_path import NUMBER, Point, arc, subpaths

NUMBER_AT_START = re.compile(NUMBER)
Runs = Iterator[tuple[list[Point], bool]]


def tag_of(element: Element) -> str:
    """The name of an element, without its namespace; "" for what is none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def number(element: Element, name: str, otherwise: float = 0.0) -> float:
    """The number that an attribute begins with."""
    found = NUMBER_AT_START.match(element.get(name, "").strip())
    return float(found[0]) if found else otherwise


def _rect(element: Element) -> Runs:
    x, y = number(element, "x"), number(element, "y")
    width, height = number(element, "width"), number(element, "height")
    if width > 0 and height > 0:
        yield [(x, y), (x + width, y), (x + width, y + height), (x, y + height)], True


def _round(element: Element) -> Runs:
    x, y, r = number(element, "cx"), number(element, "cy"), number(element, "r")
    rx, ry = number(element, "rx", r), number(element, "ry", r)
    if rx > 0 and ry > 0:
        half = [*arc((x + rx, y), (x - rx, y), rx, ry, 0, False, True)]
        yield [*half, *arc((x - rx, y), (x + rx, y), rx, ry, 0, False, True)], True


def _line(element: Element) -> Runs:
    ends = [(number(element, f"x{end}"), number(element, f"y{end}")) for end in "12"]
    yield ends, False


def _poly(element: Element) -> Runs:
    values = [float(number) for number in NUMBER_AT_START.findall(element.get("points", ""))]
    yield list(zip(values[::2], values[1::2], strict=False)), tag_of(element) == "polygon"


def _path(element: Element) -> Runs:
    return subpaths(element.get("d", ""))


SHAPES: dict[str, Callable[[Element], Runs]] = {
    "rect": _rect,
    "circle": _round,
    "ellipse": _round,
    "line": _line,
    "polyline": _poly,
    "polygon": _poly,
    "path": _path,
}
