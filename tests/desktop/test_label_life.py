"""What becomes of labels, on the labels page and on Today: worn, replaced, ended, blank, sealed by an old key."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDateEdit, QDialog, QLabel, QLineEdit, QPushButton, QSpinBox

from desktop.views.labels.page import LabelsPage
from desktop.views.labels.print_dialog import PrintDialog
from desktop.views.today.facts import gather
from desktop.views.today.line import Line
from desktop.views.today.lines import lines_of
from desktop.views.today.page import TodayPage
from desktop.widgets.choice import Choice
from services.core.refused import Refused
from services.hub import signing
from services.reports.preflight import check_pdf
from tests.desktop import test_labels as on_the_page
from tests.desktop.pages import part, toast_text
from tests.desktop.plants import TestPlant
from tests.desktop.test_labels import PATIENCE_MS, choose, printing, proved, write_to

NAMES = ("冲压", "焊接", "喷涂")
plant, page, addressed = on_the_page.plant, on_the_page.page, on_the_page.addressed


def with_label(plant: TestPlant, name: str = "冲压", times: int = 1) -> Any:
    """A zone whose labels have been issued and printed so many times."""
    zone = next(one for one in plant.records("zone") if one.name == name)
    for _ in range(times):
        plant.opened.replica.enqueue("labels.issue", {"zone": zone.id})
        plant.sync()
        newest = max(plant.records("label", zone=zone.id), key=lambda one: one.number)
        plant.run("labels.printed", labels=[newest.id], template="L7163")
    plant.sync()
    return zone


def version(plant: TestPlant, zone: Any, number: int) -> Any:
    return next(one for one in plant.records("label", zone=zone.id) if one.number == number)


def scan(plant: TestPlant, label: Any) -> None:
    signing.zone_of_label(plant.served.hub, label.token)
    plant.sync()


def lines_today(plant: TestPlant) -> list[Line]:
    bench = plant.workbench
    me = bench.opened.replica.fact("me")
    facts = bench.ask(gather, now=bench.now(), me=me, state=bench.sync_state, unconfirmed=(), hour=None)
    return [line for line in lines_of(facts) if line.page == "labels"]


def today(plant: TestPlant) -> list[str]:
    return [line.what for line in lines_today(plant)]


def test_labels_to_be_replaced_are_counted_once_and_shown_together(
    addressed: LabelsPage,
    plant: TestPlant,
    qtbot: Any,
) -> None:
    for name in NAMES:
        worn = version(plant, with_label(plant, name), 1)
        plant.run("labels.worn", label=worn.id, reason="撕裂")
    proved(addressed, qtbot)
    (said,) = today(plant)
    assert str(len(NAMES)) in said
    opened: list[tuple[str, str]] = []
    page = TodayPage(plant.workbench, addressed.tasks, addressed.toast)
    qtbot.addWidget(page)
    page.part_wanted.connect(lambda key, part_: opened.append((key, part_)))
    page._on_opened(lines_today(plant)[0])
    ((key, filter_),) = opened
    assert key == addressed.key
    addressed.show_only(filter_)
    assert part(addressed, Choice, "labelFilter").currentData() == filter_
    assert {one.row.zone.name for one in addressed.list.chosen()} == set(NAMES)
    addressed.show_only("nothing of the kind")
    assert part(addressed, Choice, "labelFilter").currentData() == filter_


def test_the_question_for_blanks_shows_all_its_words(addressed: LabelsPage, qtbot: Any) -> None:
    proved(addressed, qtbot)
    addressed.print_blanks()
    asking = part(addressed, QDialog, "blankDialog")
    qtbot.waitExposed(asking)
    for said in (one for one in asking.findChildren(QLabel) if one.wordWrap()):
        assert said.height() >= said.heightForWidth(said.width()), said.text()
    asking.reject()


def test_a_worn_label_asks_for_a_new_one_which_closes_it(
    addressed: LabelsPage,
    plant: TestPlant,
    qtbot: Any,
    tmp_path: Path,
) -> None:
    zone = with_label(plant)
    proved(addressed, qtbot)
    addressed.show_record("label", zone.code)
    part(addressed, QPushButton, "revokeLabel").click()
    part(addressed, QPushButton, "wornLabel").click()
    assert not [one for one in addressed.findChildren(QPushButton, "confirmRevoke") if one.isVisible()], "one at a time"
    worn = part(addressed, QPushButton, "confirmWorn")
    qtbot.waitUntil(lambda: not worn.visibleRegion().isEmpty(), timeout=PATIENCE_MS)
    worn.click()
    assert plant.records("label_replacement") == (), "not without a reason"
    part(addressed, QLineEdit, "wornReason").setText("撕裂")
    part(addressed, QPushButton, "confirmWorn").click()
    assert toast_text(addressed)
    assert len(today(plant)) == 1
    plant.sync()
    addressed.list._on_needed()
    addressed.list._tick({zone.id})
    proved(addressed, qtbot)
    write_to(printing(addressed, "file"), tmp_path / "a.pdf")
    plant.sync()
    qtbot.waitUntil(lambda: not addressed.desk.busy, timeout=PATIENCE_MS)
    (code,) = check_pdf(tmp_path / "a.pdf")
    new = version(plant, zone, 2)
    assert code.token == new.token
    assert len(today(plant)) == 1
    scan(plant, new)
    assert today(plant) == []
    assert version(plant, zone, 1).life(plant.workbench.now()) == "replaced"


def test_what_hangs_wrongly_is_closed_with_a_word(
    addressed: LabelsPage,
    plant: TestPlant,
    qtbot: Any,
) -> None:
    zone = with_label(plant, times=2)
    scan(plant, version(plant, zone, 1))
    proved(addressed, qtbot)
    addressed.show_record("label", zone.code)
    assert "1" in part(addressed, QLabel, "labelHanging").text()
    assert len(today(plant)) == 1
    part(addressed, QPushButton, "closeReplacement").click()
    part(addressed, QLineEdit, "replacementWord").setText("已换上新标签")
    part(addressed, QPushButton, "closeReplacement").click()
    plant.sync()
    (task,) = plant.hub_records("label_replacement")
    assert (task.word, task.closed_by is not None) == ("已换上新标签", True)
    assert today(plant) == []


def test_each_version_is_revoked_by_itself(addressed: LabelsPage, plant: TestPlant, qtbot: Any) -> None:
    zone = with_label(plant, times=3)
    proved(addressed, qtbot)
    addressed.show_record("label", zone.code)
    assert not addressed.panel.findChildren(QPushButton, "revokeVersion-3"), "the present one has a way of its own"
    part(addressed, QPushButton, "revokeVersion-2").click()
    part(addressed, QPushButton, "confirmRevoke-2").click()
    plant.sync()
    assert version(plant, zone, 2).revoked_at is None, "not without a reason"
    part(addressed, QLineEdit, "revokeReason-2").setText("贴错墙")
    part(addressed, QPushButton, "confirmRevoke-2").click()
    plant.sync()
    assert [version(plant, zone, number).revoked_at is not None for number in (1, 2, 3)] == [False, True, False]
    with pytest.raises(Refused, match="label_revoked"):
        scan(plant, version(plant, zone, 2))
    scan(plant, version(plant, zone, 3))
    proved(addressed, qtbot)
    addressed.show_record("label", zone.code)
    offered = [one.objectName() for one in addressed.panel.findChildren(QPushButton) if one.isVisible()]
    assert "revokeVersion-2" not in offered
    assert part(addressed, QPushButton, "revokeVersion-1")


def test_a_label_gets_a_last_day_and_loses_it(addressed: LabelsPage, plant: TestPlant, qtbot: Any) -> None:
    zone = with_label(plant)
    proved(addressed, qtbot)
    addressed.show_record("label", zone.code)
    part(addressed, QPushButton, "limitLabel").click()
    day = part(addressed, QDateEdit, "lastDayOfLabel").date()
    part(addressed, QPushButton, "confirmLimit").click()
    ends = version(plant, zone, 1).ends_at
    assert ends is not None
    assert (ends - timedelta(seconds=1)).astimezone(None) > plant.workbench.now()
    plant.sync()
    proved(addressed, qtbot)
    addressed.show_record("label", zone.code)
    shown = [one.text() for one in addressed.panel.findChildren(QLabel)]
    assert day.toString("yyyy-MM-dd") in shown
    part(addressed, QPushButton, "limitLabel").click()
    part(addressed, QPushButton, "withoutEnd").click()
    assert version(plant, zone, 1).ends_at is None


def test_blank_labels_are_printed_and_lost_ones_revoked(
    addressed: LabelsPage,
    plant: TestPlant,
    qtbot: Any,
    tmp_path: Path,
) -> None:
    part(addressed, QPushButton, "blankLabels").click()
    asking = part(addressed, QDialog, "blankDialog")
    part(asking, QSpinBox, "blankCount").setValue(3)
    part(asking, QPushButton, "blankGo").click()
    to = part(addressed, PrintDialog, "labelPrint")
    choose(part(to, Choice, "labelDestination"), "file")
    write_to(to, tmp_path / "blank.pdf")
    plant.sync()
    qtbot.waitUntil(lambda: not addressed.desk.busy, timeout=PATIENCE_MS)
    blanks = plant.records("label")
    assert {one.token for one in check_pdf(tmp_path / "blank.pdf")} == {one.token for one in blanks}
    assert len(blanks) == 3
    assert all(one.printed_at is not None and one.zone is None for one in blanks)
    part(addressed, QPushButton, "blankLabels").click()
    asking = addressed.findChildren(QDialog, "blankDialog")[-1]
    part(asking, QPushButton, f"lost-{blanks[0].code}").click()
    plant.sync()
    assert next(one for one in plant.hub_records("label") if one.id == blanks[0].id).revoked_at is not None


def test_labels_of_an_old_key_are_found_and_printed_anew(
    addressed: LabelsPage,
    plant: TestPlant,
    qtbot: Any,
    tmp_path: Path,
) -> None:
    zone = with_label(plant)
    plant.opened.replica.enqueue("labels.rotate_key", {})
    plant.sync()
    proved(addressed, qtbot)
    choose(part(addressed, Choice, "labelFilter"), "old_key")
    assert [one.row.zone.name for one in addressed.list.chosen()] == [zone.name]
    proved(addressed, qtbot)
    addressed.show_record("label", zone.code)
    assert part(addressed, QLabel, "labelOldKey").text()
    write_to(printing(addressed, "file"), tmp_path / "a.pdf")
    plant.sync()
    qtbot.waitUntil(lambda: not addressed.desk.busy, timeout=PATIENCE_MS)
    assert [(one.number, one.key) for one in plant.records("label", zone=zone.id)] == [(1, 1), (2, 2)]
