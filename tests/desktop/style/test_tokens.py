"""The look in figures: contrasts are computed, not believed; and tokens need no Qt, since paper and phones use them."""

import re
import subprocess
import sys

import pytest

from desktop.style import tokens
from desktop.style.tokens import CONTRAST, LIGHT, PHONE, STATUTORY, Colours, contrast
from services.reports import inks

COLOUR = re.compile(r"#[0-9A-F]{6}")
THEMES = pytest.mark.parametrize("colours", tokens.THEMES.values(), ids=tokens.THEMES)


@THEMES
def test_every_token_is_a_colour(colours: Colours) -> None:
    assert all(COLOUR.fullmatch(getattr(colours, name)) for name in tokens.names())


@THEMES
@pytest.mark.parametrize(
    ("name", "least"),
    [("text", 12), ("muted", 6), ("accent", 6), ("normal", 5), ("pending", 5), ("overdue", 5), ("unknown", 5)],
)
def test_text_can_be_read_on_panels(colours: Colours, name: str, least: float) -> None:
    assert contrast(getattr(colours, name), colours.panel) >= least


@THEMES
@pytest.mark.parametrize("ground", ["page", "tint", "hover", "danger_ground"])
def test_text_can_be_read_on_every_other_ground(colours: Colours, ground: str) -> None:
    """4.5:1 is what WCAG asks of small text; status words on a selected row are bold besides."""
    for name in ("text", "muted", "accent"):
        assert contrast(getattr(colours, name), getattr(colours, ground)) >= 4.5, name
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.text, colours.furniture) >= 4.5


@pytest.mark.parametrize("ground", ["page", "panel", "tint", "hover", "danger_ground"])
def test_high_contrast_is_high_on_every_ground(ground: str) -> None:
    for name in ("text", "muted", "accent", "normal", "pending", "overdue", "unknown"):
        assert contrast(getattr(CONTRAST, name), getattr(CONTRAST, ground)) >= 7, name
    assert contrast(CONTRAST.line, CONTRAST.panel) >= 3
    assert contrast(CONTRAST.on_alarm, CONTRAST.alarm) >= 7
    assert contrast(CONTRAST.on_accent, CONTRAST.accent) >= 7


def test_the_phone_can_be_read_in_the_sun() -> None:
    for name in ("text", "accent", "muted", "overdue", "pending", "normal"):
        assert contrast(PHONE[name], PHONE["page"]) >= 7, name
    assert contrast(PHONE["on-not-sent"], PHONE["not-sent"]) >= 7


def test_risk_levels_keep_their_own_colours() -> None:
    for ground, ink in STATUTORY.values():
        assert contrast(ground, ink) >= 4.4
    of_status = {
        getattr(one, name) for one in tokens.THEMES.values() for name in ("normal", "pending", "overdue", "unknown")
    }
    assert not of_status & {ground for ground, _ in STATUTORY.values()}


def test_colours_on_paper_are_those_of_the_light_screen() -> None:
    assert LIGHT.accent == inks.ACCENT
    for status in inks.STATUS:
        assert inks.STATUS[status] == getattr(LIGHT, status)
        assert inks.STATUS_FILL[status] == getattr(LIGHT, f"fill_{status}")
        assert inks.STATUS_SHARE[status] == tokens.FILL["light"][status] / 100
    assert dict(STATUTORY) == {name: tuple(level) for name, level in inks.LEVELS.items()}
    screen = (LIGHT.text, LIGHT.muted, LIGHT.line, LIGHT.panel, LIGHT.page, LIGHT.wall, LIGHT.furniture)
    assert screen == (inks.TEXT, inks.MUTED, inks.LINE, inks.PANEL, inks.TINT, inks.WALL, inks.FURNITURE)


def test_the_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_tokens_need_no_qt() -> None:
    code = "import sys, desktop.style.tokens; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
