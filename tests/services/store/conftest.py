"""A store of its own for each test, in a folder that goes away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.store.workshop import Workshop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    made = Workshop(tmp_path / "plant.db")
    yield made
    made.close()
