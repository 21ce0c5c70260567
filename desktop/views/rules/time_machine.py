"""A draft over a stretch of the past: what would have fired when, who would have been told, how often, and what differs
from the rule as it is now. Tried here, or at the hub where it hears what only the hub keeps."""

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QWidget
from shiboken6 import isValid

from desktop import words
from desktop.tasks import Task
from desktop.views.rules.often import often, times
from desktop.views.rules.speaking import speaker
from desktop.views.rules.timeline import Timeline
from desktop.views.rules.trace_view import TraceView
from desktop.views.rules.trying import Stretch, carry_out
from desktop.widgets.choice import Choice
from desktop.widgets.moment import moment_field, moment_of, shown_moment
from desktop.widgets.parts import button, column, emptied, label, row
from services.core.moments import moment_of as moment_from
from services.core.refused import Refused
from services.rules.joined import Joined
from services.rules.running import ready
from services.rules.spells import Spell, Trial
from services.store.queries.naming import names_of
from services.store.queries.rule_events import plant_names

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.core.rule_document import Rule

PASTS = {"8h": timedelta(hours=8), "7d": timedelta(days=7), "28d": timedelta(days=28), "365d": timedelta(days=365)}
USUAL = "28d"
WIDE, HIGH = 288, 176
MOST_PEOPLE = 8


