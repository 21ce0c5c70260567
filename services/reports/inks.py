"""Colours on paper. They are those of the screen in its light theme, written down again because this room may not know
the console's; a test holds the two together."""

from typing import NamedTuple

TEXT, MUTED, LINE, PANEL = "#1B2430", "#566273", "#DDE1E7", "#FFFFFF"
TINT = "#F5F6F8"  # behind heads of tables
ACCENT = "#0B5CAD"
WALL, FURNITURE = "#7C8794", "#AEB6C0"
WALL_FILL, FURNITURE_FILL = "#9AA4B2", "#EEF0F3"  # areas that the drawing fills; the map's own


class Level(NamedTuple):
    """A level of statutory risk: its ground and the colour of text on it."""

    ground: str
    text: str


LEVELS = {
    "red": Level("#D92D20", "#FFFFFF"),
    "orange": Level("#F27A1A", "#1B2430"),
    "yellow": Level("#F5C518", "#1B2430"),
    "blue": Level("#2E6FD9", "#FFFFFF"),
}
STATUS = {"normal": "#1A7F4B", "pending": "#8A6100", "overdue": "#B3261E", "unknown": "#566273"}
STATUS_FILL = {"normal": "#1A7F4B", "pending": "#E9AE00", "overdue": "#B3261E", "unknown": "#566273"}
STATUS_SHARE = {"normal": 0.15, "pending": 0.30, "overdue": 0.22, "unknown": 0.10}
LEVEL_SHARE = 0.62  # the drawing's lines must shine through, and yellow must stay yellow
FIRE = "#B3261E"  # things that put out fires are red on every plan
