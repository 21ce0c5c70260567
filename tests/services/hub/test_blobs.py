"""Photos and drawings in parts, over real HTTP: cut anywhere, they go on; wrong, they never count."""

import asyncio
import errno
import hashlib
import os
import random
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from starlette.requests import Request

from services.hub import blobs
from services.hub.blobs import MOST_DRAWING, MOST_PART, MOST_PHOTO, MOST_UNFINISHED, part_of
from services.hub.noting import Noting
from services.hub.serve import Served
from services.photos import clean, unfinished
from services.photos.unfinished import KEPT_S, Unfinished
from tests.services.hub.calls import Caller, manager, signed_in
from tests.services.hub.living import living_plant
from tests.services.photos.hostile import exif, saved, scene


@pytest.fixture(scope="module")
def plant(tmp_path_factory):
    made = living_plant(tmp_path_factory.mktemp("hub") / "plant")
    yield made
    made.served.stop()


@pytest.fixture(scope="module")
def officer(plant):
    return signed_in(plant, "孙丽")


def drawing(size, seed):
    data = random.Random(seed).randbytes(size)
    return data, hashlib.sha256(data).hexdigest()


def put(caller, sha256, part, offset, total, what="drawing"):
    params = {"what": what, "offset": offset, "total": total}
    return caller.call("PUT", f"/api/blobs/{sha256}", data=part, params=params)


def whole(caller, data, what="drawing", size=MOST_PART):
    """The last answer to an upload in parts."""
    sha256 = hashlib.sha256(data).hexdigest()
    for offset in range(0, len(data), size):
        answer = put(caller, sha256, data[offset : offset + size], offset, len(data), what)
    return answer


def here(caller, sha256):
    """What HEAD says: whole or not, and how many bytes."""
    answer = caller.call("HEAD", f"/api/blobs/{sha256}")
    name = {200: "Content-Length", 404: "Upload-Offset"}[answer.status_code]
    return answer.status_code == 200, int(answer.headers[name])


def refused(answer):
    values = answer.json()
    return answer.status_code, values["refused"], values["facts"]


def test_parts_become_a_blob_with_the_last_one(plant, officer):
    data, sha256 = drawing(2 * MOST_PART + 77, 1)
    assert here(officer, sha256) == (False, 0)
    for offset in (0, MOST_PART):
        answer = put(officer, sha256, data[offset : offset + MOST_PART], offset, len(data))
        assert answer.json() == {"sha256": sha256, "complete": False, "offset": offset + MOST_PART}
        assert here(officer, sha256) == (False, offset + MOST_PART)
        assert officer.call("GET", f"/api/blobs/{sha256}").status_code == 404
    answer = put(officer, sha256, data[2 * MOST_PART :], 2 * MOST_PART, len(data))
    assert answer.json() == {"sha256": sha256, "complete": True, "offset": len(data)}
    assert here(officer, sha256) == (True, len(data))
    assert officer.call("GET", f"/api/blobs/{sha256}").content == data
    assert put(officer, sha256, data[:9], 0, len(data)).json()["complete"], "what is here need not be sent"
    assert Unfinished(plant.served.hub.blobs).used()[0] == 0


def test_it_goes_on_on_another_connection_and_at_a_hub_that_was_started_again(tmp_path):
    plant = living_plant(tmp_path / "plant")
    data, sha256 = drawing(5_000, 2)
    token = str(signed_in(plant, "孙丽").session.headers["Authorization"]).split()[1]
    for offset in range(0, 5_000, 1_000):
        caller = Caller(plant, token)
        assert here(caller, sha256) == (False, offset)
        assert put(caller, sha256, data[offset : offset + 1_000], offset, 5_000).status_code == 200
        plant.served.stop()
        plant.served = Served(plant.served.hub.folder)
        plant.served.start()
    assert here(Caller(plant, token), sha256) == (True, 5_000)
    plant.served.stop()


def cut_short(plant, caller, sha256, part, said, total, offset=0):
    """A part that is announced as longer than what is sent before the wire is cut."""
    head = (
        f"PUT /api/blobs/{sha256}?what=drawing&offset={offset}&total={total} HTTP/1.1\r\nHost: x\r\n"
        f"Authorization: {caller.session.headers['Authorization']}\r\nContent-Length: {said}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", plant.served.port), timeout=30) as stream:
        stream.sendall(head.encode() + part)


