"""What every test stands on: no screen, no network of Qt's own, and nothing of the person who runs it is touched.

The variables are set while this file is read, because Qt and keyring look at them when they are imported.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from services.store import accounts, schema
from tests.ready_tables import laid_at_once

HOME = Path(tempfile.mkdtemp(prefix="anhuan-tests-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
os.environ["ANHUAN_STRICT_WORDS"] = "1"  # a code without words is a fault here, a visible key elsewhere
for name in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{name}_HOME"] = str(HOME / name.lower())

accounts.ARGON2.update(time_cost=1, memory_cost=64)  # else every new plant costs two passes; see test_passwords.py
vars(schema)["_upgrade"] = laid_at_once(schema._upgrade)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long campaigns are only run when asked for."""
    if os.environ.get("ANHUAN_FULL"):
        return
    for item in items:
        if item.get_closest_marker("full"):
            item.add_marker(pytest.mark.skip(reason="a long campaign: dev.py test --full"))
