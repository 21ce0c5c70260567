"""A rule while it is edited: every step can be taken back and done again."""

from services.rules.draft import Draft

MOST_STEPS = 200


class Steps:
    """`draft` is what is there now, `first` what it began with; `rule` is the id of the one that is changed, "" for a
    new one."""

    def __init__(self, draft: Draft, rule: str = "") -> None:
        self.first = self.draft = draft
        self.rule = rule
        self._past: list[Draft] = []
        self._future: list[Draft] = []
        self._typing: object = None

    @property
    def changed(self) -> bool:
        """Whether there is anything to save."""
        return not self.rule or self.draft != self.first

    @property
    def can_undo(self) -> bool:
        """Whether a step can be taken back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step can be done again."""
        return bool(self._future)

    def take(self, draft: Draft, typing: object = None) -> None:
        """Another draft; what is typed into one place in one go (`typing` names it) is one step."""
        if draft == self.draft:
            return
        if typing is None or typing != self._typing:
            self._past = [*self._past[1 - MOST_STEPS :], self.draft]
        self._future.clear()
        self._typing, self.draft = typing, draft

    def undo(self) -> None:
        """Takes the last step back."""
        if self._past:
            self._future.append(self.draft)
            self.draft, self._typing = self._past.pop(), None

    def redo(self) -> None:
        """Does again what was taken back last."""
        if self._future:
            self._past.append(self.draft)
            self.draft, self._typing = self._future.pop(), None
