"""The tour of the window: by keys from the first stop to the last, its card beside what is spoken of, never over it."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.guided_tour import GuidedTour, beside, stops
from desktop.views.window import Window
from desktop.widgets.spoken import nameless
from tests.desktop.pages import at_work_in_chinese
from tests.desktop.plants import TestPlant


def begun(window: Window) -> GuidedTour:
    window.everywhere.deeds["guidedTour"].trigger()
    (tour,) = window.findChildren(GuidedTour)
    return tour


def press(key: Qt.Key) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, key)


def test_enter_leads_through_it_and_escape_ends_it(qtbot: QtBot, qapp: QApplication, plant: TestPlant) -> None:
    with at_work_in_chinese(qtbot, qapp, plant, "people") as window:
        tour = begun(window)
        assert window.here == "today"
        seen = []
        for at in range(len(stops())):
            QApplication.processEvents()
            assert tour.at == at
            seen.append(tour.card.title.text())
            place = tour.target()
            assert place is None or not place.intersects(tour.card.geometry()) or place.height() > 300
            assert list(nameless(tour)) == []
            press(Qt.Key.Key_Return)
        assert len(set(seen)) == len(stops())
        qtbot.waitUntil(lambda: not window.findChildren(GuidedTour))
        begun(window)
        press(Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not window.findChildren(GuidedTour))


def test_the_card_stands_beside_the_part() -> None:
    card, within = QRect(0, 0, 340, 160), QRect(0, 0, 1366, 768)
    for place in (
        QRect(0, 0, 200, 768),
        QRect(1000, 20, 340, 32),
        QRect(220, 700, 1140, 60),
        QRect(220, 60, 1140, 110),
    ):
        at = beside(card, place, within)
        assert within.contains(card.translated(at)), place
        assert not place.intersects(card.translated(at)), place
    assert beside(card, None, within) == QPoint(513, 304)
