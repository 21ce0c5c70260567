"""The map on a wall, on a screen as it hangs there."""

from desktop.tour.stage import WIDE, Stage


def wall(stage: Stage) -> None:
    """The floor in letters for five metres, and the next floor."""
    from desktop.views.floor_plan.wall import Wall

    page = stage.go("map")
    stage.until(lambda: page.view.picture.underlay is not None, "the drawing does not come")
    made = Wall(stage.workbench, page.drawings, page._floor, page.colouring.by, page)
    made.resize(*WIDE)
    made.show()
    stage.take_alone(made, "wall")
    made.turn(1)
    stage.take_alone(made, "wall-next")
    made.close()
