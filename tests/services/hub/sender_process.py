"""A dispatcher as a process of its own, which a test kills: a hub's store and its worker, by a clock of the test's."""

import time
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from services.hub.hub import Hub
from services.hub.worker import Worker
from services.store.folder import PlantFolder
from tests.makers import NOON


def send_without_end(root: Path, database: str | None, passed: Any, told: Connection) -> None:
    """Sends what is due until it is killed; `passed` is a shared number of seconds since noon."""

    def now() -> datetime:
        return NOON + timedelta(seconds=passed.value)

    hub = Hub(PlantFolder(root), database=database, now=now)
    Worker(hub).start()
    told.send("at work")
    while True:
        time.sleep(60)
