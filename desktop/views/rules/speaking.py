"""Rules and alerts as sentences, in the language and by the clock in force."""

from typing import TYPE_CHECKING

from desktop import words
from desktop.language import language
from services.core.alerts import Alert
from services.core.refused import Refused
from services.core.rule_document import Rule
from services.rules.cause import read_cause
from services.rules.sentence import Speaker
from services.store.queries.rule_events import plant_names

if TYPE_CHECKING:
    from desktop.workbench import Workbench


def speaker(workbench: "Workbench") -> Speaker:
    """Who speaks of this plant's things by their names."""
    return Speaker(words.say, language.zone, workbench.ask(plant_names).called, words.category)


def cause_of(alert: Alert) -> Rule | None:
    """The condition as it was when an alert was raised; None for a cause that can't be read."""
    try:
        return read_cause(alert.cause)[0]
    except (ValueError, KeyError, TypeError, Refused):
        return None


def why(speaks: Speaker, alert: Alert) -> str:
    """Why an alert was raised; empty for a cause that can't be read."""
    try:
        return speaks.why(*read_cause(alert.cause))
    except (ValueError, KeyError, TypeError, Refused):
        return ""
