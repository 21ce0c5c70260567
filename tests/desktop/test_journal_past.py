"""Entries older than the console keeps, on the journal page: they are offered by month, fetched from the hub, read and
filtered like the rest, and what stands in the way is said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton

from desktop.opening import computer
from desktop.views.journal.months import Month, months_from
from desktop.views.journal.page import JournalPage
from services.hub.hub import Hub
from services.store import looking_back
from services.store.tables import entries
from services.sync.client import HubClient, Unreachable
from tests.desktop.pages import part, settled
from tests.desktop.pages import shown as shown_page
from tests.desktop.plants import TestPlant, open_workbench
from tests.desktop.speaking import speaking

MONTHS = 36  # of the plant's life


@pytest.fixture
def plant(qapp: Any, tmp_path: Path, monkeypatch: Any) -> Iterator[TestPlant]:
    """A plant three years old, whose console keeps thirteen months."""
    today = datetime.now(UTC)
    hub_time = [today - timedelta(days=30 * MONTHS + 1)]
    assert Hub.__init__.__kwdefaults__ is not None
    monkeypatch.setitem(Hub.__init__.__kwdefaults__, "now", lambda: hub_time[0])
    made = open_workbench(tmp_path)
    hub = made.served.hub
    boss = hub.actor(hub.local_token, made.opened.replica.fact("me"))
    assert boss is not None
    for month in range(MONTHS):
        hub_time[0] += timedelta(days=30)
        hub.do("plant.rename", {"name": f"{month} 厂"}, boss)
    hub_time[0] = today
    session = {"person": made.opened.replica.fact("me"), **computer(made.opened.replica)}
    token = HubClient(made.served.url, hub.local_token).call("POST", "/api/session-here", json=session)["token"]
    made.opened.client, made.following = HubClient(made.served.url, token), None
    made.sync()
    monkeypatch.setattr(looking_back, "SLICE", 3)
    assert looking_back.let_go(made.opened.replica, today)
    with speaking(qapp, "zh"):
        yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, plant: TestPlant) -> JournalPage:
    made = shown_page(qtbot, plant, "journal")
    assert isinstance(made, JournalPage)
    qtbot.waitUntil(lambda: made._verdict is not None)
    settled(made)
    return made


def said(page: JournalPage) -> str:
    return part(page, QLabel, "reachText").text()


def names(page: JournalPage) -> list[str]:
    settled(page)
    model = page.table.sorted
    return [str(model.index(row, 1).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())]


def choose(page: JournalPage, month: Month) -> None:
    place = page.months.findData(month.key)
    assert place >= 0
    page.months.setCurrentIndex(place)
    page.months.activated.emit(place)
    settled(page)


def all_fetched(plant: TestPlant) -> None:
    plant.sync()
    while plant.workbench.past.reach().coming:
        plant.sync()


def is_gone(page: JournalPage, name: str) -> bool:
    return not any(one.isVisibleTo(page) for one in page.findChildren(QPushButton, name))


def visible_texts(page: JournalPage) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]


def test_the_line_says_from_when_on_and_offers_the_month_before(page: JournalPage, plant: TestPlant) -> None:
    reach = plant.workbench.past.reach()
    assert reach.oldest is not None
    assert f"{reach.floor - 1} 条" in said(page)
    assert f"{reach.oldest:%Y-%m-}" in said(page)
    assert Month.of(reach.oldest).said() in part(page, QPushButton, "fetchOlder").text()
    part(page, QPushButton, "fetchOlder").click()
    assert part(page, QProgressBar, "reachProgress").isVisibleTo(page)
    assert is_gone(page, "fetchOlder")
    all_fetched(plant)
    assert is_gone(page, "cancelOlder")


def test_a_month_that_is_not_here_is_fetched_read_and_copied(page: JournalPage, plant: TestPlant, qtbot: Any) -> None:
    founded = plant.records("plant")[0].founded_at
    wanted = Month.of(founded + timedelta(days=30))
    choose(page, wanted)
    assert page._stack.currentIndex() == 1
    assert "在中心" in page.months.currentText()
    part(page, QPushButton, "fetchMonth").click()
    assert is_gone(page, "fetchMonth")
    all_fetched(plant)
    settled(page)
    assert page._stack.currentIndex() == 0
    assert "在中心" not in page.months.currentText()
    assert any("0 厂" in name for name in names(page))
    assert not any(f"{MONTHS - 1} 厂" in name for name in names(page))
    page.table.filter.setText(" 0 厂 ")
    assert len(names(page)) == 1
    page.table.view.selectRow(0)
    page.table.copy()
    settled(page)
    assert "“0 厂”" in QGuiApplication.clipboard().text()
    qtbot.waitUntil(lambda: page._verdict is not None and page.check.isEnabled())
    assert page._verdict is not None
    assert page._verdict.whole


def test_what_was_fetched_says_until_when_it_stays(page: JournalPage, plant: TestPlant) -> None:
    now = plant.workbench.now()
    plant.workbench.past.fetch(now - timedelta(days=700))
    all_fetched(plant)
    assert f"{now + looking_back.STAYS:%Y-%m-}" in said(page)
    assert "保留到" in said(page)
    later = now + timedelta(days=8)
    plant.opened.replica.clock = replace(plant.opened.replica.clock, wall=lambda: later)
    looking_back.let_go(plant.opened.replica, later)
    page.refresh()
    assert "保留到" not in said(page)


def test_it_is_cancelled_and_offered_again(page: JournalPage, plant: TestPlant) -> None:
    floor = plant.workbench.past.reach().floor
    part(page, QPushButton, "fetchOlder").click()
    part(page, QPushButton, "cancelOlder").click()
    plant.sync()
    assert plant.workbench.past.reach().floor == floor
    assert part(page, QPushButton, "fetchOlder").isEnabled()


def test_without_the_hub_it_says_so_and_fetches_later(page: JournalPage, plant: TestPlant) -> None:
    syncing = plant.workbench.syncing
    syncing._on_failed(Unreachable("cut"))
    part(page, QPushButton, "fetchOlder").click()
    assert "连不上中心" in said(page)
    assert not page.reach._bar.isVisibleTo(page)
    all_fetched(plant)
    assert "连不上中心" not in said(page)


def test_a_hub_whose_entries_do_not_lead_here_is_told(page: JournalPage, plant: TestPlant) -> None:
    floor = plant.workbench.past.reach().floor
    with plant.served.hub.store.database.writing() as connection:
        body = sa.func.replace(entries.c.body, "plant.rename", "plant.rename ")
        connection.execute(sa.update(entries).where(entries.c.seq == floor - 1).values(body=body, hash="0" * 64))
    part(page, QPushButton, "fetchOlder").click()
    plant.sync()
    assert "对不上" in said(page)
    assert plant.workbench.past.reach().floor == floor


def test_a_filter_looks_through_all_that_is_here(page: JournalPage) -> None:
    page.table.filter.setText(f"{MONTHS - 1} 厂")
    assert len(names(page)) == 1
    assert page.count.text() == "符合筛选的有 1 条"
    page.table.filter.clear()
    assert len(names(page)) > 1
    assert page.count.text() == f"共 {len(names(page))} 条记录"


def test_all_since_the_founding(page: JournalPage, plant: TestPlant) -> None:
    plant.workbench.past.fetch(plant.records("plant")[0].founded_at - timedelta(days=40))
    all_fetched(plant)
    assert said(page).startswith("建厂以来的全部记录都在本机")
    assert is_gone(page, "fetchOlder")
    page.reach.wanted = Month(2001, 1)
    page.refresh()
    settled(page)
    assert page._stack.currentIndex() == 1
    assert is_gone(page, "fetchMonth")
    assert "这个月没有任何操作。" in visible_texts(page)


def test_months_follow_each_other() -> None:
    found = list(months_from(datetime(2025, 11, 30, 17, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)))
    assert [one.key for one in found] == ["2026-02", "2026-01", "2025-12"]
    assert found[1].ends == found[0].begins == datetime(2026, 1, 31, 16, tzinfo=UTC)
    assert Month.read("2025-12") == found[2]
    assert Month.read("") is None
