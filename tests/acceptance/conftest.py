"""A plant with a console in this process, and a worker's phone, for every story that wants them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.phones import Phone, phones
from tests.desktop.plants import TestPlant, open_workbench


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    yield made
    made.close()


@pytest.fixture
def phone() -> Iterator[Phone]:
    with phones() as another:
        made: Phone = another()
        yield made
        assert made.faults == []
