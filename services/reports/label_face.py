"""What stands where on one label, in millimetres: made once, drawn by whoever prints.

No word ever comes nearer to the code than its quiet zone: the words get the room that is left.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from services.reports.fonts import Weight, drawable, missing
from services.reports.label_sheets import MM_PER_PT, Box, FootLine, Template
from services.reports.qr import QUIET_MODULES, CodeSize, best_size
from services.reports.typeset import AIR, ASCENT, LEADING, cut_to, fitted, width_em, width_mm
from services.words import say

GAP_MM = 1.0
JOINT = " · "
BLACK = "#000000"
_FOOT_LEADING = 1.4
_FOOT_MAY_SHRINK = 0.8
_CLASS_MAY_SHRINK = 0.7
CAPITALS_HALF = 0.366  # em from the middle of a capital letter to the line it stands on
HANZI_HALF = 0.38


@dataclass(frozen=True, kw_only=True)
class LabelFacts:
    """What a label says. `url` is the finished text of the code, ASCII; everything else may be empty. `risk` is the
    level as a colour of the four-colour map, `emergency` what to do when something happens, `until` how long the
    label is good, beside its code."""

    url: str
    code: str
    name: str
    zone_class: str
    class_word: str
    supervisor: str = ""
    phone: str = ""
    plant: str = ""
    risk: str = ""
    risk_word: str = ""
    emergency: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `x` and `baseline` in mm, `size` in points, `ink` its colour."""

    text: str
    weight: Weight
    size: float
    x: float
    baseline: float
    ink: str = BLACK


@dataclass(frozen=True, slots=True)
class Mark:
    """A closed outline with corners in mm, filled with `ink`, its edge `width` mm wide. Where only black is printed a
    `solid` one is black and any other only its edge."""

    corners: tuple[tuple[float, float], ...]
    ink: str
    edge: str = ""
    width: float = 0.0
    solid: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo: the bytes of its file, and the room in which it is drawn as large as it goes."""

    data: bytes
    box: Box


@dataclass(frozen=True, slots=True)
class Face:
    """A label as it is drawn. `notes`: name_cut, foot_cut; `lacking`: characters that the font does not have."""

    cell: Box
    code: Box
    size: CodeSize
    badge: Box | None
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    lacking: str
    marks: tuple[Mark, ...] = ()
    pictures: tuple[Picture, ...] = ()


def face_of(template: Template, facts: LabelFacts, cell: Box, lang: str) -> Face:
    """Lays one label out in its cell. Raises Refused: label.address_too_long, label.no_room."""
    if template.arrangement == "door":
        from services.reports.door_face import door_of

        return door_of(template, facts, cell, lang)
    if template.arrangement == "free":
        from services.reports.free_face import free_of

        return free_of(template, facts, cell, lang)
    room = cell.shrunk(template.inset_mm)
    foot = foot_of(template, facts, lang)
    below = template.arrangement == "below"
    if below:
        size, code, words = code_below(template, len(facts.url), cell, room, foot_height(foot))
        foot_room = room
    else:
        size, code, words = _code_beside(template, len(facts.url), cell, room)
        foot_room = words
    said, foot_cut = foot_lines(foot, foot_room, below)
    head_bottom = words.y + template.badge_mm + GAP_MM
    name_bottom = words.bottom - (0 if below else foot_height(foot) + GAP_MM)
    name_room = Box(words.x, head_bottom, words.width, max(name_bottom - head_bottom, GAP_MM))
    named, name_cut = name_lines(template, drawable(facts.name, 700), name_room, below)
    badge, head_lines = _head(template, facts, words, below)
    notes = ("name_cut",) * name_cut + ("foot_cut",) * foot_cut
    return Face(cell, code, size, badge, (*head_lines, *named, *said), notes, lacking_of(facts))


def lacking_of(facts: LabelFacts) -> str:
    """The characters of these facts that the font does not have."""
    said = facts.risk_word + facts.emergency + facts.class_word + facts.supervisor + facts.phone + facts.plant
    return "".join(sorted(missing(facts.name + facts.zone_class, 700) | missing(said, 400)))


def _code_beside(template: Template, length: int, cell: Box, room: Box) -> tuple[CodeSize, Box, Box]:
    """The code at the right, on whole printer dots; words get what its quiet zone leaves at the left."""
    symbol = min(template.code_mm, room.width, room.height)
    size = best_size(length, symbol, min(cell.width, cell.height), template.dot_mm)
    side, quiet = _side_and_quiet(template, size)
    x = _snapped(cell.right - max(template.inset_mm, quiet) - side, template.dot_mm)
    y = _snapped(cell.y + (cell.height - side) / 2, template.dot_mm)
    words = Box(room.x, room.y, max(x - quiet - GAP_MM - room.x, GAP_MM), room.height)
    return size, Box(x, y, side, side), words


def code_below(template: Template, length: int, cell: Box, room: Box, foot_mm: float) -> tuple[CodeSize, Box, Box]:
    """The code in the middle above the foot; words get what its quiet zone leaves above."""
    name_mm = template.name_pt[0] * (LEADING * template.name_lines + AIR) * MM_PER_PT
    with_quiet = min(cell.width, room.height - template.badge_mm - name_mm - foot_mm - 2 * GAP_MM)
    size = best_size(length, min(template.code_mm, room.width), with_quiet, template.dot_mm)
    side, quiet = _side_and_quiet(template, size)
    x = _snapped(cell.x + (cell.width - side) / 2, template.dot_mm)
    y = _snapped(room.bottom - foot_mm - quiet - side, template.dot_mm)
    return size, Box(x, y, side, side), Box(room.x, room.y, room.width, y - quiet - room.y)


def _side_and_quiet(template: Template, size: CodeSize) -> tuple[float, float]:
    module = size.dots * template.dot_mm
    return size.modules * module, QUIET_MODULES * module


def _snapped(length: float, dot: float) -> float:
    """Down to a printer dot, so that no rounding eats into the quiet zone at the label's right and lower edge."""
    return math.floor(length / dot + 1e-6) * dot


