"""The demo plant is opened hours after it was written: its sensors have gone on, one is beyond its limit, the zone is
yellow on a console that has never asked for a reading, and a hub that is killed notes nothing twice."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from services.demo.gauges import CLIMBING
from services.demo.plant import write_demo
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.queries.status import Status, ZoneStatus, zone_statuses
from services.store.records import Records
from services.store.tables import entries
from tests.acceptance.consoles import Console, pair
from tests.acceptance.test_first_loop import shown
from tests.acceptance.wires import HubProcess, wait_for

pytestmark = pytest.mark.acceptance

SHANGHAI = ZoneInfo("Asia/Shanghai")
AGO = timedelta(minutes=170)  # since then the climbing sensor has come to its limit a second time


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    now = datetime.now(SHANGHAI)
    if (now - AGO).date() < now.date():
        pytest.skip("a demo plant that is opened on the next day begins its day anew: its sensor climbs from now on")
    write_demo(tmp_path / "demo", until=datetime.now(UTC) - AGO)
    made = HubProcess(tmp_path / "demo")
    yield made
    made.kill()


def sensors(data: Path) -> dict[str, dict[str, Any]]:
    return {one["code"]: one for one in shown("sensors", data)}


def noted(data: Path) -> Counter[str]:
    """How many entries of each kind about sensors there are."""
    with Database(PlantFolder(data).database).reading() as connection:
        kinds = connection.execute(sa.select(entries.c.kind).where(entries.c.kind.like("sensors.%"))).scalars()
        return Counter(kinds)


def test_a_demo_plant_that_is_opened_later_is_alive(hub: HubProcess, tmp_path: Path) -> None:
    wait_for(lambda: sensors(hub.data)[CLIMBING]["beyond"] == "high")
    found = sensors(hub.data)
    assert {one["hearing"] for one in found.values()} == {"heard"}

    (boss,) = [one for one in shown("people", hub.data) if "ehs_manager" in one["roles"]]
    pair(hub.client(boss["employee_no"]), boss["id"], hub.url, tmp_path / "desk")
    console = Console(tmp_path / "desk")
    console.until("text", "中心已同步", name="statusHub")
    replica = PlantFolder(tmp_path / "desk").console / "replica.db"

    def status() -> ZoneStatus:
        with Database(replica).reading() as connection:
            zones = zone_statuses(Records(connection), datetime.now(UTC))
        return next(one for one in zones if one.zone.id == found[CLIMBING]["zone"])

    wait_for(lambda: [one.code for one in status().beyond] == [CLIMBING])
    assert status().status in (Status.PENDING, Status.OVERDUE)

    before = noted(hub.data)
    hub.kill()
    hub.start()
    wait_for(lambda: sensors(hub.data)[CLIMBING]["hearing"] == "heard")
    assert noted(hub.data) == before
    console.process.kill()
    console.process.wait()
