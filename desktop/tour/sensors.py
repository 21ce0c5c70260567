"""A zone's sensors: how their values go, live, with their limits, the bounds of rules and what they said."""

from desktop.tour.stage import Stage
from desktop.views.floor_plan.sensor_chart import SensorChart
from desktop.views.floor_plan.sensor_window import SensorWindow


def sensors(stage: Stage) -> None:
    """The zone of a sensor that is beyond a limit, else of any that is heard."""
    page = stage.go("map")
    stage.until(lambda: page.view.picture.underlay is not None, "the drawing does not come")
    found = [one for one in stage.workbench.ask(lambda look: look.find("sensor")) if one.hearing == "heard"]
    page.view.pick(min(found, key=lambda one: (one.beyond == "", one.limit_high is None, one.code)).zone)

    def drawn() -> bool:
        charts = page.panel.findChildren(SensorChart)
        return bool(charts) and all(one.course is not None and one.course.values for one in charts)

    stage.until(drawn, "no readings come")
    page.panel.bring(page.panel.findChildren(SensorChart)[-1])
    stage.take("map-sensors")
    chart = page.panel.findChildren(SensorChart)[-1]
    chart.opened.emit()
    window = page.window().findChildren(SensorWindow)[-1]
    window.lengths[1].click()
    stage.until(lambda: window.chart.course is not None and window.chart.course.coarse, "the hours do not come")
    window.chart.point(0.6)
    stage.take_alone(window, "map-sensor-large")
    window.reject()
    page.editing.leave()
