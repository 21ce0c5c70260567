"""A real PostgreSQL server, started by the first test of a process that needs it."""

import shutil
from collections.abc import Iterator

import pytest

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
