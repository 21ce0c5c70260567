"""What is done about audit visits, as one button with a menu: make a bag, open one, bring back what was said in it."""

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton

from desktop import words
from desktop.widgets.asking import ask_open
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.views.page import Page


class Visits(QPushButton):
    """Belongs to a page, whose deeds it shows."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self.setObjectName("visits")
        self.setText(self.tr("Audit visit"))
        self.setAccessibleName(self.text())
        menu = QMenu(self)
        menu.addActions([page.deeds[name] for name in ("makeBag", "openBag", "bringComments")])
        self.setMenu(menu)

    def make(self) -> None:
        """Asks what goes into a bag, and makes it."""
        from desktop.views.audits.bag_dialog import BagDialog

        dialog = BagDialog(self._page.workbench, self._page.tasks, self._page)
        dialog.made.connect(self._page.toast.good)
        dialog.open()

    def open(self) -> None:
        """Asks for a bag and shows it in a window of its own."""
        from services.store.bag_file import ENDING

        kind = self.tr("Audit bag")
        ask_open(self._page, "openBagFile", self.tr("Open an audit bag"), [f"{kind} (*{ENDING})"], open_apart)

    def bring(self) -> None:
        """Asks for the bag that has come back, or the comments beside it."""
        from services.reports.bag.comments import ENDING as COMMENTS
        from services.store.bag_file import ENDING

        kind = self.tr("Audit bag or comments")
        forms = [f"{kind} (*{ENDING} *{COMMENTS})"]
        ask_open(self._page, "bringFile", self.tr("Bring back an auditor's comments"), forms, self.bring_from)

    def bring_from(self, file: str) -> None:
        """Brings the comments of this file back, and says what became of them."""
        from desktop.views.audits.bringing import bring_back

        try:
            new, known = bring_back(self._page.workbench, Path(file))
        except Refused as refused:
            self._page.toast.bad(words.refusal(refused))
            return
        said = self.tr("%n comments have come back and stand in the journal.", "", new)
        self._page.toast.good(said if new or not known else self.tr("All of these comments had come back before."))


def open_apart(file: str) -> None:
    """Shows a bag in a process of its own: it needs nothing of this one, and nothing of it comes in here."""
    from desktop.opening import program

    subprocess.Popen([*program(), "console", file], start_new_session=True)
