"""Scenes of changing zones: one dragged partly onto another, which is refused; one drawn in line with its neighbours;
corners as numbers."""

from typing import Any

from PySide6.QtWidgets import QMenu

from desktop.tour.stage import Stage
from services.core.geometry import Polygon


def zone_editing(stage: Stage) -> None:
    """The longest zone dragged upwards by its own height, onto its neighbours; then its corners; then one drawn above
    the floor's zones, as wide as one of them."""
    page = stage.go("map")
    stage.press("editZones")
    stage.rest()
    view = page.view
    zone = max((one.zone for one in page._facts.zones.values()), key=lambda one: _extent(one.polygon)[2])
    left, low, wide, high = _extent(zone.polygon)
    path = [view.to_screen(left + wide * 0.3, low + high * share) for share in (0.4, 0.9, 1.4)]
    stage.point(view, *path, hold=True)
    stage.take("map-overlap", both=False)
    stage.let_go(view, path[-1])
    stage.take("map-overlap-refused", both=False)
    view.menu_wanted.emit(zone.id, view.mapToGlobal(path[0]))
    menu = stage.part(QMenu, "zoneMenu")
    stage.take_alone(menu, "map-zone-menu")
    menu.close()
    view.pick(zone.id)
    page.editing.show_corners()
    stage.take("map-corners", both=False)
    for dialog in stage.dialogs():
        dialog.reject()
    page.editing.leave()
    _draw_in_line(stage, page)
    page.editing.leave()
    stage.press("editZones")


def _draw_in_line(stage: Stage, page: Any) -> None:
    """A rectangle inside the widest zone: from the edge of another zone to its middle."""
    view = page.view
    stage.press("toolRectangle")
    zones = [one.zone for one in page._facts.zones.values()]
    wide = max(zones, key=lambda one: _extent(one.polygon)[2] * _extent(one.polygon)[3])
    left, low, width, height = _extent(wide.polygon)
    start = (left + 0.1 * width, low + 0.12 * height)
    end = (left + width / 2 + 2 / view.camera.scale, low + height / 2 + 3 / view.camera.scale)
    path = [view.to_screen(*start), view.to_screen((start[0] + end[0]) / 2, start[1] + 1), view.to_screen(*end)]
    stage.point(view, *path, hold=True)
    stage.take("map-guides", both=False)
    view.step_back()
    stage.let_go(view, path[-1])


def _extent(polygon: Polygon) -> tuple[float, float, float, float]:
    """Left, low, width and height."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
