"""A console talks to its own hub only: a copy of the plant at the same address gets nothing and is told apart."""

from pathlib import Path
from typing import Any

import pytest

from services.hub import following
from services.store.copies import copy_plant
from tests.services.sync.desks import Office, in_step, records_of, refused_with


@pytest.fixture
def copy(office: Office, tmp_path: Path) -> Any:
    assert copy_plant(office.hub.folder.root, tmp_path / "copy")
    made = Office(tmp_path / "copy")
    yield made
    made.close()


def entries(office: Office) -> int:
    return int(following.hello(office.hub)["head"])


def test_a_copy_at_the_same_address_gets_nothing(office: Office, desks: Any, copy: Office) -> None:
    one, _ = desks
    one.run("zones.rename", zone=office.zone, name="不给副本")
    before, there = records_of(one.replica.database), entries(copy)
    one.wire.office, one.following._greeted = copy, None
    assert refused_with(one.sync) == "foreign_hub"
    assert (records_of(one.replica.database), len(one.replica.waiting()), entries(copy)) == (before, 1, there)
    one.wire.office = office
    one.sync()
    assert in_step(office, one)


def test_a_hub_that_does_not_know_the_console_is_asked_who_it_is(office: Office, desks: Any, copy: Office) -> None:
    """It has taken the place of the other without a break that the console could have noticed."""
    one, _ = desks
    one.wire.office = copy
    one.wire.person = "nobody there"
    assert refused_with(one.sync) == "foreign_hub"
    one.wire.office = office
    assert refused_with(one.sync) == "sign_in_needed"


def test_a_console_that_asked_nobody_would_be_seen(office: Office, desks: Any, copy: Office, monkeypatch: Any) -> None:
    """The planted fault: a copy has the identity of what it was copied from."""
    one, _ = desks
    real, id_ = following.hello, one.replica.fact("hub_id")
    monkeypatch.setattr(following, "hello", lambda hub: {**real(hub), "hub": id_})
    there = entries(copy)
    one.run("zones.rename", zone=office.zone, name="给了副本")
    one.wire.office, one.following._greeted = copy, None
    one.sync()
    assert entries(copy) == there + 1


def test_a_copy_made_anew_remembers_its_hub(office: Office, desks: Any) -> None:
    one, _ = desks
    known = one.replica.fact("hub_id")
    one.following._greet()
    one.following._renew("damaged", None)
    assert known
    assert one.replica.fact("hub_id") == known == following.hello(office.hub)["hub"]
