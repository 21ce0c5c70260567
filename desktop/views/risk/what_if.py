"""What if: measures taken away or put in place, and factors moved by sliders, show which one moves the colour.
Nothing of it is kept; a measure is put in place by changing it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QSlider, QWidget

from desktop import words
from desktop.views.risk.level_tag import LevelTag, said
from desktop.widgets.parts import column, label, literal, loud, row
from services.core.risk_controls import ControlMeasure
from services.core.risk_methods import METHODS, Bounds, score
from services.core.risks import Assessed, assessed
from services.store.queries.risk import PointRow


class WhatIf(QWidget):
    """The measures of one risk point as ticks, and the factors of its worst row as sliders."""

    def __init__(self, one: PointRow, bounds: Bounds) -> None:
        super().__init__()
        self.one, self.bounds = one, bounds
        self.tag = LevelTag("riskWhatIf", one.residual)
        self._ticks: list[tuple[QCheckBox, QLabel, ControlMeasure]] = []
        layout = column(row(label(self.tr("It would be"), "muted"), self.tag, None), gap=6)
        for number, measure in enumerate(one.measures, start=1):
            tick = QCheckBox(literal(words.short(measure.measure, 24)))
            tick.setObjectName(f"riskTick{number}")
            tick.setToolTip(measure.measure)
            tick.setChecked(measure.in_place)
            tick.toggled.connect(self._on_ticked)
            effect = label("", "caption", f"riskEffect{number}", wrap=True)
            layout.addWidget(tick)
            layout.addWidget(effect)
            self._ticks.append((tick, effect, measure))
        self._sliders: list[tuple[QSlider, QLabel]] = []
        for axis in METHODS[one.point.method].axes:
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setObjectName(f"riskSlider{axis.name.capitalize()}")
            slider.setAccessibleName(words.say(f"risk.axis.{axis.name}"))
            slider.setRange(0, len(axis.values) - 1)
            slider.setPageStep(1)
            slider.valueChanged.connect(self._on_moved)
            value = label("", "caption", f"riskValue{axis.name.capitalize()}", wrap=True)
            layout.addWidget(value)
            layout.addWidget(slider)
            self._sliders.append((slider, value))
        self.setLayout(layout)
        self._on_ticked()

    def _measures(self, but: ControlMeasure | None = None) -> list[ControlMeasure]:
        """As they are ticked, one of them the other way."""
        return [replace(one, in_place=tick.isChecked() != (one is but)) for tick, _, one in self._ticks]

    def _on_ticked(self) -> None:
        point, bounds = self.one.point, self.bounds
        now = assessed(point, bounds, self._measures())
        for tick, effect, measure in self._ticks:
            other = assessed(point, bounds, self._measures(measure))
            text = self.tr("Without it: {level}") if tick.isChecked() else self.tr("With it: {level}")
            moves = other.level != now.level
            told = text.format(level=said(other))
            effect.setText(self.tr("{effect}; it moves the colour").format(effect=told) if moves else told)
            loud(effect, moves)
        for (slider, _), axis, value in zip(self._sliders, METHODS[point.method].axes, now.scores, strict=True):
            slider.blockSignals(True)
            slider.setValue(axis.values.index(value))
            slider.blockSignals(False)
        self._show(now)

    def _on_moved(self) -> None:
        point = self.one.point
        axes = METHODS[point.method].axes
        scores = tuple(axis.values[one.value()] for (one, _), axis in zip(self._sliders, axes, strict=True))
        worth = score(scores)
        level = point.designated or self.bounds.level(worth)
        self._show(Assessed(level, worth, scores, self.one.residual.row, designated=point.designated is not None))

    def _show(self, now: Assessed) -> None:
        self.tag.show_level(now)
        data = METHODS[self.one.point.method]
        for (_, value), axis, number in zip(self._sliders, data.axes, now.scores, strict=True):
            told = words.say(f"risk.{data.scale}.{axis.name}.{number:g}")
            value.setText(f"{words.say(f'risk.axis.{axis.name}')} {number:g} · {told}")
