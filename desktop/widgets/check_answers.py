"""The answers of one check-in, item by item, in the words of the form that was answered that day."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from desktop import words
from desktop.widgets.parts import column, label, line, picture, row

if TYPE_CHECKING:
    from datetime import datetime

    from services.store.queries.checklists import Answer, CheckRecord

SIGNS = {"pass": "normal", "fail": "overdue", "not_applicable": "unknown"}
THUMB_W, THUMB_H = 88, 66
IN_WORDS = ("text", "date")


def given_said(answer: "Answer") -> str:
    """What was given: the figure with its unit, the choice, the words, how many photos; "" where nothing was."""
    photos = answer.result.photos if answer.result is not None and answer.item.kind == "photo" else ()
    many = len(photos)
    return QCoreApplication.translate("CheckAnswers", "%n photos", "", many) if many else answer.said


def fields_said(answers: "tuple[Answer, ...]") -> list[tuple[str, str]]:
    """The plant's own fields that were filled in, each with what was given; what is out of its limits says so."""
    found = []
    for one in answers:
        said = given_said(one)
        if said and one.result is not None:
            outside = one.result.outcome == "fail"
            found.append((one.item.text, f"{said} · {words.say('value.outcome.fail')}" if outside else said))
    return found


class CheckAnswers(QWidget):
    """A check-in whole: where, when and by whom, and what was answered. `photo` as of `AnswerList`."""

    def __init__(self, record: "CheckRecord", now: "datetime", photo: Callable[[str], bytes | None]) -> None:
        super().__init__()
        self.setObjectName("checkAnswers")
        layout = column(gap=6)
        one = record.inspection
        where = " · ".join(part for part in (record.place, record.plan) if part)
        layout.addWidget(label(where, "head", "answersWhere", wrap=True))
        layout.addWidget(label(f"{record.by or '–'} · {words.when(one.at, now)}", "muted", "answersBy"))
        if one.doubtful:
            layout.addWidget(label(words.say(f"value.doubtful.{one.doubtful}"), "warning", wrap=True))
        layout.addWidget(AnswerList(record, photo))
        if one.note:
            layout.addWidget(line())
            layout.addWidget(label(one.note, "", "answersNote", wrap=True))
        self.setLayout(layout)


class AnswerList(QWidget):
    """By which form a check-in was made, and each answer. `photo` gives a photo by its hash, or None while it is not
    here."""

    def __init__(self, record: "CheckRecord", photo: Callable[[str], bytes | None]) -> None:
        super().__init__()
        self.setObjectName("answerList")
        self._photo = photo
        layout = column(gap=6)
        form = self._form(record)
        if form:
            layout.addWidget(label(form, "warning" if record.outdated else "caption", "answersForm", wrap=True))
        for number, answer in enumerate(record.answers, start=1):
            layout.addWidget(line())
            layout.addWidget(self._answer(number, answer))
        self.setLayout(layout)

    def _form(self, record: "CheckRecord") -> str:
        """Which form it was, and whether there is another one today."""
        if record.version is None:
            return ""
        facts = {"name": record.version.name, "n": record.version.number, "newest": record.newest}
        if record.outdated:
            return self.tr("Made by version {n} of '{name}', as it was then; today it is version {newest}.").format(
                **facts
            )
        return self.tr("Made by version {n} of '{name}'.").format(**facts)

    def _answer(self, number: int, answer: "Answer") -> QWidget:
        result, text = answer.result, label(f"{number}. {answer.item.text}", "", "answerItem", wrap=True)
        sign = picture(SIGNS[result.outcome] if result else "unknown", "sign", 12)
        said = label(self._said(answer), self._look(answer), "answerSaid", wrap=True)
        shown = row(sign, said, gap=6)
        shown.setStretchFactor(said, 1)
        layout = column(text, shown, gap=2)
        if result is not None and result.note and answer.item.kind not in IN_WORDS:
            layout.addWidget(label(result.note, "caption", "answerNote", wrap=True))
        shots = [*result.photos, *filter(None, [result.signature])] if result else []
        if shots:
            layout.addLayout(row(*(self._thumb(one) for one in shots), None, gap=6))
        made = QWidget()
        made.setLayout(layout)
        return made

    def _look(self, answer: "Answer") -> str:
        return "error" if answer.result is not None and answer.result.outcome == "fail" else "muted"

    def _said(self, answer: "Answer") -> str:
        """The answer in words, then how it was judged."""
        result = answer.result
        if result is None:
            return self.tr("Not answered")
        judged = words.say(f"value.outcome.{result.outcome}")
        return " · ".join(part for part in (given_said(answer), judged) if part)

    def _thumb(self, sha256: str) -> QLabel:
        made = QLabel()
        made.setObjectName("answerPhoto")
        made.setFixedSize(THUMB_W, THUMB_H)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setAccessibleName(self.tr("Photo"))
        data, shown = self._photo(sha256), QPixmap()
        if data is not None and shown.loadFromData(data):
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            made.setPixmap(shown.scaled(THUMB_W, THUMB_H, keep, smooth))
        else:
            made.setText("…")
        return made
