"""What the map says: statuses, clocks and reasons in the language in force."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.style.signs import LEVELS
from desktop.views.floor_plan.shapes import NORMAL, OVERDUE, PENDING, UNKNOWN, MapZone
from desktop.widgets import unconfirmed
from desktop.words import clock, lasting, local, say, when
from services.core.hazards import Hazard, State

if TYPE_CHECKING:
    from services.store.queries.status import ZoneStatus

STALE_MINUTES = 15


def status_word(status: str) -> str:
    """The status, or the level of risk, in one word."""
    if status in LEVELS:
        return say(f"risk.level.{status}")
    if status == OVERDUE:
        return QCoreApplication.translate("Map", "Overdue")
    if status == PENDING:
        return QCoreApplication.translate("Map", "To rectify")
    if status == NORMAL:
        return QCoreApplication.translate("Map", "Normal")
    return QCoreApplication.translate("Map", "Unknown")


def zone_words(zone: MapZone) -> tuple[str, ...]:
    """What is said of a zone on the plan: its status, its level where that is shown, and that the hub has yet to
    confirm it."""
    words = (zone.words, zone.risk_words) if zone.risk_words else (zone.words,)
    return (*words, unconfirmed.word()) if zone.unconfirmed else words


def status_words(found: "ZoneStatus", now: datetime) -> str:
    """The status with its measure: for how long overdue, how many wait for what."""
    if found.status == OVERDUE and found.since is not None:
        return QCoreApplication.translate("Map", "Overdue {span}").format(span=lasting(now - found.since))
    if found.status == PENDING:
        waiting = waiting_words(found.hazards) if found.hazards else ""
        return " · ".join(filter(None, (beyond_words(len(found.beyond)), waiting)))
    if found.silent and found.status == UNKNOWN:
        return f"{status_word(UNKNOWN)} · {silent_words(len(found.silent))}"
    return status_word(found.status)


def beyond_words(many: int) -> str:
    """That so many sensors are beyond a limit; empty for none."""
    if many < 2:
        return QCoreApplication.translate("Map", "sensor beyond its limit") if many else ""
    return QCoreApplication.translate("Map", "{n} sensors beyond their limits").format(n=many)


def silent_words(many: int) -> str:
    """That so many sensors are silent."""
    if many < 2:
        return QCoreApplication.translate("Map", "sensor silent")
    return QCoreApplication.translate("Map", "{n} sensors silent").format(n=many)


def waiting_words(hazards: tuple[Hazard, ...]) -> str:
    """How many hazards wait, and for what if all wait for the same."""
    states = {hazard.state for hazard in hazards}
    if states == {State.FIXED}:
        said = QCoreApplication.translate("Map", "{n} for 1st review")
    elif states == {State.FIRST_PASSED}:
        said = QCoreApplication.translate("Map", "{n} for 2nd review")
    else:
        said = QCoreApplication.translate("Map", "{n} to rectify")
    return said.format(n=len(hazards))


def since_words(found: "ZoneStatus", now: datetime) -> str:
    """The status with the moment it began, for the panel's head."""
    word = status_word(found.status)
    if found.since is None:
        return word
    return QCoreApplication.translate("Map", "{status} since {moment}").format(
        status=word, moment=when(found.since, now)
    )


def why_words(found: "ZoneStatus") -> str:
    """The rule that gives the colour."""
    if found.status == OVERDUE:
        return QCoreApplication.translate("Map", "one overdue record makes it red")
    if found.status == PENDING and not found.hazards:
        return QCoreApplication.translate("Map", "a sensor beyond its limit makes it yellow")
    if found.status == PENDING:
        return QCoreApplication.translate("Map", "one open record makes it yellow")
    if found.status == NORMAL:
        return QCoreApplication.translate("Map", "nothing is open")
    if found.silent:
        return QCoreApplication.translate("Map", "a sensor is silent: nothing can be said")
    return QCoreApplication.translate("Map", "no report and no label yet")


def turn_words(found: "ZoneStatus") -> str:
    """What would turn the colour; empty where nothing has to be done."""
    if found.status == OVERDUE:
        return _out_of_red(found)
    if found.status == PENDING:
        return _out_of_yellow(found)
    if found.status == NORMAL:
        return QCoreApplication.translate("Map", "It turns yellow with the first report.")
    if found.silent:
        return QCoreApplication.translate("Map", "It is known again as soon as the sensor is heard.")
    return QCoreApplication.translate("Map", "Issue a label for it: from then on reports can come from here.")


def _out_of_red(found: "ZoneStatus") -> str:
    rest = len(found.hazards) - found.overdue
    if rest:
        said = QCoreApplication.translate("Map", "Settle what is overdue ({late}): it turns yellow, {rest} stay open.")
    elif found.beyond:
        said = QCoreApplication.translate(
            "Map", "Settle what is overdue ({late}): it turns yellow, as a sensor is beyond its limit."
        )
    elif found.silent:
        said = QCoreApplication.translate(
            "Map", "Settle what is overdue ({late}): it turns grey, as a sensor is silent."
        )
    else:
        said = QCoreApplication.translate("Map", "Settle what is overdue ({late}): it turns green.")
    return said.format(late=found.overdue + len(found.missed), rest=rest)


def _out_of_yellow(found: "ZoneStatus") -> str:
    if not found.beyond:
        said = QCoreApplication.translate("Map", "It turns green when all {n} have passed both reviews.")
    elif found.hazards:
        said = QCoreApplication.translate(
            "Map", "It turns green when all {n} have passed both reviews and no sensor is beyond its limit."
        )
    else:
        said = QCoreApplication.translate("Map", "It turns green when no sensor is beyond its limit.")
    return said.format(n=len(found.hazards))


def state_words(hazard: Hazard, now: datetime) -> str:
    """Where the hazard stands and how its clock runs."""
    until = hazard.review_due_at or hazard.due_at
    return say(f"state.{hazard.state.value}") + (f" · {clock(until, now)}" if until else "")


def number_words(hazard: Hazard) -> str:
    """The hazard's number; offline there is none yet."""
    return hazard.number or QCoreApplication.translate("Map", "to be numbered")


def class_words(zone_class: str) -> str:
    """What a class means."""
    return say(f"label.class.{zone_class}")


def area_words(square_metres: float) -> str:
    """An area as people write it."""
    return f"{square_metres:,.1f} m²" if square_metres < 100 else f"{square_metres:,.0f} m²"


def stale_words(status: str, seen: datetime) -> str:
    """A status of a while ago, which may no longer be so."""
    said = QCoreApplication.translate("Map", "{clock}: {status}")
    return said.format(clock=local(seen).strftime("%H:%M"), status=status_word(status))


def floor_words(name: str, building: str) -> str:
    """A floor's name with its building."""
    return f"{building} · {name}" if building else name
