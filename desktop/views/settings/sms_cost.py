"""What SMS have cost: a line for each month and way, asked of the hub, which alone knows."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.widgets.parts import column, emptied, label

if TYPE_CHECKING:
    from desktop.workbench import Workbench


class SmsCost(QWidget):
    """Hidden where nothing costs anything."""

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.setObjectName("smsCost")
        self._workbench, self._asking = workbench, False
        self._rows = column(gap=2)
        self.setLayout(column(label(self.tr("What SMS have cost"), "caption"), self._rows, gap=4))
        self.hide()

    def ask(self, costs: bool) -> None:
        """Asks the hub anew, where a way costs something."""
        client = self._workbench.opened.client
        if not costs or client is None or self._asking:
            return
        self._asking = True
        self._workbench.tasks.run(lambda: client.call("GET", "/api/sms-cost"), self._on_answer, self._on_nothing)

    def _on_answer(self, found: dict[str, Any]) -> None:
        self._asking = False
        emptied(self._rows)
        for one in found["months"]:
            self._rows.addWidget(label(self._line(one), "", "smsMonth", copy=True))
        self.setVisible(bool(found["months"]))

    def _line(self, one: dict[str, Any]) -> str:
        way = words.say(f"value.way.{one['way']}")
        parts = self.tr("%n SMS", "", one["segments"])
        if not one["yuan"]:
            return self.tr("{month} · {way}: {parts}, no price is set").format(month=one["month"], way=way, parts=parts)
        yuan = f"{one['yuan']:.2f}"
        return self.tr("{month} · {way}: {parts}, ¥{yuan}").format(month=one["month"], way=way, parts=parts, yuan=yuan)

    def _on_nothing(self, _: Exception) -> None:
        self._asking = False
