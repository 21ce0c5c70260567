"""Reports: what has become of a period against another, in figures, charts and words; and the papers made of it."""

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from desktop import words
from desktop.views.action import Action
from desktop.views.page import Page
from desktop.views.reports.analysis_view import AnalysisView
from desktop.views.reports.design_dialog import DesignDialog
from desktop.views.reports.losses_dialog import LossesDialog
from desktop.views.reports.papers_view import PapersView
from desktop.views.reports.periods import against_of, against_options, period_of, period_options
from desktop.views.reports.records import RecordsPanel
from desktop.views.reports.span_choice import SpanChoice
from desktop.widgets.charts.chart import Item
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, joined, label, row
from desktop.widgets.yielding import YieldingLabel
from services.core.measures import Period
from services.core.operation import required
from services.core.report_designs import ReportDesign
from services.reports.report_facts import ReportFacts, report_facts
from services.store.queries.figures import first_day, fixed_in
from services.store.queries.people import zone_rows
from services.store.queries.worked import Week, rates, worked_hours
from services.store.records import Records

VIEWS = ("analysis", "papers")


class ReportsPage(Page):
    """Asks in a task, again when something changed; `facts` are those that are seen."""

    key, icon = "reports", "reports"
    kinds = frozenset(
        {"hazard", "inspection", "inspection_plan", "incident", "person", "team", "zone", "equipment"}
        | {"category", "plant", "risk_point", "control_measure", "loss_rates", "report_design"}
    )

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Reports")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate = QCoreApplication.translate
        return (
            Action(name="showAnalysis", title=translate("ReportsPage", "Figures and charts"), run="show_analysis"),
            Action(name="showPapers", title=translate("ReportsPage", "Reports to hand on"), run="show_papers"),
        )

    def build(self) -> None:
        self.facts: ReportFacts | None = None
        self._asking = self._again = False
        titles = {"analysis": self.tr("Analysis"), "papers": self.tr("Papers")}
        self._segments = {
            name: button(titles[name], f"reports-{name}", partial(self.show_view, name), "segment") for name in VIEWS
        }
        for segment in self._segments.values():
            segment.setCheckable(True)
        self.period = SpanChoice("period", self.tr("Period"), period_options(), "twelve", self._today)
        self.against = SpanChoice("against", self.tr("Compared with"), against_options(), "before", self._today)
        for choice in (self.period, self.against):
            choice.altered.connect(self.look_again)
        self.said = YieldingLabel("muted", "reportsSaid")
        self.analysis = AnalysisView()
        self.analysis.setAccessibleName(titles["analysis"])
        self.analysis.opened.connect(self._on_opened)
        self.analysis.pressed.connect(self._on_figure)
        self.analysis.rates_wanted.connect(self._on_rates)
        for chart in self.analysis.charts.values():
            chart.book.told.connect(self.toast.good)
            chart.book.refused.connect(self.toast.bad)
        self.papers = PapersView(self.workbench, self.tasks, self.toast)
        self.papers.design_wanted.connect(self.design)
        self.papers.rates_wanted.connect(self._on_losses)
        self.panel = RecordsPanel(self.workbench)
        self.panel.wanted.connect(lambda id_: self.record_wanted.emit("hazard", id_, ""))
        self.views = QStackedWidget()
        for view in (self.analysis, self.papers):
            self.views.addWidget(view)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.views)
        nothing = self.tr("Figures, charts and reports come from hazards and inspections, as soon as there are some.")
        self.stack.addWidget(EmptyState("reports", self.tr("Nothing to report yet"), nothing))
        with_ = label(self.tr("against"), "muted")
        head = self.head(
            box(joined(*self._segments.values())), self.period, with_, self.against, self.said, None
        )  # fmt: skip
        self.setLayout(row(column(head, self.stack, gap=0), self.panel, gap=0))
        self.show_view("analysis")

    def show_view(self, name: str) -> None:
        """The charts, or the papers."""
        for other, segment in self._segments.items():
            segment.setChecked(other == name)
        self.views.setCurrentIndex(VIEWS.index(name))
        self.panel.hide()

    def show_analysis(self) -> None:
        """The charts."""
        self.show_view("analysis")

    def show_papers(self) -> None:
        """The papers."""
        self.show_view("papers")

    def refresh(self) -> None:
        if self._asking:
            self._again = True
            return
        first = self.workbench.ask(first_day)
        self.stack.setCurrentIndex(1 if first is None else 0)
        if first is None:
            return
        self._asking = True
        period = period_of(self.period.key, self._today())
        against = against_of(self.against.key, period, first)
        self.said.setText(self.tr("being reckoned…"))
        self.workbench.ask_later(report_facts, self._on_facts, period=period, against=against, now=self.workbench.now())

    def _on_facts(self, facts: ReportFacts) -> None:
        self.facts, self._asking = facts, False
        assert facts.before is not None
        self.said.setText(f"{_days(facts.period)} / {_days(facts.before.period)}")
        self.analysis.show_facts(facts)
        for chart in self.analysis.charts.values():
            chart.book.about = f"{facts.plant} · {_days(facts.period)}"
        self.papers.list_papers()
        self.papers.show_facts(facts)
        if self._again:
            self._again = False
            self.refresh()

    def _on_rates(self) -> None:
        """How long people worked takes longest to reckon, so it is asked for when somebody wants it."""
        facts = self.facts
        if facts is None:
            return

        def show(hours: Week) -> None:
            if facts is self.facts:
                counts = [[len(ids) for ids in day] for day in facts.analysis.week]
                self.analysis.show_rates(rates(counts, hours, facts.period.days / 7))

        self.workbench.ask_later(worked_hours, show, period=facts.period)

    def design(self, known: ReportDesign | None) -> None:
        """A report of one's own is put together, or one that is known is changed."""
        if self.facts is not None:
            zones = [(one.zone.name, one.id) for one in self.workbench.ask(zone_rows)]
            dialog = DesignDialog(self.workbench, self.tasks, self.toast, self.facts, known, zones, self.window())
            dialog.saved.connect(self._on_designed)
            dialog.open()

    def _on_designed(self, id_: str) -> None:
        made = self.workbench.ask(_one_design, id_=id_)
        self.papers.list_papers()
        self.papers.choose(made)

    def _on_losses(self) -> None:
        LossesDialog(self.workbench, self.toast, self.window()).open()

    def _today(self) -> date:
        return words.local(self.workbench.now()).date()

    def _on_opened(self, item: Item) -> None:
        self.panel.show_hazards(item.name, item.ids)

    def _on_figure(self, name: str) -> None:
        """A figure leads to what it is made of."""
        if name == "plan_completion":
            self.wanted.emit("inspections")
        elif name == "recordable_injuries":
            self.analysis.ensureWidgetVisible(self.analysis.charts["injuries"])
        elif self.facts is not None:
            fixed = name == "time_to_fix"
            found = self.workbench.ask(fixed_in, period=self.facts.period) if fixed else self.facts.analysis.ids
            self.panel.show_hazards(words.say(f"figure.name.{name}"), found)


def _one_design(look: Records, *, id_: str) -> ReportDesign:
    return required(look, ReportDesign, id_)


def _days(period: Period) -> str:
    return f"{period.first:%Y-%m-%d} – {period.last:%Y-%m-%d}"
