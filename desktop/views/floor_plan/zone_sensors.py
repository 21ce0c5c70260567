"""What the sensors of a zone say now: value, state in words, and since when."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.floor_plan.facts import MapFacts
from desktop.views.today.gauges import Gauges
from desktop.widgets.parts import column, label, picture, row
from desktop.words import when

if TYPE_CHECKING:
    from desktop.views.today.facts import Gauge
    from services.core.sensors import Sensor


class ZoneSensors(QWidget):
    """The sensors of a zone; nothing where it has none. What they said is judged by the hub's clock when it said so:
    that this console cannot hear it makes no sensor silent."""

    def __init__(self, facts: MapFacts, zone: str, gauges: Gauges) -> None:
        from services.store.queries.today import probes

        super().__init__()
        self._facts, self._gauges = facts, gauges
        self._probes = tuple(one for one in facts.ask(probes) if one.zone.id == zone)
        self._lines = column(gap=6)
        self.setVisible(bool(self._probes))
        if not self._probes:
            return
        self.setLayout(column(label(self.tr("Sensors now"), "head"), self._lines, gap=6, margins=(0, 8, 0, 0)))
        self._fill()

    def _fill(self) -> None:
        from desktop.views.today.facts import gauges

        hour, now = self._gauges.hour, self._facts.now
        said = {one.probe.sensor.id: one for one in gauges(self._probes, hour, hour.as_of)} if hour else {}
        if self._facts.hub_away:
            self._lines.addWidget(label(self._away(hour.as_of if hour else None), "warning", "sensorsAway", wrap=True))
        for probe in self._probes:
            found = said.get(probe.sensor.id)
            if found is not None:
                self._lines.addLayout(_line(found, now))
            elif hour is not None:
                self._lines.addLayout(_unheard(probe.sensor))
        if hour is None and not self._facts.hub_away:
            self._lines.addWidget(label(self.tr("The hub is being asked…"), "muted", "sensorsAsked"))

    def _away(self, as_of: datetime | None) -> str:
        if as_of is None:
            return self.tr("The hub is out of reach: nothing is known of the sensors.")
        return self.tr("The hub is out of reach: as it was {moment}.").format(moment=when(as_of, self._facts.now))


def state_words(one: "Gauge", now: datetime) -> str:
    """How a sensor is, and since when."""
    sensor = one.probe.sensor
    limit = _measured(sensor, (sensor.limit_high if one.upwards else sensor.limit_low) or 0.0)
    if one.state == "over":
        above = QCoreApplication.translate("Map", "above its limit of {limit} since {moment}")
        below = QCoreApplication.translate("Map", "below its limit of {limit} since {moment}")
        told = (above if one.upwards else below).format(limit=limit, moment=when(one.since, now))
        if not one.old:
            return told
        silent = QCoreApplication.translate("Map", "{state}; silent since {moment}")
        return silent.format(state=told, moment=when(one.as_of, now))
    if one.old:
        return QCoreApplication.translate("Map", "silent since {moment}").format(moment=when(one.as_of, now))
    if one.state == "climbing":
        told = QCoreApplication.translate("Map", "on its way to its limit of {limit}, there {moment}")
        return told.format(limit=limit, moment=when(one.reaches_at, now, about=True))
    if sensor.limit_high is None and sensor.limit_low is None:
        return QCoreApplication.translate("Map", "has no limit · read {moment}").format(moment=when(one.as_of, now))
    return QCoreApplication.translate("Map", "within its limits · read {moment}").format(moment=when(one.as_of, now))


def _line(one: "Gauge", now: datetime) -> QVBoxLayout:
    sensor = one.probe.sensor
    sign = {"calm": "normal", "silent": "unknown"}.get(one.state, "unknown" if one.old else "pending")
    value = label(_measured(sensor, one.value), "warning" if sign == "pending" else "", "sensorValue")
    state = label(state_words(one, now), "caption", "sensorState", wrap=True)
    head = row(picture(sign, "sign", 12), label(sensor.name, "", "sensorName"), None, value, gap=6)
    return column(head, state, gap=2)


def _unheard(sensor: "Sensor") -> QVBoxLayout:
    told = QCoreApplication.translate("Map", "never heard of")
    head = row(picture("unknown", "sign", 12), label(sensor.name, "", "sensorName"), None, gap=6)
    return column(head, label(told, "caption", "sensorState"), gap=2)


def _measured(sensor: "Sensor", value: float) -> str:
    return f"{value:.4g} {sensor.unit}"
