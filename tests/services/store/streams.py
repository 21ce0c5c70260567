"""Two real streams of writing: a hub's store that answers operations, some of them in one commit, and a console that
works, sends and lays entries down."""

import threading
from dataclasses import dataclass
from pathlib import Path

from tests.makers import BEFORE
from tests.services.store.product_sql import Transaction, heard
from tests.services.store.stories import lived_in
from tests.services.store.workshop import Place, Workshop
from tests.services.sync.desks import Desk, Office


@dataclass(frozen=True)
class Stream:
    """A database's file as it was before, and what it was told then."""

    before: bytes
    transactions: list[Transaction]


def hub_stream(path: Path) -> Stream:
    """A plant is founded and lives; refusals, group commits, a person is erased."""
    with heard(path) as transactions:
        shop = Workshop(path)
        place = lived_in(shop)
        together(shop, place, 5)
        gone = next(one for one in shop.find("person") if one.left_at)
        shop.do("people.erase", {"person": gone.id, "reason": "本人要求"}, place.boss)
        together(shop, place, 9)
        shop.reopen()
        together(shop, place, 3)
        for count in range(12):
            shop.do("zones.rename", {"zone": place.zone, "name": f"冲压{count}区"}, place.officer)
        shop.close()
    return Stream(b"", transactions)


def together(shop: Workshop, place: Place, many: int) -> None:
    """Reports, renames and refusals from as many devices, answered in one commit."""
    busy, gate = threading.Event(), threading.Event()

    def hold(_: object) -> None:
        busy.set()
        gate.wait(30)

    held = shop.store.writer.call(hold)
    busy.wait(30)
    kinds = (
        ("hazards.report", {"zone": place.zone, "photos": [BEFORE]}, place.worker),
        ("zones.rename", {"zone": place.zone, "name": "新名"}, place.officer),
        ("hazards.report", {"zone": place.zone, "photos": []}, place.worker),
    )
    futures = [shop.submit(shop.request(*kinds[count % len(kinds)], device=f"phone-{count}")) for count in range(many)]
    gate.set()
    held.result(30)
    for future in futures:
        future.result(30)


def console_stream(folder: Path) -> Stream:
    """A console that has had its first sync: what it does waits, is taken back, is sent, comes back and is refused."""
    office = Office(folder / "hub").furnish()
    desk = Desk(office, folder / "desk", office.people["孙丽"])
    desk.sync()
    desk.replica.database.clear_log()
    before = desk.replica.path.read_bytes()
    with heard(desk.replica.path) as transactions:
        for count in range(6):
            desk.run("zones.rename", zone=office.zone, name=f"冲压{count}区")
            desk.run("people.add", name=f"新人{count}", roles=["worker"])
            if count % 3 == 1:
                desk.replica.take_back()
            if count % 2:
                office.do("zones.rename", zone=office.zone, name=f"中心{count}区")
                desk.sync()
        desk.sync()
        desk.close()
    office.close()
    return Stream(before, transactions)
