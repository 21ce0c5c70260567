"""A console whose disk is really full: what it refuses was never there, also after a restart; a page of entries is
laid down whole or not at all; and it goes on when there is room."""

from collections.abc import Iterator
from typing import Any

import pytest

from services.store.replica import Replica
from tests.full_disk import KINDS, Disk, small_disk
from tests.services.sync.desks import Desk, in_step, records_of, refused_with

FULL = "disk_full_here"


@pytest.fixture(params=KINDS)
def disk(request, tmp_path) -> Iterator[Disk]:
    with small_disk(request.param, tmp_path / "disk") as made:
        yield made


@pytest.fixture
def desk(office, disk) -> Iterator[Desk]:
    made = Desk(office, disk.path / "desk", office.people["孙丽"])
    made.sync()
    made.replica.database.clear_log()
    yield made
    made.close()


def waiting(replica: Replica) -> list[str]:
    return [operation.id for operation in replica.waiting()]


def worked_until_full(desk: Desk) -> list[str]:
    """What was kept until twenty operations were refused; each refusal left everything as it was."""
    kept = waiting(desk.replica)
    refused = 0
    for count in range(400):
        seen = records_of(desk.replica.database)
        local = desk.run("zones.rename", zone=desk.office.zone, name=f"第{count}个名字" + "长" * (count % 50))
        if local.ok:
            kept.append(local.id)
        else:
            assert local.refused is not None
            assert local.refused.code == FULL
            assert records_of(desk.replica.database) == seen
            refused += 1
        assert waiting(desk.replica) == kept
        if refused == 20:
            return kept
    raise AssertionError("the disk never filled")


def test_what_a_full_console_refuses_was_never_there(disk, desk, office):
    disk.fill()
    kept = worked_until_full(desk)
    disk.give_room()
    desk.replica.close()
    desk.replica = desk.following.replica = Replica(desk.replica.path, desk.replica.clock)
    assert waiting(desk.replica) == kept
    assert desk.run("zones.rename", zone=office.zone, name="又有地方了").ok
    desk.sync()
    assert waiting(desk.replica) == []
    assert in_step(office, desk)


def test_what_cannot_be_taken_back_goes_on_waiting(disk, desk, office):
    assert desk.run("zones.rename", zone=office.zone, name="无法撤回").ok
    disk.fill()
    kept = worked_until_full(desk)
    disk.fill(most=4096)  # nor for less than what was refused
    seen = records_of(desk.replica.database)
    local = desk.replica.take_back()
    assert local.refused is not None
    assert local.refused.code == FULL
    assert (waiting(desk.replica), records_of(desk.replica.database)) == (kept, seen)
    disk.give_room()
    assert desk.run("zones.rename", zone=office.zone, name="又有地方了").ok
    assert desk.replica.take_back().ok
    assert waiting(desk.replica) == kept


def page_of(desk: Desk) -> tuple[list[Any], dict[str, Any]]:
    """What is new at the hub, fetched and not laid down yet."""
    here = {name: desk.replica.fact(name) for name in ("cursor", "hash", "epoch")}
    about, page = desk.wire.page("/api/changes", after=here["cursor"], hash=here["hash"], epoch=here["epoch"])
    return page, about["clear"]


def test_a_page_is_laid_down_whole_or_not_at_all(disk, desk, office):
    for count in range(5):
        office.do("zones.rename", zone=office.zone, name=f"中心{count}")
    page, clear = page_of(desk)
    disk.fill()
    kept = worked_until_full(desk)
    before = desk.replica.fact("cursor"), records_of(desk.replica.database)
    assert refused_with(lambda: desk.replica.lay_down(page, clear)) == FULL
    assert (desk.replica.fact("cursor"), records_of(desk.replica.database)) == before
    assert waiting(desk.replica) == kept
    disk.give_room()
    desk.sync()
    assert in_step(office, desk)


def test_a_first_copy_that_finds_no_room_says_so_and_comes_when_there_is(disk, office):
    desk = Desk(office, disk.path / "desk", office.people["孙丽"])
    office.hub.ready.get(blank=False)  # which needs room too, and is in this process
    disk.fill(most=100_000)
    assert refused_with(desk.sync) == FULL
    assert desk.replica.fact("cursor") in (None, 0)
    assert not [one.name for one in desk.replica.path.parent.iterdir() if "incoming" in one.name]
    disk.give_room()
    desk.sync()
    assert in_step(office, desk)
    desk.close()
