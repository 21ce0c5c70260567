"""Label templates: the papers in print_templates/labels, read as data, checked, and turned into millimetres."""

import base64
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from services.core.refused import Refused
from services.reports.schema import Problem, problems

FOLDER = Path(__file__).resolve().parents[2] / "print_templates" / "labels"
FOOT_FACTS = frozenset(("supervisor", "phone", "code", "plant", "host", "hint", "risk_notice", "emergency"))
ELEMENT_FACTS = FOOT_FACTS | {"name", "zone_class", "class_word"}
ROUNDING_MM = 0.01
MM_PER_INCH = 25.4
GATE_SIGN_MM = 148.0
NO_TEMPLATES = ("schema", "sample")  # what else stands beside them
MM_PER_PT = MM_PER_INCH / 72


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres from the top left corner of the page, y downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def shrunk(self, by: float) -> "Box":
        """The same box, `by` millimetres smaller on every side."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


@dataclass(frozen=True, kw_only=True)
class FootLine:
    """A text at the bottom of a label, with facts in braces: letters of `pt` points in at most so many `lines`."""

    text: str
    pt: float
    bold: bool = False
    lines: int = 1


@dataclass(frozen=True, kw_only=True)
class Element:
    """Something at a place of its own on a label, in mm from the label's top left corner."""

    kind: str
    at_mm: tuple[float, float]
    size_mm: tuple[float, float]
    text: str = ""
    pt: float = 10.0
    bold: bool = False
    centred: bool = False
    image: str = ""

    def picture(self) -> bytes:
        """A logo's file. Raises ValueError when it is none."""
        from io import BytesIO

        from PIL import Image

        data = base64.b64decode(self.image, validate=True)
        try:
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
                opened.load()
        except (OSError, SyntaxError, Image.DecompressionBombError) as error:
            raise ValueError(str(error)) from error
        return data


@dataclass(frozen=True, kw_only=True)
class Template:
    """One paper and how a label on it looks; schema.json says what each figure means."""

    name: str
    title: dict[str, str]
    page_mm: tuple[float, float]
    label_mm: tuple[float, float]
    columns: int
    rows: int
    first_mm: tuple[float, float]
    pitch_mm: tuple[float, float]
    inset_mm: float
    printer_dpi: int
    arrangement: str
    code_mm: float
    name_pt: tuple[float, float]
    name_lines: int
    badge_mm: float
    class_pt: float
    foot: tuple[FootLine, ...]
    elements: tuple[Element, ...] = ()

    @property
    def per_page(self) -> int:
        return self.columns * self.rows

    @property
    def for_gate(self) -> bool:
        """Whether it is as large as the signs on gates, A5 and more, also one that somebody has drawn anew."""
        return min(self.label_mm) >= GATE_SIGN_MM

    @property
    def dot_mm(self) -> float:
        """One printer dot. 203 dpi heads have 8 dots a millimetre exactly."""
        return 0.125 if self.printer_dpi == 203 else MM_PER_INCH / self.printer_dpi

    def cell(self, number: int, offset_mm: tuple[float, float] = (0, 0), scale: float = 1.0) -> Box:
        """Where label `number` of a page is, along the rows from 0; `scale`, then `offset_mm` correct a printer."""
        row, column = divmod(number, self.columns)
        return Box(
            (self.first_mm[0] + column * self.pitch_mm[0]) * scale + offset_mm[0],
            (self.first_mm[1] + row * self.pitch_mm[1]) * scale + offset_mm[1],
            self.label_mm[0] * scale,
            self.label_mm[1] * scale,
        )


def template_names() -> list[str]:
    """The names of the templates that come with the program, in reading order."""
    return sorted(path.stem for path in FOLDER.glob("*.json") if path.stem not in NO_TEMPLATES)


def load_template(name: str | Path) -> Template:
    """A template of ours by its name, or a user's own by the path of its JSON file.

    Raises Refused: label.template_unknown (name, known) or label.template_invalid (file, where, rule, want)."""
    path = Path(name)
    if path.suffix != ".json":
        mine = str(name) in my_template_names()
        if not mine and str(name) not in template_names():
            raise Refused("label.template_unknown", name=str(name), known=", ".join(_known()))
        path = (my_folder() if mine else FOLDER) / f"{name}.json"
    return _checked(_content(path), path.name)


