"""What is edited step by step in one place: each step can be taken back and done again. What a person has saved is
taken back by `desktop.history`."""

from typing import Generic, TypeVar

T = TypeVar("T")
MOST_STEPS = 200


class Steps(Generic[T]):
    """`now` is what is there, `first` what it began with. Both are values that never change themselves."""

    def __init__(self, first: T) -> None:
        self.first = self.now = first
        self._past: list[T] = []
        self._future: list[T] = []
        self._typing: object = None

    @property
    def can_undo(self) -> bool:
        """Whether a step can be taken back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step can be done again."""
        return bool(self._future)

    def take(self, now: T, typing: object = None) -> None:
        """Another value; what is typed into one place in one go (`typing` names it) is one step."""
        if now == self.now:
            return
        if typing is None or typing != self._typing:
            self._past = [*self._past[1 - MOST_STEPS :], self.now]
        self._future.clear()
        self._typing, self.now = typing, now

    def undo(self) -> None:
        """Takes the last step back, if there is one."""
        if self._past:
            self._future.append(self.now)
            self.now, self._typing = self._past.pop(), None

    def redo(self) -> None:
        """Does again what was taken back last, if anything was."""
        if self._future:
            self._past.append(self.now)
            self.now, self._typing = self._future.pop(), None
