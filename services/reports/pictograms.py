"""Pictograms of our own drawing for door signs: outlines in a unit square, set into a box."""

import math

from services.reports.label_face import BLACK, Mark
from services.reports.label_sheets import Box

WARNING_YELLOW, NOTICE_BLUE, GUIDANCE_GREEN, WHITE = "#F5C518", "#2E6FD9", "#1A7F4B", "#FFFFFF"
_BAR = ((0.445, 0.36), (0.555, 0.36), (0.53, 0.66), (0.47, 0.66))
_PHONE = ((0.24, 0.04), (0.76, 0.04), (0.76, 0.96), (0.24, 0.96))
_SCREEN = ((0.31, 0.14), (0.69, 0.14), (0.69, 0.8), (0.31, 0.8))
_FINDERS = ((0.36, 0.24), (0.53, 0.24), (0.36, 0.52))


def warning(box: Box) -> tuple[Mark, ...]:
    """A triangle with an exclamation mark: mind what is behind this door."""
    triangle = ((0.5, 0.08), (0.96, 0.89), (0.04, 0.89))
    return (
        Mark(_set(box, triangle), WARNING_YELLOW, BLACK, box.width * 0.06),
        Mark(_set(box, _BAR), BLACK, solid=True),
        Mark(_set(box, _round(0.5, 0.755, 0.05)), BLACK, solid=True),
    )


def notice(box: Box) -> tuple[Mark, ...]:
    """A disc with an i: something to know, nothing to fear."""
    return (
        Mark(_set(box, _round(0.5, 0.5, 0.44)), NOTICE_BLUE, WHITE, box.width * 0.05),
        Mark(_set(box, ((0.45, 0.44), (0.55, 0.44), (0.55, 0.76), (0.45, 0.76))), WHITE, solid=True),
        Mark(_set(box, _round(0.5, 0.3, 0.065)), WHITE, solid=True),
    )


def phone(box: Box) -> tuple[Mark, ...]:
    """A telephone that shows a code: scan here."""
    finders = (((x, y), (x + 0.11, y), (x + 0.11, y + 0.13), (x, y + 0.13)) for x, y in _FINDERS)
    return (
        Mark(_set(box, _PHONE), GUIDANCE_GREEN, GUIDANCE_GREEN, box.width * 0.05),
        Mark(_set(box, _SCREEN), WHITE),
        *(Mark(_set(box, finder), BLACK, solid=True) for finder in finders),
    )


def _round(x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    turns = (2 * math.pi * step / 40 for step in range(40))
    return tuple((x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns)


def _set(box: Box, outline: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    return tuple((box.x + x * box.width, box.y + y * box.height) for x, y in outline)
