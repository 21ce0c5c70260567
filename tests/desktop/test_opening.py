"""A console opened on the hub's own machine: who is signed in without asking, who is asked, and who can reach it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.opening import found_plant, open_plant
from services.hub.serve import Served
from services.store.folder import PlantFolder


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    made = Served(PlantFolder(tmp_path / "plant"))
    made.start()
    yield made
    made.stop()


def test_a_plant_that_is_there_is_not_offered_to_be_made_again(served: Served, tmp_path: Path) -> None:
    data = tmp_path / "plant"
    before = open_plant(data, served.url)
    assert (before.plant_there, before.founded, before.client) == (False, False, None)
    found_plant(before, data, "一厂", "王丽", "long enough", "zh")
    before.close()
    desk = open_plant(tmp_path / "desk", served.url)
    assert (desk.plant_there, desk.founded, desk.client) == (True, False, None)
    desk.close()


def test_someone_named_is_signed_in_on_the_hubs_own_machine_only(served: Served, tmp_path: Path) -> None:
    data = tmp_path / "plant"
    before = open_plant(data, served.url)
    found_plant(before, data, "一厂", "王丽", "long enough", "zh")
    me = before.replica.fact("me")
    before.keys.drop("session")
    before.replica.set_facts(me=None)
    before.close()
    here = open_plant(data, served.url, "王丽")
    assert here.client is not None
    assert here.replica.fact("me") == me
    here.close()
    for folder, name in ((data, "没有这个人"), (tmp_path / "desk", "王丽")):
        refused = open_plant(folder, served.url, name)
        assert refused.client is None
        refused.close()


def test_phones_reach_a_plant_and_nobody_outside_reaches_the_demo(tmp_path: Path) -> None:
    folder = PlantFolder(tmp_path)
    folder.make()
    assert folder.listening_host() == "0.0.0.0"
    folder.demo.touch()
    assert folder.listening_host() == "127.0.0.1"