class TimeMachine(QFrame):
    """Below the blocks. `trial` is what was found for the rule as it is in the editor now, else None."""

    def __init__(self, workbench: "Workbench") -> None:
        super().__init__()
        self.workbench = workbench
        self.rule: Rule | None = None
        self.present: Rule | None = None
        self.trial: Trial | None = None
        self.task: Task | None = None
        self.setObjectName("timeMachine")
        self.setProperty("look", "card")
        self.timeline = Timeline()
        self.timeline.chosen.connect(self._on_chosen)
        self.timeline.asked.connect(self._on_asked)
        self.said = label("", "", "trialSaid", wrap=True)
        self.notes = label("", "caption", "trialNotes", wrap=True)
        self.why = label("", "", "trialWhy", wrap=True, copy=True)
        self.people = column(gap=2)
        self.traces = column(gap=2)
        self.share = QProgressBar()
        self.share.setObjectName("trialShare")
        self.share.setTextVisible(False)
        self.share.setFixedHeight(6)
        left = column(
            self._tools(), self.share, self.said, self.timeline, self.why, self.notes, self.traces, None, gap=6
        )
        inner = QWidget()
        inner.setProperty("look", "panel")
        inner.setLayout(self.people)
        self.told = told = QScrollArea()
        told.setWidget(inner)
        told.setAccessibleName(self.tr("Who would have been told"))
        told.setWidgetResizable(True)
        told.setFixedSize(WIDE, HIGH)
        told.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = row(left, told, gap=16, margins=(14, 10, 8, 10))
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.stop()

    def _tools(self) -> QWidget:
        self.past = Choice("trialPast", self.tr("Which past"))
        texts = {
            "8h": self.tr("Last 8 hours"),
            "7d": self.tr("Last 7 days"),
            "28d": self.tr("Last 4 weeks"),
            "365d": self.tr("Last year"),
            "": self.tr("From … to …"),
        }
        self.past.offer([(text, key) for key, text in texts.items()], USUAL)
        self.past.currentIndexChanged.connect(self._on_past)
        now = self.workbench.now()
        self.first = moment_field("trialFirst", self.tr("From"))
        self.last = moment_field("trialLast", self.tr("To"))
        self.first.setDateTime(shown_moment(now - timedelta(days=2)))
        self.last.setDateTime(shown_moment(now))
        self.begin = button(self.tr("Try on the past"), "tryRule", self._on_try, "", "past")
        self.away = button(self.tr("Cancel"), "cancelTrial", self._on_cancel)
        made = QWidget()
        head = label(self.tr("Time machine"), "head")
        made.setLayout(row(head, self.past, self.first, self.last, self.begin, self.away, None, gap=8))
        self._on_past()
        return made

    def compare_with(self, present: "Rule | None") -> None:
        """The rule as it is now; None for a new one."""
        self.present = present

    def show_rule(self, rule: "Rule | None") -> None:
        """The draft as it is in the editor now, None while it lacks something; what was tried of another is gone."""
        if rule is not None and self.rule is not None and (rule.when, rule.then) == (self.rule.when, self.rule.then):
            self.rule = rule
            return
        self.stop()
        self.rule = rule
        self.begin.setEnabled(rule is not None)
        told = self.tr("See what it would have said: choose a past and try it.")
        lacks = self.tr("Once nothing is missing, it can be tried on the past here.")
        self.said.setText(told if rule is not None else lacks)

    def stop(self) -> None:
        """Ends a trial, and shows none."""
        if self.task is not None:
            self.task.cancel()
        self.task, self.trial = None, None
        self.share.hide()
        self.away.hide()
        self.said.setText("")
        for part in (self.why, self.notes, self.timeline, self.told):
            part.hide()
        emptied(self.people)
        emptied(self.traces)

    def stretch(self) -> Stretch:
        """From when until when."""
        past = PASTS.get(str(self.past.currentData()))
        now = self.workbench.now()
        if past is not None:
            return Stretch(now - past, now)
        ends = sorted([moment_of(self.first.dateTime()), moment_of(self.last.dateTime())])
        return Stretch(*ends)

    def _on_past(self) -> None:
        for part in (self.first, self.last):
            part.setVisible(not self.past.currentData())

    def _on_try(self) -> None:
        if self.rule is None:
            return
        self.stop()
        self.share.setRange(0, 1000)
        self.share.setValue(0)
        self.share.show()
        self.away.show()
        self.said.setText(self.tr("Trying…"))
        stretch, rule, present = self.stretch(), self.rule, self.present
        held: list[Task] = []

        def work(task: Task) -> Trial | None:
            return carry_out(self.workbench, rule, present, stretch, task)

        def done(trial: Trial | None) -> None:
            if isValid(self) and held and held[0] is self.task:
                self._on_tried(trial, stretch)

        def failed(error: Exception) -> None:
            if isValid(self) and held and held[0] is self.task:
                self._on_failed(error)

        held.append(self.workbench.tasks.run(work, done, failed, self._on_share))
        self.task = held[0]

    def _on_share(self, share: float) -> None:
        self.share.setValue(round(share * 1000))

    def _on_cancel(self) -> None:
        self.stop()
        self.said.setText(self.tr("The trial was ended; nothing was changed."))

    def _on_failed(self, error: Exception) -> None:
        self.stop()
        refused = error if isinstance(error, Refused) else Refused("hub_unreachable")
        self.said.setText(words.refusal(refused))

    def _on_tried(self, trial: Trial | None, stretch: Stretch) -> None:
        self.stop()
        if trial is None:
            return
        self.trial = trial
        self.said.setText(self._told(trial, stretch))
        self.notes.setText(self._noted(trial))
        self.notes.setVisible(bool(self.notes.text()))
        self.timeline.show_trial(trial, stretch.begins, stretch.ends)
        self.timeline.show()
        self.told.show()
        self._show_people(trial, stretch)
        if trial.spells:
            self.timeline.choose(trial.spells[-1])

    def _told(self, trial: Trial, stretch: Stretch) -> str:
        count = len(trial.spells)
        if not count:
            return self.tr("It would not have spoken once.")
        rate = often(count, stretch.ends - stretch.begins)
        told = self.tr("It would have spoken %n times", "", count)
        return f"{told} · {rate}" if rate else told

    def _noted(self, trial: Trial) -> str:
        notes = []
        if trial.before is not None:
            more, less = len(trial.fresh), len(trial.gone)
            told = self.tr("Against the rule as it is now: {more} more, {less} fewer.")
            notes.append(
                told.format(more=more, less=less) if more or less else self.tr("The same as the rule now in force.")
            )
        if trial.coarse:
            notes.append(self.tr("Where single readings are no longer kept it rests on the minutes' means: times are "
                                 "to the minute."))  # fmt: skip
        kept = {"StopBegan": self.tr("stops of lines"), "Became": self.tr("states of zones and equipment")}
        deaf = [kept[one] for one in trial.deaf if one in kept]
        if deaf:
            notes.append(self.tr("Of {what} the hub has nothing, or not of all this time; what hears them is not known "
                                 "there.")
                         .format(what=words.listed(deaf)))  # fmt: skip
        return " ".join(notes)

    def _show_people(self, trial: Trial, stretch: Stretch) -> None:
        """Who would have been told, how often."""
        self.people.addWidget(label(self.tr("Who would have been told"), "head"))
        names = dict(self.workbench.ask(names_of, kind="person"))
        told = Counter(person for one in trial.spells for person in one.told)
        for person, count in told.most_common(MOST_PEOPLE):
            rate = often(count, stretch.ends - stretch.begins) or times(count)
            self.people.addWidget(label(f"{names.get(person, person)} · {rate}", "", wrap=True))
        left = len(told) - MOST_PEOPLE
        if left > 0:
            self.people.addWidget(label(self.tr("and {n} more").format(n=left), "caption"))
        if not told:
            self.people.addWidget(label(self.tr("Nobody"), "muted"))
        self.people.addStretch(1)

    def _on_chosen(self, spell: Spell | None) -> None:
        self.why.setVisible(spell is not None)
        if spell is not None and self.rule is not None:
            known = self.trial is not None and spell in self.trial.spells
            rule = self.rule if known or self.present is None else self.present
            self.why.setText(speaker(self.workbench).why(rule, spell.firing))
            self._trace(rule, spell.key, moment_from(spell.at), quiet=True)

    def _on_asked(self, at: datetime) -> None:
        """Why not then: of a rule about one thing, or of the thing that it spoke of last before."""
        if self.rule is None or self.trial is None:
            return
        before = [one.key for one in self.trial.spells if moment_from(one.at) <= at]
        keys = Joined(self.rule.when, ready(self.rule, self.workbench.ask(plant_names).place())).keys
        key = next(iter([*keys, *before[-1:], *[one.key for one in self.trial.spells[:1]]]), "")
        if key:
            self._trace(self.rule, key, at, quiet=False)

    def _trace(self, rule: "Rule", key: str, at: datetime, *, quiet: bool) -> None:
        emptied(self.traces)
        self.traces.addWidget(TraceView(self.workbench, rule, key, at, quiet=quiet))
