"""The side panel of an account: what there is, and every entry in words with what it rests on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop import words
from desktop.language import language
from desktop.views.points.by_hand_form import ByHandForm
from desktop.widgets.parts import box, button, column, label, line, row
from desktop.widgets.side_panel import SidePanel
from services.reports.points_said import headline, rests_on, signed, why_not_more
from services.store.queries.badges import badges_of
from services.store.queries.points import Line, Statement, alias_of, may_read, statement

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

FEW, MANY = 30, 2000


class AccountPanel(SidePanel):
    """`wanted` carries the kind and id of a record that an entry rests on."""

    wanted = Signal(str, str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("accountPanel")
        self.workbench, self.toast = workbench, toast
        self.person = ""
        self._most = FEW
        self.closed.connect(self._on_closed)

    def show_account(self, person: str) -> None:
        """Somebody's account, as far as whoever looks may see it."""
        self.person, self._most = person, FEW
        self.show_again()

    def show_again(self) -> None:
        """The same one, as it is now."""
        if not self.person:
            return
        me = self.workbench.me
        found = self.workbench.ask(statement, person=self.person, now=self.workbench.now(), most=self._most)
        may = me is not None and self.workbench.ask(may_read, me=me, person=self.person)
        alias = None if may else alias_of(found.account)
        name = found.person.name if found.person else ""
        self.start(words.say("points.alias", number=f"{alias:03d}") if alias else name)
        self._head(found)
        self._badges()
        if may:
            self._entries(found)
        else:
            told = self.tr("Single entries are seen by themselves, their leaders and the safety office.")
            self.body.addWidget(label(told, "caption", wrap=True))
        if may and self.workbench.may("adjustments.propose") and me is not None and me.id != self.person:
            self.foot.addWidget(button(self.tr("Points by hand…"), "pointsByHand", self._on_by_hand))
            self.foot.addStretch(1)
        self.end()

    def _head(self, found: Statement) -> None:
        figures = [
            (self.tr("Can be spent"), found.account.balance),
            (self.tr("Earned this month"), found.month),
            (words.say("field.points_account.lifetime"), found.account.lifetime),
        ]
        if found.account.owed:
            figures.append((words.say("field.points_account.owed"), found.account.owed))
        grid = QGridLayout()
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(20)
        for place, (said, points) in enumerate(figures):
            grid.addWidget(label(said, "caption"), 2 * (place // 2), place % 2)
            grid.addWidget(label(f"{points:,}", "section", f"account-{place}"), 2 * (place // 2) + 1, place % 2)
        self.body.addWidget(box(grid, "card"))
        if found.place is not None:
            told = self.tr("Place {place} this month").format(place=found.place)
            self.body.addWidget(label(told, "muted"))

    def _badges(self) -> None:
        """Those that somebody has, with what they are for."""
        for one in self.workbench.ask(badges_of, person=self.person):
            if one.step:
                step = words.say(f"badges.step.{one.step}")
                name = words.say("badges.have", name=words.say(f"badges.{one.badge}"), step=step)
                what = words.say("badges.count", what=words.say(f"badges.{one.badge}.what"), count=one.count)
                self.body.addLayout(row(label(name, "head", "accountBadge"), None, label(what, "caption")))

    def _entries(self, found: Statement) -> None:
        if not found.lines:
            self.body.addWidget(label(self.tr("No entries yet."), "muted"))
        for one in found.lines:
            self.body.addWidget(line())
            self.body.addWidget(self._entry(one))
        if len(found.lines) == self._most:
            self.body.addWidget(button(self.tr("Show all"), "accountAll", self._on_all, "link"))

    def _entry(self, one: Line) -> QWidget:
        points = label(signed(one.points), "head", "entryPoints")
        head = row(label(headline(one, language.name), "", "entrySaid", wrap=True), points)
        head.setStretch(0, 1)
        parts: list[QWidget] = []
        if about := rests_on(one):
            parts.append(label(about, "muted", wrap=True))
        if why := why_not_more(one, language.name):
            parts.append(label(why, "caption", wrap=True))
        when = words.when(one.entry.at, self.workbench.now())
        left = self.tr("{when} · {balance} left").format(when=when, balance=f"{one.balance:,}")
        foot = row(label(left, "caption"), None)
        if one.record is not None and one.record[0] == "hazard":
            foot.addWidget(button(self.tr("Look"), "entryLook", partial(self.wanted.emit, *one.record), "link"))
        return box(column(head, *parts, foot, gap=2))

    def _on_all(self) -> None:
        self._most = MANY
        self.show_again()

    def _on_by_hand(self) -> None:
        form = ByHandForm(self.workbench, self.toast, self.person)
        form.done.connect(self.show_again)
        self.body.insertWidget(0, form)
        self.bring(form)
        form.begin()

    def _on_closed(self) -> None:
        self.person = ""