def my_folder() -> Path:
    """Where this user's own templates are."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("anhuan", appauthor=False)) / "label_templates"


def my_template_names() -> list[str]:
    """The names of this user's own templates."""
    return sorted(path.stem for path in my_folder().glob("*.json"))


def _known() -> list[str]:
    return template_names() + my_template_names()


def _content(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"), parse_constant=_no_number)
    except OSError as error:
        raise Refused("label.template_unknown", name=str(path), known=", ".join(_known())) from error
    except ValueError as error:
        raise Refused("label.template_invalid", file=path.name, where="", rule="JSON", want=str(error)) from error


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is not a length")


def _checked(content: Any, file: str) -> Template:
    for problem in problems(content, _schema()):
        raise _invalid(file, problem)
    foot = tuple(FootLine(**line) for line in content.pop("foot"))
    elements = tuple(Element(**_with_tuples(element)) for element in content.pop("elements", ()))
    template = Template(**_with_tuples(content), foot=foot, elements=elements)
    for problem in _misfits(template):
        raise _invalid(file, problem)
    return template


def _with_tuples(content: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in content.items()}


def _invalid(file: str, problem: Problem) -> Refused:
    return Refused("label.template_invalid", file=file, where=problem.where, rule=problem.rule, want=problem.want)


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((FOLDER / "schema.json").read_text("utf-8"))
    return schema


def _misfits(template: Template) -> Iterator[Problem]:
    """What no schema can say: labels on the page, none over another, room for the code, letters from small to large."""
    last = template.cell(template.per_page - 1)
    if last.right > template.page_mm[0] + ROUNDING_MM or last.bottom > template.page_mm[1] + ROUNDING_MM:
        yield Problem("page_mm", "minimum", [round(last.right, 2), round(last.bottom, 2)])
    for count, axis in ((template.columns, 0), (template.rows, 1)):
        if count > 1 and template.pitch_mm[axis] < template.label_mm[axis] - ROUNDING_MM:
            yield Problem(f"pitch_mm[{axis}]", "minimum", template.label_mm[axis])
    yield from _free_misfits(template) if template.arrangement == "free" else _laid_misfits(template)


def _free_misfits(template: Template) -> Iterator[Problem]:
    """One code, everything on the label, and no fact in a text that a label does not have."""
    if sum(element.kind == "code" for element in template.elements) != 1:
        yield Problem("elements", "contains", "code")
    for place, element in enumerate(template.elements):
        for axis in (0, 1):
            most = template.label_mm[axis] - element.size_mm[axis]
            if element.at_mm[axis] > most + ROUNDING_MM:
                yield Problem(f"elements[{place}].at_mm[{axis}]", "maximum", math.floor(most * 100) / 100)
        if element.kind == "logo" and not _is_picture(element):
            yield Problem(f"elements[{place}].image", "contentMediaType", "PNG, JPEG")
        if not _placeholders(element.text) <= ELEMENT_FACTS:
            yield Problem(f"elements[{place}].text", "enum", sorted(ELEMENT_FACTS))


def _is_picture(element: Element) -> bool:
    try:
        return bool(element.picture())
    except ValueError:
        return False


def _laid_misfits(template: Template) -> Iterator[Problem]:
    if template.elements:
        yield Problem("elements", "maxItems", 0)
    room = min(template.label_mm) - 2 * template.inset_mm
    if template.code_mm > room + ROUNDING_MM:
        yield Problem("code_mm", "maximum", math.floor(room * 100) / 100)
    words_pt = template.name_pt[0] + sum(line.pt * line.lines for line in template.foot)
    needed = template.badge_mm + 1.5 * words_pt * MM_PER_PT
    if needed > template.label_mm[1] - 2 * template.inset_mm:
        yield Problem("label_mm[1]", "minimum", math.ceil(10 * (needed + 2 * template.inset_mm)) / 10)
    if template.name_pt[0] > template.name_pt[1]:
        yield Problem("name_pt[1]", "minimum", template.name_pt[0])
    for place, line in enumerate(template.foot):
        if not _placeholders(line.text) <= FOOT_FACTS:
            yield Problem(f"foot[{place}].text", "enum", sorted(FOOT_FACTS))


def _placeholders(line: str) -> set[str]:
    try:
        parts = list(Formatter().parse(line))
    except ValueError:
        return {"{"}
    odd = {"{" for _, _, spec, conversion in parts if spec or conversion}
    return odd | {field for _, field, _, _ in parts if field is not None}
