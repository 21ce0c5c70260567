"""The journal page on a real plant: entries as sentences, what was and is, and the shield."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from desktop.models.paged_table import PagedTable
from desktop.views.journal.page import JournalPage
from desktop.views.journal.sentences import facts_of, uncertain
from desktop.views.journal.values import field_changes, shown
from services import words
from services.core.operation import OPERATIONS, Actor
from services.core.record import KINDS
from services.core.roles import Role
from services.core.shape import shapes
from services.store.queries.journal import chain_is_whole, entry_rows
from services.store.queries.wanted import Between, Condition, Contains, OneOf, Wanted
from services.store.tables import entries
from tests.desktop.pages import part, settled
from tests.desktop.pages import shown as shown_page
from tests.desktop.plants import TestPlant, open_workbench


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    made.run("people.add", name="陈志强", phone="8126")
    made.run("plant.rename", name="二厂")
    made.sync()
    yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, plant: TestPlant) -> JournalPage:
    made = shown_page(qtbot, plant, "journal")
    assert isinstance(made, JournalPage)
    qtbot.waitUntil(lambda: made._verdict is not None)
    settled(made)
    return made


def cells(page: JournalPage, row: int) -> list[str]:
    settled(page)
    model = page.table.sorted
    texts = [model.index(row, at).data(Qt.ItemDataRole.DisplayRole) for at in range(1, model.columnCount())]
    return [str(text or "") for text in texts]


def panel_texts(page: JournalPage) -> list[str]:
    return [one.text() for one in page.panel.findChildren(QLabel) if one.isVisibleTo(page)]


def test_entries_stand_as_sentences_the_newest_first(page: JournalPage, qtmodeltester: Any) -> None:
    qtmodeltester.check(page.table.model)
    assert cells(page, 0) == ["王丽 把工厂改名为“二厂”", "王丽", ""]
    assert cells(page, 1) == ["王丽 新增了人员 陈志强", "王丽", ""]


def test_a_time_that_cannot_be_checked_says_so(page: JournalPage, plant: TestPlant, qtbot: Any) -> None:
    """The machine was started anew between what was done and the hub's hearing of it."""
    steady = plant.opened.replica.clock
    plant.opened.replica.clock = replace(steady, boot="an earlier boot")
    plant.run("plant.rename", name="三厂")
    plant.opened.replica.clock = steady
    plant.sync()
    settled(page)
    when, before = (page.table.sorted.index(place, 0) for place in (0, 1))
    assert "约 " in when.data(Qt.ItemDataRole.DisplayRole)
    assert "约 " not in before.data(Qt.ItemDataRole.DisplayRole)
    newest, older = plant.workbench.ask(entry_rows, most=2)
    assert (uncertain(newest) != "", uncertain(older)) == (True, "")
    assert when.data(Qt.ItemDataRole.ToolTipRole).endswith(uncertain(newest))
    page.table.view.selectRow(0)
    qtbot.waitUntil(lambda: uncertain(newest) in panel_texts(page))


def test_what_was_and_what_is(page: JournalPage, qtbot: Any) -> None:
    page.table.view.selectRow(0)
    qtbot.waitUntil(lambda: "一厂  →  二厂" in panel_texts(page))


def test_personal_values_stay_sealed(page: JournalPage, qtbot: Any) -> None:
    page.table.view.selectRow(1)
    qtbot.waitUntil(lambda: any("陈志强" in text for text in panel_texts(page)))
    assert "8126" not in "".join(panel_texts(page))


def test_a_refused_entry_says_why(page: JournalPage, plant: TestPlant) -> None:
    me = plant.workbench.me
    assert me is not None
    plant.opened.replica.enqueue("people.leave", {"person": me.id})
    plant.sync()
    assert cells(page, 0)[0] == "王丽 想要：人员离岗。未执行"
    assert "最后一位" in cells(page, 0)[2]


def test_the_hash_is_copied_whole(page: JournalPage, plant: TestPlant) -> None:
    page.table.view.selectRow(0)
    part(page, QPushButton, "copyHash").click()
    assert QGuiApplication.clipboard().text() == plant.workbench.ask(entry_rows, most=1)[0].hash


def test_all_entries_are_there_however_many(page: JournalPage, plant: TestPlant) -> None:
    """More than are read at a time: the oldest is reached, and says what it says."""
    for number in range(130):
        plant.run("plant.rename", name=f"{number} 厂")
    plant.sync()
    settled(page)
    last = page.table.sorted.rowCount() - 1
    assert last + 1 == len(plant.workbench.ask(entry_rows)) > 130
    assert f"{last + 1}" in page.count.text()
    cells(page, last)
    QTest.qWait(20)
    assert cells(page, last)[0].startswith("王丽 建立了")


