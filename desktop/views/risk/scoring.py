"""What is chosen by a method: three choices in words (LEC), a field of the 5×5 matrix, or several rows (JHA, SCL)."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import words
from desktop.style.theme import theme
from desktop.style.tokens import STATUTORY
from desktop.widgets.choice import Choice
from desktop.widgets.parts import button, column, emptied, label, line
from services.core.risk_methods import METHODS, Axis, Bounds, Method, Scores, score
from services.core.risks import Assessed

CELL = 40
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


def axis_choice(name: str, scale: str, axis: Axis, chosen: float) -> Choice:
    """A choice of one factor, each value with its words, the worst first."""
    made = Choice(name, words.say(f"risk.axis.{axis.name}"))
    said = [(f"{one:g} · {words.say(f'risk.{scale}.{axis.name}.{one:g}')}", f"{one:g}") for one in axis.values[::-1]]
    made.offer(said, f"{chosen:g}")
    return made


class Matrix(QWidget):
    """The 5×5 matrix that one clicks: likelihood to the right, severity upwards; arrow keys move the choice."""

    changed = Signal()

    def __init__(self, name: str, bounds: Bounds, scores: Scores) -> None:
        super().__init__()
        self.setObjectName(name)
        self.bounds, self.scores = bounds, scores
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())
        self._choose(*scores)

    def sizeHint(self) -> QSize:
        return QSize(5 * CELL, 5 * CELL)

    def cell(self, likelihood: float, severity: float) -> QRectF:
        """Where the field of these two stands."""
        return QRectF((likelihood - 1) * CELL, (5 - severity) * CELL, CELL, CELL).adjusted(1, 1, -1, -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at: QPointF = event.position()
        self._choose(at.x() // CELL + 1, 5 - at.y() // CELL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self.scores[0] + step[0], self.scores[1] + step[1])

    def _choose(self, likelihood: float, severity: float) -> None:
        self.scores = (min(max(likelihood, 1.0), 5.0), min(max(severity, 1.0), 5.0))
        likely = words.say(f"risk.ls.likelihood.{self.scores[0]:g}")
        severe = words.say(f"risk.ls.severity.{self.scores[1]:g}")
        self.setAccessibleName(words.listed((likely, severe)))
        self.update()
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for likelihood in range(1, 6):
            for severity in range(1, 6):
                box = self.cell(likelihood, severity)
                ground, ink = STATUTORY[self.bounds.level(likelihood * severity)]
                painter.fillRect(box, QColor(ground))
                painter.setPen(QColor(ink))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(likelihood * severity))
        painter.setPen(QPen(theme.colour("text"), 3))
        painter.drawRect(self.cell(*self.scores))


class ScoreForm(QWidget):
    """The rows of an assessment by a method; `changed` when another value is chosen."""

    changed = Signal()

    def __init__(self, bounds: Bounds) -> None:
        super().__init__()
        self.bounds = bounds
        self.method: Method = "lec"
        self._parts: list[dict[str, Any]] = []
        self._layout = column(gap=6)
        self.setLayout(self._layout)

    def show_method(self, method: Method, rows: Sequence[dict[str, Any]] = ()) -> None:
        """The form for a method, with what is known (rows as an operation takes them)."""
        self.method = method
        mild = [axis.values[len(axis.values) // 2] for axis in METHODS[method].axes]
        self._fill([dict(row) for row in rows] or [{"scores": mild}])

    def rows(self) -> list[dict[str, Any]]:
        """The rows as the operation takes them."""
        return [self._read(parts) for parts in self._parts]

    def worst(self) -> Assessed:
        """What the worst row comes to, without any measure."""
        rows: list[Scores] = [tuple(row["scores"]) for row in self.rows()]
        number, scores = max(enumerate(rows, start=1), key=lambda one: score(one[1]))
        return Assessed(self.bounds.level(score(scores)), score(scores), scores, number)

    def _fill(self, rows: list[dict[str, Any]]) -> None:
        emptied(self._layout)
        self._parts = [self._row(number, row) for number, row in enumerate(rows, start=1)]
        if METHODS[self.method].many:
            self._layout.addWidget(button(self.tr("Add a row"), "riskAddRow", self._on_add, picture="add"))
        self.changed.emit()

    def _row(self, number: int, row: dict[str, Any]) -> dict[str, Any]:
        data = METHODS[self.method]
        parts: dict[str, Any] = {}
        if data.many:
            if number > 1:
                self._layout.addWidget(line())
            first = self.tr("Step of the job") if self.method == "jha" else self.tr("What is checked")
            parts["what"] = self._text(f"riskWhat{number}", f"{number}. {first}", row.get("what", ""))
        parts["danger"] = self._text(f"riskDanger{number}", self.tr("What can go wrong"), row.get("danger", ""))
        comes = self.tr("What comes of it")
        parts["consequence"] = self._text(f"riskConsequence{number}", comes, row.get("consequence", ""))
        if self.method == "scl":
            parts["standard"] = self._text(f"riskStandard{number}", self.tr("Standard"), row.get("standard", ""))
        if self.method == "ls":
            self._layout.addWidget(label(self.tr("Likelihood to the right, severity upwards"), "caption"))
            parts["matrix"] = Matrix("riskMatrix", self.bounds, tuple(map(float, row["scores"])))
            parts["matrix"].changed.connect(self._on_chosen)
            self._layout.addWidget(parts["matrix"])
            return parts
        for axis, value in zip(data.axes, row["scores"], strict=True):
            made = axis_choice(f"risk{axis.name.capitalize()}{number}", data.scale, axis, value)
            made.activated.connect(self._on_chosen)
            self._layout.addWidget(label(words.say(f"risk.axis.{axis.name}"), "caption"))
            self._layout.addWidget(made)
            parts[axis.name] = made
        if number > 1:
            away = button(
                self.tr("Remove this row"), f"riskRemoveRow{number}", partial(self._on_remove, number), "link"
            )
            self._layout.addWidget(away)
        return parts

    def _text(self, name: str, said: str, value: str) -> QLineEdit:
        made = QLineEdit(value)
        made.setObjectName(name)
        made.setAccessibleName(said)
        made.setMaxLength(200)
        self._layout.addWidget(label(said, "caption"))
        self._layout.addWidget(made)
        return made

    def _read(self, parts: dict[str, Any]) -> dict[str, Any]:
        row: dict[str, Any] = {key: one.text().strip() for key, one in parts.items() if isinstance(one, QLineEdit)}
        if "matrix" in parts:
            return {**row, "scores": list(parts["matrix"].scores)}
        return {**row, "scores": [float(parts[axis.name].currentData()) for axis in METHODS[self.method].axes]}

    def _on_chosen(self) -> None:
        self.changed.emit()

    def _on_add(self) -> None:
        self._fill([*self.rows(), {"scores": [3.0, 3.0]}])

    def _on_remove(self, number: int) -> None:
        self._fill([row for place, row in enumerate(self.rows(), start=1) if place != number])
