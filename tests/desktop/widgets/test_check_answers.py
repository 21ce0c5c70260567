"""The answers of one check-in: what was a fail with its photo, what was left out, and the form of that day."""

import io
from typing import Any

from PIL import Image
from PySide6.QtWidgets import QLabel

from desktop.widgets.check_answers import CheckAnswers
from services.core.answers import Result
from services.core.checklists import CheckItem, ChecklistVersion
from services.core.inspections import Inspection
from services.store.queries.checklists import Answer, CheckRecord
from tests.makers import AFTER, BEFORE, NOON

ITEMS = (
    CheckItem(key="curtain", text="光幕有效"),
    CheckItem(key="air", text="气压", kind="number", unit="MPa", required=False),
    CheckItem(key="way", text="通道", kind="choice", choices=("畅通", "堵塞")),
)


def record(newest: int) -> CheckRecord:
    fail = Result(item="光幕有效", key="curtain", outcome="fail", note="胶带遮住", photos=(BEFORE, AFTER))
    way = Result(item="通道", key="way", choice="畅通")
    made = Inspection(
        id="i", plan="p", zone="z", due_at=NOON, opens_at=NOON, closes_at=NOON, at=NOON, doubtful="no_label",
        results=(fail, way),
    )  # fmt: skip
    version = ChecklistVersion(id="v", checklist="c", number=1, name="冲床点检", items=ITEMS, made_at=NOON)
    answers = tuple(map(Answer, ITEMS, (fail, None, way)))
    return CheckRecord(made, "班前点检", "冲压车间", "马超", version, newest, answers)


def picture(sha256: str) -> bytes | None:
    """The first photo is here, the other one has yet to come."""
    if sha256 != BEFORE:
        return None
    made = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(made, "PNG")
    return made.getvalue()


def said(widget: CheckAnswers, name: str) -> list[str]:
    return [part.text() for part in widget.findChildren(QLabel, name)]


def test_each_item_has_its_answer_and_a_fail_its_photos(qtbot: Any) -> None:
    widget = CheckAnswers(record(newest=2), NOON, picture)
    qtbot.addWidget(widget)
    assert said(widget, "answerItem") == ["1. 光幕有效", "2. 气压", "3. 通道"]
    failed, left_out, chosen = (part for part in widget.findChildren(QLabel, "answerSaid"))
    assert failed.property("look") == "error"
    assert left_out.text() not in ("", failed.text(), chosen.text())
    assert "畅通" in chosen.text()
    assert said(widget, "answerNote") == ["胶带遮住"]
    shots = widget.findChildren(QLabel, "answerPhoto")
    assert [shot.pixmap().isNull() for shot in shots] == [False, True]


def test_it_is_told_only_of_an_older_form_that_there_is_a_newer_one(qtbot: Any) -> None:
    old, same = CheckAnswers(record(newest=3), NOON, picture), CheckAnswers(record(newest=1), NOON, picture)
    for widget in (old, same):
        qtbot.addWidget(widget)
    assert "3" in said(old, "answersForm")[0]
    assert "3" not in said(same, "answersForm")[0]
