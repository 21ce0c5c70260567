"""Beside the blocks: what the rule says in both languages, and what is missing; pressed, it leads to its place."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from desktop import words
from desktop.language import language
from desktop.widgets.parts import button, column, emptied, label
from services import words as catalogue
from services.rules.draft import Draft
from services.rules.draft_faults import Fault
from services.rules.draft_sentence import draft_sentence, fault_words
from services.rules.sentence import Say, Speaker
from services.store.queries.categories import categories, word
from services.store.queries.rule_events import plant_names

if TYPE_CHECKING:
    from desktop.workbench import Workbench

WIDE = 288


class Saying(QScrollArea):
    """`wanted` with a fault that was pressed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ruleSaying")
        self.setAccessibleName(self.tr("The rule in a sentence"))
        self.setFixedWidth(WIDE)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.faults: tuple[Fault, ...] = ()
        self.said = {lang: label("", "", f"says-{lang}", wrap=True, copy=True) for lang in catalogue.LANGUAGES}
        order = sorted(catalogue.LANGUAGES, key=lambda lang: lang != language.name)
        self.missing = column(gap=2)
        self.whole = label("", "muted", "ruleWhole", wrap=True)
        cards = [self.said[lang] for lang in order]
        for lang, card in self.said.items():
            card.setProperty("lang", lang)
        self.said[order[1]].setProperty("look", "muted")
        body = column(label(self.tr("What it says"), "head"), *cards, label(self.tr("Still missing"), "head"),
                      self.whole, self.missing, None, gap=8, margins=(0, 0, 6, 8))  # fmt: skip
        inner = QWidget()
        inner.setLayout(body)
        self.setWidget(inner)

    def show_draft(self, draft: Draft, found: tuple[Fault, ...], workbench: "Workbench") -> None:
        """What it says, and lacks."""
        names, known = workbench.ask(plant_names), workbench.ask(categories)
        for lang, part in self.said.items():
            called = partial(word, known, lang=lang)
            part.setText(draft_sentence(draft, Speaker(speaking(lang), language.zone, names.called, called)))
        self.faults = found
        emptied(self.missing)
        self.whole.setText("" if found else self.tr("Nothing: it can be tried and saved."))
        self.whole.setVisible(not found)
        for at, fault in enumerate(found):
            block = draft.block(fault.path) if draft.has(fault.path) else None
            made = button(f"› {fault_words(fault, block, words.say)}", f"fault{at}", self._on_fault, "quiet")
            made.setProperty("at", at)
            made.setProperty("side", "left")
            self.missing.addWidget(made)

    def _on_fault(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.wanted.emit(self.faults[int(sender.property("at"))])


def speaking(lang: str) -> Say:
    """Says a code in one language, whatever is in force."""

    def say(key: str, /, **facts: object) -> str:
        return catalogue.say(key, lang, **facts)

    return say
