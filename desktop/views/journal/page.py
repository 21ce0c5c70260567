"""The journal as sentences, the newest first, of all that is here or of one month, with the shield that says whether
the chain is whole. What was done here and the hub has yet to confirm stands above it, and is said to be so."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.icons import pixmap
from desktop.style.theme import theme
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action
from desktop.views.journal.months import Month, months_from
from desktop.views.journal.panel import EntryPanel
from desktop.views.journal.reach_bar import ReachBar
from desktop.views.journal.sentences import refusal, sentence, uncertain, who
from desktop.views.page import Page
from desktop.widgets import unconfirmed
from desktop.widgets.choice import Choice
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, emptied, label, row
from desktop.widgets.table import Table
from services.core.record import KINDS
from services.store.queries.journal import (
    EntryRow,
    chain_is_whole,
    entry_count,
    entry_rows,
    last_entry,
    names_of,
)
from services.store.queries.waiting import waiting_here

if TYPE_CHECKING:
    from services.store.looking_back import Reach
    from services.store.verify import Verdict

A_PAGE = 200


class JournalPage(Page):
    """Who did what."""

    key, icon, kinds = "journal", "journal", frozenset(KINDS) | {"entry"}

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Journal")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate = QCoreApplication.translate
        return (
            Action(
                name="verifyChain",
                title=translate("JournalPage", "Check the chain"),
                run="check.click",
                picture="shield",
                anywhere=True,
            ),
        )

    def build(self) -> None:
        self._most = A_PAGE
        self._names: dict[str, str] = {}
        self._verdict: Verdict | None = None
        self.shield = QLabel()
        self.shield.setObjectName("chainShield")
        self.verdict = label("", "", "chainVerdict")
        self.check = button(self.tr("Check the chain"), "verifyChain", self._on_check, "", "shield")
        self.table = Table("journalTable", self._columns())
        self.table.filter.setPlaceholderText(self.tr("Filter: person, thing, what was done"))
        self.table.filter.show()
        self.table.filter.textChanged.connect(self._show_count)
        self.table.chosen.connect(self._on_chosen)
        self.table.copying.told.connect(self.toast.good)
        self.count = label("", "caption", "journalCount")
        self.more = button(self.tr("Show older entries"), "olderEntries", self._on_more, "link")
        self.panel = EntryPanel()
        self.panel.closed.connect(self.table.view.clearSelection)
        self.months = Choice("journalMonth", self.tr("Month"))
        self.months.activated.connect(self._on_month)
        self.reach = ReachBar(self.workbench)
        self._absent = column()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(box(self._absent, "", "monthAbsent"))
        foot = row(self.count, self.more, None, gap=12)
        content = column(self._stack, foot, self.reach, margins=(PAGE_PADDING, 0, PAGE_PADDING, 12))
        shield = box(row(self.shield, self.verdict, gap=6))
        left = column(self.head(shield, None, self.months, self.check), content, gap=0)
        self.setLayout(row(left, self.panel, gap=0))
        self.first = self.table.view
        theme.changed.connect(self._show_verdict)
        self._last = self._floor = 0
        self._counted = 0, 0
        self._reached: datetime | None = None
        self._waiting: frozenset[str] = frozenset()
        # what is refused, or asked of the hub, changes no record here
        self.workbench.syncing.brought.connect(self._on_brought)
        self.workbench.sync_changed.connect(self._on_sync)

    def refresh(self) -> None:
        month = self.reach.wanted
        span = (month.begins, month.ends) if month else None
        rows: tuple[EntryRow, ...] = self.workbench.ask(entry_rows, most=self._most, span=span)
        waiting: tuple[EntryRow, ...] = self.workbench.ask(waiting_here)
        self._waiting = frozenset(one.id for one in waiting)
        all_ = self.workbench.ask(entry_count, span=span)
        self._last = self.workbench.ask(last_entry)
        self._names = self.workbench.ask(names_of)
        shown = [one for one in reversed(waiting) if span is None or span[0] <= self._at(one) < span[1]]
        self.table.show_rows((*shown, *rows))
        self._counted = len(rows), all_
        self._show_count()
        self.more.setVisible(len(rows) < all_)
        self._show_reach(empty=not rows and not shown)
        if self._verdict is None and self.check.isEnabled():
            self._on_check()

    def _show_reach(self, *, empty: bool) -> None:
        """How far back the entries go; where those of the month that is wanted are not here, what can be done."""
        reach = self.workbench.past.reach()
        self._offer(reach)
        if self._floor != reach.floor and not reach.coming and not reach.filling:
            self._floor, self._verdict = reach.floor, None  # what has been joined on is checked with the rest
        month = self.reach.wanted
        absent = empty and month is not None
        emptied(self._absent)
        if absent and month is not None:
            self._absent.addWidget(self._said_of(month, reach))
        self.count.setVisible(not absent)
        self.reach.said_above = absent
        self.reach.follow()
        if self._stack.currentIndex() != int(absent):
            self._stack.setCurrentIndex(int(absent))
            self.months.setFocus()  # what had it may be gone

    def _said_of(self, month: Month, reach: "Reach") -> QWidget:
        """In the place of the table, where a month has nothing in it to show."""
        said = month.said()
        if reach.floor <= 1 or (reach.oldest is not None and reach.oldest <= month.begins):
            text = self.tr("Nothing was done in this month.")
            return EmptyState("journal", self.tr("{month}: no entries").format(month=said), text)
        title = self.tr("{month} is not on this computer").format(month=said)
        if reach.coming:
            return EmptyState("journal", title, self.tr("Its entries are being fetched, the newest first."))
        text = self.tr(
            "This computer keeps the entries of %n months; the hub has all of them. Fetching brings this month and "
            "what lies between.",
            "",
            reach.months,
        )
        fetch = self.tr("Fetch {month}").format(month=said)
        return EmptyState("journal", title, text, fetch, "fetchMonth", self.reach.fetch)

    def _offer(self, reach: "Reach") -> None:
        """The months since the plant was founded; those that are not here are marked."""
        plant = self.workbench.plant
        if plant is None or self._reached == reach.oldest:
            return
        self._reached = reach.oldest
        here = Month.of(reach.oldest) if reach.oldest else None
        options = [(self.tr("All months"), "")]
        for month in months_from(plant.founded_at, self.workbench.now()):
            away = reach.floor > 1 and (here is None or month < here)
            said = self.tr("{month} · at the hub").format(month=month.said()) if away else month.said()
            options.append((said, month.key))
        self.months.offer(options, self.reach.wanted.key if self.reach.wanted else "")

    def _on_month(self) -> None:
        self.reach.wanted = Month.read(str(self.months.currentData() or ""))
        self._most = A_PAGE
        self.refresh()

    def _show_count(self) -> None:
        self.count.setText(self._count(*self._counted))

    def _count(self, shown: int, all_: int) -> str:
        said = self.tr("{shown} of {all} entries").format(shown=f"{shown:,}", all=f"{all_:,}")
        if shown < all_ and self.table.filter.text().strip():
            said += " · " + self.tr("the filter looks through those shown")
        waiting = self.tr("%n not yet confirmed", "", len(self._waiting))
        return f"{said} · {waiting}" if self._waiting else said

    def _columns(self) -> list[Column]:
        now = self.workbench.now
        return [
            Column(
                "at",
                self.tr("When"),
                lambda one: words.when(self._at(one), now(), about=one.time_uncertain),
                132,
                sort=lambda one: (one.waiting, one.seq),
                tip=lambda one: f"{words.full(self._at(one))}\n{uncertain(one)}".strip(),
            ),
            Column("what", self.tr("What happened"), self._sentence, 340, tip=self._sentence, grows=True),
            Column("who", self.tr("Who"), who, 150),
            Column("outcome", self.tr("Outcome"), _outcome, 240, sign=_sign, tip=_why),
        ]

    def _at(self, one: EntryRow) -> datetime:
        """When it was done, by the hub's clock."""
        return self.workbench.sync_state.by_hub(one.at) if one.waiting else one.at

    def _sentence(self, one: EntryRow) -> str:
        return sentence(one, self._names)

    def _on_brought(self, _: object, __: object) -> None:
        if self.workbench.ask(last_entry) != self._last:
            self.look_again()

    def _on_sync(self) -> None:
        if {one.id for one in self.workbench.ask(waiting_here)} != self._waiting:
            self.look_again()

    def _on_chosen(self, one: EntryRow | None) -> None:
        if one is not None:
            self.panel.show_entry(one, self._names, who(one), refusal(one))

    def _on_more(self) -> None:
        self._most += A_PAGE
        self.refresh()

    def _on_check(self) -> None:
        self.check.setEnabled(False)
        self.verdict.setText(self.tr("Checking every entry…"))
        self.workbench.ask_later(chain_is_whole, self._on_verdict)

    def _on_verdict(self, verdict: "Verdict") -> None:
        self._verdict, self._checked_at = verdict, self.workbench.now()
        self.check.setEnabled(True)
        self._show_verdict()
        if not verdict.whole:
            self.panel.show_faults(verdict)

    def _show_verdict(self) -> None:
        verdict = self._verdict
        if verdict is None:
            return
        at = words.when(self._checked_at, self.workbench.now())
        whole = self.tr("Chain whole up to entry {n} · checked {when}")
        if self._floor > 1:
            whole = self.tr("Chain whole from entry {first} to {n} · checked {when}")
        broken = self.tr("Something was changed: {n} findings · checked {when}")
        if verdict.whole:
            self.verdict.setText(whole.format(first=f"{self._floor:,}", n=f"{verdict.entries:,}", when=at))
        else:
            self.verdict.setText(broken.format(n=len(verdict.faults), when=at))
        token = "normal" if verdict.whole else "overdue"
        self.shield.setPixmap(pixmap("shield" if verdict.whole else "shield-alert", 20, token))
        self.shield.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verdict.setStyleSheet(f"color: {theme.colour(token).name()}; font-weight: 600;")


def _sign(one: EntryRow) -> str | None:
    return "overdue" if one.refused else unconfirmed.sign_of(one.waiting)


def _outcome(one: EntryRow) -> str:
    return unconfirmed.word() if one.waiting else refusal(one)


def _why(one: EntryRow) -> str:
    return unconfirmed.why() if one.waiting else refusal(one)
