"""A rule said in one line is offered as a rule: nobody has to look for the page first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.views.palette.choices import Choice
from desktop.views.palette.matching import Thing
from desktop.views.palette.rows import Row
from services.rules.spoken_line import spoken

if TYPE_CHECKING:
    from desktop.views.window import Window

NEW, RULE_LINE = "rules.add", "rule_line"


def rule_line(window: "Window", text: str) -> Choice | None:
    """The beginning of the rule that a text says, where it names a sensor and a bound, and who is signed in may."""
    workbench = window.everywhere.workbench
    if not any(one.isdigit() for one in text) or "rules" not in window.shown_pages() or not workbench.may(NEW):
        return None
    if spoken(text, workbench.ask(lambda look: look.find("sensor"))) is None:
        return None
    title = QCoreApplication.translate("Palette", "New rule: {line}").format(line=text)
    thing = Thing(RULE_LINE, text, title, weight=9)
    row = Row(thing, "rules", QCoreApplication.translate("Palette", "action"))
    return Choice(row, lambda: window.show_record("rules", "line", text))