def pushed(caller, data, seed):
    """As a console sends: on from where the hub says, until it has it; the last answer."""
    sha256 = hashlib.sha256(data).hexdigest()
    chance, answer = random.Random(seed), {"offset": here(caller, sha256)[1], "complete": False}
    while not answer["complete"]:
        offset = answer["offset"]
        values = put(caller, sha256, data[offset : offset + chance.randint(1, 9_000)], offset, len(data)).json()
        answer = values if "complete" in values else {"offset": values["facts"]["expected"], "complete": False}
    return answer


@pytest.mark.parametrize("cut", [0, 1, 10_000, 49_999])
def test_cut_in_the_middle_of_a_part_it_goes_on(plant, officer, cut):
    data, sha256 = drawing(50_000, cut + 10)
    cut_short(plant, officer, sha256, data[:cut], 50_000, len(data))
    assert here(officer, sha256)[1] <= cut
    assert pushed(officer, data, 1)["complete"]
    assert officer.call("GET", f"/api/blobs/{sha256}").content == data


def test_cut_again_and_again_it_still_becomes_whole(plant, officer):
    data, sha256 = drawing(60_000, 3)
    chance = random.Random(3)
    for _ in range(20):
        offset = here(officer, sha256)[1]
        cut_short(plant, officer, sha256, data[offset : offset + chance.randint(1, 3_000)], 20_000, 60_000, offset)
    assert pushed(officer, data, 3)["complete"]
    assert officer.call("GET", f"/api/blobs/{sha256}").content == data


@pytest.mark.parametrize("cut", [True, False])
def test_of_a_body_that_was_cut_off_what_has_come_counts(cut):
    """Every message of a server is given out one after the other; the wire is cut after the second, or not."""
    messages = [{"type": "http.request", "body": body, "more_body": True} for body in (b"abc", b"de")]
    messages.append({"type": "http.disconnect"} if cut else {"type": "http.request", "body": b"f", "more_body": False})

    async def receive():
        return messages.pop(0)

    request = Request({"type": "http", "method": "PUT", "headers": []}, receive)
    with ThreadPoolExecutor(1) as elsewhere:  # a browser's driver may have a loop of its own in this thread
        found = elsewhere.submit(lambda: asyncio.run(part_of(request))).result()
    assert found == (b"abcde" if cut else b"abcdef")


@pytest.mark.parametrize("offset", [0, 999, 1001, 4000])
def test_a_part_that_does_not_go_on_is_refused_with_the_offset_that_does(officer, offset):
    data, sha256 = drawing(5_000, 4)
    if here(officer, sha256)[1] == 0:
        put(officer, sha256, data[:1000], 0, 5_000)
    answer = put(officer, sha256, data[offset : offset + 500], offset, 5_000)
    assert refused(answer) == (409, "offset_wrong", {"expected": 1000})
    assert here(officer, sha256) == (False, 1000)


def wrong_bytes_get_in(caller, seed):
    """Whether the hub confirms bytes that do not fit the name."""
    data, sha256 = drawing(3_000, seed)
    put(caller, sha256, data[:1000], 0, 3_000)
    answer = put(caller, sha256, data[:2000], 1000, 3_000)  # begun again from the start, and put behind
    return answer.json().get("complete", False)


def test_what_does_not_fit_its_name_is_thrown_away(officer):
    assert not wrong_bytes_get_in(officer, 5)
    data, sha256 = drawing(3_000, 5)
    assert here(officer, sha256) == (False, 0)
    assert whole(officer, data).json()["complete"]


def test_a_hub_that_does_not_look_is_caught(officer, monkeypatch):
    monkeypatch.setattr(unfinished, "hash_of_file", lambda path: path.name)
    assert wrong_bytes_get_in(officer, 6)


