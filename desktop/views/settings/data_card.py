"""The plant's own data, under settings: everything in open formats, with why, progress and a way to give it up; then
saved from the hub onto this computer."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from desktop import words
from desktop.views.audits.sizes import bytes_said
from desktop.views.settings.backups_card import told_by_hub, trouble_said
from desktop.widgets.parts import button, column, emptied, label, row
from desktop.widgets.reason import ReasonDialog
from services.core.exports import DataExport

if TYPE_CHECKING:
    from desktop.tasks import Task
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused
    from services.store.records import Records

TICK_MS, MOST = 1000, 4


class DataCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._latest: tuple[DataExport, ...] = ()
        self._saving: Task | None = None
        self.bar = QProgressBar()
        self.bar.setObjectName("exportShare")
        self.make = button(self.tr("Export everything…"), "exportEverything", self._on_make)
        self.cancel = button(self.tr("Cancel the export"), "cancelExport", self._on_cancel)
        self._rows = column(gap=6)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._ask_hub)
        told = self.tr(
            "The data are yours. One archive holds all of it in formats that other programs read: tables as CSV, "
            "plans as GeoJSON, photos, the journal as SQLite, and a page that says what each file is. A new plant can "
            "be made of it without loss (anhuan import everything). It holds personal data: who exports and why is "
            "recorded."
        )
        whole = column(label(told, "caption", wrap=True), self.bar, row(self.make, self.cancel, None), self._rows)
        self.setLayout(whole)

    def follow(self) -> None:
        """Shows what is so now."""
        self._latest = self.workbench.ask(_latest)
        may = self.workbench.may("data_exports.ask")
        working = any(one.export_state == "wanted" for one in self._latest)
        self.make.setVisible(not working)
        self.make.setEnabled(may)
        self.cancel.setVisible(working or self._saving is not None)
        self.bar.setVisible(working or self._saving is not None)
        if working and may:
            self._tick.start()
            self._ask_hub()
        else:
            self._tick.stop()
        emptied(self._rows)
        for one in self._latest if may else ():
            self._rows.addWidget(self._line(one))

    def _line(self, one: DataExport) -> QWidget:
        said = [words.when(one.begun_at, self.workbench.now()), words.say(f"value.export_state.{one.export_state}")]
        if one.trouble:
            said.append(trouble_said(one.trouble))
        elif one.bytes:
            said.append(bytes_said(one.bytes))
        said.append(one.export_reason)
        made = QWidget()
        across: list[Any] = [label(" · ".join(said), "error" if one.trouble else "caption", wrap=True)]
        if one.export_state == "good":
            for text, name, act in (
                (self.tr("Save to this computer…"), f"saveExport-{one.id}", self._on_save),
                (self.tr("Remove it"), f"removeExport-{one.id}", self._on_remove),
            ):
                across.append(button(text, name, look="link"))
                across[-1].clicked.connect(partial(act, one))
        line = row(*across)
        line.setStretch(0, 1)
        made.setLayout(line)
        return made

    def _ask_hub(self) -> None:
        client = self.workbench.opened.client
        if client is not None:
            self.workbench.tasks.run(partial(told_by_hub, client), self._on_told)

    def _on_told(self, told: dict[str, Any] | None) -> None:
        self._show_share((told or {}).get("export_share"))

    def _show_share(self, share: float | None) -> None:
        self.bar.setRange(0, 0 if share is None else 100)
        self.bar.setValue(0 if share is None else round(100 * share))

    def _on_make(self) -> None:
        reasons = (self.tr("A copy of our own"), self.tr("An authority asks for it"), self.tr("For another system"))
        text = self.tr("The archive holds names, phone numbers and where people went. Why is it needed?")
        asked = ReasonDialog(self.tr("Export everything"), text, reasons, self.tr("Export it"), self)
        asked.given.connect(self._on_reason)
        asked.open()

    def _on_reason(self, reason: str) -> None:
        self.workbench.send("data_exports.ask", self._on_answered, export_reason=reason)

    def _on_cancel(self) -> None:
        if self._saving is not None:
            self._saving.cancel()
            return
        for one in self._latest:
            if one.export_state == "wanted":
                self.workbench.send("data_exports.cancel", self._on_answered, data_export=one.id)

    def _on_remove(self, one: DataExport) -> None:
        self.workbench.send("data_exports.let_go", self._on_answered, data_export=one.id)

    def _on_save(self, one: DataExport) -> None:
        self._asked = QFileDialog(self, self.tr("Save to this computer"))
        self._asked.setObjectName("saveExportDialog")
        self._asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._asked.setDefaultSuffix("zip")
        self._asked.selectFile(one.file)
        self._asked.fileSelected.connect(partial(self.save, one))
        self._asked.open()

    def save(self, one: DataExport, place: str) -> None:
        """Fetches the archive from the hub into a file."""
        client = self.workbench.opened.client
        if client is None:
            return
        file = Path(place)
        fresh = file.with_name(file.name + ".part")

        def fetch(task: "Task") -> str:
            client.download(f"/api/exports/{one.id}", fresh, one.bytes, task.step)
            fresh.replace(file)
            return place

        self._saving = self.workbench.tasks.run(fetch, self._on_saved, self._on_not_saved, self._show_share)
        self.follow()

    def _on_saved(self, place: str) -> None:
        self._saving = None
        self.toast.good(self.tr("Saved: {file}").format(file=place))
        self.follow()

    def _on_not_saved(self, error: Exception) -> None:
        from desktop.tasks import Cancelled
        from services.core.refused import Refused

        self._saving = None
        cancelled = isinstance(error, Cancelled) or (isinstance(error, Refused) and error.code == "cancelled")
        if not cancelled:
            why = words.refusal(error) if isinstance(error, Refused) else str(error)
            self.toast.bad(self.tr("It was not saved: {why}").format(why=why))
        self.follow()

    def _on_answered(self, refused: "Refused | None") -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        self.follow()


def _latest(look: "Records") -> tuple[DataExport, ...]:
    found = sorted(look.find("data_export"), key=lambda one: one.begun_at, reverse=True)
    return tuple(found[:MOST])
