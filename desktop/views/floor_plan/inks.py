"""The map's colours, made of the tokens: what a status looks like as text, as an area and as a frame, in both."""

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from desktop.style.tokens import FILL, colours
from desktop.views.floor_plan.shapes import NORMAL, STATUSES


class Inks(NamedTuple):
    """Colours of one theme; `status` for text and signs, `fill` for areas, `frame` for their outlines."""

    ground: QColor
    sheet: QColor
    plate: QColor
    line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    wrong: QColor
    hatch: QColor
    status: dict[str, QColor]
    fill: dict[str, QColor]
    frame: dict[str, QColor]


@cache
def inks_of(dark: bool) -> Inks:
    """The inks of a theme."""
    theme = "dark" if dark else "light"
    c = colours(theme)
    status = {name: QColor(getattr(c, name)) for name in STATUSES}
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
        status=status,
        fill={name: thinned(getattr(c, f"fill_{name}"), FILL[theme][name] / 100) for name in STATUSES},
        frame=status | {NORMAL: thinned(c.normal, 0.45)},
    )


def thinned(colour: str | QColor, share: float) -> QColor:
    """The colour at so much opacity."""
    made = QColor(colour)
    made.setAlphaF(share)
    return made
