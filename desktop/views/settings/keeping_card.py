"""What is kept how long, under settings: each kind with why, what goes next, and how long it is to be kept; the hub's
log and the room on its disk."""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.views.audits.sizes import bytes_said
from desktop.views.settings.backups_card import told_by_hub
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, emptied, label, row
from services.core.access import access_policy
from services.core.keeping import KeepingPolicy, keeping_policy
from services.core.shape import shapes, utc_moment

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

FIELDS = tuple(name for name in shapes(KeepingPolicy) if name not in ("id", "disk_low_since", "disk_free_gb"))
TIMED = tuple(name for name in FIELDS if name.endswith("_days"))
SWIPES = "keep_days"


class KeepingCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self.told: dict[str, Any] = {}
        self._shown: KeepingPolicy | None = None
        self._rows, self._fields = column(gap=8), column()
        self.disk = label("", name="hubDisk", wrap=True)
        self.log = label("", "caption", "hubLog", wrap=True, copy=True)
        self.save = button(self.tr("Save what is kept"), "saveKeeping", self._on_save)
        self.setLayout(column(self._rows, self.disk, self.log, self._fields, row(self.save, None), gap=10))

    def follow(self) -> None:
        """Shows what is so now; what is being typed stays unless it has changed elsewhere."""
        policy, may = self.workbench.ask(keeping_policy), self.workbench.may("keeping.set_policy")
        if policy != self._shown:
            self._shown = policy
            emptied(self._fields)
            values = {name: getattr(policy, name) for name in FIELDS}
            self._form = Form("keeping.set_policy", "keeping", "keeping_policy", only=FIELDS, values=values)
            self._form.entered.connect(self._on_save)
            self._fields.addWidget(self._form)
        self._form.setEnabled(may)
        self.save.setEnabled(may)
        self._show()
        client = self.workbench.opened.client
        if client is not None and may:
            self.workbench.tasks.run(partial(told_by_hub, client), self._on_told)

    def _on_told(self, told: dict[str, Any] | None) -> None:
        if told is not None and told != self.told:
            self.told = told
            self._show()

    def _show(self) -> None:
        assert self._shown is not None
        emptied(self._rows)
        for kind in ("journal", "photos"):
            self._rows.addLayout(
                self._line(words.say(f"keeping.{kind}"), self.tr("stays for ever"), f"keeping.{kind}.why")
            )
        swipes = self.workbench.ask(access_policy).keep_days
        days = {SWIPES: swipes, **{name: getattr(self._shown, name) for name in TIMED}}
        for name, count in days.items():
            self._rows.addLayout(self._timed(name, count))
        disk, log = self.told.get("disk"), self.told.get("log")
        if disk and log:
            room = self.tr("Room on the hub's disk: {free} of {size}")
            self.disk.setText(room.format(free=bytes_said(disk["free"]), size=bytes_said(disk["size"])))
            said = self.tr("The hub's log: {file}, {size}")
            self.log.setText(said.format(file=log["file"], size=bytes_said(log["bytes"])))
        self.disk.setProperty("look", "error" if self._shown.disk_low_since else "")
        for part in (self.disk, self.log):
            part.setVisible(bool(disk))

    def _timed(self, name: str, count: int) -> Any:
        kept = self.tr("%n days", "", count)
        oldest = self.told.get("oldest", {}).get(name)
        if oldest:
            goes = utc_moment(oldest) + timedelta(days=count)
            told = self.tr("{kept} · the oldest goes {when}")
            kept = told.format(kept=kept, when=words.when(goes, self.workbench.now()))
        return self._line(words.say(f"keeping.{name}"), kept, f"keeping.{name}.why")

    def _line(self, called: str, kept: str, why: str) -> Any:
        kept_ = label(kept, "muted", wrap=True)
        return column(label(called), kept_, label(words.say(why), "caption", wrap=True), gap=2)

    def _on_save(self) -> None:
        values = self._form.values()
        if len(values) < self._form.count:
            self.toast.bad(self.tr("Please fill in every field."))
        elif self.workbench.run("keeping.set_policy", **values).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
