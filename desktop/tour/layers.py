"""Scenes of what stands on the map: equipment, sensors and doors, from afar, from near, and with each way to colour."""

from PySide6.QtCore import QPointF

from desktop.tour.stage import Stage


def layers(stage: Stage) -> None:
    """The whole floor with its things; a hall from near, by status and with both; then sensors alone, and the zone of
    the one that is beyond its limit, where there is one."""
    page = stage.go("map")
    stage.until(lambda: page.view.picture.underlay is not None, "the drawing does not come")
    stage.until(lambda: page.view.picture.crowd.symbols, "nothing stands on the floor")
    page.things.choose(("equipment", "sensor", "door"))
    stage.take("map-things")
    machine = page.view.picture.crowd.symbols[0]
    page.view.zoom(3.0, QPointF(page.view.to_screen(machine.x, machine.y)))
    stage.take("map-things-near")
    stage.press("colourBoth")
    stage.take("map-things-both", both=False)
    stage.press("colourLive")
    page.things.choose(("sensor",))
    page.view.fit()
    stage.take("map-sensors", both=False)
    worst = min(page.view.picture.crowd.symbols, key=lambda one: (one.kind != "sensor", one.state != "pending"))
    stage.until(lambda: page.gauges.hour is not None, "the sensors were not heard")
    page.view.pick(worst.zone)
    stage.take("map-sensor-zone")
    page.view.pick("")
    page.things.choose(("equipment", "sensor", "door"))
