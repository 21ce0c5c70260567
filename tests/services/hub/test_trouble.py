"""A hub in trouble: a full disk, a busy store, a fault in the mail thread. It says so, and goes on when it is over."""

import threading

import pytest
import sqlalchemy as sa

from services.hub import sending
from services.hub import worker as worker_module
from services.hub.serve import Served
from services.hub.worker import Worker
from services.store.deliveries import Delivery
from services.store.folder import PlantFolder
from tests.services.hub.calls import Caller, manager
from tests.services.hub.living import living_plant


@pytest.fixture(scope="module")
def plant(tmp_path_factory):
    made = living_plant(tmp_path_factory.mktemp("hub") / "plant")
    yield made
    made.served.stop()


class Disk:
    """A disk that has room for what is there and no more, until it is given some."""

    def __init__(self, plant) -> None:
        self.full = False
        sa.event.listen(plant.served.hub.store.database.engine, "checkout", self.limit)

    def limit(self, connection, *_):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages if self.full else 1_000_000}").close()


def filled(boss, plant):
    """Reports until one is refused; the refusal."""
    for count in range(400):
        answer = boss.issue("zones.rename", {"zone": plant.zone, "name": f"第{count}次" + "长" * 40})
        if "seq" not in answer:
            return answer
    raise AssertionError("the disk never filled")


def test_a_full_disk_is_said_and_over_when_there_is_room(plant):
    boss, disk = manager(plant), Disk(plant)
    disk.full = True
    refused = filled(boss, plant)
    assert (refused["refused"], refused["facts"]) == ("disk_full", {})
    head = boss.call("GET", "/health").json()["head"]
    answer = Caller(plant).post("/api/sign-in", {"login": "x" * 90, "secret": "y"})
    assert answer.status_code in (401, 507)
    disk.full = False
    again = boss.issue("zones.rename", {"zone": plant.zone, "name": "又有地方了"})
    assert again["seq"] == head + 1, "what was refused for want of room had no entry, and its turn was kept"


def test_blobs_need_room_too(plant, monkeypatch):
    from services.photos.folder import FolderFull

    def no_room(_):
        raise FolderFull("x")

    monkeypatch.setattr(plant.served.hub.blobs, "put_bytes", no_room)
    answer = manager(plant).call("POST", "/api/blobs/drawing", data=b"x")
    assert (answer.status_code, answer.json()["refused"]) == (507, "disk_full")


def test_the_mail_thread_survives_a_fault(plant, monkeypatch):
    """It tries again, and what waits is sent then."""
    monkeypatch.setattr(worker_module, "AFTER_TROUBLE_S", 0.01)
    tried = threading.Semaphore(0)

    def faulty(_):
        tried.release()
        raise OSError("no room")

    worker = Worker(plant.served.hub)
    monkeypatch.setattr(worker, "begin_due", faulty)
    worker.start()
    assert all(tried.acquire(timeout=10) for _ in range(3))
    worker.stop()


def test_nobody_who_has_gone_is_written_to(plant, monkeypatch):
    sent = []
    plant.do("plant.set_mail", host="127.0.0.1", port=9, sender="a@b.cd")
    plant.do("people.set_contact", person=plant.people["马超"], email="ma@example.com")
    plant.do("people.leave", person=plant.people["马超"])
    worker = Worker(plant.served.hub)
    monkeypatch.setattr(sending, "channel_of", lambda *_: pytest.fail("a mail to someone who has gone"))
    monkeypatch.setattr(worker, "_settle", lambda delivery, receipt: sent.append(receipt.code))
    delivery = Delivery("d", plant.people["马超"], "email", "hazard_closed", "h", {}, 1, 1, "")
    worker._send(delivery)
    assert sent == ["no_address"]


def test_a_second_hub_on_the_folder_is_refused(plant):
    from services.core.refused import Refused

    with pytest.raises(Refused, match="hub_runs"):
        Served(PlantFolder(plant.served.hub.folder.root))
