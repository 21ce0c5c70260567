"""What the map says: statuses, clocks and reasons in the language in force."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.style.signs import LEVELS
from desktop.views.floor_plan.shapes import NORMAL, OVERDUE, PENDING, MapZone
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
        return waiting_words(found.hazards)
    return status_word(found.status)


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
    if found.since is None or found.status not in (OVERDUE, PENDING):
        return word
    return QCoreApplication.translate("Map", "{status} since {moment}").format(
        status=word, moment=when(found.since, now)
    )


def why_words(found: "ZoneStatus") -> str:
    """The rule that gives the colour."""
    if found.status == OVERDUE:
        return QCoreApplication.translate("Map", "one overdue record makes it red")
    if found.status == PENDING:
        return QCoreApplication.translate("Map", "one open record makes it yellow")
    if found.status == NORMAL:
        return QCoreApplication.translate("Map", "nothing is open")
    return QCoreApplication.translate("Map", "no report and no label yet")


def turn_words(found: "ZoneStatus") -> str:
    """What would turn the colour; empty where nothing has to be done."""
    if found.status == OVERDUE:
        rest = len(found.hazards) - found.overdue
        if rest:
            said = QCoreApplication.translate(
                "Map", "Settle what is overdue ({late}): it turns yellow, {rest} stay open."
            )
        else:
            said = QCoreApplication.translate("Map", "Settle what is overdue ({late}): it turns green.")
        return said.format(late=found.overdue + len(found.missed), rest=rest)
    if found.status == PENDING:
        said = QCoreApplication.translate("Map", "It turns green when all {n} have passed both reviews.")
        return said.format(n=len(found.hazards))
    if found.status == NORMAL:
        return QCoreApplication.translate("Map", "It turns yellow with the first report.")
    return QCoreApplication.translate("Map", "Issue a label for it: from then on reports can come from here.")


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
