"""What is overdue is so by the hub's clock, also on a console whose own clock is wrong."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop import opening
from tests.desktop.plants import TestPlant, open_workbench

AHEAD = timedelta(days=3)
CLOSE = timedelta(minutes=5)


@pytest.fixture
def plant(qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    clock = made.opened.replica.clock
    made.opened.replica.clock = replace(clock, wall=lambda: clock.wall() + AHEAD)
    monkeypatch.setattr("desktop.workbench.utc_now", lambda: opening.utc_now() + AHEAD)
    yield made
    made.close()


def test_a_console_that_is_ahead_takes_the_hubs_time_with_its_first_round(plant: TestPlant) -> None:
    hub = plant.served.hub
    assert plant.workbench.now() - hub.now() > AHEAD - CLOSE
    plant.sync()
    assert abs(plant.workbench.sync_state.skew - AHEAD) < CLOSE
    assert abs(plant.workbench.now() - hub.now()) < CLOSE
