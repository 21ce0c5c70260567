"""Icons: every name has a glyph of its own, in the colour that is asked for, and muted where it is disabled."""

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from desktop.style import icons
from desktop.style.theme import theme

SIZE = 32


def colours(image: QImage) -> set[str]:
    """Of all that is not transparent."""
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {point.name() for point in points if point.alpha() == 255}


def test_every_name_draws_a_picture_of_its_own(qapp: Any) -> None:
    pictures = {name: icons.pixmap(name, SIZE).toImage() for name in icons.NAMES}
    assert [name for name, image in pictures.items() if not colours(image)] == []
    assert len({bytes(image.constBits()) for image in pictures.values()}) == len(set(icons.NAMES.values()))


def test_an_icon_has_its_colour_and_is_muted_when_disabled(qapp: Any) -> None:
    wanted = QColor(theme.colours.overdue).name()
    made = icons.icon("shield", "overdue")
    assert colours(made.pixmap(QSize(SIZE, SIZE)).toImage()) == {wanted}
    muted = colours(made.pixmap(QSize(SIZE, SIZE), QIcon.Mode.Disabled).toImage())
    assert len(muted) == 1
    assert wanted not in muted


def test_an_icon_is_as_sharp_as_the_screen(qapp: Any) -> None:
    assert icons.icon("map").pixmap(QSize(SIZE, SIZE), 2.0).size() == QSize(2 * SIZE, 2 * SIZE)
