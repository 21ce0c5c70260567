"""Scenes of changing zones: one dragged partly onto another, and its corners as numbers."""

from desktop.tour.stage import Stage
from services.core.geometry import Polygon


def zone_editing(stage: Stage) -> None:
    """The longest zone dragged upwards by its own height, onto its neighbours; then its corners."""
    page = stage.go("map")
    stage.press("editZones")
    stage.rest()
    view = page.view
    zone = max((one.zone for one in page._facts.zones.values()), key=lambda one: _extent(one.polygon)[2])
    left, low, wide, high = _extent(zone.polygon)
    path = [view.to_screen(left + wide * 0.3, low + high * share) for share in (0.4, 0.9, 1.4)]
    stage.point(view, *path, hold=True)
    stage.take("map-overlap", both=False)
    view.step_back()
    stage.let_go(view, path[-1])
    view.pick(zone.id)
    page.editing.show_corners()
    stage.take("map-corners", both=False)
    for dialog in stage.dialogs():
        dialog.reject()
    page.editing.leave()
    stage.press("editZones")


def _extent(polygon: Polygon) -> tuple[float, float, float, float]:
    """Left, low, width and height."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
