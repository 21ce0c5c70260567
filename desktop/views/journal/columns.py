"""The columns of the journal: how an entry is shown, and by what it is sorted and filtered."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.models.record_table import Column
from desktop.views.journal.sentences import refusal, uncertain, who
from desktop.widgets import unconfirmed
from services.store.queries.journal import EntryRow
from services.store.queries.journal_pages import WAITING

Moment = Callable[[EntryRow], datetime]


def journal_columns(said: Callable[[EntryRow], str], at: Moment, now: Callable[[], datetime]) -> list[Column]:
    """`said` makes an entry's sentence, `at` answers when it was done by the hub's clock."""
    translate = QCoreApplication.translate
    when = Column(
        "at",
        translate("JournalPage", "When"),
        lambda one: words.when(at(one), now(), about=one.time_uncertain),
        132,
        tip=lambda one: f"{words.full(at(one))}\n{uncertain(one)}".strip(),
        moment=at,
    )
    outcome = Column(
        "outcome",
        translate("JournalPage", "Outcome"),
        _outcome,
        240,
        sign=_sign,
        tip=_why,
        code=_code,
        choices=_outcomes,
    )
    what = translate("JournalPage", "What happened")
    return [
        when,
        Column("what", what, said, 340, tip=said, grows=True),
        Column("who", translate("JournalPage", "Who"), who, 150),
        outcome,
    ]


def _outcomes() -> Sequence[tuple[str, str]]:
    translate = QCoreApplication.translate
    return (
        ("accepted", translate("JournalPage", "Done")),
        ("refused", translate("JournalPage", "Not done")),
        (WAITING, unconfirmed.word()),
    )


def _code(one: EntryRow) -> str:
    return WAITING if one.waiting else "refused" if one.refused else "accepted"


def _sign(one: EntryRow) -> str | None:
    return "overdue" if one.refused else unconfirmed.sign_of(one.waiting)


def _outcome(one: EntryRow) -> str:
    return unconfirmed.word() if one.waiting else refusal(one)


def _why(one: EntryRow) -> str:
    return unconfirmed.why() if one.waiting else refusal(one)
