"""The first page on a busy day, and while the hub is out of reach."""

from desktop.tour.stage import Stage


def today(stage: Stage) -> None:
    """What is in danger, what waits, the plant; then with a row chosen."""
    page = stage.go("today")
    stage.until(lambda: page.gauges.hour is not None, "the sensors were not heard")
    stage.take("today")
    page.list.setCurrentIndex(page.list.rows.index(1, 0))
    stage.take("today-chosen")


def today_away(stage: Stage) -> None:
    """The hub is out of reach, and what was done here waits."""
    stage.go("today")
    stage.take("today-unreachable")
