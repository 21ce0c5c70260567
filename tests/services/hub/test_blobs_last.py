"""What a hub has confirmed of a photo or drawing lasts: it is flushed before the answer leaves, and a hub that is
killed at any moment goes on with what it has."""

import os
import random
import signal
import threading

import pytest

from services.photos.folder import PhotoFolder
from services.sync.client import HubClient, Unreachable
from services.sync.outgoing import Outgoing
from tests.services.hub.hub_process import COMMAND, HubProcess
from tests.services.hub.living import living_plant
from tests.services.hub.test_flush_before_answer import WATCH, calls, can_watch

FULL = bool(os.environ.get("ANHUAN_FULL"))
KILLS = 60 if FULL else 4
WITHOUT_FLUSH = ("-c", "import os; os.fsync = lambda handle: None; from services.cli import main; main()")


@pytest.fixture(scope="module")
def plant(tmp_path_factory):
    made = living_plant(tmp_path_factory.mktemp("last") / "plant")
    made.served.stop()
    return made


def client_of(hub):
    return HubClient(hub.url, str(hub.session.headers["Authorization"]).split()[1], hub.person)


def filled(folder, seed, count, size):
    """Drawings that wait to be sent."""
    waits = Outgoing(folder / "outgoing", PhotoFolder(folder / "blobs"))
    for n in range(count):
        waits.add(waits.blobs.put_bytes(random.Random(f"{seed} {n}").randbytes(size)), "drawing")
    return waits


def confirmed_too_early(trace, names):
    """The blobs whose confirmation had left before their bytes and their name were flushed."""
    seen = calls(trace)
    flushed = [call for call in seen if call.name == "fsync"]
    early = []
    for sha256 in names:
        answer = next(call for call in seen if sha256 in call.text and 'complete\\":true' in call.text)
        places = {call.what for call in flushed if call.done < answer.begun}
        ends = {f"/{sha256}", f"/blobs/{sha256[:2]}/{sha256[2:4]}"}
        if not all(any(place.endswith(end) for place in places) for end in ends):
            early.append(sha256)
    return early


def watched(plant, tmp_path, python):
    """Blobs that a watched hub has confirmed, and those of them that it confirmed too early."""
    hub = HubProcess(plant.served.hub.folder.root, plant.manager.person, (*WATCH, str(tmp_path / "trace")), python)
    try:
        sent, trouble = filled(tmp_path, str(tmp_path), 5, 9_000).send(client_of(hub))
    finally:
        hub.stop()
    assert (len(sent), trouble) == (5, None)
    return sent, confirmed_too_early(tmp_path / "trace", sent)


@pytest.mark.skipif(not can_watch(), reason="no process may be watched with strace here")
def test_a_blob_is_flushed_before_it_is_confirmed(plant, tmp_path):
    _, early = watched(plant, tmp_path, COMMAND)
    assert early == []


@pytest.mark.skipif(not can_watch(), reason="no process may be watched with strace here")
def test_a_hub_that_does_not_flush_is_seen(plant, tmp_path):
    sent, early = watched(plant, tmp_path, WITHOUT_FLUSH)
    assert early == sent


def test_a_hub_that_is_killed_at_any_moment_has_what_it_confirmed(plant, tmp_path):
    chance, there = random.Random(1), PhotoFolder(plant.served.hub.folder.blobs)
    waits = filled(tmp_path, "killed", KILLS * 8, 700_000)
    mine = {sha256 for sha256, _ in waits.waiting()}
    for _ in range(KILLS):
        hub = HubProcess(plant.served.hub.folder.root, plant.manager.person)
        killer = threading.Timer(chance.uniform(0.01, 0.25), os.kill, (hub.pid, signal.SIGKILL))
        killer.start()
        try:
            while waits.waiting():
                waits.send(client_of(hub))
        except Unreachable:
            pass
        killer.join()
        hub.stop()
        assert all(there.get(sha256) for sha256 in mine - {sha256 for sha256, _ in waits.waiting()})
    hub = HubProcess(plant.served.hub.folder.root, plant.manager.person)
    _, trouble = waits.send(client_of(hub))
    hub.stop()
    assert (trouble, waits.waiting()) == (None, [])
    assert all(there.get(sha256) for sha256 in mine)
