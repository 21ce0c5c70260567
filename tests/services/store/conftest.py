"""A store of its own for each test, which goes away. What is about stores runs on SQLite and on PostgreSQL; what is
about SQLite's file says so by a mark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.services.store.grounds import Ground, OnPostgresql, OnSqlite
from tests.services.store.stories import lived_in
from tests.services.store.workshop import Workshop
from tests.services.sync.desks import Office


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "sqlite: about SQLite's file itself, not about stores")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "ground" in metafunc.fixturenames:
        about_the_file = metafunc.definition.get_closest_marker("sqlite")
        metafunc.parametrize("ground", ["sqlite"] if about_the_file else ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(scope="session")
def kept() -> dict[Any, Any]:
    """What the stories of this process have left."""
    return {}


@pytest.fixture
def ground(request: pytest.FixtureRequest, tmp_path: Path, kept: dict[Any, Any]) -> Ground:
    if request.param == "sqlite":
        return OnSqlite(tmp_path, kept)
    return OnPostgresql(request.getfixturevalue("postgres"), kept)


@pytest.fixture
def shop(ground: Ground) -> Iterator[Workshop]:
    made = ground.open()
    yield made
    made.close()


@pytest.fixture(scope="session")
def lived_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with a story in it; copy it before use."""
    made = Workshop(tmp_path_factory.mktemp("lived") / "plant.db")
    lived_in(made)
    made.close()
    return Path(made.path)


@pytest.fixture
def lived(ground: Ground) -> Iterator[Workshop]:
    made = ground.open_after(lived_in)
    assert made.verify().whole
    yield made
    made.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A hub with a folder of its own."""
    made = Office(tmp_path / "office").furnish()
    yield made
    made.close()
