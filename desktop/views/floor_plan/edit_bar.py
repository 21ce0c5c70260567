"""The tools of the editor: select, rectangle, polygon, things, what the drawing suggests, undo, done."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.widgets.parts import button, row

AROUND = 56  # icon, padding and border of a button


class EditBar(QWidget):
    """`tool_wanted` carries arrange, rectangle, polygon or place; `suggestions_wanted` whether they are to be shown."""

    tool_wanted = Signal(str)
    suggestions_wanted = Signal(bool)
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._tools = {
            "arrange": self._tool("toolSelect", self.tr("Select"), "select", self.tr("Select, move, reshape (V)")),
            "rectangle": self._tool(
                "toolRectangle", self.tr("Rectangle"), "rectangle", self.tr("Drag from corner to corner (R)")
            ),
            "polygon": self._tool(
                "toolPolygon", self.tr("Polygon"), "polygon", self.tr("Click the corners; Enter closes (P)")
            ),
            "place": self._tool(
                "toolPlace", self.tr("Things"), "things", self.tr("Put equipment, sensors, doors on the plan (T)")
            ),
        }
        for name, tool in self._tools.items():
            tool.setProperty("tool", name)
            tool.clicked.connect(self._on_tool)
            self._group.addButton(tool)
        self.suggestions = self._tool(
            "toolSuggestions", self.tr("Take from the drawing"), "wand", self.tr("Rooms found in the drawing")
        )
        self.suggestions.toggled.connect(self.suggestions_wanted)
        undo = button(self.tr("Undo"), "undoEdit", self.undo_wanted.emit, "", "undo")
        undo.setToolTip(self.tr("Take the last change back (Ctrl+Z)"))
        self.setLayout(row(*self._tools.values(), self.suggestions, undo))
        self.hide()

    def said(self) -> dict[str, str]:
        """The words of the tools that make something, by name."""
        return {name: made.text() for name, made in self._tools.items() if name != "arrange"}

    def mark(self, tool: str) -> None:
        """This tool is in hand."""
        for name, made in self._tools.items():
            made.setChecked(name == tool)

    def _tool(self, name: str, said: str, picture: str, tip: str) -> QPushButton:
        made = button(said, name, None, "tool", picture)
        made.setCheckable(True)
        made.setToolTip(tip)
        bold = QFont(self.font())
        bold.setBold(True)  # as it is while it is pressed
        made.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(said) + AROUND)
        return made

    def _on_tool(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.tool_wanted.emit(str(sender.property("tool")))
