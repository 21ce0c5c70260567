"""An audit visit, from the console: a bag is made, opened without network or hub, commented on, and what was said comes
back into the journal."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from python_calamine import CalamineWorkbook

from desktop import sealed
from desktop.tasks import Tasks
from desktop.views.audits.bag_desk import BagDesk
from desktop.views.audits.bag_dialog import BagDialog
from desktop.views.audits.bringing import bring_back
from desktop.views.window import Window
from desktop.workbench import Workbench
from services.core.refused import Refused
from services.store.bag_file import check
from tests.desktop.hazards.story import Story
from tests.desktop.pages import part, settings_in
from tests.desktop.plants import until


@dataclass
class Apart:
    """A bag in a window of its own."""

    window: Window
    workbench: Workbench

    def desk(self) -> BagDesk:
        self.window.bag_bar.show_desk()
        return next(one for one in self.window.findChildren(BagDesk) if one.isVisible())

    def text(self, name: str) -> str:
        found = self.window.findChild(QLabel, name)
        assert isinstance(found, QLabel)
        return found.text()


@contextmanager
def apart(qtbot: Any, file: Path) -> Iterator[Apart]:
    """Opened as `anhuan console FILE` does."""
    opened, tasks = sealed.open_bag(file), Tasks()
    workbench = Workbench(opened, tasks)
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.work_with(workbench, tasks)
    yield Apart(window, workbench)
    window.close()
    workbench.close()
    assert not opened.folder.exists(), "nothing of it stays on the auditor's computer"


def made_by_hand(qtbot: Any, story: Story, file: Path) -> tuple[str, BagDialog]:
    """The dialog on the journal page, and the bag that it makes; what is said of it."""
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.work_with(story.plant.workbench, story.plant.tasks)
    window.go("journal")
    page: Any = window.pages["journal"]
    page.visits.make()
    dialog = next(one for one in window.findChildren(BagDialog) if one.isVisible())
    until(lambda: dialog.size_said.text() and dialog.save.isEnabled())
    told: list[str] = []
    dialog.made.connect(told.append)
    dialog.make(str(file))
    until(lambda: told)
    return told[0], dialog


def test_a_visit(qtbot: Any, story: Story, tmp_path: Path) -> None:
    settings_in(tmp_path)
    hazard = story.reviewable("油管漏油")
    story.plant.sync()
    file = tmp_path / "visit.bag"
    said, _ = made_by_hand(qtbot, story, file)
    checked = check(file)
    assert checked.verdict.whole
    assert checked.seal[:12] in said
    assert [one.seal for one in story.plant.records("audit_bag")] == [checked.seal]
    story.plant.sync()
    assert [one.seal for one in story.plant.hub_records("audit_bag")] == [checked.seal]
    before = file.read_bytes()

    with apart(qtbot, file) as bag:
        assert "已封的迎检包" in bag.text("bagText")
        assert "完整" in bag.text("bagText")
        assert bag.workbench.may("hazards.report") is False
        refused: list[Refused] = []
        bag.workbench.refused.connect(refused.append)
        assert bag.workbench.run("zones.rename", zone=story.zone, name="别的").refused
        assert [one.code for one in refused] == ["bag_sealed"]
        for key in bag.window.shown_pages():
            bag.window.go(key)
        until(lambda: not bag.window._tasks.busy)
        photo = bag.workbench.ask(lambda look: look.get("hazard", hazard)).before[0]
        assert bag.workbench.opened.blobs.get(photo), "photos are in it"
        desk = bag.desk()
        assert desk.clauses.sorted.index(0, 1).data() == "无证据"
        desk.clauses.book.save_to(str(tmp_path / "clauses.xlsx"))
        until(lambda: desk.clauses.book.waiting is None)
        rows = CalamineWorkbook.from_path(str(tmp_path / "clauses.xlsx")).get_sheet_by_index(0).to_python()
        assert len(rows) == 3 + desk.clauses.sorted.rowCount()
        assert "行" in part(desk, QLabel, "clauseTableSaid").text()
        desk.by.setText("审核组 李工")
        desk.about.setCurrentIndex(desk.about.findData(f"hazard {hazard}"))
        desk.text.setPlainText("整改后照片看不清油管接头")
        desk.add.click()
        assert "整改后照片看不清油管接头" in desk.list.item(0).text()
    assert file.read_bytes() == before

    assert bring_back(story.plant.workbench, file) == (1, 0)
    assert bring_back(story.plant.workbench, file) == (0, 1)
    story.plant.sync()
    back = story.plant.hub_records("audit_comment")
    assert [(one.text, one.hazard, one.said_by) for one in back] == [
        ("整改后照片看不清油管接头", hazard, "审核组 李工")
    ]


def test_a_bag_that_was_changed_opens_and_says_so(qtbot: Any, story: Story, tmp_path: Path) -> None:
    settings_in(tmp_path)
    story.report("地面有油")
    story.plant.sync()
    file = tmp_path / "visit.bag"
    made_by_hand(qtbot, story, file)
    content = bytearray(file.read_bytes())
    content[content.find(b"ledger.pdf") + 200] ^= 1
    file.write_bytes(content)
    with apart(qtbot, file) as bag:
        assert "不完整" in bag.text("bagText")
        desk = bag.desk()
        assert "ledger.pdf" in desk.faults.text()


def test_what_waits_to_be_confirmed_is_vouched_for_by_nobody(qtbot: Any, story: Story, tmp_path: Path) -> None:
    settings_in(tmp_path)
    story.plant.sync()
    story.plant.run("zones.rename", zone=story.zone, name="新名字")
    window = Window()
    qtbot.addWidget(window)
    window.show()
    dialog = BagDialog(story.plant.workbench, story.plant.tasks, window)
    until(lambda: dialog.save.isEnabled())
    dialog.make(str(tmp_path / "visit.bag"))
    until(lambda: dialog.fault.text())
    assert "确认" in dialog.fault.text()
    assert not (tmp_path / "visit.bag").exists()
    assert dialog.save.isEnabled()
    dialog.close()


def test_comments_on_a_bag_of_another_plant_do_not_come_in(story: Story, tmp_path: Path) -> None:
    from services.reports.bag.comments import Comments, beside, keep_comments
    from tests.makers import NOON, sha

    said = Comments("another plant", sha("seal")).with_one("好", "审核组", NOON, None, "")
    keep_comments(beside(tmp_path / "their.bag"), said)
    story.plant.sync()
    with pytest.raises(Refused, match="bag_unknown"):
        bring_back(story.plant.workbench, tmp_path / "their.bag")
