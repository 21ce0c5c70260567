"""The settings, to their end: as many pictures as the page is windows high."""

from PySide6.QtWidgets import QScrollArea

from desktop.tour.stage import Stage
from services.core.backups import newest_good


def settings(stage: Stage) -> None:
    """All cards; the first picture is the page as it opens."""
    page = stage.go("settings")
    stage.take("settings")
    bar = page.findChild(QScrollArea).verticalScrollBar()
    shown = 1
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + bar.pageStep())
        shown += 1
        stage.take(f"settings-{shown}", both=False)
    bar.setValue(0)


def keeping(stage: Stage) -> None:
    """A backup made for real and put back for trial; then what is kept how long."""
    page = stage.go("settings")
    stage.press("backUpNow")
    stage.until(lambda: page.workbench.ask(newest_good), "no backup is made")
    stage.press("tryRestore")
    stage.until(lambda: page.workbench.ask(newest_good).trial == "good", "it is not tried")
    stage.rest()
    stage.watch.know(stage.own() | {page.backups.told["folder"], page.keeping.told["log"]["file"]})
    area = page.findChild(QScrollArea)
    area.ensureWidgetVisible(page.backups.make, 0, 400)
    stage.take("settings-backups")
    area.ensureWidgetVisible(page.keeping.save)
    stage.take("settings-keeping")
