"""A store with a plant whose names a ledger can use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.imports.books import furnished
from tests.services.store.workshop import Place, Workshop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    made = Workshop(tmp_path / "plant.db")
    yield made
    made.close()


@pytest.fixture
def place(shop: Workshop) -> Place:
    return furnished(shop)
