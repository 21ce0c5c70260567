"""Some of a few: each with a box to tick. Part of a form, for arguments that name several records."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.widgets.parts import column, label, literal


class Ticks(QWidget):
    """`name` is the operation's argument; `options` are texts with their ids."""

    def __init__(self, name: str, said: str, options: Sequence[tuple[str, str]], ticked: Iterable[str] = ()) -> None:
        super().__init__()
        self._name, chosen = name, set(ticked)
        layout = column(label(said, "caption"), gap=2)
        self._boxes: list[tuple[QCheckBox, str]] = []
        for text, id_ in options:
            made = QCheckBox(literal(text))
            made.setObjectName(f"tick-{id_}")
            made.setChecked(id_ in chosen)
            layout.addWidget(made)
            self._boxes.append((made, id_))
        self.setLayout(layout)

    def values(self) -> dict[str, list[str]]:
        """What is ticked, as the argument."""
        return {self._name: [id_ for made, id_ in self._boxes if made.isChecked()]}
