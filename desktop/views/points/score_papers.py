"""What is printed and exported of the department score."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton

from desktop import words
from desktop.language import language
from desktop.widgets.asking import ask_save
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.views.points.scores import ScoresView
    from services.reports.score_papers import ScoreFacts
    from services.store.records import Records

PAPERS = ("board", "certificate", "payroll")


class ScorePapers(QPushButton):
    """A menu of the papers of the month that its view shows."""

    def __init__(self, view: "ScoresView") -> None:
        super().__init__()
        self._view, self.workbench, self.toast = view, view.workbench, view.toast
        self.setObjectName("scorePapers")
        self.setText(self.tr("Print or export"))
        self.setAccessibleName(self.text())
        menu = QMenu(self)
        menu.setObjectName("scorePapersMenu")
        titles = {
            "board": self.tr("Sheet for the notice board…"),
            "certificate": self.tr("Certificates…"),
            "payroll": self.tr("Factors for payroll…"),
        }
        for name in PAPERS:
            action = menu.addAction(titles[name], partial(self._ask, name))
            action.setObjectName(f"score-{name}")
            action.setEnabled(name != "payroll" or self.workbench.may("department_scores.freeze"))
        self.setMenu(menu)

    def _ask(self, paper: str) -> None:
        forms = ["PDF (*.pdf)"]
        if paper == "payroll":
            forms = [self.tr("Workbook (*.xlsx)"), self.tr("Text with commas (*.csv)")]
        month = self._view.shown
        title = words.say("score.certificate") if paper == "certificate" else words.say(f"score.{paper}", month=month)
        name = f"{title}{'' if month in title else ' ' + month}"
        ask_save(self.window(), "saveScore", self.tr("Save the paper"), forms, partial(self.save, paper), name)

    def save(self, paper: str, path: str) -> None:
        """Writes the paper of the month that is shown."""
        try:
            told = self._saved(paper, Path(path))
        except (Refused, OSError) as error:
            self.toast.bad(words.refusal(error) if isinstance(error, Refused) else str(error.strerror))
        else:
            self.toast.good(told)

    def _saved(self, paper: str, path: Path) -> str:
        from services.reports.labels import put
        from services.reports.score_papers import print_score_board, print_score_certificates, score_facts

        facts = self.workbench.ask(score_facts, month=self._view.shown, now=self.workbench.now())
        if paper == "payroll":
            people = self.workbench.ask(_payroll, facts=facts, path=path)
            return self.tr("Saved: %n people.", "", people)
        printed = print_score_board if paper == "board" else print_score_certificates
        put(path, printed(facts, language.name))
        return self.tr("Saved as {file}.").format(file=path.name)


def _payroll(look: "Records", *, facts: "ScoreFacts", path: Path) -> int:
    from services.reports.score_papers import write_payroll

    return write_payroll(path, look, facts, language.name)
