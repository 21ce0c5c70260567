"""A real PostgreSQL server and a demo plant, both made by the first test of a process that needs them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.demo.plant import write_demo
from tests.postgres import Server, binaries


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    if binaries() is None:
        if shutil.which("dpkg-query"):
            pytest.fail("PostgreSQL is not installed here; dev.py test does that")
        pytest.skip("there is no PostgreSQL server here, and only on Debian it is brought")
    server = Server()
    yield server
    server.remove()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nobody's to change; writing it takes long."""
    data = tmp_path_factory.mktemp("demo")
    write_demo(data, seed=1)
    return data


@pytest.fixture(scope="module")
def demo_plant(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo plant that the tests of one file may change."""
    return shutil.copytree(demo, tmp_path_factory.mktemp("plant") / "plant")
