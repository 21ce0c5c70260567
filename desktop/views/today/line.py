"""One row of the list, in words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

DANGER, MINE, UNSEEN = "danger", "mine", "unseen"


@dataclass(frozen=True, kw_only=True)
class Line:
    """`what` is the thing and `note` more of it; `zone` and `badge` the place; `who` has the ball, in which `role`;
    `clock` says since or until when, in the colour of `tone` (overdue, pending or none); `deed` is the word on its
    button. It is opened on `page`: the record of this kind, what `part` of the page shows, or the page as it is where
    there is neither. `head` is the group's name and `many` how many things it has, on its first row only."""

    id: str
    group: str
    sign: str
    what: str
    note: str = ""
    zone: str = ""
    badge: str = ""
    who: str = "–"
    role: str = ""
    clock: str
    tone: str = ""
    deed: str
    page: str
    kind: str = ""
    record: str = ""
    part: str = ""
    head: str = ""
    many: int = 0

    @property
    def spoken(self) -> str:
        """All of it in one line, for whoever hears it."""
        said = (self.what, self.note, self.zone, self.who, self.role, self.clock)
        return " · ".join(part for part in said if part)


def group_words(group: str) -> str:
    """What a group is called."""
    return {
        DANGER: QCoreApplication.translate("Today", "In danger now"),
        MINE: QCoreApplication.translate("Today", "Waits for me"),
        UNSEEN: QCoreApplication.translate("Today", "Stuck or silent"),
    }[group]
