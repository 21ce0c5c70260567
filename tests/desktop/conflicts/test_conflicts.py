"""What the hub refuses comes back with both sides, and a person decides: again, changed, or let go."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop.views.conflicts.page import ConflictsPage
from desktop.views.conflicts.photos import ComparedPhotos
from services.core.refused import Refused
from services.store.following import add_conflict
from services.store.queries.conflicts import conflict_rows
from tests.desktop.hazards.story import Story
from tests.desktop.pages import part, shown, toast_text
from tests.desktop.plants import TestPlant

Key = Qt.Key
SQUARE = [[20, 20], [30, 20], [30, 30], [20, 30]]


@pytest.fixture(autouse=True)
def slow_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Photos come when they are looked at, not before."""
    monkeypatch.setattr("services.sync.round.blobs_for_offline", lambda look: [])


def page_on(qtbot: QtBot, console: TestPlant) -> ConflictsPage:
    made = shown(qtbot, console, "conflicts")
    assert isinstance(made, ConflictsPage)
    made.window().activateWindow()
    qtbot.waitUntil(made.window().isActiveWindow)
    return made


def looked_at(qtbot: QtBot, page: ConflictsPage) -> None:
    def seen() -> bool:
        page.detail.photos.before.repaint()
        page.detail.photos.after.repaint()
        return page.detail.seen

    qtbot.waitUntil(seen)


def key(page: ConflictsPage, which: Qt.Key) -> None:
    QTest.keyClick(page.list, which)


def enabled(page: ConflictsPage, name: str) -> bool:
    return part(page, QPushButton, name).isEnabled()


def says(page: ConflictsPage, name: str) -> str:
    return part(page, QLabel, name).text()


def waiting(console: TestPlant) -> list[str]:
    return [row.code for row in console.workbench.ask(conflict_rows)]


def settled(console: TestPlant) -> list[str | None]:
    return [row.settled for row in console.workbench.ask(conflict_rows, settled=True)]


def stale(story: Story) -> tuple[TestPlant, str]:
    """Her approval, made while she was away, of a photo that was replaced meanwhile."""
    hazard = story.reviewable("光幕被遮挡")
    hers = story.console("孙丽")
    hers.run("hazards.approve", hazard=hazard)
    story.do("hazards.return", "刘洋", hazard=hazard, reason="没修好")
    story.fix(hazard, 60)
    hers.sync()
    assert waiting(hers) == ["stale"]
    return hers, hazard


def name_taken(story: Story) -> TestPlant:
    """A zone drawn without the hub, whose name somebody else had taken first."""
    hers = story.console("孙丽")
    args: dict[str, Any] = {"floor": story.plant.hub_records("floor")[0].id, "name": "仓库", "polygon": SQUARE}
    hers.run("zones.draw", zone_class="D", **args)
    story.do("zones.draw", "刘洋", zone_class="C", **args)
    hers.sync()
    assert waiting(hers) == ["name_taken"]
    return hers


def test_an_approval_of_a_replaced_photo_comes_back_with_both_pairs_and_she_decides_again(
    qtbot: QtBot, story: Story
) -> None:
    hers, hazard = stale(story)
    page = page_on(qtbot, hers)
    record = story.hazard(hazard)
    was, is_ = page.detail.photos.after._shots
    (kept,) = hers.workbench.ask(conflict_rows)
    assert [shot.sha for shot in was] == kept.facts["seen"]["after"]
    assert [shot.sha for shot in is_] == list(record.after) != kept.facts["seen"]["after"]
    assert page.detail.photos.after.loud
    assert not page.detail.photos.before.loud
    assert "照片换过了" in says(page, "conflictWhy")
    assert says(page, "difference-overdue") == "整改后照片：已换"
    assert not enabled(page, "conflictAgain"), "she has not seen the photo that is there now"
    assert "先看完" in says(page, "conflictSays")
    looked_at(qtbot, page)
    assert enabled(page, "conflictAgain")
    key(page, Key.Key_A)
    assert waiting(hers) == []
    assert settled(hers) == ["again"]
    hers.sync()
    assert story.hazard(hazard).state == "first_passed"
    assert toast_text(page) == f"您对 {record.number} 的复核计为初核，还需终核。"
    story.plant.sync()
    story.plant.run("hazards.approve", hazard=hazard)
    story.plant.sync()
    assert story.hazard(hazard).state == "closed"


def test_a_page_that_believed_the_photos_seen_would_be_caught(
    qtbot: QtBot, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ComparedPhotos, "present_seen", property(lambda _: True))
    hers, _ = stale(story)
    assert enabled(page_on(qtbot, hers), "conflictAgain"), "the first test looks at what really decides"


def test_instead_of_approving_again_she_returns_it(qtbot: QtBot, story: Story) -> None:
    hers, hazard = stale(story)
    page = page_on(qtbot, hers)
    assert part(page, QPushButton, "conflictChange").text() == "改为退回…"
    key(page, Key.Key_C)
    part(page.window(), QRadioButton, "reason0").click()
    part(page.window(), QPushButton, "reasonSend").click()
    assert settled(hers) == ["changed"]
    hers.sync()
    assert (story.hazard(hazard).state, story.hazard(hazard).return_reason) == ("fixing", "隐患仍然存在")


def test_what_is_done_again_can_be_taken_back_and_is_a_conflict_again(qtbot: QtBot, story: Story) -> None:
    hers, _ = stale(story)
    page = page_on(qtbot, hers)
    looked_at(qtbot, page)
    key(page, Key.Key_A)
    assert settled(hers) == ["again"]
    QTest.keySequence(page.window(), "Ctrl+Z")
    assert (waiting(hers), settled(hers)) == (["stale"], [])
    assert page.here() is not None


