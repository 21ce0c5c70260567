"""Roles that two people give, and roles given in an emergency: what waits, what holds now, and the way to either."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.views.settings.rights_window import RightsWindow
from desktop.widgets.form import Form
from desktop.widgets.parts import box, button, column, emptied, label, row
from services.core.emergency_grants import LENT
from services.core.grants import GrantPolicy, grant_policy
from services.core.refused import Refused
from services.core.roles import Role, in_order
from services.store.queries.grants import Given, borrowed_now, requests_waiting
from services.store.queries.people import person_rows

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

POLICY = ("wait_hours", "emergency_hours")
Deed = tuple[str, str, str]  # what the button says, the operation, the argument that names the record


class GrantsCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: object = None
        self._policy: GrantPolicy | None = None
        self._rows, self._giving, self._fields = column(gap=8), column(), column()
        told = self.tr(
            "The roles of EHS manager and administrator are asked for by one and agreed to by another. In an emergency "
            "one gives another a role at once; the safety office is told, and it goes back by itself."
        )
        self.give = button(self.tr("Give a role in an emergency…"), "giveEmergency", self._on_giving)
        self.rights = button(self.tr("Who may do what…"), "whoMay", self._on_rights)
        self.save = button(self.tr("Save the times"), "saveGrantPolicy", self._on_save)
        self.setLayout(
            column(
                label(told, "caption", wrap=True),
                self._rows,
                row(self.give, self.rights, None),
                self._giving,
                self._fields,
                row(self.save, None),
                gap=10,
            )
        )

    def follow(self) -> None:
        """Shows what is so now; what is being typed stays."""
        now, me = self.workbench.now(), self.workbench.me
        waiting = self.workbench.ask(requests_waiting, now=now, me=me.id if me else None)
        lent = self.workbench.ask(borrowed_now, now=now)
        self.give.setEnabled(self.workbench.may("emergency_grants.give"))
        if (waiting, lent) != self._shown:
            self._shown = (waiting, lent)
            emptied(self._rows)
            for one in lent:
                self._rows.addWidget(self._lent(one))
            for one in waiting:
                self._rows.addWidget(self._waiting(one))
        self._follow_policy()

    def _follow_policy(self) -> None:
        policy = self.workbench.ask(grant_policy)
        if policy != self._policy:
            self._policy = policy
            emptied(self._fields)
            values = {name: getattr(policy, name) for name in POLICY}
            self._form = Form("grant_policies.set", "grant", "grant_policy", only=POLICY, values=values)
            self._form.entered.connect(self._on_save)
            self._fields.addWidget(self._form)
        for part in (self._form, self.save):
            part.setEnabled(self.workbench.may("grant_policies.set"))

    def _lent(self, one: Given) -> QWidget:
        said = self.tr("In an emergency until {when}: {whom} is {roles}. Given by {by}: {reason}")
        end = (self.tr("Take the role back"), "emergency_grants.end", "emergency_grant")
        return self._box(one, said, "card-red", [end])

    def _waiting(self, one: Given) -> QWidget:
        said = self.tr("{whom} is to become {roles}. Asked by {by}: {reason} Waits until {when}.")
        agree = (self.tr("Agree"), "grants.agree", "grant")
        decline = (self.tr("Take it back") if one.mine else self.tr("Decline"), "grants.decline", "grant")
        return self._box(one, said, "card-yellow", [decline] if one.mine or one.to_me else [decline, agree])

    def _box(self, one: Given, said: str, look: str, deeds: list[Deed]) -> QWidget:
        roles = words.listed(words.say(f"role.{role}") for role in one.roles)
        when = words.when(one.ends_at, self.workbench.now())
        text = said.format(whom=one.whom, by=one.by, roles=roles, when=when, reason=one.reason)
        buttons = [self._button(one, *deed) for deed in deeds if self.workbench.may(deed[1])]
        line = row(None, *buttons)
        return box(column(label(text, "", f"grant-{one.id}", wrap=True), line, gap=6, margins=(12, 8, 12, 8)), look)

    def _button(self, one: Given, says: str, kind: str, name: str) -> QWidget:
        return button(says, f"{kind}-{one.id}", partial(self._send, kind, **{name: one.id}))

    def _send(self, kind: str, **args: Any) -> None:
        self.workbench.send(kind, self._on_answered, **args)

    def _on_answered(self, refused: Refused | None) -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Done."))
        self.follow()

    def _on_giving(self) -> None:
        """Opens the form, or closes it."""
        shut = self._giving.count() > 0
        emptied(self._giving)
        if shut:
            return
        me = self.workbench.me
        rows = self.workbench.ask(person_rows)
        people = [(one.person.name, one.id) for one in rows if one.person.here and (me is None or one.id != me.id)]
        roles = [(words.say(f"role.{role}"), str(role)) for role in in_order(LENT)]
        values = {"roles": (Role.SAFETY_OFFICER,)}
        choices = {"person": people, "roles[]": roles}
        self._asked = Form("emergency_grants.give", "emergency", "emergency_grant", values=values, choices=choices)
        give = button(self.tr("Give it now"), "giveNow", self._on_give, "primary")
        inner = column(self._asked, row(None, give), gap=8, margins=(12, 8, 12, 12))
        self._giving.addWidget(box(inner, "card"))

    def _on_give(self) -> None:
        missing = self._asked.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            return
        self.workbench.send("emergency_grants.give", self._on_given, **self._asked.values())

    def _on_given(self, refused: Refused | None) -> None:
        if refused is None:
            emptied(self._giving)
        self._on_answered(refused)

    def _on_rights(self) -> None:
        RightsWindow(self.workbench, self.toast, self.window()).open()

    def _on_save(self) -> None:
        values = self._form.values()
        if len(values) < self._form.count:
            self.toast.bad(self.tr("Please fill in every field."))
        elif self.workbench.run("grant_policies.set", **values).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
