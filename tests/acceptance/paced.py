"""A console worked as a person would, with the actions counted and the time estimated that they take.

The estimate is the keystroke-level model (Card, Moran, Newell: The Keystroke-Level Model for User Performance Time with
Interactive Systems, CACM 23:7, 1980; The Psychology of Human-Computer Interaction, 1983). Its operators, in seconds:
"""

from pathlib import Path
from typing import Any

from tests.acceptance.consoles import Console

KEY = 0.28  # K: a key, by an average person at a keyboard who is no typist
POINT = 1.10  # P: the mouse to a target
PRESS = 0.10  # B: a mouse button pressed or let go
HOME = 0.40  # H: the hand from the keyboard to the mouse, or back
MIND = 1.35  # M: making up one's mind before each action
KEYS_A_CHARACTER = 2.5  # of Chinese, by pinyin: two to three keys with the choice (our assumption, not the model's)

CLICK = MIND + POINT + 2 * PRESS
DRAG = MIND + 2 * POINT + 2 * PRESS


def keys_of(text: str) -> float:
    """How many keys typing a text takes."""
    return sum(1 if one.isascii() else KEYS_A_CHARACTER for one in text)


class Paced(Console):
    """Each press of the mouse, chord of keys, drag and field that is filled in is one action."""

    def __init__(self, data: Path, hub: str | None = None) -> None:
        super().__init__(data, hub)
        self.actions, self.seconds = 0, 0.0
        self.hand_on_keys = False

    def click(self, name: str) -> None:
        super().click(name)
        self._mouse(CLICK)

    def type(self, name: str, text: str) -> None:
        super().type(name, text)
        self._mouse(CLICK, actions=0)
        self._keys(keys_of(text))

    def choose(self, name: str, text: str) -> None:
        """Opens the choice, takes from it."""
        super().choose(name, text)
        self._mouse(CLICK)
        self._mouse(CLICK)

    def pick(self, name: str, text: str) -> None:
        """Types a piece of what is chosen, and leaves the field."""
        self.do("pick", name=name, text=text)
        self._mouse(CLICK, actions=0)
        self._keys(keys_of(text) + 1)

    def chord(self, name: str, keys: str) -> None:
        """Keys pressed together, or Enter and the like."""
        self.do("key", name=name, key=keys)
        self.seconds += MIND
        self._keys(1.0 + keys.count("+"))

    def write(self, name: str, text: str) -> None:
        """Types where the keys go already."""
        super().type(name, text)
        self.seconds += MIND
        self._keys(keys_of(text))

    def press(self, do: str, **how: Any) -> Any:
        """A press on something that is in no widget of its own: a row, an entry, a tick."""
        value = self.do(do, **how)
        self._mouse(CLICK)
        return value

    def drag(self, name: str, points: list[list[float]]) -> None:
        self.do("drag", name=name, points=points)
        self._mouse(DRAG)

    def drop(self, name: str, path: Path) -> None:
        """Drags a file from a folder beside the window onto it."""
        self.do("drop", name=name, path=str(path))
        self._mouse(DRAG)

    def file(self, path: Path) -> None:
        """Names a file in the open dialog, and takes it."""
        self.do("file", path=str(path))
        self.seconds += MIND
        self._keys(keys_of(path.name))
        self._enter()

    def keep(self, path: Path) -> None:
        """Takes the name that a dialog proposes; here it is a file of the test's own."""
        self.do("file", path=str(path))
        self._enter()

    def _enter(self) -> None:
        """A key that the dialog of the system hears."""
        self.seconds += MIND
        self._keys(1.0)

    def paste(self, name: str, text: str) -> None:
        """Rows that were copied elsewhere; one press of Ctrl+V."""
        self.do("clipboard", text=text)
        self.chord(name, "Ctrl+V")

    def _mouse(self, seconds: float, actions: int = 1) -> None:
        self.actions += actions
        self.seconds += seconds + (HOME if self.hand_on_keys else 0.0)
        self.hand_on_keys = False

    def _keys(self, many: float) -> None:
        self.actions += 1
        self.seconds += KEY * many + (0.0 if self.hand_on_keys else HOME)
        self.hand_on_keys = True
