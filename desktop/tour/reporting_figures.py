"""The reports page: charts of a period with the records behind one bar, and its papers."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from desktop.tour.stage import Stage
from desktop.views.reports.periods import period_of
from services.store.queries.figures import first_day

BEGINS = date(2025, 7, 1)
HALF, ALL = ("2025-07-01/2025-12-31", "first"), ("twelve", "before")
SHOWN = ("monthly", "hazards", "inspections", "annual-equipment", "customer")


def figures(stage: Stage) -> None:
    """Half a year against the first one, on a plant that is older than that, else what it has; what stands behind the
    longest bar, then the papers."""
    page: Any = stage.go("reports")
    oldest = stage.workbench.ask(first_day)
    for choice, key in zip((page.period, page.against), HALF if oldest and oldest < BEGINS else ALL, strict=True):
        choice.take(key)
    wanted = period_of(page.period.key, page._today())
    stage.until(lambda: page.facts is not None and page.facts.period == wanted, "nothing is reckoned")
    stage.until(lambda: not page._asking, "it is reckoned for too long")
    stage.take("reports")
    bar = page.analysis.verticalScrollBar()
    for number, share in enumerate((0.45, 1.0), 2):
        bar.setValue(round(bar.maximum() * share))
        stage.take(f"reports-{number}", both=False)
    page.analysis._on_rates()
    stage.until(lambda: not page.tasks.busy, "no rates come")
    stage.take("reports-rates", both=False)
    page._on_opened(page.analysis.charts["zones"].items[0])
    stage.take("reports-records")
    page.panel.hide()
    bar.setValue(0)
    page.show_papers()
    for name in SHOWN:
        page.papers.choose(name)
        stage.until(partial(_drawn, page, name), "no page is drawn")
        stage.take(f"reports-{name}", both=name == "monthly")
    _designing(stage, page)
    page.papers.choose("annual-equipment")
    stage.press("paperRates")
    stage.take("reports-losses", both=False)
    stage.press("lossCancel")
    page.show_analysis()


def _drawn(page: Any, name: str) -> bool:
    return page.papers.shown is not None and bool(page.papers.shown.key == name)


def _designing(stage: Stage, page: Any) -> None:
    """A report is put together."""
    page.design(None)
    dialog: Any = stage.window.findChild(QDialog, "designDialog")
    dialog.name.setText({"zh": "董事会季报", "en": "Quarterly for the board"}[stage.lang])
    dialog.span.setCurrentIndex(2)
    dialog.look()
    stage.until(lambda: dialog.shown is not None and not page.tasks.busy, "no page is drawn")
    stage.take("reports-design")
    dialog.reject()
