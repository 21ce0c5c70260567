"""Labels whose elements stand where somebody has put them, and templates of that kind made from the others."""

from dataclasses import replace

from services.reports.fonts import Weight, drawable
from services.reports.label_face import (
    BLACK,
    GAP_MM,
    Face,
    LabelFacts,
    Line,
    Mark,
    Picture,
    facts_of,
    filled,
    lacking_of,
)
from services.reports.label_sheets import MM_PER_PT, Box, Element, Template
from services.reports.qr import CodeSize, best_size
from services.reports.typeset import ASCENT, LEADING, fitted, width_mm

MOST_LINES = 6
_SPARE_MM = 0.05  # so that rounded lengths do not cost the code a dot
LEAST_SHARE = 0.5  # of its letters' size, before a text loses its end


def free_of(template: Template, facts: LabelFacts, cell: Box, lang: str) -> Face:
    """Lays one label out. Raises Refused: label.address_too_long, label.no_room."""
    known = facts_of(facts, lang) | {
        "name": facts.name,
        "zone_class": facts.zone_class,
        "class_word": facts.class_word,
    }
    size, code = _code(template, len(facts.url), cell)
    lines: list[Line] = []
    marks: list[Mark] = []
    pictures: list[Picture] = []
    cut = False
    for element in template.elements:
        box = _box(element, cell)
        if element.kind == "line":
            corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
            marks.append(Mark(corners, BLACK, solid=True))
        elif element.kind == "logo":
            pictures.append(Picture(element.picture(), box))
        elif element.kind == "text":
            made, shortened = _text(element, filled(element.text, known), box)
            lines += made
            cut = cut or shortened
    notes = ("text_cut",) * cut
    return Face(cell, code, size, None, tuple(lines), notes, lacking_of(facts), tuple(marks), tuple(pictures))


def _box(element: Element, cell: Box) -> Box:
    return Box(cell.x + element.at_mm[0], cell.y + element.at_mm[1], *element.size_mm)


def _code(template: Template, length: int, cell: Box) -> tuple[CodeSize, Box]:
    """As large as fits into its element, in its middle, on whole printer dots."""
    element = next(one for one in template.elements if one.kind == "code")
    box, dot = _box(element, cell), template.dot_mm
    size = best_size(length, min(element.size_mm), min(cell.width, cell.height), dot)
    side = size.modules * size.dots * dot
    x, y = (box.x + (box.width - side) / 2, box.y + (box.height - side) / 2)
    return size, Box(round(x / dot) * dot, round(y / dot) * dot, side, side)


def _text(element: Element, text: str, box: Box) -> tuple[list[Line], bool]:
    """In the middle of the height of its box; smaller letters where it is long."""
    weight: Weight = 700 if element.bold else 400
    shown = drawable(text, weight)
    if not shown:
        return [], False
    room = (box.width / MM_PER_PT, box.height / MM_PER_PT)
    fit = fitted(shown, room, (element.pt * LEAST_SHARE, element.pt), MOST_LINES, weight)
    em = fit.size * MM_PER_PT
    top = box.y + (box.height - em * LEADING * len(fit.lines)) / 2 + (LEADING - 1) / 2 * em
    lines = []
    for number, line in enumerate(fit.lines):
        spare = box.width - width_mm(line, fit.size, weight)
        lines.append(
            Line(line, weight, fit.size, box.x + spare / 2 * element.centred, top + (LEADING * number + ASCENT) * em)
        )
    return lines, fit.cut


def freed(template: Template, facts: LabelFacts) -> Template:
    """The same paper with everything where `template` puts it for such a label, free to be moved. Raises Refused as
    face_of does."""
    from services.reports.label_face import face_of

    if template.arrangement == "free":
        return template
    width, height = template.label_mm
    face = face_of(template, facts, Box(0, 0, width, height), "zh")
    inset, beside = template.inset_mm, template.arrangement == "beside"
    quiet = 4 * face.size.dots * template.dot_mm
    wide = max(face.code.x - quiet - GAP_MM - inset, GAP_MM) if beside else width - 2 * inset
    foot_mm = sum(line.pt * line.lines for line in template.foot) * 1.4 * MM_PER_PT
    end = height - inset - foot_mm
    below = inset + template.badge_mm + GAP_MM
    name_end = end - GAP_MM if beside else face.code.y - quiet
    centred = not beside
    elements = [
        _element(
            "code",
            (face.code.x - _SPARE_MM, face.code.y - _SPARE_MM),
            (face.code.width + 2 * _SPARE_MM, face.code.height + 2 * _SPARE_MM),
        ),
        _element(
            "text",
            (inset, inset),
            (wide, template.badge_mm),
            text="{zone_class} {class_word}",
            pt=template.badge_mm * 0.7 / MM_PER_PT,
            bold=True,
            centred=centred,
        ),
        _element(
            "text",
            (inset, below),
            (wide, max(name_end - below, 2.0)),
            text="{name}",
            pt=template.name_pt[1],
            bold=True,
            centred=centred,
        ),
    ]
    for line in template.foot:
        room = line.pt * line.lines * 1.4 * MM_PER_PT
        elements.append(
            _element("text", (inset, end), (wide, room), text=line.text, pt=line.pt, bold=line.bold, centred=centred)
        )
        end += room
    return replace(template, arrangement="free", elements=tuple(elements))


def _element(
    kind: str,
    at: tuple[float, float],
    size: tuple[float, float],
    *,
    text: str = "",
    pt: float = 10.0,
    bold: bool = False,
    centred: bool = False,
) -> Element:
    """With lengths that people can read in a file."""
    x, y = (round(length, 2) for length in at)
    width, height = (round(length, 2) for length in size)
    return Element(
        kind=kind, at_mm=(x, y), size_mm=(width, height), text=text, pt=round(pt, 1), bold=bold, centred=centred
    )
