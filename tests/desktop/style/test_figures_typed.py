"""A figure that is typed can be read."""

import pytest
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

from desktop.style.theme import theme


@pytest.mark.parametrize("kind", [QSpinBox, QDoubleSpinBox])
def test_a_figure_has_the_width_of_its_field(qtbot, kind):
    theme.apply("light")
    field = kind()
    qtbot.addWidget(field)
    field.setFixedWidth(80)
    field.show()
    assert field.lineEdit().width() >= 60
