"""A sensor by itself, large: its values over any stretch that the hub still knows, live or in the past, with the bounds
that rules and limits name and when rules spoke of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QPushButton

from desktop import words
from desktop.views.floor_plan.sensor_stretch import MINUTE_MS, Shown
from desktop.views.floor_plan.wide_chart import WideChart
from desktop.widgets.parts import button, column, label, row
from services.core.moments import milliseconds, moment_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.views.today.gauges import Gauges
    from services.core.sensors import Sensor
    from services.sync.readings import Course

SIZE, POINTS = (960, 520), 1200
LIVE_MS, SLOW_MS, SETTLE_MS = 2_000, 30_000, 120
LENGTHS = (60, 8 * 60, 24 * 60, 7 * 24 * 60, 30 * 24 * 60)  # minutes
FINE = 180


class SensorWindow(QDialog):
    """Open it with `open()`. While it follows the present the hub is asked again and again."""

    def __init__(self, sensor: "Sensor", gauges: "Gauges", parent: "QWidget") -> None:
        super().__init__(parent)
        self.setObjectName("sensorWindow")
        self.setWindowTitle(f"{sensor.name} · {sensor.code}")
        self.resize(*SIZE)
        self._workbench, self._gauges, self._asked = gauges.workbench, gauges, 0
        self.chart = WideChart(sensor, Shown(LENGTHS[0] * MINUTE_MS), self._workbench.now())
        self.chart.nothing = self.tr("The hub is being asked…")
        self.said = label("", "caption", "sensorWindowSaid", wrap=True)
        self.live = button(self.tr("Live"), "sensorNow", self._on_live, "chip")
        self.live.setCheckable(True)
        self.lengths = [self._length(one) for one in LENGTHS]
        told = label(self.tr("Wheel: zoom · drag: move · pointer: read a value"), "caption")
        head = row(*self.lengths, self.live, None, told, gap=8)
        self.setLayout(column(head, self.chart, self.said, gap=12, margins=(20, 16, 20, 16)))
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.ask)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.ask)
        self.chart.changed.connect(self._on_changed)
        self._on_changed()
        self.chart.setFocus()

    def _length(self, minutes: int) -> QPushButton:
        text = self.tr("%n h", "", minutes // 60) if minutes <= 24 * 60 else self.tr("%n d", "", minutes // 1440)
        made = button(text, f"sensorLast{minutes}", lambda: self._on_length(minutes), "chip")
        made.setCheckable(True)
        return made

    def _on_length(self, minutes: int) -> None:
        shown = self.chart.shown
        self.chart.show_stretch(Shown(minutes * MINUTE_MS, shown.ends))
        self._mark()

    def _on_live(self) -> None:
        self.chart.show_stretch(Shown(self.chart.shown.long))
        self._mark()

    def _mark(self) -> None:
        for minutes, one in zip(LENGTHS, self.lengths, strict=True):
            one.setChecked(minutes * MINUTE_MS == self.chart.shown.long)
        self.live.setChecked(self.chart.shown.ends is None)

    def _on_changed(self) -> None:
        self._mark()
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()

    def ask(self) -> None:
        """Asks the hub for what is to be seen, and what rules said in it of the records here."""
        from services.store.queries.sensor_chart import bounds_of, spoken_of
        from services.sync.readings import Stretch

        chart, shown = self.chart, self.chart.shown
        chart.now = max(chart.now, milliseconds(self._workbench.now()))
        since = moment_of(shown.until(chart.now) - shown.long)
        chart.bounds = self._workbench.ask(bounds_of, sensor=chart.sensor)
        chart.spoken = self._workbench.ask(spoken_of, sensor=chart.sensor, since=since)
        self._asked += 1
        asked, ends = self._asked, None if shown.ends is None else moment_of(shown.ends)
        stretch = Stretch(shown.minutes, ends, POINTS)
        self._gauges.follow(chart.sensor.id, stretch, lambda found: self._on_told(found, asked))

    def _on_told(self, found: "Course | None", asked: int) -> None:
        """An answer to what is not asked any more is let go."""
        if asked != self._asked:
            return
        if found is not None:
            self.chart.course, self.chart.now = found, milliseconds(found.as_of)
        away = self.tr("The hub is out of reach.")
        self.chart.nothing = away if found is None else self.tr("No readings in this stretch")
        self.said.setText(self._words(away if found is None else ""))
        self.chart.update()
        if self.chart.shown.ends is None and self.isVisible():
            self._again.start(LIVE_MS if self.chart.shown.minutes <= FINE else SLOW_MS)

    def _words(self, away: str) -> str:
        """What the chart shows, in words: for those who don't see it."""
        chart, plot = self.chart, self.chart.plot
        begins, ends = (words.when(moment_of(at), moment_of(chart.now)) for at in (plot.begins, plot.ends))
        told = [away, f"{begins} – {ends}"]
        if plot.values:
            values = [value for _, value in plot.values]
            between = self.tr("between {low} and {high}")
            unit = chart.sensor.unit
            told.append(between.format(low=f"{min(values):.4g} {unit}", high=f"{max(values):.4g} {unit}"))
        if chart.course and chart.course.coarse:
            told.append(self.tr("by the extremes of each minute"))
        told += [words.with_value(one.rule, f"{one.value:g} {chart.sensor.unit}") for one in chart.bounds]
        told += [f"{words.when(one.at, moment_of(chart.now))} {one.rule}" for one in chart.spoken[-3:]]
        text = " · ".join(one for one in told if one)
        chart.setAccessibleName(f"{chart.sensor.name}: {text}")
        return text