def test_all_the_parts_here_and_not_finished_are_finished_by_an_empty_one(plant, officer):
    """A hub that was killed while it looked at the whole."""
    data, sha256 = drawing(3_000, 7)
    Unfinished(plant.served.hub.blobs).append(plant.people["孙丽"], sha256, data, 0)
    assert here(officer, sha256) == (False, 3_000)
    assert put(officer, sha256, b"", 3_000, 3_000).json()["complete"]


def test_more_here_than_there_is_in_all_begins_again(plant, officer):
    data, sha256 = drawing(3_000, 8)
    Unfinished(plant.served.hub.blobs).append(plant.people["孙丽"], sha256, bytes(9_000), 0)
    assert refused(put(officer, sha256, b"", 3_000, 3_000)) == (409, "offset_wrong", {"expected": 0})
    assert whole(officer, data).json()["complete"]


@pytest.mark.parametrize(("what", "most"), [("photo", MOST_PHOTO), ("drawing", MOST_DRAWING)])
def test_too_large_is_refused_with_the_first_part(plant, officer, what, most):
    _, sha256 = drawing(10, 9)
    before = Unfinished(plant.served.hub.blobs).used()
    answer = put(officer, sha256, b"x", 0, most + 1, what)
    assert refused(answer) == (409, "blob_too_large", {"most_megabytes": most // 1_000_000})
    assert put(officer, sha256, bytes(MOST_PART + 1), 0, most, what).status_code == 413
    assert Unfinished(plant.served.hub.blobs).used() == before


WRONG = [{"offset": -1}, {"offset": 2**60}, {"total": "x"}, {"what": "film"}, {"total": 1}, {"offset": "9" * 5000}]


@pytest.mark.parametrize("wrong", WRONG, ids=[f"{one!r:.30}" for one in WRONG])
def test_what_makes_no_sense_is_malformed(officer, wrong):
    _, sha256 = drawing(10, 10)
    params = {"what": "drawing", "offset": 0, "total": 10} | wrong
    answer = officer.call("PUT", f"/api/blobs/{sha256}", data=b"five!", params=params)
    assert refused(answer)[:2] == (422, "malformed")


@pytest.mark.parametrize("name", ["x", "A" * 64, "0" * 63, "..%00" * 12, "photo"])
def test_a_name_that_is_no_hash(officer, name):
    assert here(officer, name) == (False, 0)
    assert refused(put(officer, name, b"x", 0, 1))[:2] == (422, "malformed")


def test_unfinished_ones_are_so_many_a_person_and_no_more(tmp_path):
    plant = living_plant(tmp_path / "plant")
    officer, worker = signed_in(plant, "孙丽"), signed_in(plant, "马超")
    begun = [drawing(2_000, n) for n in range(MOST_UNFINISHED)]
    for data, sha256 in begun:
        assert put(officer, sha256, data[:1_000], 0, 2_000).status_code == 200
    extra, name = drawing(2_000, 99)
    assert refused(put(officer, name, extra[:1_000], 0, 2_000)) == (409, "uploads_too_many", {})
    assert here(officer, name) == (False, 0)
    assert put(worker, name, extra[:1_000], 0, 2_000, "photo").status_code == 200, "others may"
    data, sha256 = begun[0]
    assert put(officer, sha256, data[1_000:], 1_000, 2_000).json()["complete"], "those that are begun may"
    assert put(officer, name, extra[:1_000], 0, 2_000).status_code == 200
    plant.served.stop()


def test_everybody_together_has_only_so_much_room(plant, officer, monkeypatch):
    data, sha256 = drawing(2_000, 11)
    put(officer, sha256, data[:1_000], 0, 2_000)
    monkeypatch.setattr(blobs, "MOST_UNFINISHED_BYTES", Unfinished(plant.served.hub.blobs).used()[1] + 500)
    assert refused(put(officer, sha256, data[1_000:], 1_000, 2_000))[1] == "uploads_too_many"
    monkeypatch.undo()
    assert put(officer, sha256, data[1_000:], 1_000, 2_000).json()["complete"]


def test_nobody_can_spoil_what_another_one_sends(plant, officer):
    data, sha256 = drawing(3_000, 12)
    put(officer, sha256, data[:1_000], 0, 3_000)
    boss = manager(plant)
    put(boss, sha256, b"x" * 1_000, 0, 3_000)
    assert here(officer, sha256) == here(boss, sha256) == (False, 1_000)
    assert put(officer, sha256, data[1_000:], 1_000, 3_000).json()["complete"]
    assert put(boss, sha256, b"x" * 2_000, 1_000, 3_000).json()["complete"], "it is here"
    assert officer.call("GET", f"/api/blobs/{sha256}").content == data


def test_two_at_once_end_with_one_whole_blob(plant):
    """Two consoles of one person share what has come; that of another person has its own."""
    consoles = [signed_in(plant, "孙丽"), signed_in(plant, "孙丽"), manager(plant)]
    for seed in range(5):
        data, sha256 = drawing(60_000, 100 + seed)
        with ThreadPoolExecutor(3) as pool:
            answers = list(pool.map(pushed, consoles, [data] * 3, range(seed, seed + 3)))
        assert all(answer["complete"] for answer in answers)
        assert consoles[0].call("GET", f"/api/blobs/{sha256}").content == data


MAY = {
    ("PUT", "photo"): {"boss", "孙丽", "马超", "赵刚", "visitor"},
    ("PUT", "drawing"): {"boss", "孙丽"},
    ("HEAD", ""): {"boss", "孙丽", "马超", "赵刚", "visitor", "auditor"},
    ("GET", ""): {"boss", "孙丽", "auditor"},
}


@pytest.mark.parametrize(("method", "what"), MAY)
def test_who_may(plant, method, what):
    auditor = plant.people.get("审计员") or plant.do("people.add", name="审计员", roles=["auditor"]).id
    plant.people["审计员"] = auditor
    visit = Caller(plant).post("/api/visit", {"label": plant.label}).json()["token"]
    callers = {name: signed_in(plant, name) for name in ("孙丽", "马超", "赵刚")}
    callers |= {"auditor": signed_in(plant, "审计员"), "visitor": Caller(plant, visit), "boss": manager(plant)}
    callers |= {"nobody": Caller(plant), "founder": Caller(plant, plant.served.hub.local_token)}
    _, sha256 = drawing(10, 13)
    params = {"what": what, "offset": 0, "total": 10} if what else {}
    let_in = {
        name
        for name, caller in callers.items()
        if caller.call(method, f"/api/blobs/{sha256}", params=params, data=b"x").status_code not in (401, 403)
    }
    assert let_in == MAY[method, what]


def test_a_clean_photo_is_taken_as_it_is(plant, officer):
    photo = clean(saved(scene(900, 700)))
    assert whole(officer, photo.data, "photo", 5_000).json()["complete"]
    assert plant.served.hub.blobs.get(photo.sha256) == photo.data


@pytest.mark.parametrize(
    ("data", "code"),
    [(saved(scene(), exif=exif()), "photo_not_clean"), (b"no picture at all", "not_a_picture")],
    ids=["not cleaned", "no picture"],
)
def test_what_is_no_clean_photo_is_thrown_away(plant, officer, data, code):
    assert refused(whole(officer, data, "photo"))[1] == code
    sha256 = hashlib.sha256(data).hexdigest()
    assert here(officer, sha256) == (False, 0)
    assert not plant.served.hub.blobs.has(sha256)


def test_a_full_disk_keeps_what_was_there(officer, monkeypatch):
    data, sha256 = drawing(3_000, 14)
    put(officer, sha256, data[:1_000], 0, 3_000)

    def full(file, part):
        file.write(part[:300])
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(unfinished, "_write_all", full)
    assert refused(put(officer, sha256, data[1_000:], 1_000, 3_000)) == (507, "disk_full", {})
    monkeypatch.undo()
    assert here(officer, sha256) == (False, 1_000)
    assert put(officer, sha256, data[1_000:], 1_000, 3_000).json()["complete"]


def test_what_could_not_be_flushed_is_not_confirmed(officer, monkeypatch):
    data, sha256 = drawing(3_000, 15)
    put(officer, sha256, data[:1_000], 0, 3_000)

    def full(_):
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    assert refused(put(officer, sha256, data[1_000:], 1_000, 3_000)) == (507, "disk_full", {})
    monkeypatch.undo()
    assert here(officer, sha256) == (False, 0), "nobody knows what of it is on the disk"
    assert whole(officer, data).json()["complete"]


def test_what_nobody_goes_on_with_is_swept_when_another_begins_and_when_the_hub_starts(tmp_path):
    plant = living_plant(tmp_path / "plant")
    officer = signed_in(plant, "孙丽")
    parts = Unfinished(plant.served.hub.blobs)
    (old, old_name), (young, young_name), (new, new_name) = (drawing(2_000, n) for n in range(3))
    for data, name in ((old, old_name), (young, young_name)):
        put(officer, name, data[:1_000], 0, 2_000)
    for name, age in ((old_name, KEPT_S + 60), (young_name, KEPT_S - 600)):
        os.utime(parts.place(plant.people["孙丽"], name), (time.time() - age,) * 2)
    put(officer, new_name, new[:1_000], 0, 2_000)
    assert [here(officer, name)[1] for name in (old_name, young_name, new_name)] == [0, 1_000, 1_000]
    os.utime(parts.place(plant.people["孙丽"], young_name), (time.time() - KEPT_S - 60,) * 2)
    plant.served.stop()
    Served(plant.served.hub.folder).hub.close()
    assert parts.used()[0] == 1


def test_a_download_goes_on_from_anywhere(officer):
    data, sha256 = drawing(3_000, 16)
    whole(officer, data)
    for start in (0, 1, 2_999):
        answer = officer.call("GET", f"/api/blobs/{sha256}", headers={"Range": f"bytes={start}-"})
        assert (answer.status_code, answer.content) == (206, data[start:])
        assert answer.headers["Content-Range"] == f"bytes {start}-2999/3000"
    past = officer.call("GET", f"/api/blobs/{sha256}", headers={"Range": "bytes=3000-"})
    assert (past.status_code, past.headers["Content-Range"]) == (416, "bytes */3000")


def test_a_damaged_blob_is_not_here_and_is_taken_anew(plant, officer):
    data, sha256 = drawing(3_000, 17)
    whole(officer, data)
    plant.served.hub.blobs.place(sha256).write_bytes(data[:-1] + b"?")
    assert here(officer, sha256) == (False, 0)
    assert whole(officer, data).json()["complete"]
    assert officer.call("GET", f"/api/blobs/{sha256}").content == data


def test_the_folder_names_only_whole_ones(plant, officer):
    data, sha256 = drawing(3_000, 18)
    put(officer, sha256, data[:1_000], 0, 3_000)
    assert sha256 not in set(plant.served.hub.blobs.names())
    assert not plant.served.hub.blobs.has(sha256)


def test_what_a_photo_looks_like_and_when_it_was_taken_is_noted_as_it_comes(plant, officer):
    given = saved(scene(640, 480), exif=exif())
    answer = officer.call("POST", "/api/blobs/photo", data=given).json()
    told = clean(given)
    store = plant.served.hub.store
    with store.look() as look:
        noted = look.get("photo", answer["sha256"])
        entries = look.connection.execute(sa.text("SELECT count(*) FROM entries")).scalar()
    assert (noted.fingerprint, noted.also, noted.taken_at) == (told.fingerprint, told.also, told.taken_at)
    assert (noted.latitude, noted.longitude) == told.position
    assert noted.taken_at is not None
    officer.call("POST", "/api/blobs/photo", data=given)
    with store.look() as look:
        assert look.connection.execute(sa.text("SELECT count(*) FROM entries")).scalar() == entries, "noted once"


def test_photos_that_were_there_before_are_noted_with_their_hazard(plant, officer):
    given = clean(saved(scene(800, 608)))
    hub = plant.served.hub
    hub.blobs.put(given)
    hazard = plant.do("hazards.report", zone=plant.zone, photos=[given.sha256]).id
    noting = Noting(hub)
    after, wanted = noting.look("")
    while after:
        noting.note_all(wanted)
        after, wanted = noting.look(after)
    with hub.store.look() as look:
        noted = look.get("photo", given.sha256)
    assert (noted.fingerprint, noted.hazard, noted.part) == (given.fingerprint, hazard, "before")
