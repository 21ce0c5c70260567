"""One entry: every record it changed, field by field, what it was and what it is; and the hash that seals it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from desktop import words
from desktop.views.journal.sentences import uncertain
from desktop.views.journal.values import field_changes
from desktop.widgets import unconfirmed
from desktop.widgets.parts import button, column, label, line
from desktop.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from services.store.queries.journal import EntryRow
    from services.store.verify import Verdict

MOST_FAULTS = 30


class EntryPanel(SidePanel):
    """For the entry that is selected, or for what a check has found."""

    def __init__(self) -> None:
        super().__init__("entryPanel")
        self._hash = ""

    def show_entry(self, one: "EntryRow", names: Mapping[str, str], who: str, refused: str) -> None:
        """All that an entry says."""
        self._hash = one.hash
        self.start(words.say(f"op.{one.kind}"))
        at = words.local(one.at).strftime("%Y-%m-%d %H:%M:%S")
        self.body.addWidget(label(f"{who} · {at}", "muted", wrap=True))
        if one.waiting:
            self.body.addWidget(unconfirmed.mark("entryUnconfirmed"))
            self.body.addWidget(label(unconfirmed.why(), "caption", wrap=True))
        if one.time_uncertain:
            self.body.addWidget(label(uncertain(one), "caption", "entryTimeUncertain", wrap=True))
        if refused:
            self.body.addWidget(label(refused, "error", "entryRefused", wrap=True))
        elif not one.changes:
            self.body.addWidget(label(self.tr("No record was changed."), "muted"))
        for change in one.changes:
            self._change(change, names)
        if not one.waiting:
            self._seal(one)
            self.foot.addWidget(button(self.tr("Copy hash"), "copyHash", self._on_copy))
            self.foot.addStretch(1)
        self.end()

    def show_faults(self, verdict: "Verdict") -> None:
        """What a check has found, the first ones."""
        self.start(self.tr("What is not as it was written"))
        for fault in verdict.faults[:MOST_FAULTS]:
            text = words.say(f"fault.{fault.code}", seq=fault.seq, what=fault.what)
            self.body.addWidget(label(text, "error", wrap=True, copy=True))
        told = self.tr("Don't change anything now. Keep this computer's folder, and tell the administrator.")
        self.body.addWidget(label(told, "muted", wrap=True))
        self.end()

    def _change(self, change: dict[str, Any], names: Mapping[str, str]) -> None:
        self.body.addSpacing(6)
        self.body.addWidget(line())
        thing, called = words.say(f"record.{change['kind']}"), _called(change, names)
        head = f"{thing} · {called}" if called else thing
        if change["before"] is None:
            head = self.tr("New: {thing}").format(thing=head)
        self.body.addWidget(label(head, "section", wrap=True))
        for one in field_changes(change, names):
            value = label(f"{one.before}  →  {one.after}" if one.before else one.after, "", wrap=True, copy=True)
            self.body.addLayout(column(label(one.name, "caption"), value, gap=0))

    def _seal(self, one: "EntryRow") -> None:
        self.body.addSpacing(6)
        self.body.addWidget(line())
        told = self.tr("Entry {seq} of the chain, from device {device}").format(seq=one.seq, device=one.device[:8])
        self.body.addWidget(label(told, "caption", wrap=True))
        halves = f"{one.hash[:32]}\n{one.hash[32:]}"
        self.body.addWidget(label(halves, "caption", "entryHash", copy=True))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._hash)


def _called(change: dict[str, Any], names: Mapping[str, str]) -> str:
    """What people call the record now; of one whose name is sealed, what this console knows."""
    after = change["after"] or {}
    for name in ("number", "name", "code"):
        if isinstance(after.get(name), str) and after[name]:
            return str(after[name])
    return names.get(change["id"], "")
