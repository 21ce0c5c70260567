"""A text that gives way."""

from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.widgets.parts import row
from desktop.widgets.yielding import YieldingLabel


def test_it_leaves_others_their_room_and_says_all_on_asking(qapp: Any, qtbot: Any) -> None:
    said, kept, whole = YieldingLabel("muted", "said"), QPushButton("Emergency muster"), QWidget()
    qtbot.addWidget(whole)
    whole.setLayout(row(said, kept, None))
    said.setText("two people are on the site by the doors' word, as of this minute")
    whole.resize(kept.sizeHint().width() + 60, 40)
    whole.show()
    assert kept.width() == kept.sizeHint().width()
    assert said.width() < said.sizeHint().width()
    assert said.toolTip() == said.text()


def test_it_is_painted_in_the_colour_of_its_look_and_short(qapp: Any, qtbot: Any) -> None:
    said = YieldingLabel("muted", "said")
    qtbot.addWidget(said)
    said.setText("M" * 40)
    said.resize(60, 24)
    image = said.grab().toImage()
    inked = {x for x in range(60) for y in range(24) if image.pixelColor(x, y) != image.pixelColor(0, 0)}
    assert inked
    assert max(inked) < 60
