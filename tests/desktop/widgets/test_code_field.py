"""A pairing code is read from a picture that was copied, as a picture or as a file; text is pasted as ever."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.first_run import FirstRun
from desktop.widgets.code_field import CodeField, picture_in
from desktop.widgets.qr_code import QrCode
from services.core.refused import Refused
from tests.desktop.pages import part

LINE = "http://10.0.0.5:8750/pair#ABCD-EFGH"


@pytest.fixture
def code(qtbot: QtBot) -> QImage:
    """A picture of the code as the other computer shows it."""
    shown = QrCode(240, "code", "a code")
    qtbot.addWidget(shown)
    shown.show_text(LINE)
    return shown.grab().toImage()


@pytest.fixture
def field(qtbot: QtBot) -> CodeField:
    made = CodeField("field", "hint")
    qtbot.addWidget(made)
    made.show()
    return made


def copied(**what: Any) -> QMimeData:
    data = QMimeData()
    if "image" in what:
        data.setImageData(what["image"])
    if "text" in what:
        data.setText(what["text"])
    if "file" in what:
        data.setUrls([QUrl.fromLocalFile(str(what["file"]))])
    QGuiApplication.clipboard().setMimeData(data)
    return data


def paste(field: QLineEdit) -> None:
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_picture_is_pasted(field: CodeField, code: QImage, qtbot: QtBot) -> None:
    copied(image=code)
    with qtbot.waitSignal(field.came) as came:
        paste(field)
    assert came.args == [LINE] == [field.text()]


def test_a_file_that_was_copied_is_read(field: CodeField, code: QImage, tmp_path: Path) -> None:
    file = tmp_path / "截图.png"
    code.save(str(file))
    copied(file=file)
    paste(field)
    assert field.text() == LINE


def test_text_is_pasted_as_ever(field: CodeField, code: QImage) -> None:
    copied(text="ABCD-EFGH")
    paste(field)
    assert field.text() == "ABCD-EFGH"
    field.clear()
    copied(text="ABCD-EFGH", image=code)
    paste(field)
    assert field.text() == "ABCD-EFGH"


def test_a_picture_without_a_code_is_told_and_the_text_stays(field: CodeField, qtbot: QtBot) -> None:
    white = QImage(200, 200, QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    field.setText("before")
    copied(image=white)
    with qtbot.waitSignal(field.failed) as failed:
        paste(field)
    assert isinstance(failed.args[0], Refused)
    assert failed.args[0].code == "no_code_in_picture"
    assert field.text() == "before"


def test_what_is_no_picture_is_none(tmp_path: Path, code: QImage) -> None:
    assert picture_in(None) is None
    assert picture_in(copied(file=tmp_path / "gone.png")) is None
    assert picture_in(copied(file=tmp_path / "some.txt")) is None
    assert picture_in(copied(image=code)) is not None


def test_the_join_page_takes_a_picture_wherever_the_keys_go(qtbot: QtBot, code: QImage) -> None:
    page = FirstRun()
    page.stack.setCurrentIndex(2)
    qtbot.addWidget(page)
    page.show()
    copied(image=code)
    act = part(page, QPushButton, "joinHub")
    act.setFocus()
    page.activateWindow()
    qtbot.waitUntil(act.hasFocus)
    QTest.keyClick(act, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert part(page, QLineEdit, "pairingLine").text() == LINE
