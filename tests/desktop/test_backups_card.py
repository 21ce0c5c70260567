"""Backups in the settings: one is made and tried for real, and what goes wrong stands on the first page."""

from typing import Any

from pytestqt.qtbot import QtBot

from desktop.views.today.facts import gather
from desktop.views.today.keeping_lines import keeping_lines
from services.core.operation import SYSTEM
from tests.desktop.hazards.story import Story
from tests.desktop.pages import press, shown
from tests.desktop.plants import TestPlant, until


def found(plant: TestPlant, **equal: Any) -> tuple[Any, ...]:
    plant.sync()
    return plant.records("backup", **equal)


def test_one_is_made_tried_and_its_plan_is_set(story: Story, qtbot: QtBot) -> None:
    plant = story.plant
    plant.sync()
    page: Any = shown(qtbot, plant, "settings")
    page.show_only("data")
    card = page.backups
    assert card.last.text() == "还没有备份"
    press(card, "backUpNow")
    until(lambda: found(plant, backup_state="good"), 60)
    card.follow()
    assert card.last.text().startswith("上次完好的备份：今天")
    press(card, "tryRestore")
    until(lambda: found(plant, trial="good"), 60)
    card.follow()
    [made] = plant.records("backup")
    line = card.findChildren(object, f"backup-{made.file}")[-1]
    assert "完好" in line.text()
    assert "可以恢复" in line.text()
    until(lambda: card.told, 60)
    assert "同一块磁盘" in card.place.text()
    card.findChild(object, "backupKeepDays").setText("14")
    press(card, "saveBackupPlan")
    assert plant.records("backup_plan")[0].keep_days == 14
    plant.workbench.undo()
    assert plant.records("backup_plan") == ()
    until(lambda: page.keeping.told, 60)
    assert "剩余" in page.keeping.disk.text()


def test_what_is_wrong_stands_on_the_first_page_of_who_can_mend_it(story: Story) -> None:
    plant = story.plant
    plant.sync()
    hub = plant.served.hub
    one = hub.do("backups.begin", {}, SYSTEM).id
    hub.do("backups.fail", {"backup": one, "trouble": "disk_full_here"}, SYSTEM)
    hub.do("backups.miss", {}, SYSTEM)
    hub.do("keeping.find_disk", {"free_gb": 0.4}, SYSTEM)
    plant.sync()
    bench = plant.workbench
    about = {"now": bench.now(), "state": bench.sync_state, "unconfirmed": (), "hour": None}
    mine = bench.ask(gather, me=bench.opened.replica.fact("me"), **about)
    assert [one.note for one in keeping_lines(mine)] == ["剩余 0.4 GB", "", "存放备份的磁盘已满"]
    assert [one.id for one in keeping_lines(bench.ask(gather, me=story.people["刘洋"], **about))] == []
