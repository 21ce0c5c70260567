"""What can be done with a block without dragging: by right-click or the menu key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop import words
from services.core.refused import Refused
from services.core.rule_grammar import JOINTS
from services.rules import draft as moves
from services.rules.draft import Draft, Path

Do = Callable[[Callable[[Draft], Draft]], None]


class BlockMenu(QMenu):
    """For the block at a path. `do` is called with the move that was chosen; a move that can't be made here is grey."""

    def __init__(self, draft: Draft, path: Path, do: Do, above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("blockMenu")
        self._draft, self._do = draft, do
        self._moves: dict[str, Callable[[Draft], Draft]] = {}
        block = draft.block(path)
        self._offer("doubleBlock", self.tr("Duplicate (Ctrl+D)"), lambda one: moves.double(one, path)[0])
        self._offer("blockUp", self.tr("Move up (Alt+↑)"), lambda one: pushed(one, path, -1)[0])
        self._offer("blockDown", self.tr("Move down (Alt+↓)"), lambda one: pushed(one, path, 1)[0])
        if path[0] == "when":
            self.addSeparator()
            for joint in JOINTS:
                named = self.tr("Put within: {joint}").format(joint=words.say(f"block.{joint}"))
                self._offer(f"wrap-{joint}", named, partial(moves.wrap, path=path, joint=joint))
        if block.kind in JOINTS:
            self._offer("unwrapBlock", self.tr("Take the parts out"), lambda one: moves.unwrap(one, path))
        if block.kind in ("all", "any"):
            other = "any" if block.kind == "all" else "all"
            named = self.tr("Make it: {joint}").format(joint=words.say(f"block.{other}"))
            self._offer("rejoinBlock", named, lambda one: moves.rejoin(one, path, other))
        self.addSeparator()
        self._offer("removeBlock", self.tr("Remove (Del)"), lambda one: moves.remove(one, path))
        self.aboutToHide.connect(self.deleteLater)

    def _offer(self, name: str, text: str, move: Callable[[Draft], Draft]) -> None:
        deed = QAction(text, self)
        deed.setObjectName(name)
        self._moves[name] = move
        try:
            deed.setEnabled(move(self._draft) != self._draft)
        except Refused:
            deed.setEnabled(False)
        deed.triggered.connect(self._on_chosen)
        self.addAction(deed)

    def _on_chosen(self) -> None:
        self._do(self._moves[self.sender().objectName()])


def pushed(draft: Draft, path: Path, way: int) -> tuple[Draft, Path]:
    """The block one place up (-1) or down (1) among those beside it; at the edge it leaves the joint it stands in.
    Raises Refused: rule_wrong, where it can't."""
    at, beside = int(path[-1]), len(draft.parts(path[:-1]))
    if 0 <= at + way < beside:
        return moves.move(draft, path, path[:-1], at + (way if way < 0 else 2))
    if len(path) > 3:
        return moves.move(draft, path, path[:-2], int(path[-2]) + (way > 0))
    raise Refused("rule_wrong", where="edge")
