"""Plants side by side: another one is joined by its pairing line, says its figures, and stays as it was known last when
its hub is out of reach; of it nothing else comes here."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop import words
from desktop.views.group.joining import JoinPlant
from services.hub import signing
from services.sync.pairing import pairing_line
from tests.desktop.pages import at_work_in_chinese
from tests.desktop.plants import TestPlant, until
from tests.services.hub.living import Living, living_plant


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Living]:
    made = living_plant(tmp_path / "other")
    photo = made.served.hub.blobs.put_bytes(b"a photo")
    made.do("hazards.report", zone=made.zone, photos=[photo])
    yield made
    made.served.stop()


def line(other: Living) -> str:
    """What somebody is given there who is its safety officer."""
    return pairing_line(other.url, signing.make_pairing(other.served.hub, other.manager, other.people["孙丽"]))


def rows(page: Any) -> list[list[str]]:
    """What stands in the table."""
    model = page.table.view.model()
    many = range(model.columnCount())
    return [[str(model.index(row, at).data()) for at in many] for row in range(model.rowCount())]


def joined(page: Any, text: str) -> None:
    page.join()
    asked = page.findChild(JoinPlant)
    asked.line.setText(text)
    asked._join.click()


def test_another_plant_is_joined_and_stands_beside(qtbot: Any, qapp: Any, plant: TestPlant, other: Living) -> None:
    with at_work_in_chinese(qtbot, qapp, plant, "group") as window:
        page: Any = window.pages["group"]
        assert page.empty.isVisible()
        joined(page, line(other))
        until(lambda: len(rows(page)) == 2)
        own, there = sorted(rows(page), key=lambda one: one[0] != plant.workbench.plant.name)  # type: ignore[union-attr]
        assert there[0] == "江南精密"
        assert there[4:7] == ["1", "0", "0"]
        assert there[7] == words.say("role.safety_officer")
        assert (own[8], there[8]) == ("当前", "当前")
        assert plant.records("hazard") == (), "nothing else of it comes here"
        page.join()
        asked = page.findChildren(JoinPlant)[-1]
        asked.line.setText(f"{other.url}/pair#ABCD-EFGH")
        asked._join.click()
        until(lambda: asked.problem.text() != "")
        assert "配对码" in asked.problem.text()
        asked.reject()
        other.do("hazards.report", zone=other.zone, photos=[other.served.hub.blobs.put_bytes(b"a photo")])
        page.ask()
        until(lambda: ["2"] in [one[4:5] for one in rows(page)])
        other.served.server.should_exit = True
        until(lambda: other.served.server.started is False or not other.served._thread.is_alive())
        page.ask()
        until(lambda: "联系不上" in "".join(one[8] for one in rows(page)))
        assert ["2"] in [one[4:5] for one in rows(page)], "what was known last stays"
        found = page.others.all()[0]
        page.table.choose(found.id)
        until(lambda: page.leave.isVisible())
        page.leave.click()
        until(lambda: page.others.all() == ())
        until(page.empty.isVisible)


def test_ones_own_plant_is_no_other(qtbot: Any, qapp: Any, plant: TestPlant) -> None:
    hub = plant.served.hub
    me = plant.workbench.me
    assert me is not None
    actor = hub._local_actor(me.id)
    assert actor is not None
    with at_work_in_chinese(qtbot, qapp, plant, "group") as window:
        page: Any = window.pages["group"]
        joined(page, pairing_line(plant.served.url, signing.make_pairing(hub, actor, me.id)))
        asked = page.findChild(JoinPlant)
        until(lambda: asked.problem.text() != "")
        assert "本机所属工厂" in asked.problem.text()
