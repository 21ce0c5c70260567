"""What was done here and the hub has yet to confirm is marked wherever it is shown, and the mark goes with the word of
the hub."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.models.record_table import SIGN
from desktop.views.floor_plan.inks import inks_of
from desktop.views.floor_plan.wording import zone_words
from desktop.views.floor_plan.zone_painting import ZonePainter
from desktop.widgets import unconfirmed
from services.sync.client import Unreachable
from services.sync.round import Sync
from tests.desktop.pages import settled, shown
from tests.desktop.plants import TestPlant
from tests.desktop.speaking import speaking

SQUARE = ((5.0, 5.0), (20.0, 5.0), (20.0, 20.0), (5.0, 20.0))


@pytest.fixture(autouse=True)
def in_chinese(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "zh"):
        yield


@pytest.fixture
def zone(plant: TestPlant) -> str:
    """A zone that the hub has confirmed."""
    floor = plant.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    plant.run("plant.set_address", address="http://192.168.1.10:8750")
    made = plant.run("zones.draw", floor=floor, name="仓库", zone_class="B", polygon=SQUARE)
    plant.sync()
    return made


def marked(page: QWidget, name: str) -> bool:
    """Whether the mark of this name is to be seen, with its word."""
    QApplication.processEvents()
    found = [one for one in page.findChildren(QWidget, name) if one.isVisibleTo(page)]
    words = [text.text() for one in found for text in one.findChildren(QLabel) if text.text()]
    assert words in ([], ["待确认"])
    return bool(words)


def signs(page: Any, column: int) -> list[str | None]:
    model = page.table.sorted
    return [model.index(row, column).data(SIGN) for row in range(model.rowCount())]


def test_a_zone_on_the_map(qtbot: Any, plant: TestPlant, zone: str) -> None:
    page = shown(qtbot, plant, "map")
    page.view.pick(zone)
    settled(page)  # the sensors' answer fills the panel anew
    assert (page.view._zones[zone].unconfirmed, marked(page, "zoneUnconfirmed")) == (False, False)
    plant.run("zones.rename", zone=zone, name="仓 库")
    assert (page.view._zones[zone].unconfirmed, marked(page, "zoneUnconfirmed")) == (True, True)
    waiting = page.view.grab().toImage()
    assert zone_words(page.view._zones[zone])[-1] == "待确认"
    plant.sync()
    assert (page.view._zones[zone].unconfirmed, marked(page, "zoneUnconfirmed")) == (False, False)
    assert page.view.grab().toImage() != waiting


@pytest.mark.parametrize("side", [0.8, 2.0, 15.0])
def test_a_zone_has_its_mark_however_small(
    qtbot: Any, plant: TestPlant, zone: str, monkeypatch: pytest.MonkeyPatch, side: float
) -> None:
    """Too small for a plate; for anything but the sign; and large."""
    page = shown(qtbot, plant, "map")
    x, y = 40.0, 20.0
    tiny = ((x, y), (x + side, y), (x + side, y + side), (x, y + side))
    plant.run("zones.draw", floor=plant.records("zone")[0].floor, name="阀门井", zone_class="D", polygon=tiny)
    (drawn,) = [one for one in page.view._zones.values() if one.name == "阀门井"]
    painted: list[QPointF] = []
    monkeypatch.setattr(ZonePainter, "_mark", lambda _, __, at, ___: painted.append(at))
    picture, canvas = page.view.picture, QPixmap(page.view.size())
    painter = QPainter(canvas)
    picture.zone_painter.paint(painter, [drawn], page.view.camera, inks_of(picture.dark), None)
    painter.end()
    assert (drawn.unconfirmed, len(painted)) == (True, 1)
    assert QRectF(page.view.camera.outline(tiny).boundingRect()).contains(painted[0])
    assert (picture.zone_painter.plate(drawn, page.view.camera.scale) is None) is (side < 1)


def test_people_and_their_teams(qtbot: Any, plant: TestPlant) -> None:
    page = shown(qtbot, plant, "people")
    me = plant.workbench.me
    assert me is not None
    page.table.choose(me.id)
    assert signs(page, 0) == [None]
    team = plant.run("teams.add", name="机修组")
    plant.run("people.set_team", person=me.id, team=team)
    assert (signs(page, 0), signs(page, 3)) == ([unconfirmed.SIGN], [unconfirmed.SIGN])
    said = [page.table.sorted.index(0, at).data(Qt.ItemDataRole.DisplayRole) for at in (0, 3)]
    assert said == ["王丽 · 待确认", "机修组 · 待确认"]
    assert marked(page, "personUnconfirmed")
    plant.sync()
    assert (signs(page, 0), signs(page, 3)) == ([None], [None])
    assert not marked(page, "personUnconfirmed")


def test_only_those_settings_that_were_changed(qtbot: Any, plant: TestPlant) -> None:
    page = shown(qtbot, plant, "settings")
    plant.run("plant.rename", name="二厂")
    assert [marked(page, f"unconfirmed-{name}") for name in ("name", "address", "fix_hours")] == [True, False, False]
    plant.sync()
    assert not marked(page, "unconfirmed-name")


def test_a_zone_among_the_labels(qtbot: Any, plant: TestPlant, zone: str) -> None:
    page = shown(qtbot, plant, "labels")

    def state() -> tuple[str, str | None]:
        index = page.list.model.index(0, 2)
        return index.data(Qt.ItemDataRole.DisplayRole), index.data(SIGN)

    assert state() == ("从未印过", None)
    plant.run("zones.rename", zone=zone, name="仓 库")
    assert state() == ("待确认", unconfirmed.SIGN)
    plant.sync()
    assert state() == ("从未印过", None)
    qtbot.waitUntil(lambda: not page.proofing.busy)


def test_what_waits_stands_above_the_journal(qtbot: Any, plant: TestPlant) -> None:
    page = shown(qtbot, plant, "journal")
    plant.run("plant.rename", name="二厂")
    plant.run("plant.rename", name="三厂")

    def rows() -> list[tuple[str, str, str | None]]:
        settled(page)
        model = page.table.sorted
        found = [[model.index(row, at).data(Qt.ItemDataRole.DisplayRole) for at in (1, 3)] for row in (0, 1)]
        return [(what, outcome, sign) for (what, outcome), sign in zip(found, signs(page, 3), strict=False)]

    mark = ("待确认", unconfirmed.SIGN)
    assert rows() == [("王丽 把工厂改名为“三厂”", *mark), ("王丽 把工厂改名为“二厂”", *mark)]
    assert "待确认 2 条" in page.count.text()
    plant.sync()
    assert [row[1:] for row in rows()] == [("", None), ("", None)]
    assert "待确认" not in page.count.text()
    qtbot.waitUntil(lambda: page._verdict is not None)


def test_what_only_the_hub_can_answer_leaves_the_journal_when_it_has(qtbot: Any, plant: TestPlant) -> None:
    """It changes no record here, neither when it is asked nor when it is refused."""
    page = shown(qtbot, plant, "journal")
    me = plant.workbench.me
    assert me is not None
    plant.opened.replica.enqueue("people.leave", {"person": me.id})
    plant.workbench.syncing.recount()
    settled(page)
    assert signs(page, 3)[0] == unconfirmed.SIGN
    plant.sync()
    settled(page)
    assert signs(page, 3)[0] == "overdue"
    qtbot.waitUntil(lambda: page._verdict is not None)


@pytest.mark.parametrize("told", [True, False])
def test_a_round_that_fails_late_still_tells_what_it_brought(
    qtbot: Any, plant: TestPlant, monkeypatch: pytest.MonkeyPatch, *, told: bool
) -> None:
    """The hub goes away after its answer has been laid down. A round that kept that to itself would leave the mark."""
    page, syncing = shown(qtbot, plant, "settings"), plant.workbench.syncing
    plant.run("plant.rename", name="二厂")
    assert plant.following is not None
    syncing._sync = plant.following
    monkeypatch.setattr(Sync, "_blobs", _gone)
    if not told:
        monkeypatch.setattr(syncing, "_tell", lambda _: None)
    with pytest.raises(Unreachable) as failed:
        plant.following.once()
    syncing._on_failed(failed.value)
    assert not plant.opened.replica.waiting()
    assert marked(page, "unconfirmed-name") is not told


def _gone(_: Sync) -> None:
    raise Unreachable("http://127.0.0.1")
