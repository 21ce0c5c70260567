"""The small parts: news told and taken back, a panel that empties, states that say what will be here."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.style.theme import theme
from desktop.widgets.choice import MANY, Choice
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, emptied, label, pill, row
from desktop.widgets.reason import ReasonDialog
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.toast import BAD_MS, GOOD_MS, Toast


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    theme.apply("light")
    made = QWidget()
    qtbot.addWidget(made)
    made.setLayout(QVBoxLayout())
    made.resize(900, 600)
    made.show()
    return made


def put(window: QWidget, part: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(part)


def one(within: QWidget, name: str) -> Any:
    (found,) = within.findChildren(QWidget, name)
    return found


def test_news_are_told_with_a_way_back_and_go_by_themselves(window: QWidget, qtbot: Any) -> None:
    toast, undone = Toast(window), []
    toast.good("Saved: Press shop", "Undo", lambda: undone.append(True))
    assert toast.isVisible()
    assert one(toast, "toastText").text() == "Saved: Press shop"
    assert toast._timer.interval() == GOOD_MS
    one(toast, "toastAction").click()
    assert undone == [True]
    assert not toast.isVisible()
    toast.good("Saved", "Undo", lambda: undone.append(True))
    with qtbot.waitSignal(toast._timer.timeout):
        toast._timer.start(1)
    assert not toast.isVisible()
    assert undone == [True], "what goes by itself undoes nothing"


def test_a_refusal_stays_longer_and_has_no_way_back_unless_given(window: QWidget) -> None:
    toast = Toast(window)
    toast.good("Saved", "Undo", lambda: None)
    toast.bad("The hub must be reached for this.")
    assert not one(toast, "toastAction").isVisible()
    assert toast._timer.interval() == BAD_MS > GOOD_MS


def test_long_news_stay_inside_the_window(window: QWidget) -> None:
    toast = Toast(window)
    toast.bad("This is what happened, this was kept, and this is what you can do about it. " * 6, "Again", lambda: None)
    QApplication.processEvents()
    window.resize(700, 400)
    QApplication.processEvents()
    assert window.rect().contains(toast.geometry())
    text = one(toast, "toastText")
    assert text.height() >= text.heightForWidth(text.width()), "no line is cut off"


def test_a_panel_is_emptied_for_the_next_record_and_closes_by_escape(window: QWidget, qtbot: Any) -> None:
    panel = SidePanel("side")
    put(window, panel)
    panel.start("Press shop")
    field = QLineEdit()
    panel.body.addWidget(field)
    panel.foot.addWidget(button("Save", "save", look="primary"))
    panel.end()
    panel.start("Welding")
    panel.end()
    QApplication.processEvents()
    assert panel.title.text() == "Welding"
    assert not [part for part in panel.findChildren(QPushButton, "save") if part.isVisible()]
    again = QLineEdit()
    panel.body.addWidget(again)
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(again, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_what_fills_a_panel_is_seen_in_one_go_where_the_reader_was(window: QWidget) -> None:
    panel = SidePanel("side")
    put(window, panel)
    QApplication.processEvents()

    def fill(title: str, lines: int) -> list[QLabel]:
        panel.start(title)
        made = [label(f"{title} {number}", wrap=True) for number in range(lines)]
        for part in made:
            panel.body.addLayout(row(part, None))
        panel.foot.addWidget(button("Save", "save", look="primary"))
        panel.end()
        return made

    def seen(part: QWidget) -> bool:
        return part.isVisible() and not part.visibleRegion().isEmpty()

    first = fill("Press shop", 80)
    assert seen(first[0]), "no turn of the loop of events lies between the filling and what is painted"
    assert seen(panel.findChildren(QPushButton, "save")[-1])
    tops = [part.mapTo(panel, part.rect().topLeft()).y() for part in first]
    assert tops == sorted(set(tops)), "each line has its own place already"
    panel._scroll.ensureWidgetVisible(first[60])
    assert seen(first[60])
    assert seen(fill("Welding", 80)[60]), "the same, as it is now: nobody has to look for the place again"
    assert not any(part.isVisible() for part in first)


def test_an_empty_state_shows_its_whole_sentence_and_one_action(window: QWidget) -> None:
    pressed: list[object] = []
    text = "Here stands the plan of your plant with its zones and their live status. " * 3
    empty = EmptyState("map", "No floor yet", text, "Import a drawing", "import", lambda: pressed.append(1))
    put(window, empty)
    QApplication.processEvents()
    (body,) = [part for part in empty.findChildren(QLabel) if part.text() == text]
    assert body.height() >= body.heightForWidth(body.width())
    one(empty, "import").click()
    assert pressed == [1]


def test_emptying_takes_inner_layouts_too(window: QWidget) -> None:
    layout = column(label("one"), row(label("two"), None, label("three")))
    put(window, box(layout))
    emptied(layout)
    assert layout.count() == 0
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    assert not window.findChildren(QLabel)


def test_text_from_records_is_never_markup(window: QWidget) -> None:
    assert label("<b>Press</b>").textFormat() == Qt.TextFormat.PlainText


def test_a_status_is_sign_and_word(window: QWidget) -> None:
    made = pill("overdue", "Overdue 4 h")
    put(window, made)
    sign, word = made.findChildren(QLabel)
    assert not sign.pixmap().isNull()
    assert (word.text(), word.property("look")) == ("Overdue 4 h", "error")


def test_buttons_have_names_to_be_read_aloud(window: QWidget) -> None:
    assert button("Print", "print").accessibleName() == "Print"


def test_many_choices_can_be_searched_and_what_is_none_is_no_answer(window: QWidget) -> None:
    choice = Choice("zone", "Zone")
    put(window, choice)
    choice.offer([(f"Zone {number}", f"id{number}") for number in range(MANY)], "id3")
    assert (choice.currentData(), choice.isEditable()) == ("id3", True)
    line = choice.lineEdit()
    assert line is not None
    line.setText("nowhere")
    line.editingFinished.emit()
    assert (choice.currentText(), choice.currentData()) == ("Zone 3", "id3")
    line.setText("one")
    line.editingFinished.emit()
    assert choice.currentData() == "id3", "several fit"
    line.setText("one 11")
    line.editingFinished.emit()
    assert (choice.currentText(), choice.currentData()) == ("Zone 11", "id11"), (
        "a piece that fits one alone is that one"
    )


def test_few_choices_are_not_typed(window: QWidget) -> None:
    choice = Choice("zone", "Zone")
    choice.offer([("None", ""), ("Press", "1")], None)
    assert not choice.isEditable()
    assert choice.currentData() == ""


def test_nothing_is_sent_without_a_reason(window: QWidget, qtbot: Any) -> None:
    dialog = ReasonDialog("Return", "It goes back.", ["Still there", "Too dark"], "Return", window)
    given: list[str] = []
    dialog.given.connect(given.append)
    dialog.open()
    send = one(dialog, "reasonSend")
    assert not send.isEnabled()
    one(dialog, "reason1").click()
    assert send.isEnabled()
    QTest.keyClicks(one(dialog, "reasonText"), " to judge")
    assert not one(dialog, "reason1").isChecked(), "one's own words are none of the usual ones"
    send.click()
    assert given == ["Too dark to judge"]
