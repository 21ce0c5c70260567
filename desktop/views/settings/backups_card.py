"""Backups, under settings: the last good one, the next, where they lie; one now, with progress and a way to give it up;
a trial whether one can be put back; and the plan by which the hub makes them."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget

from desktop import words
from desktop.views.audits.sizes import bytes_said
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, emptied, label, row
from services.core.shape import shapes
from services.store.queries.backups import BackupsNow, backups_now

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.backups import Backup
    from services.core.refused import Refused

TICK_MS = 1000
SIGNS = {"wanted": "pending", "good": "normal", "failed": "overdue"}


class BackupsCard(QWidget):
    """The content of the card. `told` is what only the hub's machine knows, as far as it has said so."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self.told: dict[str, Any] = {}
        self._shown: BackupsNow | None = None
        self._plan_shown: Any = None
        self.last = label("", "head", "backupLast", wrap=True)
        self.following = label("", "muted", "backupNext", wrap=True)
        self.place = label("", "caption", "backupPlace", wrap=True, copy=True)
        self.bar = QProgressBar()
        self.bar.setObjectName("backupShare")
        self.make = button(self.tr("Back up now"), "backUpNow", self._on_make, "", "add")
        self.cancel = button(self.tr("Cancel the backup"), "cancelBackup", self._on_cancel)
        self.trial = button(self.tr("Try a restore"), "tryRestore", self._on_try)
        self._rows, self._fields = column(gap=6), column()
        self.active = QCheckBox(words.say("field.backup_plan.active"))
        self.active.setObjectName("backupsActive")
        self.save = button(self.tr("Save the plan"), "saveBackupPlan", self._on_save)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._ask_hub)
        self.setLayout(self._arranged())

    def _arranged(self) -> Any:
        about = self.tr(
            "A backup holds the whole plant but passwords for other services. Each is read again when it is written; a "
            "trial puts it back beside the plant, checks the chain and every photo, and leaves nothing."
        )
        return column(
            label(about, "caption", wrap=True),
            self.last,
            self.following,
            self.place,
            self.bar,
            row(self.make, self.cancel, self.trial, None),
            self._rows,
            self.active,
            self._fields,
            row(self.save, None),
            gap=8,
        )

    def follow(self) -> None:
        """Shows what is so now; what is being typed stays unless it has changed elsewhere."""
        if self.workbench.plant is None:
            return
        self._shown = now = self.workbench.ask(backups_now, now=self.workbench.now())
        self._show(now)
        if now.plan != self._plan_shown:
            self._fill(now)
        may = self.workbench.may("backup_plans.set")
        for part in (self.make, self.cancel, self.trial, self.save, self._fields_of, self.active):
            part.setEnabled(may)
        if may:
            self._ask_hub()

    def _show(self, now: BackupsNow) -> None:
        clock = self.workbench.now()
        if now.newest is None:
            self.last.setText(self.tr("There is no backup yet"))
        else:
            self.last.setText(
                self.tr("Last good backup: {when}, {size}").format(
                    when=words.when(now.newest.begun_at, clock), size=bytes_said(now.newest.bytes)
                )
            )
        working = now.running is not None or any(one.trial == "wanted" for one in now.latest)
        self.bar.setVisible(working)
        self.make.setVisible(not working)
        self.trial.setVisible(not working and now.newest is not None)
        self.cancel.setVisible(now.running is not None)
        self._tick.start() if working else self._tick.stop()
        emptied(self._rows)
        for one in now.latest:
            self._rows.addWidget(self._line(one))
        self._show_place()

    def _line(self, one: "Backup") -> QWidget:
        said = [words.when(one.begun_at, self.workbench.now()), words.say(f"value.backup_state.{one.backup_state}")]
        if one.trouble:
            said.append(trouble_said(one.trouble))
        if one.backup_state in ("good", "gone") and one.bytes:
            said.append(bytes_said(one.bytes))
        if one.missing:
            said.append(self.tr("%n photos were missing", "", one.missing))
        if one.trial != "none":
            trial = words.say(f"value.trial.{one.trial}")
            why = trouble_said(one.trial_trouble) if one.trial_trouble else ""
            said.append(trial + (f" ({why})" if why else ""))
        bad = "failed" in (one.backup_state, one.trial)
        return label(" · ".join(said), "error" if bad else "caption", f"backup-{one.file}", wrap=True)

    def _show_place(self) -> None:
        now = self._shown
        told = self.told
        if told.get("by_server"):
            self.following.setText(words.say("backup.trouble.backup_by_server"))
        elif now is not None and now.next_at is not None and told.get("by_itself", True):
            self.following.setText(self.tr("Next: {when}").format(when=words.when(now.next_at, self.workbench.now())))
        else:
            self.following.setText(self.tr("None is made by itself: press the button to make one."))
        place = self.tr("Folder on the hub's machine: {folder}").format(folder=told["folder"]) if told else ""
        if told.get("same_disk"):
            place += "\n" + self.tr("It is on the plant's own disk: if that breaks, the backups go with it.")
        self.place.setText(place)
        self.place.setVisible(bool(place))
        share = told.get("share")
        self.bar.setRange(0, 0 if share is None else 100)
        self.bar.setValue(0 if share is None else round(100 * share))

    def _ask_hub(self) -> None:
        client = self.workbench.opened.client
        if client is not None:
            self.workbench.tasks.run(partial(told_by_hub, client), self._on_told)

    def _on_told(self, told: dict[str, Any] | None) -> None:
        if told is not None and told != self.told:
            self.told = told
            self._show_place()

    def _fill(self, now: BackupsNow) -> None:
        self._plan_shown = now.plan
        emptied(self._fields)
        names = tuple(name for name in shapes(type(now.plan)) if name not in ("id", "active", "old_since"))
        values = {name: getattr(now.plan, name) for name in names}
        self._fields_of = Form("backup_plans.set", "backup", "backup_plan", only=names, values=values)
        self._fields_of.entered.connect(self._on_save)
        self._fields.addWidget(self._fields_of)
        self.active.setChecked(now.plan.active)

    def _on_save(self) -> None:
        values = self._fields_of.values()
        if len(values) < self._fields_of.count - ("folder" not in values):
            self.toast.bad(self.tr("Please fill in every field."))
        elif self.workbench.run("backup_plans.set", active=self.active.isChecked(), **values).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)

    def _on_make(self) -> None:
        self.workbench.send("backups.ask", self._on_answered)

    def _on_cancel(self) -> None:
        if self._shown is not None and self._shown.running is not None:
            self.workbench.send("backups.cancel", self._on_answered, backup=self._shown.running.id)

    def _on_try(self) -> None:
        if self._shown is not None and self._shown.newest is not None:
            self.workbench.send("backups.try_out", self._on_answered, backup=self._shown.newest.id)

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        self.follow()


def trouble_said(code: str) -> str:
    """Why a backup or a trial failed."""
    return words.say(f"backup.trouble.{code}") if words.known(f"backup.trouble.{code}") else code


def told_by_hub(client: Any) -> dict[str, Any] | None:
    """What the hub's machine says of itself; None where it does not answer."""
    from services.core.refused import Refused
    from services.sync.client import Unreachable

    try:
        found: dict[str, Any] = client.call("GET", "/api/keeping")
    except (Refused, Unreachable):
        return None
    return found
