"""The form of the operation that was refused, filled in with what was wanted, so that it can be changed and sent."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from desktop import words
from desktop.views.conflicts.choices import editable
from desktop.views.conflicts.said import because, wanted
from desktop.widgets.categories import category_options
from desktop.widgets.form import Form, Options
from desktop.widgets.parts import button, label
from desktop.widgets.side_panel import SidePanel
from desktop.workbench import Workbench
from services.core.operation import OPERATIONS
from services.store.queries.conflicts import Conflict

# What codes of a field are called; others say themselves.
CODES = ("role", "value.target_kind", "value.mail_security", "value.language")


class ChangePanel(SidePanel):
    """`given` carries the arguments as they are to be sent, `incomplete` what a missing field is called; `turned` when
    the panel has come or gone."""

    given = Signal(dict)
    incomplete = Signal(str)
    turned = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("changePanel")
        self._workbench = workbench
        self._one: Conflict | None = None

    def show_conflict(self, one: Conflict) -> None:
        """The form for this one."""
        self._one = one
        self.start(wanted(one))
        self.body.addWidget(label(because(one), "error", "changeWhy", wrap=True))
        self.body.addSpacing(4)
        only = editable(one)
        values = {name: value for name, value in one.row.args.items() if not isinstance(value, dict)}  # sealed
        self._form = Form(one.row.kind, "change", one.thing, only=only, values=values, choices=self._choices(one, only))
        self._form.entered.connect(self._on_send)
        self.body.addWidget(self._form)
        self.foot.addWidget(button(self.tr("Send changed"), "sendChanged", self._on_send, "primary"))
        self.foot.addWidget(button(self.tr("Cancel"), "cancelChange", self.hide))
        self.foot.addStretch(1)
        self.end()
        self._form.begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.turned.emit()

    def _choices(self, one: Conflict, only: tuple[str, ...]) -> dict[str, Options]:
        fields = OPERATIONS[one.row.kind].schema()["properties"]
        found: dict[str, Options] = {}
        for name in only:
            schema = fields[name]
            if name == "category":
                found[name] = category_options(self._workbench, str(one.row.args.get(name) or ""))
            elif "x-ref" in schema:
                found[name] = [("–", ""), *self._records(schema["x-ref"])]
            elif "enum" in schema:
                found[name] = [(_said(code), code) for code in schema["enum"] if code]
            elif schema.get("type") == "array":
                found[f"{name}[]"] = [(_said(code), code) for code in schema["items"]["enum"]]
        return found

    def _records(self, kind: str) -> Options:
        found = self._workbench.ask(lambda look: look.find(kind))
        living = [one for one in found if not getattr(one, "retired_at", None) and not getattr(one, "left_at", None)]
        return [(str(getattr(one, "name", None) or one.id[:8]), one.id) for one in living]

    def _on_send(self) -> None:
        if self._one is None:
            return
        missing = self._form.missing()
        if missing:
            self.incomplete.emit(missing)
            return
        kept = {name: value for name, value in self._one.row.args.items() if name not in editable(self._one)}
        args: dict[str, Any] = {**kept, **self._form.values()}
        self.given.emit(args)


def _said(code: str) -> str:
    """A code in words, where it has some."""
    return next((words.say(key) for key in (f"{place}.{code}" for place in CODES) if words.known(key)), code)
