"""What is said of how this console stands to its hub: one line, and what else a person should know, the most pressing
first. Words only; the status line and its panel show them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.syncing import SyncState

HELD_UP = timedelta(minutes=15)
SKEWED = timedelta(seconds=120)
NEWS = timedelta(minutes=10)  # for so long it is told that the copy was made anew

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Notice:
    """`code` trouble, skew, restored or damaged; `text` in full; `status` of its sign. `loud`: it wants to be seen."""

    code: str
    text: str
    status: str
    loud: bool


def hub_sign(state: SyncState) -> str:
    """The sign of the hub."""
    if state.trouble:
        return "pending"
    signs = {
        "none": "normal",
        "in_step": "normal",
        "unreachable": "overdue",
        "revoked": "overdue",
        "signed_out": "pending",
    }
    return signs.get(state.hub, "unknown")


def hub_words(state: SyncState, now: datetime) -> str:
    """The state in a few words; while a copy is fetched, how much of it is here."""
    if state.progress is not None:
        return translate("Sync", "Fetching the plant: {share} %").format(share=round(state.progress * 100))
    if state.hub == "unreachable":
        text = translate("Sync", "Hub unreachable since {when}; your work is kept here")
        return text.format(when=_moment(state, state.since, now))
    return {
        "none": translate("Sync", "Audit bag: no hub, nothing is changed"),
        "in_step": translate("Sync", "Hub in step"),
        "signed_out": translate("Sync", "Signed out"),
        "revoked": translate("Sync", "This computer has been revoked"),
    }.get(state.hub, translate("Sync", "Reaching the hub…"))


def since_words(state: SyncState, now: datetime) -> str:
    """Since when it is so; empty where `hub_words` has said it."""
    if state.hub == "unreachable":
        return ""
    return translate("Sync", "Since {when}").format(when=_moment(state, state.since, now))


def held_up(state: SyncState, now: datetime) -> bool:
    """Whether something waits for longer than it should with a hub that can be reached."""
    return state.hub == "in_step" and bool(state.waiting) and _age(state, now) > HELD_UP


def waiting_words(state: SyncState, now: datetime) -> str:
    """How much waits, for how long, and that this is too long."""
    said = translate("Sync", "{n} waiting to be sent").format(n=state.waiting)
    if state.waiting and state.oldest:
        said += " · " + words.lasting(_age(state, now))
    return said + " · " + translate("Sync", "held up") if held_up(state, now) else said


def notices(state: SyncState, now: datetime) -> Iterator[Notice]:
    """What else should be known, the most pressing first."""
    if state.trouble:
        yield Notice("trouble", words.say(f"refused.{state.trouble}", **state.facts), "pending", loud=True)
    if abs(state.skew) > SKEWED:
        yield Notice("skew", _skew_words(state.skew), "pending", loud=True)
    if state.renewed_at and now - state.by_hub(state.renewed_at) < NEWS:
        yield Notice(state.renewed, _renewed_words(state.renewed), "unknown", loud=False)


def _skew_words(skew: timedelta) -> str:
    if skew > timedelta():
        text = translate("Sync", "This computer's clock is {span} fast. Times here are counted by the hub's clock.")
    else:
        text = translate("Sync", "This computer's clock is {span} slow. Times here are counted by the hub's clock.")
    return text.format(span=words.lasting(skew))


def _renewed_words(why: str) -> str:
    if why == "restored":
        return translate("Sync", "The hub was put back to a backup. What it had lost of your work is sent again.")
    return translate("Sync", "This computer's copy was damaged and has been made anew. Nothing was lost.")


def _age(state: SyncState, now: datetime) -> timedelta:
    return now - state.by_hub(state.oldest) if state.oldest else timedelta()


def _moment(state: SyncState, moment: datetime | None, now: datetime) -> str:
    return words.when(state.by_hub(moment) if moment else None, now)
