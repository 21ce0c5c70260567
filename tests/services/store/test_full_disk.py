"""A hub's store on a disk that is really full: it says so, answers questions, keeps what it has answered, and goes on
when there is room."""

from collections.abc import Iterator

import pytest

from services.core.refused import Refused
from services.store.writer import Writer
from tests.full_disk import KINDS, Disk, small_disk
from tests.makers import BEFORE
from tests.services.store.test_failing_writes import early
from tests.services.store.workshop import Place, Workshop


@pytest.fixture(params=KINDS)
def disk(request, tmp_path) -> Iterator[Disk]:
    with small_disk(request.param, tmp_path / "disk") as made:
        yield made


def report(shop: Workshop, place: Place, count: int) -> tuple[str, str]:
    """The id of a report, and what it was refused with for want of room; each has a device of its own."""
    args = {"zone": place.zone, "photos": [BEFORE], "description": "长" * (count % 300)}
    request = shop.request("hazards.report", args, place.worker, device=f"phone-{count}")
    try:
        answer = shop.submit(request).result(30)
    except Refused as refused:
        return request.operation.id, refused.code
    assert answer.ok
    return request.operation.id, ""


def lived_through(disk: Disk, shop: Workshop, place: Place) -> tuple[set[str], set[str]]:
    """Three times full, and three times room again: what was answered, and what was refused."""
    answered: set[str] = set()
    refused: set[str] = set()
    for turn in range(3):
        shop.store.database.clear_log()
        disk.fill()
        for count in range(60):
            id_, code = report(shop, place, 100 * turn + count)
            assert code in ("", "disk_full")
            (refused if code else answered).add(id_)
        assert shop.get("zone", place.zone).name == "冲压区"
        disk.give_room()
        id_, code = report(shop, place, 100 * turn + 99)
        assert code == ""
        answered.add(id_)
    return answered, refused


def test_a_full_disk_loses_nothing_and_is_over_when_there_is_room(disk):
    shop = Workshop(disk.path / "plant.db")
    answered, refused = lived_through(disk, shop, shop.found())
    assert len(refused) > 30
    shop.reopen()
    there = {entry["operation"] for entry in shop.entries()}
    assert answered <= there
    assert there.isdisjoint(refused)
    assert shop.verify().whole
    shop.close()


def test_answers_without_their_commit_are_seen(disk, monkeypatch):
    shop = Workshop(disk.path / "plant.db")
    place = shop.found()
    monkeypatch.setattr(Writer, "_write", early)
    answered, _ = lived_through(disk, shop, place)
    shop.reopen()
    assert not answered <= {entry["operation"] for entry in shop.entries()}
    shop.close()


def test_a_store_is_opened_on_a_full_disk_for_reading_what_is_there(disk):
    """A hub that starts again on a full disk says that the disk is full, and opens when there is room."""
    shop = Workshop(disk.path / "plant.db")
    place = shop.found()
    shop.close()
    disk.fill()
    code = said_when_opened(shop, place)
    assert code in ("", "disk_full")
    disk.give_room()
    again = Workshop(shop.path)
    assert report(again, place, 1)[1] == ""
    again.close()


def said_when_opened(shop: Workshop, place: Place) -> str:
    try:
        opened = Workshop(shop.path)
    except Refused as refused:
        return refused.code
    assert opened.get("zone", place.zone).name == "冲压区"
    opened.close()
    return ""
