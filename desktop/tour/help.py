"""The guide in its window: the part for a page, and what was searched."""

from desktop.tour.stage import Stage


def help_(stage: Stage) -> None:
    """Opened at a page, at a heading of another, and with what was found."""
    stage.go("hazards")
    helping = stage.console.window.everywhere.helping
    helping.open()
    stage.take_alone(helping.shown, "help")
    helping.open_at(("labels", "blank"))
    stage.take_alone(helping.shown, "help-heading")
    helping.open_at(("cookbook", "gas-at-once"))
    helping.shown.field.setText("空白标签" if stage.lang == "zh" else "blank label")
    stage.take_alone(helping.shown, "help-found")
    helping.shown.close()
