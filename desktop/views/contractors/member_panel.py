"""Somebody who comes for a company: induction, photo, badge, black list; or who comes from now on."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from desktop import words
from desktop.views.contractors.companies import standing_said
from desktop.widgets import unconfirmed
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, line, pill
from desktop.widgets.photo_tray import PhotoTray
from desktop.widgets.pictures import decoded
from desktop.widgets.reason import ReasonDialog
from desktop.widgets.side_panel import SidePanel
from services.core.refused import Refused
from services.core.roles import Role
from services.photos.folder import FolderFull
from services.store.queries.contractors import SIGNS, MemberRow

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

PHOTO_EDGE = 160


class MemberPanel(SidePanel):
    """`made` carries the id of a membership that has just been recorded, `badge_wanted` that of one to print a badge
    of."""

    made = Signal(str)
    badge_wanted = Signal(str)

    def __init__(self, workbench: "Workbench", tasks: "Tasks", toast: "Toast") -> None:
        super().__init__("memberPanel")
        self.workbench, self.tasks, self.toast = workbench, tasks, toast
        self.shown: MemberRow | None = None
        self.closed.connect(self._on_closed)

    def follow(self, rows: Sequence[MemberRow]) -> None:
        """The people as they are now."""
        if self.shown is not None:
            now = next((one for one in rows if one.id == self.shown.id), None)
            if now is not None and now != self.shown:
                self.show_member(now)

    def show_add(self) -> None:
        """Who comes for which company."""
        self.shown = None
        self.start(self.tr("A contractor's person"))
        found = self.workbench.ask(lambda look: look.find("person"))
        people = sorted((one.name, one.id) for one in found if one.here and Role.CONTRACTOR in one.roles)
        firms = self.workbench.ask(lambda look: look.find("contractor"))
        companies = sorted((one.name, one.id) for one in firms if one.retired_at is None and one.banned_at is None)
        choose = [(self.tr("Choose"), "")]
        choices = {"person": choose + people, "contractor": choose + companies}
        self._form = Form("contractor_people.link", "member", "contractor_person", choices=choices)
        self.body.addWidget(self._form)
        told = self.tr("People get the contractor's role on the People page; here it is said for whom they come.")
        self.body.addWidget(label(told, "caption", wrap=True))
        self.foot.addWidget(button(self.tr("Record"), "memberAdd", self._on_add, "primary"), 1)
        self.end()

    def show_member(self, one: MemberRow) -> None:
        """All about their induction and badge."""
        self.shown, member = one, one.member
        self.start(one.person.name)
        self.body.addWidget(pill(SIGNS[one.standing], standing_said(one.standing), "memberStanding"))
        if self.workbench.waiting_for(one.id):
            self.body.addWidget(unconfirmed.mark("memberUnconfirmed"))
        if member.banned_at is not None:
            told = self.tr("On the black list: {reason}").format(reason=member.ban_reason)
            self.body.addWidget(label(told, "error", "memberBan", wrap=True, copy=True))
        inducted = member.inducted_on.isoformat() if member.inducted_on else ""
        until = member.valid_until.isoformat() if member.valid_until else ""
        for said, value in (
            (words.say("field.contractor_person.contractor"), one.company.name),
            (words.say("field.contractor_person.trade"), member.trade),
            (words.say("field.contractor_person.inducted_on"), inducted),
            (words.say("field.contractor_person.valid_until"), until),
        ):
            if value:
                self.body.addLayout(column(label(said, "caption"), label(value, "", wrap=True, copy=True), gap=0))
        self._induction(one)
        self._photo(one)
        self._foot(one)
        self.end()

    def _induction(self, one: MemberRow) -> None:
        if one.member.banned_at is None and self.workbench.may("contractor_people.induct"):
            act = button(self.tr("Inducted today"), "memberInduct", self._on_induct)
            self.body.addWidget(act)

    def _photo(self, one: MemberRow) -> None:
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("Photo and badge"), "head"))
        data = self.workbench.photo(one.member.photo) if one.member.photo else None
        picture = decoded(data, PHOTO_EDGE) if data else None
        if picture is not None:
            shown = QLabel()
            shown.setPixmap(picture)
            shown.setAccessibleName(self.tr("Photo"))
            self.body.addWidget(shown)
        self.tray = PhotoTray(self.tasks)
        self.tray.changed.connect(self._on_photo)
        self.tray.setEnabled(self.workbench.may("contractor_people.set_photo"))
        self.body.addWidget(self.tray)

    def _foot(self, one: MemberRow) -> None:
        badge = button(self.tr("Print a badge…"), "memberBadge", self._on_badge, "primary", "print")
        badge.setEnabled(one.standing in ("good", "soon") and self.workbench.may("contractor_people.issue_badge"))
        banned = one.member.banned_at is not None
        text = self.tr("Take off the black list…") if banned else self.tr("Black list…")
        ban = button(text, "memberBanAsk", partial(self._ask_ban, banned))
        ban.setEnabled(self.workbench.may("contractor_people.ban"))
        self.foot.addWidget(badge)
        self.foot.addWidget(ban)

    def _on_add(self) -> None:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            return
        local = self.workbench.run("contractor_people.link", **self._form.values())
        if local.ok:
            self.toast.good(self.tr("Recorded."), self.tr("Undo"), self.workbench.undo)
            self.made.emit(local.id)

    def _run(self, kind: str, **args: Any) -> None:
        if self.workbench.run(kind, **args).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)

    def _on_induct(self) -> None:
        if self.shown is not None:
            self._run("contractor_people.induct", contractor_person=self.shown.id)

    def _on_photo(self) -> None:
        if self.shown is None or self.tray.busy or not self.tray.photos:
            return
        try:
            sha256 = self.workbench.keep_photo(self.tray.photos[-1])
        except FolderFull:
            self.tray.complain(words.refusal(Refused("disk_full_here")))
            return
        self._run("contractor_people.set_photo", contractor_person=self.shown.id, photo=sha256)

    def _on_badge(self) -> None:
        if self.shown is not None:
            self.workbench.send("contractor_people.issue_badge", self._on_issued, contractor_person=self.shown.id)

    def _on_issued(self, refused: Refused | None) -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        elif self.shown is not None:
            self.badge_wanted.emit(self.shown.id)

    def _ask_ban(self, banned: bool) -> None:
        title = self.tr("Take off the black list") if banned else self.tr("Put on the black list")
        usual = [self.tr("Worked without a permit"), self.tr("Ignored a stop"), self.tr("False certificate")]
        good = [self.tr("Put right and checked")]
        dialog = ReasonDialog(title, "", good if banned else usual, title, self.window())
        dialog.given.connect(partial(self._on_ban, banned))
        dialog.open()

    def _on_ban(self, banned: bool, reason: str) -> None:
        if self.shown is not None:
            kind = "contractor_people.lift_ban" if banned else "contractor_people.ban"
            self._run(kind, person=self.shown.person.id, reason=reason)

    def _on_closed(self) -> None:
        self.shown = None
