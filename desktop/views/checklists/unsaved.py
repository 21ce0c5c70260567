"""Checklists that are being edited, kept on this computer at every step, so that nothing is lost that was not saved."""

import json
from contextlib import suppress

from PySide6.QtCore import QSettings

from desktop.views.checklists.draft import Draft, again

PLACE = "checklists/unsaved"
NEW = "new"


class Unsaved:
    """What was not saved of the checklists of one plant: one draft for each, and one for a new one of each purpose,
    which are called as `Draft.kept_as` says."""

    def __init__(self, plant: str) -> None:
        self._place = f"{PLACE}/{plant}"

    def keep(self, draft: Draft) -> None:
        """Keeps it as it is now; one with nothing to save is let go."""
        if not draft.changed:
            self.let_go(draft.kept_as)
            return
        settings = QSettings()
        settings.setValue(self._key(draft.kept_as), json.dumps(draft.kept(), ensure_ascii=False))
        settings.sync()  # a computer that stops now has it

    def let_go(self, checklist: str) -> None:
        """It is saved, or given up."""
        QSettings().remove(self._key(checklist))

    def of(self, checklist: str) -> Draft | None:
        """What was kept of a checklist, "" for a new one; None where nothing was, or what is there can't be read."""
        kept = QSettings().value(self._key(checklist))
        with suppress(ValueError, KeyError, TypeError):
            return again(json.loads(str(kept))) if kept else None
        return None

    def all(self) -> frozenset[str]:
        """The checklists of which something was kept, "" for a new one."""
        settings = QSettings()
        settings.beginGroup(self._place)
        names = settings.childKeys()
        settings.endGroup()
        return frozenset("" if name == NEW else name for name in names)

    def _key(self, checklist: str) -> str:
        return f"{self._place}/{checklist or NEW}"
