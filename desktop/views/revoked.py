"""What a computer shows that was shut out: that it was, what is kept on it, and the way back with a new code."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import words
from desktop.kept_file import KeptFile, Told, write_kept
from desktop.views.journal.sentences import sentence, who
from desktop.widgets.code_field import CodeField
from desktop.widgets.parts import box, button, column, label, line, row
from desktop.workbench import Workbench
from services.core.refused import Refused
from services.core.shape import utc_text
from services.store.queries.journal import EntryRow, names_of
from services.store.queries.waiting import waiting_here

CARD = 560


class Revoked(QWidget):
    """`paired` once the computer has been let in again."""

    paired = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.setObjectName("revokedPage")
        self._workbench = workbench
        self._kept = label("", "", "revokedKept", wrap=True)
        self.save = button(self.tr("Save what waits to a file…"), "saveWaiting", self._on_save)
        self.saved = label("", "", "revokedSaved", wrap=True, copy=True)
        self.saved.hide()
        self.code = CodeField("pairingCode", "ABCD-EFGH", _code_of)
        self.code.setAccessibleName(self.tr("Pairing code"))
        self.code.came.connect(self._on_read)
        self.code.failed.connect(self._on_failed)
        self.code.paste_anywhere_on(self)
        self.code.returnPressed.connect(self._on_pair)
        self.pair = button(self.tr("Pair this computer again"), "pairAgain", self._on_pair, "primary")
        self.problem = label("", "error", "revokedProblem", wrap=True)
        title = self.tr("This computer has been revoked")
        self.setAccessibleName(title)
        told = self.tr(
            "Somebody has revoked this computer, perhaps because it was taken for lost. The hub takes nothing from it "
            "and gives it nothing."
        )
        back = self.tr("If it is yours, ask your administrator for a pairing code. What waits is then sent.")
        card = column(
            label(title, "title", wrap=True),
            label(told, "muted", wrap=True),
            self._kept,
            row(self.save, None),
            self.saved,
            line(),
            label(back, "", wrap=True),
            row(self.code, self.pair, gap=8),
            label(self.tr("A picture of the QR code may be pasted here, too (Ctrl+V)."), "caption", wrap=True),
            self.problem,
            gap=14,
            margins=(28, 24, 28, 24),
        )
        framed = box(card, "card")
        framed.setFixedWidth(CARD)
        self.setLayout(column(None, row(None, framed, None), None))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.follow()

    def follow(self) -> None:
        """Counts what is kept."""
        count = len(self._workbench.ask(waiting_here))
        kept = self.tr("%n thing(s) you did are kept on this computer and not yet sent.", "", count)
        self._kept.setText(kept if count else self.tr("Everything done on it had been sent before."))
        self.save.setVisible(count > 0)

    def _on_save(self) -> None:
        name = f"anhuan-waiting-{words.day(self._workbench.now())}.zip"
        self._asked = QFileDialog(self, self.tr("Save what waits"), name, "ZIP (*.zip)")
        self._asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._asked.setDefaultSuffix("zip")
        self._asked.fileSelected.connect(self._on_file)
        self._asked.open()

    def _on_file(self, name: str) -> None:
        self.problem.setText("")
        self.saved.hide()
        self.save.setEnabled(False)
        names = self._workbench.ask(names_of)
        told = [_told(one, sentence(one, names)) for one in self._workbench.ask(waiting_here)]
        head = self.tr("Done on this computer and not yet sent, until {when}").format(
            when=words.full(self._workbench.now())
        )
        blob = self._workbench.opened.blobs.get
        self._workbench.tasks.run(lambda: write_kept(Path(name), head, told, blob), self._on_saved, self._on_unsaved)

    def _on_saved(self, kept: KeptFile) -> None:
        self.save.setEnabled(True)
        counted = [self.tr("%n operation(s)", "", kept.operations)]
        if kept.pictures:
            counted.append(self.tr("%n picture(s)", "", kept.pictures))
        size = f"{max(1, round(kept.size / 1024)):,} KB"
        text = self.tr("Saved: {what} ({size}) in {file}").format(
            what=words.listed(counted), size=size, file=str(kept.place)
        )
        if kept.missing:
            text += "\n" + self.tr("%n picture(s) are not on this computer and could not be saved.", "", kept.missing)
        self.saved.setText(text)
        self.saved.show()

    def _on_unsaved(self, error: Exception) -> None:
        self.save.setEnabled(True)
        why = getattr(error, "strerror", None) or str(error)
        self.problem.setText(self.tr("It could not be saved: {why}").format(why=why))

    def _on_read(self, _: str) -> None:
        self.problem.setText("")

    def _on_pair(self) -> None:
        from services.sync.pairing import read_line

        if not self.code.text().strip():
            return
        try:
            _, code = read_line(self.code.text(), self._workbench.opened.url)
        except Refused as refused:
            self._on_failed(refused)
            return
        self.pair.setEnabled(False)
        self.problem.setText("")
        self._workbench.pair_anew(code, self._on_paired, self._on_failed)

    def _on_paired(self, _: object) -> None:
        self.paired.emit()

    def _on_failed(self, error: Exception) -> None:
        self.pair.setEnabled(True)
        self.problem.setText(
            words.refusal(error) if isinstance(error, Refused) else words.say("refused.hub_unreachable")
        )


def _code_of(line_: str) -> str:
    """The code alone: this computer knows its hub."""
    from services.sync.pairing import read_line, shown

    return shown(read_line(line_)[1])


def _told(one: EntryRow, said: str) -> Told:
    what = words.say(f"op.{one.kind}")
    values = {"when": utc_text(one.at), "who": who(one), "what": what, "about": one.about}
    return Told(f"{words.full(one.at)}  {said}", {**values, "kind": one.kind, "args": one.args})
