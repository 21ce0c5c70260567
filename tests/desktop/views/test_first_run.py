"""The first page: three ways in, forms that say what is missing before anything is sent, and no second press."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from desktop.views.first_run import FirstRun
from tests.desktop.speaking import speaking


@pytest.fixture
def page(qtbot: Any, qapp: QApplication) -> Iterator[FirstRun]:
    with speaking(qapp, "en"):
        made = FirstRun()
        qtbot.addWidget(made)
        made.show()
        yield made


def press(page: FirstRun, name: str) -> None:
    (found,) = [one for one in page.findChildren(QPushButton, name) if one.isVisible()]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def write(page: FirstRun, **texts: str) -> None:
    for name, text in texts.items():
        (field,) = page.findChildren(QLineEdit, name)
        field.setText(text)


def problem(page: FirstRun) -> str:
    (found,) = page.findChildren(QLabel, "firstRunProblem")
    return found.text()


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"plantName": " "}, "name"),
        ({"personName": ""}, "name"),
        ({"password": "short", "passwordAgain": "short"}, "8 characters"),
        ({"passwordAgain": "long enougg"}, "not the same"),
    ],
)
def test_a_plant_is_made_only_when_all_is_there(page: FirstRun, missing: dict[str, str], sentence: str) -> None:
    made: list[tuple[str, ...]] = []
    page.found.connect(lambda *values: made.append(values))
    press(page, "choosePlant")
    whole = {
        "plantName": " Plant 1 ",
        "personName": "Wang Li",
        "password": "long enough",
        "passwordAgain": "long enough",
    }
    write(page, **(whole | missing))
    press(page, "makePlant")
    assert made == []
    assert sentence in problem(page)
    write(page, **whole)
    press(page, "makePlant")
    assert made == [("Plant 1", "Wang Li", "long enough")]
    assert problem(page) == ""


def test_a_hub_is_joined_by_enter_and_gets_a_scheme(page: FirstRun) -> None:
    made: list[tuple[str, ...]] = []
    page.join.connect(lambda *values: made.append(values))
    press(page, "chooseJoin")
    write(page, hubAddress="192.168.1.10:8750", login="3412")
    press(page, "joinHub")
    assert "three lines" in problem(page)
    write(page, secret="ABCD-EFGH")
    (last,) = page.findChildren(QLineEdit, "secret")
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert made == [("http://192.168.1.10:8750", "3412", "ABCD-EFGH")]


def test_while_it_works_nothing_can_be_pressed_twice(page: FirstRun) -> None:
    asked: list[bool] = []
    page.demo.connect(lambda: asked.append(True))
    press(page, "chooseDemo")
    assert "minute" in page.busy.text()
    press(page, "chooseDemo")
    assert asked == [True]
    page.tell("The disk is full. Nothing was written; free some room and press again.")
    assert page.busy.text() == ""
    assert problem(page).startswith("The disk is full")
    press(page, "chooseDemo")
    assert asked == [True, True]


def test_passwords_are_not_shown(page: FirstRun) -> None:
    for name in ("password", "passwordAgain", "secret"):
        (field,) = page.findChildren(QLineEdit, name)
        assert field.echoMode() == QLineEdit.EchoMode.Password


def test_one_who_is_known_only_signs_in(qtbot: Any, qapp: QApplication) -> None:
    page = FirstRun(sign_in_at="http://127.0.0.1:8750")
    qtbot.addWidget(page)
    page.show()
    (address,) = page.findChildren(QLineEdit, "hubAddress")
    assert address.text() == "http://127.0.0.1:8750"
    assert not [one for one in page.findChildren(QPushButton, "firstRunBack") if one.isVisible()]


def test_every_field_has_a_name_to_be_read_aloud(page: FirstRun) -> None:
    assert all(field.accessibleName() for field in page.findChildren(QLineEdit))


def test_what_went_wrong_stands_just_below_the_form(page: FirstRun, qtbot: Any) -> None:
    page.resize(1280, 720)
    press(page, "choosePlant")
    press(page, "makePlant")
    assert problem(page)
    qtbot.waitUntil(lambda: page.stack.height() == page.pages[1].sizeHint().height())
