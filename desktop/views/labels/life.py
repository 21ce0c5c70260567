"""The life of a zone's label: what has become of it, what is to be replaced, and what can be done about it."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QLayout, QLineEdit, QWidget

from desktop import words
from desktop.widgets.parts import box, button, column, label, row
from services.core.shape import utc_text

if TYPE_CHECKING:
    from services.core.labels import Label
    from services.store.queries.labels import LabelRow

FIRST_SPAN = timedelta(days=30)


class LabelLife(QWidget):
    """`deed` carries the kind of an operation and its arguments, `opened` a card that has come up: one at a time."""

    deed = Signal(str, object)
    opened = Signal(QWidget)

    def __init__(self, one: "LabelRow", past: "Sequence[Label]", now: datetime, may: Callable[[str], bool]) -> None:
        super().__init__()
        self.one, self.now = one, now
        self._cards: list[QWidget] = []
        self.body = column(gap=6)
        self.setLayout(self.body)
        self._facts()
        if one.replacement is not None and may("label_replacements.close"):
            self._replacing()
        if len(past) > 1 or (past and past[0].zone and one.row.label is None):
            self._past(past, revocable=may("labels.revoke"))
        if one.row.label is not None:
            self._deeds(one.row.label, may)

    def _facts(self) -> None:
        one = self.one
        if one.printed_at is None:
            return
        posted = words.day(one.posted_at) if one.posted_at else self.tr("not scanned yet")
        lines = [(self.tr("Printed"), words.day(one.printed_at)), (self.tr("First scanned"), posted)]
        label_ = one.row.label
        if label_ is not None and label_.ends_at is not None:
            last = label_.ends_at - timedelta(seconds=1)
            lines.append((self.tr("Can be used until"), f"{words.local(last):%Y-%m-%d}"))
        if label_ is not None and label_.bound_at is not None:
            lines.append((self.tr("Was the blank"), label_.code))
        for said, value in lines:
            self.body.addLayout(row(label(said), None, label(value, "muted"), margins=(0, 3, 0, 3)))
        if one.old_key:
            told = self.tr("An older key has sealed it. It stays good; the next print gets the new one.")
            self.body.addWidget(label(told, "caption", "labelOldKey", wrap=True))

    def _replacing(self) -> None:
        """What a scan or a person has found, and the word that closes it."""
        task, old = self.one.replacement, self.one.old
        assert task is not None
        day = words.day(task.opened_at)
        if task.why == "worn":
            said = self.tr("Said to be worn on {day}: {word}").format(day=day, word=task.word)
        elif task.why == "old":
            told = self.tr("An old label (version {version}) was scanned here on {day}: replace it by the new one.")
            said = told.format(version=old.number if old else "", day=words.day(old.seen_at) if old else day)
        elif task.why == "ended":
            said = self.tr("A label whose time is over was scanned here on {day}.").format(day=day)
        else:
            said = self.tr("A revoked label was scanned here on {day}: take it down.").format(day=day)
        how = self.tr("It is done by itself when the new label is scanned here.")
        self._word = _field("replacementWord", self.tr("What was done"), self._on_closed)
        act = row(None, button(self.tr("Done"), "closeReplacement", self._on_closed))
        parts = (label(said, "warning", "labelHanging", wrap=True), label(how, "caption", wrap=True), self._word, act)
        self.body.addWidget(box(column(*parts, gap=6, margins=(12, 10, 12, 10)), "card-yellow", "replacement"))

    def _on_closed(self) -> None:
        word, task = self._word.text().strip(), self.one.replacement
        if word and task is not None:
            self.deed.emit("label_replacements.close", {"label_replacement": task.id, "word": word})

    def _past(self, past: "Sequence[Label]", *, revocable: bool) -> None:
        """All versions, the newest first; each older one that is still good can be revoked by itself."""
        told = self.tr("Phones that scan this version are told that it is good no more; the others stay as they are.")
        self.body.addSpacing(6)
        self.body.addWidget(label(self.tr("All labels of this zone"), "head"))
        for each in past:
            called = self.tr("Version {n}").format(n=each.number) if each.bound_at is None else each.code
            state = words.say(f"label.life.{each.life(self.now)}")
            line = row(label(called), None, label(state, "muted"), gap=12, margins=(0, 2, 0, 2))
            self.body.addLayout(line)
            if revocable and each.revoked_at is None and each != self.one.row.label:
                card = self._revoke_card(each.id, told, f"-{each.number}")
                self.body.addWidget(self._offer(line, self.tr("Revoke it…"), f"revokeVersion-{each.number}", card))

    def _deeds(self, label_: "Label", may: Callable[[str], bool]) -> None:
        self._label = label_.id
        offered = row(gap=12)
        cards: list[QWidget] = []
        if may("labels.worn") and not self.one.worn:
            cards.append(self._wearing(offered))
        if may("labels.limit"):
            cards.append(self._limiting(offered, label_))
        if may("labels.revoke"):
            cards.append(self._revoking(offered))
        offered.addStretch(1)
        self.body.addSpacing(8)
        self.body.addLayout(offered)
        for card in cards:
            self.body.addWidget(card)

    def _offer(self, offered: QLayout, said: str, name: str, card: QWidget) -> QWidget:
        card.hide()
        self._cards.append(card)
        offered.addWidget(button(said, name, lambda: self._open(card), "link"))
        return card

    def _open(self, card: QWidget) -> None:
        """One of them at a time, so that no button of another stands beside it."""
        for one in self._cards:
            one.setVisible(one is card)
        card.setFocus()
        self.opened.emit(card)

    def _wearing(self, offered: QLayout) -> QWidget:
        told = self.tr("It stays good until a new one is scanned here; somebody is asked to replace it.")
        self._worn = _field("wornReason", self.tr("What is wrong: torn, faded, dirty"), self._on_worn)
        return self._offer(
            offered, self.tr("Worn…"), "wornLabel",
            _card(told, self._worn, button(self.tr("Have it replaced"), "confirmWorn", self._on_worn)),
        )  # fmt: skip

    def _revoking(self, offered: QLayout) -> QWidget:
        """The way to take a label out of use that is lost or on the wrong wall."""
        told = self.tr("Phones that scan it are told that it is good no more; the zone gets a new one.")
        card = self._revoke_card(self._label, told)
        return self._offer(offered, self.tr("Lost or wrong…"), "revokeLabel", card)

    def _revoke_card(self, label_: str, told: str, which: str = "") -> QWidget:
        def revoke() -> None:
            if reason.text().strip():
                self.deed.emit("labels.revoke", {"label": label_, "reason": reason.text().strip()})

        reason = _field(f"revokeReason{which}", self.tr("Why: lost, on the wrong wall"), revoke)
        return _card(told, reason, button(self.tr("Revoke"), f"confirmRevoke{which}", revoke))

    def _limiting(self, offered: QLayout, label_: "Label") -> QWidget:
        """A last day, as for the area of a contractor."""
        told = self.tr("After its last day phones are told that it is over. The day is printed beside the code.")
        last = (label_.ends_at or self.now + FIRST_SPAN) - timedelta(seconds=1)
        day = words.local(last)
        self._last = QDateEdit(QDate(day.year, day.month, day.day))
        self._last.setObjectName("lastDayOfLabel")
        self._last.setDisplayFormat("yyyy-MM-dd")
        self._last.setCalendarPopup(True)
        self._last.setAccessibleName(self.tr("Last day"))
        keep = button(self.tr("Set the last day"), "confirmLimit", self._on_limit)
        without = button(self.tr("No end"), "withoutEnd", self._on_without_end, "link")
        if label_.ends_at is None:
            without.hide()
        return self._offer(
            offered, self.tr("Temporary…"), "limitLabel", _card(told, self._last, without, keep)
        )  # fmt: skip

    def _on_worn(self) -> None:
        if self._worn.text().strip():
            self.deed.emit("labels.worn", {"label": self._label, "reason": self._worn.text().strip()})

    def _on_limit(self) -> None:
        """Until the end of the day, by the plant's clock."""
        day = self._last.date().addDays(1)
        zone = words.local(self.now).tzinfo
        ends = datetime.combine(datetime(day.year(), day.month(), day.day(), tzinfo=zone), time(), tzinfo=zone)
        self.deed.emit("labels.limit", {"label": self._label, "ends_at": utc_text(ends)})

    def _on_without_end(self) -> None:
        self.deed.emit("labels.limit", {"label": self._label})


def _field(name: str, hint: str, on_enter: Callable[[], None]) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(hint)
    made.setMaxLength(200)
    made.setPlaceholderText(hint)
    made.returnPressed.connect(on_enter)
    return made


def _card(told: str, field: QWidget, *buttons: QWidget) -> QWidget:
    parts = (label(told, "warning", wrap=True), field, row(None, *buttons))
    made = box(column(*parts, margins=(12, 10, 12, 10)), "card-yellow")
    made.setFocusProxy(field)
    return made