def test_entries_are_filtered_by_person_thing_deed_day_and_outcome(page: JournalPage, plant: TestPlant) -> None:
    me = plant.workbench.me
    assert me is not None
    plant.opened.replica.enqueue("people.leave", {"person": me.id})
    plant.sync()
    everything = len(plant.workbench.ask(entry_rows))

    def found(condition: Condition, key: str = "what") -> set[str]:
        paged = page.table.model
        assert isinstance(paged, PagedTable)
        paged.want(Wanted(columns=((key, condition),)))
        settled(page)
        return {one.kind for one in map(paged.record_at, range(paged.rowCount())) if one is not None}

    assert found(Contains("陈志强")) == {"people.add"}, "a name that the entry has sealed"
    assert found(Contains("改名为")) == {"plant.rename"}, "words of the sentence"
    assert found(Contains("人员离岗")) == {"people.leave"}, "words of the operation"
    assert found(Contains("二厂")) == {"plant.rename"}
    assert found(Contains("nobody")) == set()
    assert "plant.rename" in found(Contains("王丽"), "who")
    assert found(Contains("陈志强"), "who") == set()
    assert found(OneOf(("refused",)), "outcome") == {"people.leave"}
    today = plant.workbench.now()
    assert found(Between(until=today - timedelta(days=1)), "at") == set()
    found(Between(since=today - timedelta(days=1)), "at")
    assert page.table.sorted.rowCount() == everything


def test_the_shield_is_green_while_the_chain_is_whole(page: JournalPage, plant: TestPlant) -> None:
    assert page._verdict is not None
    assert page._verdict.whole
    assert f" {len(plant.workbench.ask(entry_rows))} " in page.verdict.text()


def test_the_shield_names_an_entry_that_was_changed(page: JournalPage, plant: TestPlant, qtbot: Any) -> None:
    with plant.opened.replica.database.writing() as connection:
        changed = sa.update(entries).where(entries.c.kind == "people.add")
        connection.execute(changed.values(body=sa.func.replace(entries.c.body, "people.add", "people.odd")))
    part(page, QPushButton, "verifyChain").click()
    qtbot.waitUntil(lambda: page.check.isEnabled())
    assert not plant.workbench.ask(chain_is_whole).whole
    (added,) = plant.workbench.ask(entry_rows, kind="people.add")
    qtbot.waitUntil(lambda: any(str(added.seq) in text for text in panel_texts(page)))
    assert page.panel.isVisible()


def test_every_field_of_every_record_has_words() -> None:
    fields = [f"field.{kind}.{name}" for kind, one in KINDS.items() for name in shapes(one.cls)]
    records = [f"record.{kind}" for kind in KINDS]
    operations = [f"op.{kind}" for kind in OPERATIONS]
    assert [key for key in (*fields, *records, *operations) if not words.has(key)] == []


def test_values_are_said_as_people_say_them() -> None:
    assert shown("zone_class", "A", {}) == "A"
    assert shown("state", "closed", {}) == "已闭环"
    assert shown("active", True, {}) == "是"
    assert shown("supervisor", "p1", {"p1": "王丽"}) == "王丽"
    assert shown("fix_hours", [24.0, 48.5], {}) == "24 · 48.5"
    assert shown("phone", None, {}) == "–"
    assert "6" in shown("polygon", [[0, 0]] * 6, {})


def test_only_what_differs_is_shown() -> None:
    change = {"kind": "zone", "before": {"name": "甲", "team": None}, "after": {"name": "乙", "team": None}}
    assert [(one.name, one.before, one.after) for one in field_changes(change, {})] == [("区域名称", "甲", "乙")]


def test_every_sentence_asks_only_for_what_an_entry_tells(page: JournalPage, plant: TestPlant) -> None:
    """What is not told would stand there as `{name}`."""
    newest = plant.workbench.ask(entry_rows, most=1)[0]
    told = {"who", *facts_of(newest, {})}
    special = {"did.refused", "did.unknown"}
    for lang in ("zh", "en"):
        for key, said in words.catalogue(lang).items():
            if key.startswith("did.") and key not in special:
                assert {found[1] for found in words.FACT.finditer(said)} <= told, key


def test_what_the_hub_notes_for_itself_is_there_when_wanted(page: JournalPage, plant: TestPlant) -> None:
    before = page.table.sorted.rowCount()
    photo = plant.served.hub.blobs.put_bytes(b"a photo")
    plant.served.hub.do("photos.note", {"photo": photo, "fingerprint": "0" * 16}, Actor(None, frozenset({Role.SYSTEM})))
    plant.sync()
    settled(page)
    assert page.table.sorted.rowCount() == before
    part(page, QCheckBox, "journalNotes").click()
    settled(page)
    assert page.table.sorted.rowCount() == before + 1
    assert cells(page, 0)[0] == "系统 登记了一张照片的特征"
