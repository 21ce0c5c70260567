"""Figures and charts of a period, each part of which leads to its records."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget

from desktop import words
from desktop.language import language
from desktop.style.tokens import PAGE_PADDING
from desktop.views.reports import figures_of
from desktop.views.reports.cards import Cards
from desktop.widgets.charts.bars import BarChart
from desktop.widgets.charts.chart import Chart
from desktop.widgets.charts.course import CourseChart
from desktop.widgets.charts.week import Rates, Week, WeekChart
from desktop.widgets.parts import box, button, column, emptied, joined, label, row
from services.reports.narrative import narrative
from services.reports.report_facts import ReportFacts

GAP, MOST, FEW = 16, 8, 5
WIDE_NAMES, STEP_NAMES = 168, 132
COURSES = ("reports", "hours", "completion", "injuries")


class AnalysisView(QScrollArea):
    """`opened` carries the Item of a chart that was pressed, `pressed` the name of a figure;
    `rates_wanted` when the week is to be seen by the hours that people work."""

    opened = Signal(object)
    rates_wanted = Signal()
    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("analysis")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._week: Week | None = None
        self.cards = Cards()
        self.cards.pressed.connect(self.pressed)
        self.charts = self._made()
        self._said = column(gap=6, margins=(16, 12, 16, 14))
        grid = QGridLayout()
        grid.setSpacing(GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(box(self._said, "card", "narrative"), 0, 0, 1, 2)
        for number, chart in enumerate(self.charts.values()):
            chart.opened.connect(self.opened)
            if chart is self.charts["week"]:
                grid.addWidget(box(column(self._ways(), chart, gap=0), "card"), number // 2 + 1, 0, 1, 2)
            else:
                grid.addWidget(_card(chart), number // 2 + 1, number % 2)
        inner = QWidget()
        inner.setProperty("look", "page")
        inner.setLayout(column(self.cards, grid, None, gap=GAP, margins=(PAGE_PADDING, 4, PAGE_PADDING, PAGE_PADDING)))
        self.setWidget(inner)

    def _made(self) -> dict[str, Chart]:
        say = words.say
        courses: dict[str, Chart] = {
            name: CourseChart(f"course-{name}", say(f"report.chart.{name}"), 100.0 if name == "completion" else None)
            for name in COURSES
        }
        return {
            **courses,
            "categories": BarChart("categories", say("report.chart.categories"), MOST),
            "zones": BarChart("zones", say("report.chart.zones"), MOST),
            "teams": BarChart("teams", self.tr("By team (count · share so far)"), MOST),
            "repeats": BarChart("repeats", self.tr("Again in the same place within 30 days"), MOST, WIDE_NAMES),
            "equipment": BarChart("equipment", self.tr("By equipment (count · share so far)"), FEW),
            "steps": BarChart("steps", say("report.chart.waterfall"), FEW, STEP_NAMES),
            "funnel": BarChart("funnel", self.tr("How far they have come"), FEW),
            "ages": BarChart("ages", self.tr("Open now, by age"), FEW),
            "forecast-hazards": CourseChart("forecast-hazards", say("forecast.chart.hazards")),
            "forecast-missed": CourseChart("forecast-missed", say("forecast.chart.missed")),
            "forecast-zones": BarChart("forecast-zones", say("forecast.zones.hazards"), MOST),
            "forecast-missed-zones": BarChart("forecast-missed-zones", say("forecast.zones.missed"), MOST),
            "week": WeekChart("week", say("report.chart.week")),  # over the whole width, so it comes last
        }

    def _ways(self) -> QLayout:
        """How the week is counted."""
        self.counts = button(self.tr("Count"), "weekCounts", self._on_counts, "segment")
        self.by_hours = button(self.tr("Per 1,000 person-hours"), "weekRates", self._on_rates, "segment")
        for one in (self.counts, self.by_hours):
            one.setCheckable(True)
        self.counts.setChecked(True)
        return row(None, joined(self.counts, self.by_hours), margins=(0, 10, 12, 0))

    def _on_counts(self) -> None:
        self._show_week(None)

    def _on_rates(self) -> None:
        self.counts.setChecked(False)
        self.by_hours.setChecked(True)
        self.rates_wanted.emit()

    def show_rates(self, rates: Rates) -> None:
        """The week by how often hazards come while so many work."""
        if self.by_hours.isChecked():
            self._show_week(rates)

    def _show_week(self, rates: Rates | None) -> None:
        self.counts.setChecked(rates is None)
        self.by_hours.setChecked(rates is not None)
        week = self.charts["week"]
        assert isinstance(week, WeekChart)
        if self._week is not None:
            week.show_week(self._week, rates)

    def show_facts(self, facts: ReportFacts) -> None:
        """All of a period."""
        self.cards.show_figures(facts)
        self._tell(facts)
        found = facts.analysis
        for name in COURSES:
            self.charts[name].show_items(figures_of.course(facts.course, name))
        self.charts["categories"].show_items(figures_of.bars(found.categories, kinds=True))
        for name, bars in (("zones", found.zones), ("teams", found.teams), ("equipment", found.equipment)):
            self.charts[name].show_items(figures_of.bars(bars))
        for name, items in figures_of.forecasts(facts).items():
            self.charts[name].show_items(items)
        self.charts["repeats"].show_items(figures_of.repeats(facts))
        self._week = found.week
        self._show_week(None)
        for name in ("steps", "funnel", "ages"):
            self.charts[name].show_items(getattr(figures_of, name)(facts))

    def _tell(self, facts: ReportFacts) -> None:
        """What there is to say, in words."""
        emptied(self._said)
        for part, sentences in narrative(facts, language.name).items():
            if part == "changed" or not sentences:
                continue  # the cards above say it
            self._said.addWidget(label(words.say(f"report.part.{part}"), "head"))
            for sentence in sentences:
                self._said.addWidget(label(f"· {sentence}", wrap=True, copy=True))


def _card(chart: Chart) -> QWidget:
    return box(column(chart), "card", f"{chart.objectName()}Card")
