"""The people page's side panel: one person with details, roles, sign-in and leaving; or a new person, or a new team."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop import words
from desktop.views.people.absence import AbsencePart
from desktop.views.people.cards_part import CardsPart
from desktop.views.people.heir import HeirPart
from desktop.views.people.shown import Shown
from desktop.views.people.sign_in import SignInPart
from desktop.views.people.told_first import ToldFirst
from desktop.widgets import unconfirmed
from desktop.widgets.form import Form
from desktop.widgets.parts import box, button, column, emptied, label, line, row
from desktop.widgets.reason import ReasonDialog
from desktop.widgets.side_panel import SidePanel
from services.core.modules import uses
from services.core.people import Team
from services.core.refused import Refused
from services.core.roles import GUARDED, PEOPLES_ROLES
from services.core.standing import others_agree
from services.store.queries.grants import borrowed_by

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

CONTACT = ("name", "employee_no", "phone", "email", "wecom", "dingtalk")


class PersonPanel(SidePanel):
    """`made` carries the id of a person that has just been added."""

    made = Signal(str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("personPanel")
        self.workbench = workbench
        self.toast = toast
        self.person: Shown | None = None
        self._teams: tuple[Team, ...] = ()
        self.closed.connect(self._on_closed)

    def follow(self, rows: Sequence[Shown], teams: tuple[Team, ...]) -> None:
        """The people as they are now: who is shown is shown again if anything about them has changed. What the hub has
        confirmed loses its mark, and what is being typed stays."""
        self._teams = teams
        if self.person is not None:
            now = next((one for one in rows if one.id == self.person.id), None)
            if now is not None and (now.row, now.away) != (self.person.row, self.person.away):
                self.show_person(now)
            elif now is not None:
                self.person = now
                self._mark.setVisible(now.unconfirmed)

    def show_add(self) -> None:
        """The form for a new person."""
        self.person = None
        self.start(self.tr("New person"))
        self._form = self._person_form("people.add", ("name", "employee_no", "phone", "email", "team", "roles"))
        self._form.entered.connect(self._on_save_person)
        self.body.addWidget(self._form)
        self._finish(button(self.tr("Add the person"), "savePerson", self._on_save_person, "primary"))
        self._form.begin()

    def show_team(self) -> None:
        """The form for a new team."""
        self.person = None
        self.start(self.tr("New team"))
        people = [(self.tr("No leader yet"), ""), *self._people()]
        self._form = Form("teams.add", "team", "team", choices={"leader": people})
        self._form.entered.connect(self._on_save_team)
        self.body.addWidget(self._form)
        self.body.addWidget(label(self.tr("Hazards are sent to teams; each zone has one."), "caption", wrap=True))
        self._finish(button(self.tr("Add the team"), "saveTeam", self._on_save_team, "primary"))
        self._form.begin()

    def show_person(self, one: Shown) -> None:
        """All about one person."""
        self.person = one
        self.start(one.person.name or self.tr("Erased person"))
        self._mark = unconfirmed.mark("personUnconfirmed")
        self.body.addWidget(self._mark)
        self._mark.setVisible(one.unconfirmed)  # only now: without a parent it would be a window
        if one.person.here:
            self._contact(one)
            self._told_first(one)
            self._sign_in(one)
            self._absence(one)
            self._cards(one)
            self._roles(one)
            leave = button(self.tr("Has left the plant…"), "personLeft", self._on_leave)
            leave.setEnabled(self._may("people.leave"))
            self._finish(None, leave)
        else:
            self._gone(one)

    def _contact(self, one: Shown) -> None:
        self._form = self._person_form("people.set_contact", CONTACT, one)
        self._form.entered.connect(self._on_save_contact)
        self._team_form = self._person_form("people.set_team", ("team",), one)
        save = button(self.tr("Save details"), "saveContact", self._on_save_contact)
        for part in (self._form, self._team_form, save):
            part.setEnabled(self._may("people.set_contact"))
            self.body.addWidget(part)

    def _told_first(self, one: Shown) -> None:
        me = self.workbench.me
        may = (me is not None and me.id == one.id) or self._may("people.set_contact")
        self.body.addWidget(ToldFirst(self.workbench, self.toast, one.person, may=may))

    def _roles(self, one: Shown) -> None:
        self._section()
        now = self.workbench.now()
        for lent in self.workbench.ask(borrowed_by, person=one.id, now=now):
            roles = words.listed(words.say(f"role.{role}") for role in lent.roles)
            said = self.tr("In an emergency, until {when}: {roles}").format(
                when=words.when(lent.ends_at, now), roles=roles
            )
            self.body.addWidget(label(said, "error", "personLent", wrap=True))
        self._role_form = self._person_form("people.set_roles", ("roles",), one)
        save = button(self.tr("Save roles"), "saveRoles", self._on_save_roles)
        for part in (self._role_form, save):
            part.setEnabled(self._may("people.set_roles"))
            self.body.addWidget(part)
        self.body.addWidget(
            label(self.tr("Roles are given by the hub: this needs a connection."), "caption", wrap=True)
        )

    def _sign_in(self, one: Shown) -> None:
        self._section(self.tr("Signing in"))
        self._signing = SignInPart(self.workbench, self.toast, one.person)
        self._signing.shown.connect(self.bring)
        self.body.addWidget(self._signing)

    def _cards(self, one: Shown) -> None:
        if self._may("people.card_set") and self.workbench.ask(uses, module="access"):
            self._section(self.tr("Cards for the doors"))
            self.body.addWidget(CardsPart(self.workbench, self.toast, one.id))

    def _absence(self, one: Shown) -> None:
        self._section(self.tr("Absence and deputy"))
        part = AbsencePart(self.workbench, self.toast, one)
        part.brought.connect(self.bring)
        self.body.addWidget(part)

    def _gone(self, one: Shown) -> None:
        now = self.workbench.now()
        self.body.addWidget(label(self.tr("Left: {when}").format(when=words.when(one.person.left_at, now))))
        if one.person.erased_at is not None:
            told = self.tr("Personal data erased: {when}. The journal's chain is still whole.")
            self.body.addWidget(label(told.format(when=words.when(one.person.erased_at, now)), "muted", wrap=True))
            self._finish()
            return
        erase = button(self.tr("Erase personal data…"), "erasePerson", self._on_erase)
        erase.setEnabled(self._may("people.erase"))
        self._finish(None, erase)

    def _person_form(self, kind: str, only: tuple[str, ...], one: Shown | None = None) -> Form:
        values: dict[str, Any] = {"roles": ("worker",)}
        if one is not None:
            values = {name: getattr(one.person, name) for name in only}
        roles = [(words.say(f"role.{role}"), str(role)) for role in PEOPLES_ROLES]
        teams = [(self.tr("No team yet"), ""), *((team.name, team.id) for team in self._teams)]
        return Form(kind, "person", "person", only=only, values=values, choices={"team": teams, "roles[]": roles})

    def _people(self) -> list[tuple[str, str]]:
        from services.store.queries.people import person_rows

        return [(one.person.name, one.id) for one in self.workbench.ask(person_rows)]

    def _section(self, text: str = "") -> None:
        self.body.addSpacing(8)
        self.body.addWidget(line())
        if text:
            self.body.addWidget(label(text, "head"))

    def _finish(self, *parts: QPushButton | None) -> None:
        for part in parts:
            if part is None:
                self.foot.addStretch(1)
            else:
                self.foot.addWidget(part, 1 if len(parts) == 1 else 0)
        self.end()

    def _may(self, kind: str) -> bool:
        return self.workbench.may(kind)

    def _complete(self, form: Form) -> bool:
        missing = form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            form.begin()
        return missing is None

    def _on_save_person(self) -> None:
        if self._complete(self._form):
            local = self.workbench.run("people.add", **self._form.values())
            if local.ok:
                self.toast.good(self.tr("The person has been added."), self.tr("Undo"), self.workbench.undo)
                self.made.emit(local.id)

    def _on_save_team(self) -> None:
        if self._complete(self._form):
            local = self.workbench.run("teams.add", **self._form.values())
            if local.ok:
                self.toast.good(self.tr("The team has been added."), self.tr("Undo"), self.workbench.undo)
                self._on_close()

    def _on_save_contact(self) -> None:
        if self.person is None or not self._complete(self._form):
            return
        one, values, team = self.person.person, self._form.values(), self._team_form.values().get("team")
        changed = {name: value for name, value in values.items() if value != getattr(one, name)}
        ok = not changed or self.workbench.run("people.set_contact", person=one.id, **changed).ok
        if ok and team != one.team:
            ok = self.workbench.run("people.set_team", person=one.id, team=team).ok
        if ok:
            self.toast.good(self.tr("Saved."))

    def _on_save_roles(self) -> None:
        """What takes two people is asked for with a reason; everything else holds at once."""
        if self.person is None:
            return
        wanted, had = self._role_form.values().get("roles", []), self.person.person.roles
        guarded = [role for role in wanted if role in GUARDED and role not in had]
        me, id_ = self.workbench.me, self.person.id
        if not guarded or not self.workbench.ask(others_agree, me=me.id if me else "", person=id_):
            self.workbench.send("people.set_roles", self._on_answered, person=id_, roles=wanted)
            return
        rest = [role for role in wanted if role not in guarded] or ["worker"]
        if set(rest) != set(had):
            self.workbench.send("people.set_roles", self._on_answered, person=id_, roles=rest)
        self._ask_for(id_, guarded)

    def _ask_for(self, person: str, roles: list[str]) -> None:
        names = words.listed(words.say(f"role.{role}") for role in roles)
        told = self.tr("{roles}: these take two people. Another administrator or EHS manager agrees under settings.")
        reasons = [self.tr("Takes over the post"), self.tr("Deputy for the time of an absence")]
        dialog = ReasonDialog(self.tr("Ask for roles"), told.format(roles=names), reasons, self.tr("Ask"), self)
        dialog.given.connect(partial(self._on_ask_for, person, roles))
        dialog.open()

    def _on_ask_for(self, person: str, roles: list[str], reason: str) -> None:
        self.workbench.send("grants.ask", self._on_asked_for, person=person, roles=roles, reason=reason)

    def _on_asked_for(self, refused: Refused | None) -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Asked for. It waits for a second person."))

    def _on_answered(self, refused: Refused | None) -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved."))

    def _on_leave(self) -> None:
        told = self.tr("From then on they can sign in no more. Their work stays.")
        self._ask_first(told, self.tr("Record as left"), "confirmLeave", self._on_leave_sure)
        self._heir: HeirPart | None = None
        if self.person is not None and self._may("people.hand_on"):
            self._heir = HeirPart(self.workbench, self.person.id)
            self.body.insertWidget(1, self._heir)

    def _on_leave_sure(self) -> None:
        """What they answer for goes to somebody first, where one is chosen; it is all sent in this order."""
        if self.person is None:
            return
        heir = self._heir.chosen() if self._heir is not None else ""
        if heir:
            self.workbench.send("people.hand_on", self._on_handed_on, person=self.person.id, to_person=heir)
        self.workbench.send("people.leave", self._on_answered, person=self.person.id)

    def _on_handed_on(self, refused: Refused | None) -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))

    def _on_erase(self) -> None:
        told = self.tr(
            "What goes: name, number, phone, e-mail and accounts elsewhere, door swipes and cards, what incidents say "
            "of the person; on all computers, for good.\n"
            "What stays: what was done and when, under 'erased', so that registers and the journal's chain stay "
            "whole.\n"
            "Backups and exports made before still hold it until their time is over; after a restore it is erased "
            "again by itself."
        )
        self._ask_first(told, self.tr("Erase for good"), "confirmErase", self._on_erase_sure)
        self._reason.show()
        self._reason.setFocus()

    def _on_erase_sure(self) -> None:
        reason = self._reason.text().strip()
        if not reason:
            self.toast.bad(self.tr("Please say why the data is erased."))
        elif self.person is not None:
            self.workbench.send("people.erase", self._on_answered, person=self.person.id, reason=reason)

    def _ask_first(self, told: str, act: str, name: str, sure: Any) -> None:
        """The foot asks once more, in place: no window that stands in the way."""
        emptied(self.foot)
        self._reason = QLineEdit()
        self._reason.setObjectName("eraseReason")
        self._reason.setMaxLength(200)
        self._reason.setPlaceholderText(self.tr("Why: for example, the person asked for it"))
        self._reason.hide()
        question = box(column(label(told, "warning", wrap=True), self._reason, margins=(12, 10, 12, 10)), "card-yellow")
        self.body.insertWidget(0, question)
        self.bring(question)
        self.foot.addLayout(
            row(button(self.tr("Cancel"), "confirmCancel", self._on_cancel), None, button(act, name, sure, "primary")),
            1,
        )

    def _on_cancel(self) -> None:
        if self.person is not None:
            self.show_person(self.person)

    def _on_closed(self) -> None:
        self.person = None
