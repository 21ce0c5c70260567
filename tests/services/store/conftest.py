"""A store of its own for each test, in a folder that goes away."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.store.stories import lived_in
from tests.services.store.workshop import Workshop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    made = Workshop(tmp_path / "plant.db")
    yield made
    made.close()


@pytest.fixture(scope="session")
def lived_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with a story in it; copy it before use."""
    made = Workshop(tmp_path_factory.mktemp("lived") / "plant.db")
    lived_in(made)
    made.close()
    return made.path


@pytest.fixture
def lived(tmp_path: Path, lived_file: Path) -> Iterator[Workshop]:
    made = Workshop(Path(shutil.copy(lived_file, tmp_path / "plant.db")))
    assert made.verify().whole
    yield made
    made.close()
