"""The look in figures: every colour and size that screen, phone page and paper use. Nothing else names a colour."""

from dataclasses import dataclass, fields

GRID = 4
RADIUS = 6
ROW = 34
PAGE_PADDING = 24
NAV_WIDE, NAV_RAIL = 200, 56
HEAD, STATUS_BAR, SIDE_PANEL, PANEL_FOOT = 56, 28, 360, 56
TITLE, SECTION, BODY, CAPTION, FIGURE = 24, 16, 14, 12, 32


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. Text on panel has a contrast of at least 5:1, muted text at least 6:1 (computed in the tests).
    `fill_*` are area fills over the plan, with their opacity in percent in FILL."""

    page: str
    panel: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    normal: str
    pending: str
    overdue: str
    unknown: str
    fill_normal: str
    fill_pending: str
    fill_overdue: str
    fill_unknown: str
    wall: str
    furniture: str
    tint: str
    hover: str
    danger_ground: str
    alarm: str
    on_alarm: str


LIGHT = Colours(
    page="#F5F6F8",
    panel="#FFFFFF",
    line="#DDE1E7",
    text="#1B2430",
    muted="#566273",
    accent="#0B5CAD",
    on_accent="#FFFFFF",
    normal="#1A7F4B",
    pending="#8A6100",
    overdue="#B3261E",
    unknown="#566273",
    fill_normal="#1A7F4B",
    fill_pending="#E9AE00",
    fill_overdue="#B3261E",
    fill_unknown="#566273",
    wall="#7C8794",
    furniture="#AEB6C0",
    tint="#E6EFF9",
    hover="#EEF1F5",
    danger_ground="#FBE9E7",
    alarm="#B3261E",
    on_alarm="#FFFFFF",
)

DARK = Colours(
    page="#14181D",
    panel="#1C2229",
    line="#333C47",
    text="#E7ECF2",
    muted="#A3AFBD",
    accent="#6CB2FF",
    on_accent="#0A1A2B",
    normal="#54C58A",
    pending="#F0C04A",
    overdue="#FF8A80",
    unknown="#A3AFBD",
    fill_normal="#54C58A",
    fill_pending="#F0C04A",
    fill_overdue="#FF8A80",
    fill_unknown="#A3AFBD",
    wall="#7E8996",
    furniture="#515C69",
    tint="#1F3550",
    hover="#252D37",
    danger_ground="#43211F",
    alarm="#8C1D18",
    on_alarm="#FFFFFF",
)

# For eyes that need it: white on black, every text at least 7:1 (WCAG 2.2, 1.4.6), edges at least 3:1 (1.4.11).
CONTRAST = Colours(
    page="#000000",
    panel="#000000",
    line="#626970",
    text="#FFFFFF",
    muted="#E0E4E8",
    accent="#5CE1FF",
    on_accent="#000000",
    normal="#6FE3A5",
    pending="#FFD24D",
    overdue="#FFA59E",
    unknown="#D5DAE0",
    fill_normal="#6FE3A5",
    fill_pending="#FFD24D",
    fill_overdue="#FF9A92",
    fill_unknown="#D5DAE0",
    wall="#B0B6BD",
    furniture="#4A5057",
    tint="#002B38",
    hover="#1F1F1F",
    danger_ground="#3A0A08",
    alarm="#9C1C15",
    on_alarm="#FFFFFF",
)

THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

# Opacity of area fills in percent: quiet green, clear yellow and red.
FILL = {
    "light": {"normal": 15, "pending": 30, "overdue": 22, "unknown": 10},
    "dark": {"normal": 20, "pending": 30, "overdue": 30, "unknown": 14},
    "contrast": {"normal": 20, "pending": 30, "overdue": 30, "unknown": 14},
}

LEVEL_FILL = {"light": 50, "dark": 55}

# Only for risk level, never for status or buttons: ground and the text on it.
STATUTORY = {
    "red": ("#D92D20", "#FFFFFF"),
    "orange": ("#F27A1A", "#1B2430"),
    "yellow": ("#F5C518", "#1B2430"),
    "blue": ("#2E6FD9", "#FFFFFF"),
}

# The phone's own colours on white, for sun: at least 7:1.
PHONE = {
    "accent": "#084A8C",
    "on-accent": "#FFFFFF",
    "muted": "#414C5B",
    "overdue": "#9C1C15",
    "pending": "#6B4B00",
    "normal": "#0F6238",
    "not-sent": "#F5C842",
    "on-not-sent": "#1B2430",
    "text": "#1B2430",
    "line": "#C9D0D9",
    "edge": "#6B7789",
    "page": "#FFFFFF",
    "tint": "#E8F0F9",
    "danger-ground": "#FCEDEC",
    "dark": "#14181D",
    "veil": "#14181DD1",
}


def colours(theme: str) -> Colours:
    """The colours of a theme of THEMES."""
    return THEMES[theme]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def names() -> list[str]:
    """The names of all colours of a theme."""
    return [field.name for field in fields(Colours)]
