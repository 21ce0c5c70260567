"""Take with me: what is chosen and how much it is, then being fetched, then here."""

from desktop import taking_along
from desktop.tour.stage import Stage
from desktop.views.along.dialog import AlongDialog


def along(stage: Stage) -> None:
    """The dialog before, and when all of it has come."""
    stage.go("today")
    stage.console.window.everywhere.take_along()
    dialog = next(one for one in stage.dialogs() if isinstance(one, AlongDialog))
    stage.until(lambda: dialog.size_said.text(), "the size is not told")
    stage.take("take-along", both=False)
    dialog.on_fetch()
    stage.until(lambda: _all_here(stage), "it does not come")
    dialog.look()
    stage.take("take-along-here", both=False)


def _all_here(stage: Stage) -> bool:
    wanted = taking_along.taken(stage.workbench)
    return wanted is not None and taking_along.baggage(stage.workbench, wanted).complete
