"""Below the photos: when and where each was taken, and what of that speaks against it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import words
from desktop.views.hazards.shown import Shown
from desktop.widgets.parts import column, label, row
from services.store.queries.photos import PhotoNote

translate = QCoreApplication.translate


class PhotoFacts(QWidget):
    """Two halves, below the photo before and the one after; a half says its doubts in words and a colour."""

    def __init__(self) -> None:
        super().__init__()
        self._facts = label("", "caption", "factsBefore"), label("", "caption", "factsAfter")
        self._doubts = label("", "warning", "doubtsBefore"), label("", "warning", "doubtsAfter")
        halves = QHBoxLayout()
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(8)
        for facts, doubts in zip(self._facts, self._doubts, strict=True):
            facts.setWordWrap(True)
            doubts.setWordWrap(True)
            facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            half = column(facts, doubts, gap=2, margins=(4, 0, 4, 0))
            half.addStretch(1)
            halves.addLayout(half, 1)
        self.setLayout(row(halves, gap=0))

    def show_notes(self, one: Shown, shas: tuple[str, str], notes: dict[str, PhotoNote], now: datetime) -> None:
        """Of the two photos that are shown."""
        for side, sha in enumerate(shas):
            note = notes.get(sha)
            self._facts[side].setText(said(one, note, side, now) if sha else "")
            doubts = note.doubts if note is not None else ()
            told = words.listed(words.say(f"photo_doubt.{doubt}") for doubt in doubts)
            self._doubts[side].setText(f"▲ {told}" if told else "")
            self._doubts[side].setVisible(bool(told))


def said(one: Shown, note: PhotoNote | None, side: int, now: datetime) -> str:
    """When a photo was taken, how long before the report (or after it, of a fix), and where."""
    if note is None or (note.photo.taken_at is None and note.metres is None):
        return translate("PhotoFacts", "The photo tells neither when nor where it was taken.")
    parts = []
    if note.photo.taken_at is not None:
        parts.append(translate("PhotoFacts", "Taken {when}").format(when=words.when(note.photo.taken_at, now)))
        parts.append(_beside(one, note.photo.taken_at, side))
    if note.metres is not None:
        metres = f"{note.metres:,.0f}"
        far = translate("PhotoFacts", "{n} m from the zone").format(n=metres)
        parts.append(far if note.metres >= 1 else translate("PhotoFacts", "within the zone"))
    return " · ".join(parts)


def _beside(one: Shown, taken: datetime, side: int) -> str:
    """How the shutter stands to the report, or to the handing in of the fix."""
    fixed = one.hazard.fixed_at
    if side and fixed is not None and taken >= one.hazard.reported_at:
        span = words.lasting(fixed - taken)
        before = translate("PhotoFacts", "{span} before it was handed in").format(span=span)
        return before if taken <= fixed else translate("PhotoFacts", "{span} after the handing in").format(span=span)
    span = words.lasting(one.hazard.reported_at - taken)
    if taken <= one.hazard.reported_at:
        return translate("PhotoFacts", "{span} before the report").format(span=span)
    return translate("PhotoFacts", "{span} after the report").format(span=span)
