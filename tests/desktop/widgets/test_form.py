"""Fields made from what an operation takes."""

from typing import Any

from PySide6.QtWidgets import QCheckBox

from desktop.widgets.form import Form


def test_what_is_so_or_not_is_ticked(qapp: Any, qtbot: Any) -> None:
    made = Form("door_devices.add", "one", "door_device", only=("name", "stream"), values={"name": "West gate"})
    qtbot.addWidget(made)
    assert made.values() == {"name": "West gate", "stream": False}
    (tick,) = made.findChildren(QCheckBox, "oneStream")
    with qtbot.waitSignal(made.changed):
        tick.click()
    assert made.values() == {"name": "West gate", "stream": True}
