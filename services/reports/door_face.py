"""Door signs: a band in the colour of the risk, the zone's name, a code to be read from a distance, and the notice."""

from services.reports.fonts import drawable
from services.reports.inks import LEVELS, Level
from services.reports.label_face import (
    CAPITALS_HALF,
    GAP_MM,
    Face,
    LabelFacts,
    Line,
    Mark,
    code_below,
    foot_height,
    foot_lines,
    foot_of,
    lacking_of,
    name_lines,
)
from services.reports.label_sheets import MM_PER_PT, Box, Template
from services.reports.pictograms import notice, phone, warning
from services.reports.typeset import cut_to, width_em, width_mm

_PLAIN = Level("#FFFFFF", "#000000")  # of a zone whose risk nobody has graded
_EDGE_MM = 0.4


def door_of(template: Template, facts: LabelFacts, cell: Box, lang: str) -> Face:
    """Lays one door sign out. Raises Refused: label.address_too_long, label.no_room."""
    room = cell.shrunk(template.inset_mm)
    foot = foot_of(template, facts, lang)
    size, code, words = code_below(template, len(facts.url), cell, room, foot_height(foot))
    band = Box(room.x, room.y, room.width, template.badge_mm)
    top = band.bottom + GAP_MM
    named, name_cut = name_lines(
        template, drawable(facts.name, 700), Box(room.x, top, room.width, words.bottom - top), centred=True
    )
    marks, head = _band(template, facts, band)
    said, foot_cut = foot_lines(foot, room, centred=True)
    notes = ("name_cut",) * name_cut + ("foot_cut",) * foot_cut
    lines = (*head, *named, *said)
    return Face(cell, code, size, None, lines, notes, lacking_of(facts), (*marks, *_hand(said)))


def _band(template: Template, facts: LabelFacts, band: Box) -> tuple[tuple[Mark, ...], tuple[Line, ...]]:
    """The band: class letter, class word over the risk's, and a pictogram at the right."""
    level = LEVELS.get(facts.risk, _PLAIN)
    corners = ((band.x, band.y), (band.right, band.y), (band.right, band.bottom), (band.x, band.bottom))
    plate = Mark(corners, level.ground, level.ground if facts.risk else level.text, _EDGE_MM)
    side = band.height * 0.86
    picture = Box(band.right - side - 2 * GAP_MM, band.y + (band.height - side) / 2, side, side)
    drawn = warning(picture) if facts.risk in ("red", "orange", "yellow") else notice(picture)
    letter_pt = band.height * 0.8 / MM_PER_PT
    letter = drawable(facts.zone_class, 700)
    letter_x, middle = band.x + 4 * GAP_MM, band.y + band.height / 2
    words_x = letter_x + width_mm(letter, letter_pt, 700) + 4 * GAP_MM
    room = max(picture.x - GAP_MM - words_x, GAP_MM) / MM_PER_PT
    lines = [Line(letter, 700, letter_pt, letter_x, middle + CAPITALS_HALF * letter_pt * MM_PER_PT, level.text)]
    texts = [text for text in (drawable(facts.class_word, 700), drawable(facts.risk_word, 700)) if text]
    pt = min([template.class_pt, *(room / width_em(text, 700) for text in texts)])
    em = pt * MM_PER_PT
    for number, text in enumerate(texts):
        centre = middle + (number - (len(texts) - 1) / 2) * 1.25 * em
        lines.append(Line(cut_to(text, room / pt + 1e-6, 700), 700, pt, words_x, centre + 0.38 * em, level.text))
    return (plate, *drawn), tuple(lines)


def _hand(said: list[Line]) -> tuple[Mark, ...]:
    """A telephone before the first line under the code, which asks people to scan it."""
    if not said:
        return ()
    first = said[0]
    side = 1.25 * first.size * MM_PER_PT
    return phone(Box(first.x - side - GAP_MM, first.baseline - 0.88 * side + 0.1 * side, side, side))
