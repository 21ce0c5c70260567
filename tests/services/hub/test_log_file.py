"""The hub's log: no file is larger than was set, and no more of them than were."""

import logging

import pytest

from services.core.keeping import KeepingPolicy
from services.hub.log_file import LogFile, log_file
from services.store.folder import PlantFolder


@pytest.fixture
def log(tmp_path):
    made = LogFile(PlantFolder(tmp_path))
    made.handler.setLevel(logging.DEBUG)
    yield made
    made.close()


def test_old_files_go_and_fewer_are_kept_at_once(log, tmp_path):
    record = logging.LogRecord("services.hub", logging.INFO, "", 0, "x" * 400_000, None, None)
    log.follow(KeepingPolicy(id="", log_mb=1, log_files=3))
    for _ in range(20):
        log.handler.emit(record)
    files = sorted(one.name for one in log_file(PlantFolder(tmp_path)).parent.iterdir())
    assert files == ["hub.log", "hub.log.1", "hub.log.2"]
    assert all(one.stat().st_size <= 1_000_000 for one in (tmp_path / "logs").iterdir())
    log.follow(KeepingPolicy(id="", log_mb=1, log_files=2))
    assert sorted(one.name for one in (tmp_path / "logs").iterdir()) == ["hub.log", "hub.log.1"]
