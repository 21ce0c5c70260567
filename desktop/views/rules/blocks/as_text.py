"""The rule as its document, to be read and typed: checked as it is typed, and taken where it is one."""

import json

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop import words
from desktop.widgets.parts import column, label
from services.core.alert_rules import read_document
from services.core.refused import Refused
from services.rules.draft import Draft, document_of, draft_of


class AsText(QWidget):
    """`typed` with the draft of a document that was typed and is a rule."""

    typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.text = QPlainTextEdit()
        self.text.setObjectName("ruleText")
        self.text.setAccessibleName(self.tr("The rule as JSON"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabChangesFocus(True)
        self.wrong = label("", "error", "ruleTextWrong", wrap=True)
        told = self.tr("JSON, as 'anhuan rules check' takes it; 'anhuan rules schema' prints its schema.")
        self.setLayout(column(label(told, "caption", wrap=True), self.text, self.wrong, gap=6, margins=(0, 0, 10, 8)))
        self._shown: Draft | None = None
        self.text.textChanged.connect(self._on_typed)

    def show_draft(self, draft: Draft) -> None:
        """The document of a draft, unless it is what was just typed."""
        if draft == self._shown:
            return
        self._shown = draft
        self.text.blockSignals(True)
        self.text.setPlainText(json.dumps(document_of(draft), ensure_ascii=False, indent=2))
        self.text.blockSignals(False)
        self._check()

    def _on_typed(self) -> None:
        draft = self._check()
        if draft is not None and draft != self._shown:
            self._shown = draft
            self.typed.emit(draft)

    def _check(self) -> Draft | None:
        text = self.text.toPlainText()
        try:
            json.loads(text)
            draft = draft_of(read_document(text))
        except Refused as refused:
            self.wrong.setText(words.refusal(refused))
        except ValueError as error:
            line = getattr(error, "lineno", 1)
            self.wrong.setText(self.tr("No JSON yet: see line {n}.").format(n=line))
        except RecursionError:
            self.wrong.setText(self.tr("No JSON yet: see line {n}.").format(n=1))
        else:
            self.wrong.setText("")
            return draft
        return None
