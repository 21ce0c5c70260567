"""The journal as sentences, the newest first, of all that is here or of one month, read page by page, with the shield
that says whether the chain is whole. What was done here and the hub has yet to confirm stands above it, and is said to
be so."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QStackedWidget, QWidget

from desktop import words
from desktop.models.paged_table import PagedTable, Source
from desktop.style.icons import pixmap
from desktop.style.theme import theme
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action
from desktop.views.audits.visits import Visits
from desktop.views.journal.columns import journal_columns
from desktop.views.journal.months import Month, months_from
from desktop.views.journal.panel import EntryPanel
from desktop.views.journal.reach_bar import ReachBar
from desktop.views.journal.sentences import kinds_said, refusal, sentence, who
from desktop.views.page import Page
from desktop.widgets.choice import Choice
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, emptied, label, row
from desktop.widgets.table import Table
from desktop.widgets.yielding import YieldingLabel
from services.core.record import KINDS
from services.store.queries.journal import EntryRow, chain_is_whole, last_entry, names_of
from services.store.queries.journal_pages import Span, journal_listing
from services.store.queries.waiting import waiting_ids

if TYPE_CHECKING:
    from services.store.looking_back import Reach
    from services.store.queries.paging import Listing
    from services.store.verify import Verdict


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
            Action(
                name="makeBag",
                title=translate("JournalPage", "Make an audit bag"),
                run="visits.make",
                picture="audit",
                operation="audits.make",
                anywhere=True,
            ),
            Action(
                name="openBag", title=translate("JournalPage", "Open an audit bag"), run="visits.open", anywhere=True
            ),
            Action(
                name="bringComments",
                title=translate("JournalPage", "Bring back an auditor's comments"),
                run="visits.bring",
                operation="audit_comments.bring",
                anywhere=True,
            ),
        )

    def build(self) -> None:
        self._names: dict[str, str] = {}
        self._verdict: Verdict | None = None
        self.shield = QLabel()
        self.shield.setObjectName("chainShield")
        self.verdict = YieldingLabel("", "chainVerdict")
        self.check = button(self.tr("Check the chain"), "verifyChain", self._on_check, "", "shield")
        self.visits = Visits(self)
        self.reach = ReachBar(self.workbench)
        self.notes = QCheckBox(self.tr("Also what the system notes for itself"))
        self.notes.setObjectName("journalNotes")
        self.notes.toggled.connect(self._on_notes)
        self.table = self._table()
        self.count = label("", "caption", "journalCount")
        self.panel = EntryPanel()
        self.panel.closed.connect(self.table.view.clearSelection)
        self.months = Choice("journalMonth", self.tr("Month"))
        self.months.activated.connect(self._on_month)
        self._absent = column()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(box(self._absent, "", "monthAbsent"))
        below = row(self.count, None, self.notes)
        content = column(self._stack, below, self.reach, margins=(PAGE_PADDING, 0, PAGE_PADDING, 12))
        shield = box(row(self.shield, self.verdict, gap=6))
        left = column(self.head(shield, None, self.months, self.check, self.visits), content, gap=0)
        self.setLayout(row(left, self.panel, gap=0))
        self.first = self.table.view
        theme.changed.connect(self._show_verdict)
        self._last = self._floor = 0
        self._reached: datetime | None = None
        self._waiting: frozenset[str] = frozenset()
        # what is refused, or asked of the hub, changes no record here
        self.workbench.syncing.brought.connect(self._on_brought)
        self.workbench.sync_changed.connect(self._on_sync)

    def _table(self) -> Table:
        columns = journal_columns(self._sentence, self._at, self.workbench.now)
        source = Source(self._listing, self.workbench.ask, self.tasks)
        made = Table("journalTable", columns, source=source, now=self.workbench.now)
        made.filter.setPlaceholderText(self.tr("Filter: person, thing, what was done"))
        made.filter.show()
        made.chosen.connect(self._on_chosen)
        self.tell_copies(made)
        assert isinstance(made.model, PagedTable)
        made.model.layoutChanged.connect(self._on_rows)
        made.model.arranged.connect(self._on_rows)
        self._paged = made.model
        return made

    def _listing(self) -> "Listing":
        return journal_listing(kinds_said, self._span(), quiet=self.notes.isChecked())

    def only_said(self) -> str:
        month = self.reach.wanted
        return month.said() if month else ""

    def _span(self) -> Span | None:
        month = self.reach.wanted
        return (month.begins, month.ends) if month else None

    def refresh(self) -> None:
        self.table.look_again()
        self._look()

    def _look(self) -> None:
        """What is said around the table."""
        self._waiting = self.workbench.ask(waiting_ids)
        self._last = self.workbench.ask(last_entry)
        self._names = self.workbench.ask(names_of)
        self._show_reach()
        if self._verdict is None and self.check.isEnabled():
            self._on_check()

    def _on_rows(self) -> None:
        """Rows stand anew, or it has become known where all of them stand."""
        if self._paged.known:
            self.count.setText(self._count())
        if self._paged.known and self._is_absent() != bool(self._stack.currentIndex()):
            self._show_reach()

    def _is_absent(self) -> bool:
        """Whether nothing at all is here of the month that is wanted."""
        alone = self.reach.wanted is not None and not self._paged.wanted.narrowed
        return alone and self._paged.known and not self._paged.rowCount()

    def _show_reach(self) -> None:
        """How far back the entries go; where those of the month that is wanted are not here, what can be done."""
        reach = self.workbench.past.reach()
        self._offer(reach)
        if self._floor != reach.floor and not reach.coming and not reach.filling:
            self._floor, self._verdict = reach.floor, None  # what has been joined on is checked with the rest
        month, absent = self.reach.wanted, self._is_absent()
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
        self._paged.want(self._paged.wanted)  # the same, but of other entries
        self._look()

    def _on_notes(self) -> None:
        self._paged.want(self._paged.wanted)  # the same, but of other entries

    def _count(self) -> str:
        n = f"{self._paged.rowCount():,}"
        said = self.tr("Fit the filter: {n}") if self._paged.wanted.narrowed else self.tr("Entries: {n}")
        said = said.format(n=n)
        waiting = self.tr("%n not yet confirmed", "", len(self._waiting))
        return f"{said} · {waiting}" if self._waiting else said

    def _at(self, one: EntryRow) -> datetime:
        """When it was done, by the hub's clock."""
        return self.workbench.sync_state.by_hub(one.at) if one.waiting else one.at

    def _sentence(self, one: EntryRow) -> str:
        return sentence(one, self._names)

    def _on_brought(self, _: object, __: object) -> None:
        if self.workbench.ask(last_entry) != self._last:
            self.look_again()

    def _on_sync(self) -> None:
        if self.workbench.ask(waiting_ids) != self._waiting:
            self.look_again()

    def _on_chosen(self, one: EntryRow | None) -> None:
        if one is not None:
            self.panel.show_entry(one, self._names, who(one), refusal(one))

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
        whole = self.tr("Whole up to entry {n} · checked {when}")
        if self._floor > 1:
            whole = self.tr("Whole, {first} to {n} · checked {when}")
        broken = self.tr("Something was changed: {n} findings · checked {when}")
        if verdict.whole:
            self.verdict.setText(whole.format(first=f"{self._floor:,}", n=f"{verdict.entries:,}", when=at))
        else:
            self.verdict.setText(broken.format(n=len(verdict.faults), when=at))
        token = "normal" if verdict.whole else "overdue"
        self.shield.setPixmap(pixmap("shield" if verdict.whole else "shield-alert", 20, token))
        self.shield.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verdict.setStyleSheet(f"color: {theme.colour(token).name()}; font-weight: 600;")
