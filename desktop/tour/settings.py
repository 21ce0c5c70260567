"""The settings, to their end: as many pictures as the page is windows high."""

from PySide6.QtWidgets import QScrollArea

from desktop.tour.stage import Stage


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
