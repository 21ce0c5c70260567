"""Tokens reach the screen: palette, style sheet, signs that differ in shape, badges, icons in the theme's colour."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.style import icons
from desktop.style.signs import badge_pixmap, sign_pixmap
from desktop.style.theme import style_sheet, theme, use_font
from desktop.style.tokens import LIGHT, THEMES, Colours, names
from desktop.widgets.parts import button, label

STATUSES = ("normal", "pending", "overdue", "unknown")


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply("light")


def inked(pixmap: QPixmap) -> frozenset[tuple[int, int]]:
    image = pixmap.toImage()
    return frozenset(
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 128
    )


@pytest.mark.parametrize(("name", "colours"), THEMES.items())
def test_a_theme_is_put_in_force(qapp: QApplication, qtbot: Any, name: str, colours: Colours) -> None:
    theme.apply("light" if name == "dark" else "dark")
    with qtbot.waitSignal(theme.changed):
        theme.apply(name)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(colours.page)
    assert qapp.palette().color(QPalette.ColorRole.Text) == QColor(colours.text)
    assert theme.colour("overdue") == QColor(colours.overdue)


@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_the_style_sheet_names_no_colour_of_its_own(colours: Colours) -> None:
    sheet = style_sheet(colours)
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= {getattr(colours, name) for name in names()}
    assert "{c." not in sheet


def test_a_theme_that_nobody_knows_is_that_of_the_system(qapp: QApplication) -> None:
    theme.apply("sepia")
    assert theme.name in THEMES


def test_the_primary_button_is_painted_in_the_accent(qapp: QApplication, qtbot: Any) -> None:
    for name, colours in THEMES.items():
        theme.apply(name)
        made = button("Print", "print", look="primary")
        qtbot.addWidget(made)
        image = made.grab().toImage()
        assert image.pixelColor(6, image.height() // 2) == QColor(colours.accent), name


def test_each_status_has_a_shape_of_its_own_in_its_colour(qapp: QApplication) -> None:
    shapes = {status: inked(sign_pixmap(status, 28)) for status in STATUSES}
    assert len(set(shapes.values())) == 4
    for one in STATUSES:
        for other in STATUSES:
            if one < other:
                assert len(shapes[one] ^ shapes[other]) > 40, f"{one} and {other} look alike"
    assert sign_pixmap("normal", 28).toImage().pixelColor(14, 14) == QColor(LIGHT.normal)
    assert sign_pixmap("unknown", 28).toImage().pixelColor(14, 14).alpha() == 0, "a ring is hollow"


def test_signs_are_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    dense = sign_pixmap("overdue", 14, 2.0)
    assert (dense.width(), dense.deviceIndependentSize().width()) == (28, 14)


def test_a_badge_shows_its_letter(qapp: QApplication) -> None:
    shapes = {letter: inked(badge_pixmap(letter, 18, 2.0)) for letter in "ABCD"}
    assert len(set(shapes.values())) == 4


@pytest.mark.parametrize("name", sorted(icons.NAMES))
def test_every_icon_is_there(qapp: QApplication, name: str) -> None:
    assert inked(icons.pixmap(name, 24)), f"{icons.NAMES[name]} paints nothing"


def test_icons_take_the_colour_of_the_theme(qapp: QApplication) -> None:
    light = icons.icon("map").pixmap(QSize(32, 32)).toImage()
    theme.apply("dark")
    dark = icons.icon("map").pixmap(QSize(32, 32)).toImage()
    assert light != dark


def test_a_font_that_comes_late_reaches_what_was_already_dressed(qapp: QApplication, qtbot: Any) -> None:
    from services.reports.fonts import font_file

    before = qapp.font()
    try:
        theme.apply("light")
        qapp.setFont(QFont("DejaVu Sans"))
        early = label("中心已同步", "caption")
        qtbot.addWidget(early)
        early.show()
        assert early.font().families() == ["DejaVu Sans"]
        use_font(font_file(400), font_file(700))
        assert early.font().families()[0] == qapp.font().families()[0] != "DejaVu Sans"
    finally:
        qapp.setFont(before)
        theme.apply("light")
