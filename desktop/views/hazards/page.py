"""The hazards page: the list with its counts, the panel of the selected one, and the review desk over both."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action
from desktop.views.hazards.decision import HIGH, desk_offers
from desktop.views.hazards.deeds import HazardDeeds
from desktop.views.hazards.finding import HAZARDS
from desktop.views.hazards.hazard_list import HazardList, fits
from desktop.views.hazards.notice import ask_notice
from desktop.views.hazards.panel import HazardPanel
from desktop.views.hazards.photo_search import PhotoSearch
from desktop.views.hazards.reasons import return_reasons
from desktop.views.hazards.review_desk import ReviewDesk
from desktop.views.hazards.rights import may_dispatch, may_merge, may_reject
from desktop.views.hazards.shown import Showing, Shown, called, queue_of, refused_approvals
from desktop.views.hazards.twin_watch import TwinWatch
from desktop.views.ledgers.door import LedgerDoor
from desktop.views.ledgers.door import action as ledger_action
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.widgets.key_button import KeyButton
from desktop.widgets.parts import button, column, row
from desktop.widgets.pictures import Pictures
from desktop.widgets.table import Table
from desktop.widgets.toast import GOOD_MS
from services.store.queries.hazards import settled_count

if TYPE_CHECKING:
    from services.store.settling import How

TICK_MS = 20_000


class HazardsPage(Page):
    """All hazards; what waits for my review is one key away."""

    key, icon = "hazards", "hazards"
    kinds = frozenset({"hazard", "category", "zone", "person", "team", "blob", "fix_plan", "photo_release"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Hazards")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate = QCoreApplication.translate
        return (
            Action(
                name="review",
                title=translate("HazardsPage", "Review what waits for me"),
                run="open_review.click",
                keys="R",
                part="list",
                picture="review",
                anywhere=True,
            ),
            Action(
                name="clearSelection",
                title=translate("HazardsPage", "Close the side panel"),
                run="clear_selection",
                keys="Esc",
                part="list",
                picture="close",
            ),
            Action(
                name="searchPhotos",
                title=translate("HazardsPage", "Find a photo…"),
                run="find_photo",
                part="list",
                picture="search",
                anywhere=True,
            ),
            ledger_action("hazards.import_rows", anywhere=True),
            *desk_offers(),
        )

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return (HAZARDS,)

    def show_record(self, kind: str, id_: str) -> None:
        self.show_hazard(id_)

    def only_said(self) -> str:
        chip = self.hazards.chips.get(self.hazards.only)
        return chip.text() if chip is not None else ""

    def show_only(self, part: str) -> None:
        self.close_desk()
        self.hazards.only = part
        self.refresh()

    def build(self) -> None:
        self._rows: tuple[Shown, ...] = ()
        self._wanted = ""
        self._twins_due = True
        self.ledgers = LedgerDoor(self, "hazards")
        self.pictures = Pictures(self.workbench, self)
        self.hazards = HazardList(self.workbench, self.tasks, self.pictures, self)
        self.hazards.altered.connect(self.refresh)
        self.hazards.chosen.connect(self._show_panel)
        self.hazards.opened.connect(self._on_opened)
        self.hazards.labels_wanted.connect(self._on_to_labels)
        for table in self.hazards.tables:
            table.menu_for = self._menu
            self.tell_copies(table)
        self.panel = HazardPanel(self.workbench, self.pictures)
        self.panel.review_wanted.connect(self.open_desk)
        self.panel.return_wanted.connect(self.ask_return)
        self.panel.open_wanted.connect(self.show_hazard)
        self.panel.notice_wanted.connect(partial(ask_notice, self))
        self.twins = TwinWatch(self.workbench, self)
        self.twins.changed.connect(self._on_twins)
        self.doing = HazardDeeds(self.workbench, self.pictures, self)
        self.doing.told.connect(self._told)
        self.doing.told_only.connect(self.toast.good)
        self.panel.deed_wanted.connect(self.doing.begin)
        self.panel.differ_wanted.connect(self.doing.differ)
        self.panel.dispatched.connect(self._on_dispatched)
        self.desk = ReviewDesk(self.workbench, self.pictures)
        self.desk.left.connect(self.close_desk)
        self.desk.approved.connect(self.approve)
        self.desk.returning.connect(self.ask_return)
        self.desk.undone.connect(self.take_back)
        self.desk.wanted.connect(self.open_desk)
        self.desk.plan_wanted.connect(self._on_plan_wanted)
        self.desk.search_wanted.connect(self.find_photo)
        self.stack = QStackedWidget()
        self.list = self._list()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.desk)
        self.setLayout(column(self.stack, gap=0))
        self._keys()

    def _list(self) -> QWidget:
        self.open_review = KeyButton(
            self.tr("Review"), self.offers()[0].keys, "openReview", "primary", "review", self._on_open_review
        )
        self.report = button(self.tr("Report"), "reportHazard", self._on_report, "", "add")
        self.report.setToolTip(self.tr("Report a hazard"))
        left = column(gap=0)
        bring = self.ledgers.button(self.deeds["importLedger"])
        left.addLayout(self.head(*self.hazards.chips.values(), None, bring, self.report, self.open_review))
        left.addLayout(row(self.hazards.content, margins=(PAGE_PADDING, 0, PAGE_PADDING, 16)), 1)
        whole = row(gap=0)
        whole.addLayout(left, 1)
        whole.addWidget(self.panel)
        made = QWidget()
        made.setLayout(whole)
        return made

    def _keys(self) -> None:
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        self.workbench.sync_changed.connect(self._on_sync)

    # showing

    @property
    def table(self) -> Table:
        """The table that is shown."""
        return self.hazards.table

    def refresh(self) -> None:
        if self._twins_due:
            self._twins_due = False
            self.twins.look_again()
        showing = Showing(self.workbench)
        self._rows = showing.hazards(self.desk.current, self._wanted)
        waiting = sum(one.unconfirmed and not one.hazard.open for one in self._rows)
        self.hazards.show(self._rows, self.workbench.ask(settled_count) - waiting, showing)
        self.open_review.setEnabled(bool(queue_of(self._rows)))
        self._show_panel()
        self.desk.show_rows(self._rows)

    def _show_panel(self) -> None:
        chosen = self.table.record()
        if isinstance(chosen, Shown):
            self.panel.show_hazard(chosen, self.twins.of.get(chosen.id))
        else:
            self.panel.hide()

    def _on_twins(self) -> None:
        self.hazards.show_twins(self.twins.of)
        self._show_panel()

    def show_hazard(self, id_: str) -> None:
        """Selects a hazard in the list, for other pages that lead here."""
        self.close_desk()
        self._wanted = id_
        self.refresh()
        if not any(one.id == id_ and fits(one, self.hazards.only) for one in self._rows):
            self.hazards.only = ""
            self.refresh()
        self.hazards.choose(id_)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        self._twins_due = self._twins_due or not kinds.isdisjoint(("hazard", "photo"))
        super()._on_changed(kinds)
        if "blob" in kinds:
            self.hazards.look_over()
        if "photo" in kinds:
            self.desk.evidence.look_again()

    def _on_tick(self) -> None:
        """Clocks run without a record being changed."""
        self.look_again()
        self.hazards.look_over()

    def _on_sync(self) -> None:
        if self.isVisible() and self.stack.currentWidget() is self.desk:
            self.look_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.desk.pair if self.stack.currentWidget() is self.desk else self.table.view).setFocus()
        self.toast.lift = HIGH if self.stack.currentWidget() is self.desk else 0

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.toast.lift = 0

    # the desk

    def open_desk(self, id_: str) -> None:
        """The review desk, with this hazard on it."""
        self.stack.setCurrentWidget(self.desk)
        self.toast.lift = HIGH
        if not any(one.id == id_ for one in self._rows):
            self._wanted = id_
            self.refresh()
        self.desk.show_hazard(id_)

    def close_desk(self) -> None:
        """Back to the list."""
        self.stack.setCurrentWidget(self.list)
        self.toast.lift = 0
        self.table.view.setFocus()

    def find_photo(self, sha: str = "") -> None:
        """Looks for a photo among all of them: one of the plant's, or one that is given."""
        made = PhotoSearch(self.workbench, self.pictures, self)
        made.wanted.connect(self.open_desk)
        if sha:
            made.look_for(sha)
        made.open()

    def _on_plan_wanted(self, id_: str) -> None:
        self.doing.begin("plan", id_)

    def _on_report(self) -> None:
        self.report_wanted.emit("")

    def _on_to_labels(self) -> None:
        self.wanted.emit("labels")

    def clear_selection(self) -> None:
        """Nothing is selected, and the panel is shut."""
        self.table.view.clearSelection()
        self.panel.hide()

    def _on_open_review(self) -> None:
        chosen, queue = self.table.record(), queue_of(self._rows)
        if not queue:
            return
        self.open_desk(chosen.id if isinstance(chosen, Shown) and chosen.mine else queue[0].id)

    def _on_opened(self, one: Shown) -> None:
        self.open_desk(one.id)

    # deciding

    def approve(self, id_: str) -> None:
        """The pair of photos is good; the next of the queue slides in."""
        following = self.desk.after(id_)
        local = self.workbench.run("hazards.approve", hazard=id_)
        if local.ok:
            self._settle(id_, "again", local.id)
            self.desk.decided(local.id, id_, following)
            self._told(self.tr("Approved by you, not yet confirmed."))

    def ask_return(self, id_: str) -> None:
        """Asks for the reason, then sends the fix back."""
        self._asked = id_
        asked = return_reasons(self)
        asked.given.connect(self._on_return)
        asked.open()

    def _on_return(self, reason: str) -> None:
        following = self.desk.after(self._asked)
        local = self.workbench.run("hazards.return", hazard=self._asked, reason=reason)
        if local.ok:
            self._settle(self._asked, "changed", local.id)
            self.desk.decided(local.id, self._asked, following)
            self._told(self.tr("Returned, with your reason."))

    def _settle(self, id_: str, how: "How", by: str) -> None:
        """A refused approval of this hazard has been decided anew by this operation."""
        for approval in refused_approvals(self.workbench):
            if approval.args["hazard"] == id_:
                self.workbench.settle(approval.operation, how, by)

    def _on_dispatched(self, id_: str, team: str | None, person: str | None) -> None:
        if self.workbench.run("hazards.dispatch", hazard=id_, team=team, person=person).ok:
            self.toast.good(self.tr("Sent."))

    def take_back(self) -> None:
        """Undoes the newest decision, until it has been sent."""
        local = self.workbench.undo()
        if local.ok:
            self.desk.taken_back(local.id)

    def _told(self, text: str) -> None:
        """Sending waits as long as the toast's undo is at hand."""
        self.workbench.hold_back(GOOD_MS)
        self.toast.good(text, self.tr("Undo"), self.take_back)

    def _menu(self, one: Shown, menu: QMenu) -> None:
        me = self.workbench.me
        self._asked = one.id
        many = [other for other in self.hazards.selected() if me is not None and may_dispatch(me, other.hazard)]
        if len(many) > 1:
            self._many = tuple(other.id for other in many)
            menu.addAction(self.tr("Send %n hazards on…", "", len(many)), self._on_menu_send)
            menu.addAction(self.tr("%n hazards into the open pool", "", len(many)), self._on_menu_release)
            self._asking = tuple(other.id for other in many if other.hazard.more_until is not None)
            if self._asking:
                menu.addAction(self.tr("Grant %n hazards more time", "", len(self._asking)), self._on_menu_grant)
            return
        if one.mine:
            menu.addAction(self.tr("Review"), self._on_menu_review)
            menu.addAction(self.tr("Return…"), self._on_menu_return)
        elif one.hazard.after:
            menu.addAction(self.tr("Compare photos"), self._on_menu_review)
        if me is not None and may_reject(me, one.hazard):
            menu.addAction(self.tr("Not a hazard…"), self._on_menu_reject)
        if me is not None and may_merge(me, one.hazard):
            menu.addAction(self.tr("The same as…"), self._on_menu_merge)
        menu.addSection(called(one.hazard))

    def _on_menu_send(self) -> None:
        self.doing.send_many(self._many)

    def _on_menu_grant(self) -> None:
        self.doing.grant_many(self._asking)

    def _on_menu_release(self) -> None:
        self.doing.release_many(self._many)

    def _on_menu_merge(self) -> None:
        self.doing.begin("merge", self._asked)

    def _on_menu_review(self) -> None:
        self.open_desk(self._asked)

    def _on_menu_return(self) -> None:
        self.ask_return(self._asked)

    def _on_menu_reject(self) -> None:
        self.doing.begin("reject", self._asked)
