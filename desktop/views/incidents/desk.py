"""The investigation at length: five whys and the causes at the left, the fishbone and what is done about it at the
right, and the conclusion below."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop import words
from desktop.views.incidents.fishbone_view import FishboneView
from desktop.views.incidents.said import called
from desktop.widgets.categories import category_options
from desktop.widgets.choice import Choice
from desktop.widgets.parts import box, button, column, emptied, label, row
from services.core.investigations import BRANCHES, Cause
from services.core.shape import written
from services.store.queries.incidents import IncidentRow

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

WHYS = 5
WIDE, HIGH, LEFT = 1160, 680, 400


class InvestigationDesk(QDialog):
    """Open it with `open()`; `show_row` shows what is so now and keeps what is being written."""

    def __init__(self, workbench: "Workbench", toast: "Toast", one: IncidentRow, above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("investigationDesk")
        self.setWindowTitle(self.tr("Investigation {number}").format(number=called(one)))
        self.resize(WIDE, HIGH)
        self.workbench, self.toast, self.row = workbench, toast, one
        study = one.investigation
        assert study is not None
        self.study = study
        self.whys = [self._line(f"why{number}", 300) for number in range(1, WHYS + 1)]
        for line, text in zip(self.whys, study.whys, strict=False):
            line.setText(text)
        self.causes = QVBoxLayout()
        self.deeds_done = QVBoxLayout()
        self.view = FishboneView()
        self.branch = Choice("causeBranch", self.tr("Branch"))
        self.branch.offer([(words.say(f"value.branch.{code}"), code) for code in BRANCHES], None)
        self.cause = self._line("causeText", 120, self.tr("What contributed"))
        self.cause.returnPressed.connect(self._on_add)
        self.root = QCheckBox(self.tr("root cause"))
        self.root.setObjectName("causeRoot")
        self.action = self._line("actionText", 500, self.tr("What is to be done, so that it does not come again"))
        self.category = Choice("actionCategory", words.say("field.hazard.category"))
        self.category.offer(category_options(workbench), "other")
        self.conclusion = self._line("conclusion", 1000, words.say("field.investigation.conclusion"))
        self.lesson = self._line("lesson", 1000, words.say("field.investigation.lesson"))
        self.conclusion.setText(study.conclusion)
        self.lesson.setText(study.lesson)
        self._arrange()
        self.finished.connect(self.deleteLater)
        self.show_row(one)

    def _line(self, name: str, most: int, hint: str = "") -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setMaxLength(most)
        made.setPlaceholderText(hint)
        made.setAccessibleName(hint or name)
        return made

    def _arrange(self) -> None:
        left = column(gap=6)
        left.addWidget(label(words.say("field.investigation.whys"), "head"))
        for number, line in enumerate(self.whys, 1):
            line.setAccessibleName(words.say("incident.why", number=number))
            line.setPlaceholderText(words.say("incident.why", number=number))
            left.addWidget(line)
        left.addWidget(button(self.tr("Save the whys"), "saveWhys", self._on_whys))
        left.addSpacing(10)
        left.addWidget(label(words.say("field.investigation.causes"), "head"))
        left.addLayout(row(self.branch, self.root, None))
        left.addLayout(row(self.cause, button(self.tr("Add"), "addCause", self._on_add)))
        left.addLayout(self.causes)
        left.addStretch(1)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setFixedWidth(LEFT)
        side.setWidget(box(left))
        side.setAccessibleName(self.windowTitle())
        right = column(self.view, gap=8)
        right.setStretch(0, 1)
        right.addWidget(label(self.tr("Corrective actions, as hazards"), "head"))
        right.addLayout(self.deeds_done)
        right.addLayout(row(self.action, self.category, button(self.tr("Send on its way"), "addAction", self._on_act)))
        self.conclude = button(self.tr("Conclude"), "conclude", self._on_conclude, "primary")
        foot = row(self.conclusion, self.lesson, self.conclude, button(self.tr("Close"), "deskClose", self.accept))
        body = row(side, right, gap=16)
        body.setStretch(1, 1)
        whole = column(
            label(words.short(self.row.incident.description, 90), "section"), gap=10, margins=(20, 16, 20, 16)
        )
        whole.addLayout(body, 1)
        whole.addLayout(foot)
        self.setLayout(whole)

    def show_row(self, one: IncidentRow) -> None:
        """The causes and actions as they are now."""
        if one.investigation is None:
            return
        self.row, self.study = one, one.investigation
        self.view.show_causes(one.incident.description, self.study.causes)
        emptied(self.causes)
        for place, cause in enumerate(self.study.causes):
            self.causes.addLayout(self._cause(place, cause))
        emptied(self.deeds_done)
        for hazard in one.actions:
            said = f"{hazard.number or ''} {hazard.description} · {words.say(f'state.{hazard.state.value}')}"
            self.deeds_done.addWidget(label(said, wrap=True, copy=True))
        done = self.study.concluded_at is not None
        for part in (self.cause, self.action, self.conclusion, self.lesson, self.conclude, *self.whys):
            part.setEnabled(not done)

    def _cause(self, place: int, cause: Cause) -> Any:
        said = f"{words.say(f'value.branch.{cause.branch}')} · {cause.text}"
        told = label(said, "error" if cause.root else "", wrap=True)
        away = button("✕", f"causeAway{place}", partial(self._on_away, place), "link")
        away.setAccessibleName(self.tr("Take away"))
        away.setEnabled(self.study.concluded_at is None)
        line = row(told, away)
        line.setStretch(0, 1)
        return line

    def _run(self, kind: str, **args: Any) -> bool:
        return self.workbench.run(f"investigations.{kind}", investigation=self.study.id, **args).ok

    def _on_whys(self) -> None:
        whys = [text for line in self.whys if (text := line.text().strip())]
        if self._run("set_whys", whys=whys):
            self.toast.good(self.tr("Saved."))

    def _set(self, causes: tuple[Cause, ...]) -> bool:
        return self._run("set_causes", causes=[written(one) for one in causes])

    def _on_add(self) -> None:
        text = self.cause.text().strip()
        if text:
            made = Cause(branch=self.branch.currentData(), text=text, root=self.root.isChecked())
            if self._set((*self.study.causes, made)):
                self.cause.clear()
                self.root.setChecked(False)

    def _on_away(self, place: int) -> None:
        self._set(tuple(one for at, one in enumerate(self.study.causes) if at != place))

    def _on_act(self) -> None:
        text = self.action.text().strip()
        if text and self._run("act", description=text, category=self.category.currentData()):
            self.action.clear()
            self.toast.good(self.tr("It is a hazard now, and on its way."))

    def _on_conclude(self) -> None:
        conclusion, lesson = self.conclusion.text().strip(), self.lesson.text().strip()
        if not conclusion:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=self.conclusion.accessibleName()))
        elif self._run("conclude", conclusion=conclusion, lesson=lesson):
            self.toast.good(self.tr("The investigation is concluded."))
            self.accept()
