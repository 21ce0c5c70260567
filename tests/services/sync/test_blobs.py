"""Photos and drawings between a console and a real hub over a wire that is cut: all arrive whole, nothing is forgotten
before the hub has it, and little is sent twice."""

import errno
import os
import random
import time

import pytest

from services.core.refused import Refused
from services.photos import clean
from services.photos.folder import FolderFull, PhotoFolder
from services.photos.unfinished import KEPT_S, Unfinished
from services.sync import blobs, outgoing
from services.sync.blobs import HUB, WrongBytes, fetch
from services.sync.client import HubClient, Unreachable
from services.sync.outgoing import Outgoing
from tests.services.hub.living import living_plant
from tests.services.photos.hostile import saved, scene
from tests.services.sync.cutting import CuttingWire

SIZE = 300_000
MOST_TRIES = 2_000


@pytest.fixture(scope="module")
def plant(tmp_path_factory):
    made = living_plant(tmp_path_factory.mktemp("hub") / "plant")
    yield made
    made.served.stop()


@pytest.fixture(scope="module")
def token(plant):
    return HubClient(plant.url).sign_in("孙丽", plant.code("孙丽"))["token"]


@pytest.fixture
def client(plant, token):
    return HubClient(plant.url, token)


@pytest.fixture
def wire(plant):
    """Cut after 200 kB on an average: fewer than a whole blob has."""
    made = CuttingWire(plant.served.port, 7, 400_000)
    yield made
    made.close()


def made(folder, seed, size=SIZE):
    return folder.put_bytes(random.Random(seed).randbytes(size))


def box(tmp_path, kind=Outgoing):
    return kind(tmp_path / "outgoing", PhotoFolder(tmp_path / "blobs"))


def names(waiting):
    return {sha256 for sha256, _ in waiting}


def all_sent(tmp_path, url, token, kind=Outgoing):
    """Sends until nothing waits; each try after a cut is a console that was started anew."""
    for _ in range(MOST_TRIES):
        waits = box(tmp_path, kind)
        try:
            _, trouble = waits.send(HubClient(url, token))
        except Unreachable:
            continue
        return trouble
    raise AssertionError("it does not come to an end")


def fetched(folder, url, token, sha256):
    for _ in range(MOST_TRIES):
        try:
            return fetch(HubClient(url, token), folder, sha256)
        except (Unreachable, WrongBytes):
            continue
    raise AssertionError("it does not come to an end")


def test_fifty_blobs_arrive_whole_over_a_wire_that_is_cut_and_little_is_sent_twice(plant, token, wire, tmp_path):
    waits = box(tmp_path)
    mine = [made(waits.blobs, f"up {n}") for n in range(50)]
    for sha256 in mine:
        waits.add(sha256, "drawing")
    assert all_sent(tmp_path, wire.url, token) is None
    assert waits.waiting() == []
    assert all(plant.served.hub.blobs.get(sha256) for sha256 in mine)
    up, cuts_up = wire.up, wire.cuts
    theirs = [made(plant.served.hub.blobs, f"down {n}") for n in range(50)]
    assert all(fetched(waits.blobs, wire.url, token, sha256) for sha256 in theirs)
    assert all(waits.blobs.get(sha256) for sha256 in theirs)
    payload, cuts_down = 50 * SIZE, wire.cuts - cuts_up
    print(f"up {up / payload:.3f} of {payload}, {cuts_up} cuts; down {wire.down / payload:.3f}, {cuts_down} cuts")
    assert min(cuts_up, cuts_down) > 40
    assert up < 1.5 * payload
    assert wire.down < 1.5 * payload
    assert Unfinished(plant.served.hub.blobs).used()[0] == Unfinished(waits.blobs).used()[0] == 0


def test_photos_go_the_same_way(plant, token, tmp_path):
    wire = CuttingWire(plant.served.port, 3, 9_000)
    waits = box(tmp_path)
    photos = [clean(saved(scene(500 + n, 400))) for n in range(4)]
    for photo in photos:
        waits.add(waits.blobs.put(photo), "photo")
    assert all_sent(tmp_path, wire.url, token) is None
    wire.close()
    assert all(plant.served.hub.blobs.get(photo.sha256) == photo.data for photo in photos)
    assert wire.cuts > 3


class Early(Outgoing):
    """The planted bug: markers go when sending begins."""

    def send(self, client):
        marks = self.waiting()
        for sha256, what in marks:
            (self.markers / f"{sha256}.{what}").replace(self.sent / f"{sha256}.{what}")
        for sha256, what in marks:
            blobs.send(client, self.blobs, sha256, what)
        return [sha256 for sha256, _ in marks], None


