"""The form of one control measure: what it is, of which kind, what it lowers by how many steps, whether in place."""

from typing import Any, get_args

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.figures import Whole, takes_figures
from desktop.widgets.parts import column, label, row
from services.core.risk_controls import ControlMeasure, Tier
from services.core.risk_methods import METHODS
from services.core.risks import RiskPoint

MOST_COST = 1e9  # yuan, as the operation takes


class MeasureForm(QWidget):
    """Empty for a new measure, else filled with the one that is to be changed."""

    def __init__(self, point: RiskPoint, known: ControlMeasure | None) -> None:
        super().__init__()
        self.text = QLineEdit(known.measure if known else "")
        self.text.setObjectName("measureText")
        self.text.setAccessibleName(words.say("field.control_measure.measure"))
        self.text.setMaxLength(200)
        self.tier = Choice("measureTier", words.say("field.control_measure.tier"))
        self.tier.offer(
            [(words.say(f"value.tier.{tier}"), tier) for tier in get_args(Tier)], known.tier if known else None
        )
        self.row = Choice("measureRow", words.say("field.control_measure.row"))
        rows = [(f"{number}. {one.what}", str(number)) for number, one in enumerate(point.rows, start=1) if one.what]
        self.row.offer([(self.tr("All of them"), "0"), *rows], str(known.row) if known else "0")
        self.in_place = QCheckBox(words.say("field.control_measure.in_place"))
        self.in_place.setObjectName("measureInPlace")
        self.in_place.setChecked(known.in_place if known else True)
        layout = column(label(words.say("field.control_measure.measure"), "caption"), self.text, gap=6)
        layout.addWidget(label(words.say("field.control_measure.tier"), "caption"))
        layout.addWidget(self.tier)
        if rows:
            layout.addWidget(label(words.say("field.control_measure.row"), "caption"))
            layout.addWidget(self.row)
        layout.addWidget(label(words.say("field.control_measure.lowers"), "caption"))
        self.steps = []
        for place, axis in enumerate(METHODS[point.method].axes):
            name = f"measureLowers{axis.name.capitalize()}"
            spin = Whole(name, words.say(f"risk.axis.{axis.name}"), 0, len(axis.values) - 1)
            spin.setValue(known.lowers[place] if known else 0)
            layout.addLayout(row(label(words.say(f"risk.axis.{axis.name}")), None, spin))
            self.steps.append(spin)
        layout.addWidget(self.in_place)
        self.cost = QLineEdit(f"{known.cost:g}" if known and known.cost is not None else "")
        self.cost.setObjectName("measureCost")
        self.cost.setAccessibleName(words.say("field.control_measure.cost"))
        takes_figures(self.cost, 0, MOST_COST)
        layout.addWidget(label(words.say("field.control_measure.cost"), "caption"))
        layout.addWidget(self.cost)
        self.setLayout(layout)

    def values(self) -> dict[str, Any]:
        """As the operations take them."""
        return {
            "measure": self.text.text().strip(),
            "tier": self.tier.currentData(),
            "row": int(self.row.currentData()),
            "lowers": [spin.value() for spin in self.steps],
            "in_place": self.in_place.isChecked(),
            **({"cost": float(self.cost.text())} if self.cost.text().strip() else {}),
        }
