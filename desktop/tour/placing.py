"""Scenes of things put on the plan: the palette, a new extinguisher being described, a machine that is pushed."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QLineEdit

from desktop.tour.stage import Stage
from desktop.views.floor_plan.plan_view import PlanView
from desktop.views.floor_plan.shapes import MapSymbol
from services.core.geometry import area, centre


def placing(stage: Stage) -> None:
    """In the largest zone."""
    page = stage.go("map")
    stage.press("editZones")
    stage.rest()
    view = page.view
    zone = max((one.zone for one in page._facts.zones.values()), key=lambda one: area(one.polygon))
    at = view.to_screen(*centre(zone.polygon)) + QPoint(0, 34)
    stage.press("toolPlace")
    stage.part(QLineEdit, "thingSearch").clearFocus()
    stage.press("place-extinguisher")
    stage.point(view, at - QPoint(60, 0), hold=True)
    stage.take("map-palette")
    stage.let_go(view, at - QPoint(60, 0))
    stage.take("map-new-thing")
    page.editing.things.leave()
    thing = next(one for one in view._symbols if one.kind == "equipment" and view.thing_at(_px(view, one)) == one)
    home = _px(view, thing).toPoint()
    stage.point(view, home)
    stage.take("map-thing", both=False)
    path = [home, home + QPoint(30, 10), home + QPoint(70, 24)]
    stage.point(view, *path, hold=True)
    stage.take("map-push", both=False)
    view.step_back()
    stage.let_go(view, path[-1])
    page.editing.leave()
    stage.press("editZones")


def _px(view: PlanView, thing: MapSymbol) -> QPointF:
    return view.camera.to_screen(thing.x, thing.y)
