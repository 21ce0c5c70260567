"""The tour of the window, at its first stops and at its last."""

from desktop.tour.stage import Stage
from desktop.views.guided_tour import GuidedTour


def guided_tour(stage: Stage) -> None:
    """Beside the navigation, below the figures, beside the list, above the status line, and in the middle."""
    stage.go("today")
    tour = GuidedTour(stage.window)  # type: ignore[arg-type]
    tour.begin()
    for name, steps in (("pages", 0), ("figures", 1), ("today", 1), ("search", 1), ("hub", 1), ("keys", 2)):
        for _ in range(steps):
            tour.step(1)
        stage.take(f"guided-tour-{name}")
    tour.end()
