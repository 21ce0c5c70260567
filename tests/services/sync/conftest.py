"""One hub, two consoles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.sync.desks import Desk, Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "hub").furnish()
    yield made
    made.close()


@pytest.fixture
def desks(office: Office, tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    one = Desk(office, tmp_path / "one", office.people["孙丽"])
    two = Desk(office, tmp_path / "two", office.people["陈刚"])
    for desk in (one, two):
        desk.sync()
    yield one, two
    one.close()
    two.close()
