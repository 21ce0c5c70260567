"""The map's colours, made of the tokens: what a status looks like as text, as an area and as a frame, in both."""

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from desktop.style.tokens import FILL, LEVEL_FILL, STATUTORY, colours
from desktop.views.floor_plan.shapes import NORMAL, STATUSES


class Inks(NamedTuple):
    """Colours of one theme; `status` for text and signs, `fill` for areas, `frame` for their outlines, the last two
    also for levels of statutory risk."""

    ground: QColor
    sheet: QColor
    plate: QColor
    line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    wrong: QColor
    hatch: QColor
    hatch_on_level: QColor
    status: dict[str, QColor]
    fill: dict[str, QColor]
    frame: dict[str, QColor]


@cache
def inks_of(dark: bool) -> Inks:
    """The inks of a theme."""
    theme = "dark" if dark else "light"
    c = colours(theme)
    status = {name: QColor(getattr(c, name)) for name in STATUSES}
    levels = {name: QColor(ground) for name, (ground, _) in STATUTORY.items()}
    level_fill = {name: thinned(ink, LEVEL_FILL[theme] / 100) for name, ink in levels.items()}
    return Inks(
        ground=QColor(c.page),
        sheet=QColor(c.panel),
        plate=thinned(c.panel, 0.94),
        line=QColor(c.line),
        text=QColor(c.text),
        muted=QColor(c.muted),
        accent=QColor(c.accent),
        wrong=QColor(c.overdue),
        hatch=thinned(c.unknown, 0.45),
        hatch_on_level=thinned(c.text, 0.5),
        status=status,
        fill={name: thinned(getattr(c, f"fill_{name}"), FILL[theme][name] / 100) for name in STATUSES} | level_fill,
        frame=status | {NORMAL: thinned(c.normal, 0.45)} | levels,
    )


def thinned(colour: str | QColor, share: float) -> QColor:
    """The colour at so much opacity."""
    made = QColor(colour)
    made.setAlphaF(share)
    return made