def _head(template: Template, facts: LabelFacts, words: Box, centred: bool) -> tuple[Box | None, tuple[Line, ...]]:
    """The class letter in its square and the class word beside it, in smaller letters where it is narrow; where even
    they are too wide the letter says it. Without a class the word is alone."""
    side = template.badge_mm
    letter_pt = side * 0.74 / MM_PER_PT
    word_x = side + GAP_MM * 1.5 if facts.zone_class else 0.0
    word, word_pt = _class_word(template, facts, max(words.width - word_x, 0) / MM_PER_PT)
    whole = word_x + width_mm(word, word_pt) if word else side
    badge = Box(words.x + (words.width - whole) / 2 * centred, words.y, side, side)
    middle = badge.y + side / 2
    beside = Line(word, 400, word_pt, badge.x + word_x, middle + HANZI_HALF * word_pt * MM_PER_PT)
    if not facts.zone_class:
        return None, (beside,)
    letter = drawable(facts.zone_class, 700)
    letter_x = badge.x + (side - width_mm(letter, letter_pt, 700)) / 2
    return badge, (Line(letter, 700, letter_pt, letter_x, middle + CAPITALS_HALF * letter_pt * MM_PER_PT), beside)


def _class_word(template: Template, facts: LabelFacts, room_pt: float) -> tuple[str, float]:
    """The word and the size of its letters; a piece of a word tells nothing, so beside its letter it is whole or not
    there."""
    word, least = drawable(facts.class_word), template.class_pt * _CLASS_MAY_SHRINK
    pt = min(template.class_pt, room_pt / max(width_em(word, 400), 1e-3))
    if pt >= least:
        return word, pt
    return ("" if facts.zone_class else cut_to(word, room_pt / least, 400)), least


def name_lines(template: Template, name: str, room: Box, centred: bool) -> tuple[list[Line], bool]:
    """The zone's name, as large as it goes, in the middle of its room."""
    in_pt = (room.width / MM_PER_PT, room.height / MM_PER_PT)
    fit = fitted(name, in_pt, template.name_pt, template.name_lines, 700)
    em = fit.size * MM_PER_PT
    top = room.y + (room.height - em * LEADING * len(fit.lines)) / 2 + (LEADING - 1) / 2 * em
    lines = []
    for number, text in enumerate(fit.lines):
        spare = room.width - width_mm(text, fit.size, 700)
        baseline = top + (LEADING * number + ASCENT) * em
        lines.append(Line(text, 700, fit.size, room.x + spare / 2 * centred, baseline))
    return lines, fit.cut


def foot_of(template: Template, facts: LabelFacts, lang: str) -> list[tuple[str, FootLine]]:
    """The lines that have something to say."""
    known = facts_of(facts, lang)
    said = [(drawable(filled(line.text, known)), line) for line in template.foot]
    return [(text, line) for text, line in said if text]


def facts_of(facts: LabelFacts, lang: str) -> dict[str, str]:
    """What a line at the bottom may hold, by the name it is held by."""
    return {
        "supervisor": facts.supervisor,
        "phone": facts.phone,
        "code": " ".join(filter(None, (facts.code, facts.until))),
        "plant": facts.plant,
        "host": urlsplit(facts.url).netloc,
        "hint": say("label.scan_hint", lang),
        "risk_notice": say("label.risk_notice", lang, level=facts.risk_word) if facts.risk_word else "",
        "emergency": say("label.emergency", lang, what=facts.emergency) if facts.emergency else "",
    }


def filled(text: str, known: dict[str, str]) -> str:
    """`text` with its facts; parts that come out empty vanish."""
    parts = (" ".join(part.format(**known).split()) for part in text.split(JOINT))
    return JOINT.join(filter(None, parts))


def foot_height(foot: list[tuple[str, FootLine]]) -> float:
    """What the foot takes, in mm; a text that may take several lines has room for all of them."""
    return sum(line.pt * line.lines for _, line in foot) * _FOOT_LEADING * MM_PER_PT


def foot_lines(foot: list[tuple[str, FootLine]], room: Box, centred: bool) -> tuple[list[Line], bool]:
    """The foot against the lower edge. A line too wide gets smaller letters, then loses its end; lines that a text
    does not take leave no gap."""
    below, cut = room.bottom, False
    lines: list[Line] = []
    for text, line in reversed(foot):
        weight: Weight = 700 if line.bold else 400
        texts, size = _into_lines(text, line, room.width / MM_PER_PT, weight)
        cut = cut or _letters(texts) != _letters([text])
        for shown in reversed(texts):
            spare = room.width - width_mm(shown, size, weight)
            baseline = below - 0.16 * line.pt * MM_PER_PT
            lines.append(Line(shown, weight, size, room.x + spare / 2 * centred, baseline))
            below -= line.pt * _FOOT_LEADING * MM_PER_PT
    return lines[::-1], cut


def _into_lines(text: str, line: FootLine, room_pt: float, weight: Weight) -> tuple[Sequence[str], float]:
    least = line.pt * _FOOT_MAY_SHRINK
    if line.lines == 1:
        size = min(line.pt, max(least, room_pt / width_em(text, weight)))
        return [cut_to(text, room_pt / size + 1e-6, weight)], size
    fit = fitted(text, (room_pt, line.pt * line.lines * _FOOT_LEADING), (least, line.pt), line.lines, weight)
    return fit.lines, fit.size


def _letters(texts: Sequence[str]) -> str:
    return "".join("".join(texts).split())
