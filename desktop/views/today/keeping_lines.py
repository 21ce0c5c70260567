"""The rows about backups and the room on the hub's disk."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.views.settings.backups_card import trouble_said
from desktop.views.today.line import UNSEEN, Line

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.views.today.facts import Facts

translate = QCoreApplication.translate


def keeping_lines(facts: "Facts") -> Iterator[Line]:
    """A disk that is nearly full first: then nothing can be taken any more."""
    wrong = facts.keeping
    if wrong.disk is not None:
        free = translate("Today", "{n} GB left").format(n=f"{wrong.disk.disk_free_gb:g}")
        yield _line(facts, "disk", translate("Today", "The hub's disk is nearly full"), free, wrong.disk.disk_low_since)
    if wrong.old_since is not None:
        what = translate("Today", "There is no good backup of the last day")
        yield _line(facts, "backups", what, "", wrong.old_since)
    if wrong.failed is not None:
        bad = wrong.failed
        if bad.backup_state == "failed":
            what, why = translate("Today", "The last backup failed"), bad.trouble
        else:
            what, why = translate("Today", "The last backup cannot be restored"), bad.trial_trouble
        yield _line(facts, "backup", what, trouble_said(why), bad.tried_at or bad.done_at)


def _line(facts: "Facts", id_: str, what: str, note: str, since: "datetime | None") -> Line:
    return Line(
        id=id_,
        group=UNSEEN,
        sign="overdue",
        what=what,
        note=note,
        who=translate("Today", "me"),
        clock=translate("Today", "since {when}").format(when=words.when(since, facts.now)),
        tone="overdue",
        deed=translate("Today", "Open"),
        page="settings",
        part="data",
    )
