"""The form of who keeps the stock: pieces taken in, taken out or counted."""

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QLineEdit

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, row

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused
    from services.store.queries.shop import Goods

KINDS = {"stock.take_in": "taken_in", "stock.count": "counted", "stock.take_out": "taken_out"}
MOST = 100_000


class StockForm(QFrame):
    """The hub answers each of them; what is shown follows when it has."""

    def __init__(self, workbench: "Workbench", toast: "Toast", one: "Goods") -> None:
        super().__init__()
        self.setObjectName("stockForm")
        self.workbench, self.toast, self.one = workbench, toast, one
        self.kind = Choice("stockKind", words.say("field.stock_move.movement"))
        self.kind.offer([(words.say(f"value.movement.{word}"), kind) for kind, word in KINDS.items()], "stock.take_in")
        self.variant = Choice("stockSize", words.say("field.stock_move.size"))
        self.variant.offer([(stock.size, stock.size) for stock in one.stocks], "")
        self.variant.setVisible(len(one.stocks) > 1)
        self.pieces = self._field("pieces")
        self.pieces.setValidator(QIntValidator(0, MOST, self.pieces))
        self.note = self._field("note")
        self.note.setMaxLength(200)
        send = button(self.tr("Write it down"), "stockSend", self._on_send)
        self.setLayout(column(row(self.kind, self.variant), row(self.pieces, self.note), row(None, send), gap=6))

    def _field(self, name: str) -> QLineEdit:
        said = words.say(f"field.stock_move.{name}")
        made = QLineEdit()
        made.setObjectName(f"stock{name.capitalize()}")
        made.setAccessibleName(said)
        made.setPlaceholderText(said)
        return made

    def _on_send(self) -> None:
        kind, text = str(self.kind.currentData()), self.pieces.text().strip()
        if not text:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=self.pieces.accessibleName()))
            return
        given: dict[str, Any] = {"reward": self.one.id, "size": str(self.variant.currentData() or "")}
        given["counted" if kind == "stock.count" else "pieces"] = int(text)
        self.workbench.send(kind, self._on_answered, note=self.note.text().strip(), **given)

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved."))
