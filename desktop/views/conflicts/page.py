"""The conflicts page: the list at the left, one of them beside it, and the decision at the bottom."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from desktop import words
from desktop.style.tokens import HEAD
from desktop.views.action import Action
from desktop.views.conflicts.change_panel import ChangePanel
from desktop.views.conflicts.choices import choices
from desktop.views.conflicts.deciding import Deciding
from desktop.views.conflicts.decision import HIGH, ConflictBar, bar_offers
from desktop.views.conflicts.detail import Detail
from desktop.views.conflicts.rows import ConflictList
from desktop.views.conflicts.said import how, is_review
from desktop.views.page import Page
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, label, line, row
from desktop.widgets.pictures import Pictures
from services.store.queries.conflicts import Conflict, conflicts_of, settled_conflicts

WIDE, BAR, TICK_MS = 280, 44, 20_000


class ConflictsPage(Page):
    """What was done here, was refused, and waits for a decision."""

    key, icon = "conflicts", "conflicts"
    kinds = frozenset({"conflict", "hazard", "zone", "floor", "person", "team", "blob"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Conflicts")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        return bar_offers()

    def show_record(self, kind: str, id_: str) -> None:
        self.show_conflict(id_)

    def build(self) -> None:
        self.current = ""
        self._rows: tuple[Conflict, ...] = ()
        self.pictures = Pictures(self.workbench, self)
        self.list = ConflictList(self.workbench)
        self.list.picked.connect(self.show_conflict)
        self.detail = Detail(self.workbench, self.pictures)
        self.detail.seen_changed.connect(self._show_choices)
        self.bar = ConflictBar()
        self.change = ChangePanel(self.workbench)
        self.change.turned.connect(self._on_turned)
        self.deciding = Deciding(self)
        self.stack = QStackedWidget()
        self.work = self._work()
        self.nothing = self._nothing()
        self.stack.addWidget(self.work)
        self.stack.addWidget(self.nothing)
        self.setLayout(column(self.stack, gap=0))
        self._keys()

    def _work(self) -> QWidget:
        main = column(self.detail, self.bar, gap=0)
        self.main = box(main, "page")
        self.none_open = EmptyState("check", self.tr("Nothing to decide"), self._what_comes_here())
        self.right = QStackedWidget()
        self.right.addWidget(self.main)
        self.right.addWidget(self.none_open)
        rule = line()
        rule.setMaximumHeight(16_777_215)
        rule.setFixedWidth(1)
        whole = row(self._side(), rule, gap=0)
        whole.addWidget(self.right, 1)
        whole.addWidget(self.change)
        return box(whole)

    def _side(self) -> QFrame:
        title = label(self.title(), "title")
        self._count = label("", "muted", "conflictCount")
        head = box(row(title, self._count, None, margins=(16, 0, 16, 0)))
        head.setFixedHeight(HEAD)
        self.open_chip = button("", "chip-open-conflicts", self._on_open, "chip")
        self.settled_chip = button("", "chip-settled-conflicts", self._on_settled, "chip")
        for chip in (self.open_chip, self.settled_chip):
            chip.setCheckable(True)
        self.open_chip.setChecked(True)
        chips = box(row(self.open_chip, self.settled_chip, None, margins=(16, 0, 16, 0)), "page")
        chips.setFixedHeight(BAR)
        whole = column(head, line(), chips, line(), gap=0)
        whole.addWidget(self.list, 1)
        made = box(whole, "panel")
        made.setFixedWidth(WIDE)
        return made

    def _nothing(self) -> QWidget:
        whole = column(gap=0)
        whole.addLayout(self.head(None))
        self.empty = EmptyState("conflicts", self.tr("No conflicts"), self._what_comes_here())
        whole.addWidget(self.empty, 1)
        return box(whole)

    def _what_comes_here(self) -> str:
        return self.tr(
            "What you do without the hub counts once it has reached it. If something had changed by then, your work "
            "comes here with what you saw and what is so now, and you decide. Nothing is overwritten in silence."
        )

    def _keys(self) -> None:
        bar = self.bar
        bar.previous.clicked.connect(self._on_previous)
        bar.next.clicked.connect(self._on_next)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.look_again)
        self._tick.start()
        self.workbench.sync_changed.connect(self._on_sync)

    # showing

    @property
    def shows_settled(self) -> bool:
        """Whether the list holds those that have been settled."""
        return self.settled_chip.isChecked()

    def refresh(self) -> None:
        self._rows = self.workbench.ask(conflicts_of, settled=self.shows_settled)
        many, settled = self.workbench.sync_state.conflicts, self.workbench.ask(settled_conflicts)
        waiting = many if self.shows_settled else len(self._rows)
        self.stack.setCurrentWidget(self.work if waiting or settled else self.nothing)
        self.open_chip.setText(self.tr("to decide {n}").format(n=waiting))
        self.settled_chip.setText(self.tr("settled {n}").format(n=settled))
        if self.here() is None:
            self.current = self._rows[0].id if self._rows else ""
        none = self.tr("None has been settled yet.") if self.shows_settled else self.tr("Nothing waits for you here.")
        self.list.show_rows(self._rows, self.current, none)
        self._show_main()

    def here(self) -> Conflict | None:
        """The one that is looked at."""
        return next((one for one in self._rows if one.id == self.current), None)

    def show_conflict(self, id_: str) -> None:
        """Puts this one beside the list, for other pages that lead here, too."""
        if id_ != self.current:
            self.change.hide()
        self.current = id_
        if self.here() is None and self.shows_settled:
            self._choose(settled=False)
            return
        self.refresh()

    def _show_main(self) -> None:
        one = self.here()
        self.right.setCurrentWidget(self.none_open if one is None else self.main)
        if one is None:
            self.change.hide()
            return
        self.detail.show_conflict(one)
        self._show_choices()

    def _on_turned(self) -> None:
        """The form takes the difference's room: its head says why."""
        self.detail.difference.setVisible(not self.change.isVisible())
        self._show_choices()

    def _show_choices(self) -> None:
        one = self.here()
        if one is None:
            return
        if one.row.settled is not None:
            when = words.when(one.row.settled_at, self.workbench.now())
            self.bar.show_settled(f"{how(one)} · {when}", let_go=one.row.settled == "let_go")
        else:
            can = choices(self.workbench, one, self.detail.hazard, seen=self.detail.seen)
            if self.change.isVisible():  # its own button is what can be done now
                can = replace(can, change=False)
            self.bar.show_open(can, review=is_review(one))
        self.bar.at(self._place(), len(self._rows), narrow=self.change.isVisible())

    def _place(self) -> int:
        return next((place for place, one in enumerate(self._rows) if one.id == self.current), -1)

    def following(self) -> str:
        """What comes after the one that is looked at: the next, else the one before it."""
        ids = [one.id for one in self._rows]
        at = self._place()
        return ([*ids[at + 1 :], *ids[:at][::-1], ""])[0]

    def _on_next(self) -> None:
        self._step(1)

    def _on_previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        at = self._place() + by
        if 0 <= at < len(self._rows):
            self.show_conflict(self._rows[at].id)

    def _on_open(self) -> None:
        self._choose(settled=False)

    def _on_settled(self) -> None:
        self._choose(settled=True)

    def _choose(self, *, settled: bool) -> None:
        self.settled_chip.setChecked(settled)
        self.open_chip.setChecked(not settled)
        self.refresh()

    def _on_sync(self) -> None:
        """Whether the hub can be reached decides what can be done; and conflicts may have come without an answer."""
        if self.isVisible():
            self._show_choices()
            if not self.shows_settled and self.workbench.sync_state.conflicts != len(self._rows):
                self.look_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus()
        self.toast.lift = HIGH

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.toast.lift = 0