def forgotten(plant, token, tmp_path, kind):
    """Blobs that neither wait here any more nor are whole at the hub, seen after every single cut."""
    wire = CuttingWire(plant.served.port, 5, 60_000)
    waits = box(tmp_path, kind)
    mine = {made(waits.blobs, f"{tmp_path} {n}", 50_000) for n in range(6)}
    for sha256 in mine:
        waits.add(sha256, "drawing")
    lost = set()
    for _ in range(40):
        try:
            box(tmp_path, kind).send(HubClient(wire.url, token))
        except Unreachable:
            pass
        lost |= {one for one in mine - names(waits.waiting()) if plant.served.hub.blobs.get(one) is None}
    wire.close()
    assert waits.waiting() == [] or kind is Early
    return lost


def test_no_marker_goes_before_the_hub_has_the_blob(plant, token, tmp_path):
    assert forgotten(plant, token, tmp_path, Outgoing) == set()


def test_a_console_that_forgets_too_early_is_caught(plant, token, tmp_path):
    assert forgotten(plant, token, tmp_path, Early)


def test_a_console_that_begins_again_from_the_start_is_caught_by_the_hash(plant, client, tmp_path, monkeypatch):
    """The planted bug: after a cut it sends from the start, behind what has come."""
    waits = box(tmp_path)
    sha256 = made(waits.blobs, "from the start")
    waits.add(sha256, "drawing")
    data = waits.blobs.get(sha256)
    client.send_part(sha256, "drawing", data[:100_000], 0, SIZE)
    monkeypatch.setattr(blobs, "_part_at", lambda place, offset: data[: SIZE - offset])
    sent, trouble = waits.send(client)
    assert (sent, trouble.code) == ([], "blob_wrong_hash")
    assert (waits.waiting(), plant.served.hub.blobs.get(sha256)) == ([(sha256, "drawing")], None)


def test_a_download_that_begins_again_from_the_start_is_caught_by_the_hash(plant, client, tmp_path, monkeypatch):
    """The planted bug: what came before stays, and other bytes come behind it."""
    folder = PhotoFolder(tmp_path / "blobs")
    sha256 = made(plant.served.hub.blobs, "down from the start")
    data = plant.served.hub.blobs.get(sha256)
    with Unfinished(folder).held(sha256):
        Unfinished(folder).append(HUB, sha256, data[:100_000], 0)

    def behind(path, target, size):
        target.write_bytes(target.read_bytes() + data[: size - 100_000])

    monkeypatch.setattr(client, "download", behind)
    with pytest.raises(WrongBytes):
        fetch(client, folder, sha256)
    assert folder.get(sha256) is None
    monkeypatch.undo()
    assert fetch(client, folder, sha256), "it was thrown away, and the next try begins with nothing"


def test_a_download_goes_on_where_it_was_cut(plant, token, client, tmp_path):
    folder = PhotoFolder(tmp_path / "blobs")
    sha256 = made(plant.served.hub.blobs, "half")
    data = plant.served.hub.blobs.get(sha256)
    wire = CuttingWire(plant.served.port, 1, 1)
    wire.calm = True
    with Unfinished(folder).held(sha256):
        Unfinished(folder).append(HUB, sha256, data[:-1_000], 0)
    assert fetch(HubClient(wire.url, token), folder, sha256)
    wire.close()
    assert wire.down < 5_000
    assert folder.get(sha256) == data


def test_an_answer_that_is_a_refusal_leaves_what_came(plant, tmp_path):
    """A session that has run out must not cost what was already fetched."""
    folder = PhotoFolder(tmp_path / "blobs")
    sha256 = made(plant.served.hub.blobs, "half and a refusal")
    with Unfinished(folder).held(sha256):
        Unfinished(folder).append(HUB, sha256, b"half", 0)
    stranger = HubClient(plant.url, "x" * 43)
    with pytest.raises(Refused, match="sign_in_needed"):
        fetch(stranger, folder, sha256)
    with pytest.raises(Refused, match="sign_in_needed"):
        stranger.download(f"/api/blobs/{sha256}", Unfinished(folder).place(HUB, sha256), SIZE)
    assert Unfinished(folder).size(HUB, sha256) == 4


def test_what_the_hub_has_already_is_not_sent(plant, token, tmp_path):
    waits = box(tmp_path)
    sha256 = made(waits.blobs, "there")
    plant.served.hub.blobs.put_bytes(waits.blobs.get(sha256))
    waits.add(sha256, "drawing")
    wire = CuttingWire(plant.served.port, 1, 1)
    wire.calm = True
    assert waits.send(HubClient(wire.url, token)) == ([sha256], None)
    wire.close()
    assert wire.up < 2_000


