"""What the papers of a period are called."""

from services.core.report_designs import ReportDesign
from services.reports.names import LEDGERS, OfPeriod
from services.words import say

Paper = OfPeriod | ReportDesign


def title_of(paper: Paper, lang: str) -> str:
    """The program's own by their words, one's own by its name."""
    if isinstance(paper, ReportDesign):
        return paper.name
    if paper == "monthly":
        return say("report.title", lang)
    return say(f"report.ledger.{paper}" if paper in LEDGERS else f"paper.title.{paper}", lang)
