"""The reports page: charts of a period with the records behind one bar, and its papers."""

from typing import Any

from desktop.tour.stage import Stage


def figures(stage: Stage) -> None:
    """Half a year against the first one, what stands behind the longest bar, then the papers."""
    page: Any = stage.go("reports")
    page.period.take("2025-07-01/2025-12-31")
    page.against.take("first")
    stage.until(lambda: page.facts is not None and page.facts.period.first.month == 7, "nothing is reckoned")
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
    for name in ("monthly", "hazards", "inspections"):
        page.show_papers()
        page.papers.choose(name)
        stage.until(lambda: page.papers.shown and page.papers.shown.name == page.papers.chosen, "no page is drawn")
        stage.take(f"reports-{name}", both=name == "monthly")
    page.show_analysis()
