"""Steps that whoever sits here has put off: kept on this console, as they say nothing about the plant."""

from PySide6.QtCore import QSettings

KEPT = "first_steps/put_off"


def put_off() -> frozenset[str]:
    """The steps put off here."""
    return frozenset(str(QSettings().value(KEPT) or "").split())


def keep_put_off(steps: frozenset[str]) -> None:
    """These are put off from now on, and no others."""
    QSettings().setValue(KEPT, " ".join(sorted(steps)))
