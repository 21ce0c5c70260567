"""What the sensors of a zone say now: value, state in words, and since when."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.sensor_chart import MINUTES, SensorChart
from desktop.views.today.gauges import Gauges
from desktop.widgets.parts import column, label, picture, row
from desktop.words import local, when

if TYPE_CHECKING:
    from desktop.views.today.facts import Gauge
    from services.core.sensors import Sensor
    from services.store.queries.today import Probe


class ZoneSensors(QWidget):
    """The sensors of a zone; nothing where it has none. How they are is what the hub has noted: that this console
    cannot hear it makes no sensor silent. Of the past there are no `gauges`, and no values."""

    def __init__(self, facts: MapFacts, zone: str, gauges: Gauges | None) -> None:
        from services.store.queries.today import probes

        super().__init__()
        self._facts, self._gauges = facts, gauges
        self._probes = tuple(one for one in facts.ask(probes) if one.zone.id == zone)
        self._lines = column(gap=6)
        if not self._probes:
            self.hide()
            return
        head = self.tr("Sensors now") if facts.present else self.tr("Sensors then")
        self.setLayout(column(label(head, "head"), self._lines, gap=6, margins=(0, 8, 0, 0)))
        self._fill()

    def _fill(self) -> None:
        from desktop.views.today.facts import gauges

        hour, present = self._gauges.hour if self._gauges else None, self._facts.present
        said = {one.probe.sensor.id: one for one in gauges(self._probes, hour)}
        if present and self._facts.hub_away:
            self._lines.addWidget(label(self._away(hour.as_of if hour else None), "warning", "sensorsAway", wrap=True))
        for probe in self._probes:
            found = said.get(probe.sensor.id)
            known = found is not None or probe.sensor.hearing != "never"
            self._lines.addLayout(_line(probe, found, self._facts.today) if known else _unheard(probe.sensor))
            if known and present and self._gauges is not None:
                self._lines.addWidget(self._chart(probe.sensor, self._gauges))
        if present and hour is None and not self._facts.hub_away:
            self._lines.addWidget(label(self.tr("The hub is being asked…"), "muted", "sensorsAsked"))

    def _chart(self, sensor: "Sensor", gauges: Gauges) -> SensorChart:
        from services.store.queries.sensor_chart import bounds_of, spoken_of

        ask, since = self._facts.ask, self._facts.now - timedelta(minutes=MINUTES)
        bounds, spoken = ask(bounds_of, sensor=sensor), ask(spoken_of, sensor=sensor, since=since)
        chart = SensorChart(sensor, gauges, bounds, spoken)
        chart.opened.connect(lambda: self.open_chart(sensor))
        return chart

    def open_chart(self, sensor: "Sensor") -> None:
        """A sensor's values large."""
        from desktop.views.floor_plan.sensor_window import SensorWindow

        if self._gauges is not None:
            SensorWindow(sensor, self._gauges, self.window()).open()

    def _away(self, as_of: datetime | None) -> str:
        if as_of is None:
            return self.tr("The hub is out of reach: nothing is known of the sensors.")
        return self.tr("The hub is out of reach: as it was {moment}.").format(moment=when(as_of, self._facts.today))


def state_words(one: "Gauge", now: datetime) -> str:
    """How a sensor is, and since when."""
    sensor = one.probe.sensor
    if one.state == "over" or one.old:
        return noted_words(sensor, now)
    read = when(one.as_of, now)
    if one.state == "climbing":
        told = QCoreApplication.translate("Map", "on its way to its limit of {limit}, there {moment}")
        return told.format(limit=_limit(sensor, one.upwards), moment=when(one.reaches_at, now, about=True))
    if one.value is None:
        return noted_words(sensor, now)
    if sensor.limit_high is None and sensor.limit_low is None:
        return QCoreApplication.translate("Map", "has no limit · read {moment}").format(moment=read)
    return QCoreApplication.translate("Map", "within its limits · read {moment}").format(moment=read)


def noted_words(sensor: "Sensor", now: datetime) -> str:
    """What the hub has noted of a sensor that was ever heard, whatever it read."""
    silent = QCoreApplication.translate("Map", "silent since {moment}")
    silent = silent.format(moment=when(sensor.hearing_since, now)) if sensor.hearing == "silent" else ""
    if sensor.beyond:
        above = QCoreApplication.translate("Map", "above its limit of {limit} since {moment}")
        below = QCoreApplication.translate("Map", "below its limit of {limit} since {moment}")
        upwards = sensor.beyond == "high"
        told = (above if upwards else below).format(
            limit=_limit(sensor, upwards), moment=when(sensor.beyond_since, now)
        )
        return (
            QCoreApplication.translate("Map", "{state}; {silent}").format(state=told, silent=silent) if silent else told
        )
    if silent:
        return silent
    if sensor.limit_high is None and sensor.limit_low is None:
        return QCoreApplication.translate("Map", "has no limit")
    return QCoreApplication.translate("Map", "within its limits")


def _limit(sensor: "Sensor", upwards: bool) -> str:
    return _measured(sensor, (sensor.limit_high if upwards else sensor.limit_low) or 0.0)


def _line(probe: "Probe", found: "Gauge | None", now: datetime) -> QVBoxLayout:
    sensor = probe.sensor
    sign = "pending" if sensor.beyond or (found and found.state == "climbing") else "normal"
    if sensor.hearing == "silent" and not sensor.beyond:
        sign = "unknown"
    value = _measured(sensor, found.value) if found and found.value is not None else ""
    said = state_words(found, now) if found else noted_words(sensor, now)
    shown = label(value, "warning" if sign == "pending" else "", "sensorValue")
    if not value:
        shown.hide()
    head = row(picture(sign, "sign", 12), label(sensor.name, "", "sensorName"), None, shown, gap=6)
    lines = column(head, label(said, "caption", "sensorState", wrap=True), gap=2)
    if sensor.calibration_due is not None and sensor.calibration_due < local(now).date():
        told = QCoreApplication.translate("Map", "Its calibration was due on {day}.").format(day=sensor.calibration_due)
        lines.addWidget(label(told, "warning", "sensorCalibration", wrap=True))
    return lines


def _unheard(sensor: "Sensor") -> QVBoxLayout:
    told = QCoreApplication.translate("Map", "never heard of")
    head = row(picture("unknown", "sign", 12), label(sensor.name, "", "sensorName"), None, gap=6)
    return column(head, label(told, "caption", "sensorState"), gap=2)


def _measured(sensor: "Sensor", value: float) -> str:
    return f"{value:.4g} {sensor.unit}"
