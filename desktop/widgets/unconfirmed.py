"""The mark of what was done here and the hub has yet to confirm: one sign and one word, wherever it is shown."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.widgets.parts import pill

SIGN = "unconfirmed"


def word() -> str:
    """What it is called."""
    return QCoreApplication.translate("Unconfirmed", "not yet confirmed")


def why() -> str:
    """What that means, for whoever rests the pointer on it."""
    return QCoreApplication.translate(
        "Unconfirmed", "Done on this computer and kept here; the hub has yet to confirm it."
    )


def sign_of(waits: bool) -> str | None:
    """The sign for a row of a table; None where nothing waits."""
    return SIGN if waits else None


def tip(waits: bool) -> str:
    """What the pointer is told that rests on such a row; empty where nothing waits."""
    return f"{word()}\n{why()}" if waits else ""


def mark(name: str) -> QWidget:
    """The mark for a panel or a card."""
    made = pill(SIGN, word(), name)
    made.setToolTip(why())
    return made
