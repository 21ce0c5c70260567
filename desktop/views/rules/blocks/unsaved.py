"""Rules that are being edited, kept on this computer at every step, so that nothing is lost that was not saved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from services.rules.draft import Draft, draft_from_text, draft_text

if TYPE_CHECKING:
    from desktop.workbench import Workbench

NEW = "new"


class Unsaved:
    """What was not saved of the rules of one plant: one draft for each, and one for a new one ("")."""

    def __init__(self, plant: str) -> None:
        self._place = f"rules/unsaved/{plant}"

    def keep(self, rule: str, draft: Draft) -> None:
        """Keeps it as it is now."""
        settings = QSettings()
        settings.setValue(self._key(rule), draft_text(draft))
        settings.sync()  # a computer that stops now has it

    def let_go(self, rule: str) -> None:
        """It is saved, or given up."""
        QSettings().remove(self._key(rule))

    def of(self, rule: str) -> Draft | None:
        """What was kept; None where nothing was, or what is there can't be read."""
        kept = QSettings().value(self._key(rule))
        return draft_from_text(str(kept)) if kept else None

    def _key(self, rule: str) -> str:
        return f"{self._place}/{rule or NEW}"


def kept_here(workbench: "Workbench") -> Unsaved:
    """What was not saved of the plant's rules on this computer."""
    plant = workbench.plant
    return Unsaved(plant.id if plant else "")
