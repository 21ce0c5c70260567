"""Scenes of what the colours of the map can say beside the live status."""

from PySide6.QtWidgets import QPushButton

from desktop.tour.stage import Stage


def colouring(stage: Stage) -> None:
    """The four-colour map, one level of it brought forward, then risk with status on it; back to the live status."""
    stage.go("map")
    stage.press("colourRisk")
    stage.take("map-four-colours")
    stage.press("chip-red")
    stage.take("map-one-level", both=False)
    assert stage.part(QPushButton, "chip-red").isChecked()
    stage.press("colourBoth")
    stage.take("map-both", both=False)
    stage.press("colourLive")