def test_a_hazard_that_is_closed_by_now_is_not_approved_again(qtbot: QtBot, story: Story) -> None:
    hers, hazard = stale(story)
    for reviewer in ("刘洋", "王丽"):
        story.do("hazards.approve", reviewer, hazard=hazard)
    hers.sync()
    page = page_on(qtbot, hers)
    looked_at(qtbot, page)
    assert not enabled(page, "conflictAgain")
    assert not enabled(page, "conflictChange")
    assert "已闭环" in says(page, "conflictSays")
    assert enabled(page, "conflictLetGo")


def test_a_taken_name_is_changed_in_its_form_and_sent(qtbot: QtBot, story: Story) -> None:
    hers = name_taken(story)
    page = page_on(qtbot, hers)
    assert "仓库" in says(page, "conflictTitle")
    assert "已被" in says(page, "difference-overdue")
    assert not enabled(page, "conflictAgain"), "it would be refused again"
    assert "已被使用" in says(page, "conflictSays")
    page.deciding.again()
    assert "已被使用" in toast_text(page)
    assert waiting(hers) == ["name_taken"], "what is refused again settles nothing"
    key(page, Key.Key_C)
    name = part(page, QLineEdit, "changeName")
    assert name.text() == "仓库"
    name.setText("二号仓库")
    part(page, QPushButton, "sendChanged").click()
    assert settled(hers) == ["changed"]
    hers.sync()
    made = story.plant.hub_records("zone", code=hers.records("zone")[-1].code)
    assert {(zone.name, zone.zone_class) for zone in story.plant.hub_records("zone")} >= {
        ("仓库", "C"),
        ("二号仓库", "D"),
    }
    assert made[0].polygon == tuple(tuple(map(float, corner)) for corner in SQUARE), "what the form did not ask stays"


def test_what_is_let_go_can_be_undone_and_decided_after_all(qtbot: QtBot, story: Story) -> None:
    hers = name_taken(story)
    page = page_on(qtbot, hers)
    key(page, Key.Key_L)
    assert (waiting(hers), settled(hers)) == ([], ["let_go"])
    part(page.window(), QPushButton, "toastAction").click()
    assert (waiting(hers), settled(hers)) == (["name_taken"], [])
    key(page, Key.Key_L)
    part(page, QPushButton, "chip-settled-conflicts").click()
    assert page.list.rows.rowCount() == 1
    assert says(page, "conflictSays").startswith("放弃")
    key(page, Key.Key_U)
    assert waiting(hers) == ["name_taken"]


def test_the_decision_itself_stands_in_the_journal(qtbot: QtBot, story: Story) -> None:
    hers = name_taken(story)
    page = page_on(qtbot, hers)
    refused = page.current
    key(page, Key.Key_L)
    hers.sync()
    (one,) = story.plant.hub_records("settlement")
    assert (one.operation, one.code, one.how) == (refused, "name_taken", "let_go")
    assert one.decided_by == story.people["孙丽"]


def test_what_a_restored_hub_has_lost_of_others_is_done_again_in_her_name(qtbot: QtBot, story: Story) -> None:
    hers = story.console("孙丽")
    body = {
        "kind": "hazards.report",
        "args": {"zone": story.zone, "photos": [story.photo(90)], "description": "地面有油"},
        "premise": {},
        "by": story.people["马超"],
        "made_at": "2026-11-20T08:00:00.000000Z",
    }
    replica = hers.opened.replica
    with replica.database.writing() as connection:
        at = "2026-11-20T08:00:01.000000Z"
        add_conflict(connection, replica.log, "lost", body, Refused("lost_by_restore", seq=77), at)
    page = page_on(qtbot, hers)
    assert "地面有油" in says(page, "conflictTitle")
    assert "第 77 条" in says(page, "conflictWhy")
    key(page, Key.Key_A)
    assert settled(hers) == ["again"]
    hers.sync()
    (made,) = story.plant.hub_records("hazard")
    assert (made.description, made.reporter) == ("地面有油", story.people["孙丽"])


def test_none_is_said_so(qtbot: QtBot, story: Story) -> None:
    page = page_on(qtbot, story.plant)
    assert page.stack.currentWidget() is page.nothing


def test_the_count_leads_to_the_page_and_follows_what_is_settled(qtbot: QtBot, story: Story) -> None:
    hers = name_taken(story)
    page = shown(qtbot, hers, "map")
    count = part(page.window(), QPushButton, "statusConflicts")
    assert count.text() == "冲突 1 处"
    count.click()
    conflicts = page.window().pages["conflicts"]
    assert conflicts.isVisible()
    key(conflicts, Key.Key_L)
    assert count.text() == "冲突 0 处"


def test_a_refusal_is_told_where_one_is_and_leads_to_what_it_is_about(qtbot: QtBot, story: Story) -> None:
    hazard = story.reviewable("光幕被遮挡")
    hers = story.console("孙丽")
    page = shown(qtbot, hers, "map")
    hers.run("hazards.approve", hazard=hazard)
    story.do("hazards.return", "刘洋", hazard=hazard, reason="没修好")
    story.fix(hazard, 60)
    hers.sync()
    assert toast_text(page).startswith("复核通过 · 光幕被遮挡")
    part(page.window(), QPushButton, "toastAction").click()
    conflicts = page.window().pages["conflicts"]
    assert conflicts.isVisible()
    assert conflicts.here().row.args["hazard"] == hazard
