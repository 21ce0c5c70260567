"""What a person can do, said once: buttons, keys, palette and the page of shortcuts are all made from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.widgets.parts import button


@dataclass(frozen=True, kw_only=True)
class Action:
    """`run` is the way from the owner to what is called ("desk.bar.approve.click"); empty for what a part of the page
    does with a key by itself, which is only told. `keys` as Qt writes them, several with a blank between; they hold
    while the owner's `part` can be seen. `operation` is the kind that one must be allowed to issue. `anywhere`: the
    palette offers it on every page."""

    name: str
    title: str
    run: str = ""
    keys: str = ""
    part: str = ""
    picture: str = ""
    operation: str = ""
    anywhere: bool = False

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The keys as this system writes them."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(QKeySequence(one).toString(native) or one for one in self.keys.split())


def deeds_of(owner: QObject, actions: Iterable[Action], carry_out: Callable[[], object]) -> dict[str, QAction]:
    """What Qt needs of each, by name. `carry_out` is a method of the owner that calls `do`. The keys hold once
    `give_keys` has placed them."""
    made = {}
    for action in actions:
        if action.run:
            deed = QAction(action.title, owner)
            deed.setObjectName(action.name)
            deed.setProperty("picture", action.picture)
            deed.setProperty("way", action.run)
            deed.setShortcuts([QKeySequence(one) for one in action.keys.split()])
            deed.triggered.connect(carry_out)
            made[action.name] = deed
    return made


def do(owner: QObject) -> None:
    """Calls what lies at the end of the way of the deed that was triggered, as it is now."""
    attrgetter(str(owner.sender().property("way")))(owner)()


def give_keys(owner: QWidget, actions: Iterable[Action], deeds: Mapping[str, QAction]) -> None:
    """Places each deed on the part of the owner in which its keys hold."""
    for action in actions:
        if action.name in deeds:
            part: QWidget = attrgetter(action.part)(owner) if action.part else owner
            part.addAction(deeds[action.name])


def deed_button(deed: QAction, look: str = "") -> QPushButton:
    """A button that does it: with its text, its key in the tip, and out of reach while the deed is."""
    made = button(deed.text(), deed.objectName(), deed.trigger, look, str(deed.property("picture") or ""))
    keys = deed.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    if keys:
        made.setToolTip(f"{deed.text()} ({keys})")
    made.setEnabled(deed.isEnabled())
    deed.enabledChanged.connect(made.setEnabled)
    return made
