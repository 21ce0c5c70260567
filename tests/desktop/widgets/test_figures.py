"""A figure that is typed can be read."""

import pytest

from desktop.style.theme import theme
from desktop.widgets.figures import Figure, Whole


@pytest.mark.parametrize("kind", [Whole, Figure])
def test_a_figure_has_the_width_of_its_field(qtbot, kind):
    theme.apply("light")
    field = kind("figure", "figure", 0, 99)
    qtbot.addWidget(field)
    field.setFixedWidth(80)
    field.show()
    assert field.lineEdit().width() >= 76