def test_what_is_refused_waits_is_left_alone_for_a_while_and_the_others_go(client, tmp_path, monkeypatch):
    waits = box(tmp_path)
    bad, good = waits.blobs.put_bytes(b"no picture"), made(waits.blobs, "good")
    waits.add(bad, "photo")
    waits.add(good, "drawing")
    sent, trouble = waits.send(client)
    assert (sent, trouble.code, names(waits.waiting())) == ([good], "not_a_picture", {bad})
    monkeypatch.setattr(client, "send_part", None)
    assert waits.send(client)[1].code == "not_a_picture", "still told, and not sent again"
    monkeypatch.setattr(outgoing, "PAUSE_S", 0.0)
    with pytest.raises(TypeError):
        waits.send(client)


def test_a_full_hub_is_tried_again_with_the_next_round(client, tmp_path, monkeypatch):
    waits = box(tmp_path)
    sha256 = made(waits.blobs, "full")
    waits.add(sha256, "drawing")

    def full(*_):
        raise Refused("disk_full")

    monkeypatch.setattr(client, "send_part", full)
    assert waits.send(client)[1].code == "disk_full"
    monkeypatch.undo()
    assert waits.send(client) == ([sha256], None)


def test_a_damaged_blob_is_told_and_never_sent(plant, client, tmp_path):
    waits = box(tmp_path)
    sha256 = made(waits.blobs, "damaged")
    waits.add(sha256, "drawing")
    waits.blobs.place(sha256).write_bytes(b"?")
    assert waits.send(client)[1].code == "blob_damaged"
    assert names(waits.waiting()) == {sha256}
    assert not plant.served.hub.blobs.has(sha256)


def test_offsets_that_never_fit_do_not_go_on_for_ever(client, tmp_path, monkeypatch):
    waits = box(tmp_path)
    waits.add(made(waits.blobs, "never"), "drawing")

    def never(*_):
        raise Refused("offset_wrong", expected=5)

    monkeypatch.setattr(client, "send_part", never)
    assert waits.send(client)[1].code == "offset_wrong"


def test_another_hash_is_no_confirmation(client, tmp_path, monkeypatch):
    waits = box(tmp_path)
    sha256 = made(waits.blobs, "another")
    waits.add(sha256, "drawing")
    monkeypatch.setattr(client, "call", lambda *_, **__: {"sha256": "0" * 64, "complete": True, "offset": SIZE})
    with pytest.raises(Unreachable):
        waits.send(client)
    assert names(waits.waiting()) == {sha256}


def test_a_hub_that_lost_a_blob_can_have_it_again(plant, client, tmp_path):
    """It was put back to an earlier day, or its disk had a fault."""
    waits = box(tmp_path)
    sha256 = made(waits.blobs, "lost")
    waits.add(sha256, "drawing")
    waits.send(client)
    plant.served.hub.blobs.place(sha256).unlink()
    assert waits.again(sha256)
    assert not waits.again("0" * 64)
    assert waits.send(client) == ([sha256], None)
    assert plant.served.hub.blobs.get(sha256)


def test_an_operation_that_names_it_has_it_sent_again(office, desks):
    one, _ = desks
    photo = clean(saved(scene()))
    one.outgoing.add(one.outgoing.blobs.put(photo), "photo")
    one.sync()
    office.hub.blobs.place(photo.sha256).unlink()
    assert one.run("hazards.report", zone=office.zone, photos=[photo.sha256]).ok
    assert one.sync().trouble.code == "blob_missing"
    assert one.sync().blobs == (photo.sha256,)
    assert one.replica.waiting() == []


def test_a_full_console_keeps_nothing_wrong(plant, client, tmp_path, monkeypatch):
    folder = PhotoFolder(tmp_path / "blobs")
    sha256 = made(plant.served.hub.blobs, "full here")

    def full(_):
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FolderFull):
        fetch(client, folder, sha256)
    monkeypatch.undo()
    assert folder.get(sha256) is None
    assert fetch(client, folder, sha256)
    assert folder.get(sha256) == plant.served.hub.blobs.get(sha256)


def test_downloads_that_nobody_goes_on_with_are_swept(plant, client, tmp_path):
    folder = PhotoFolder(tmp_path / "blobs")
    parts = Unfinished(folder)
    with parts.held("0" * 64):
        parts.append(HUB, "0" * 64, b"old", 0)
    os.utime(parts.place(HUB, "0" * 64), (time.time() - KEPT_S - 60,) * 2)
    assert fetch(client, folder, made(plant.served.hub.blobs, "new"))
    assert parts.used() == (0, 0)
