"""Photos in a bucket, on a real server that speaks S3: what one process keeps another one reads; while the bucket does
not answer, photos wait and nothing is lost; what comes back is what its name says."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from services.core.refused import Refused
from services.photos import bucket
from services.photos.bucket import KEY, SECRET, Bucket, BucketPhotos, Unavailable, photo_store
from services.photos.folder import PhotoFolder
from services.photos.unfinished import Unfinished
from tests.acceptance.wires import free_port

PHOTO = b"\xff\xd8 a photo " * 300
NAME = hashlib.sha256(PHOTO).hexdigest()
LONGEST_S = 60


class S3Server:
    """A process that speaks S3 at one port, as long as it is let; what it holds ends with it."""

    def __init__(self) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.url = f"http://127.0.0.1:{self.port}"
        ends = time.monotonic() + LONGEST_S
        while not self._answers():
            assert time.monotonic() < ends, "it does not listen"
            time.sleep(0.1)
        requests.put(f"{self.url}/photos", timeout=20)

    def _answers(self) -> bool:
        try:
            requests.get(self.url, timeout=5)
        except requests.RequestException:
            return False
        return True

    @property
    def place(self) -> str:
        return f"s3+http://127.0.0.1:{self.port}/photos"

    def put(self, name: str, data: bytes) -> None:
        """As somebody does it who has the keys and no sense."""
        where = f"{self.url}/photos/press/{name[:2]}/{name[2:4]}/{name}"
        assert requests.put(where, data=data, timeout=20).status_code == 200


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    made = S3Server()
    yield made
    made.process.kill()
    made.process.wait()


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "anhuan")
    monkeypatch.setenv(SECRET, "a long secret")


def photos(folder: Path, server: S3Server) -> BucketPhotos:
    made = photo_store(server.place, folder, "press")
    assert isinstance(made, BucketPhotos)
    return made


def silent(photos: BucketPhotos, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on this process does not reach the bucket."""
    monkeypatch.setattr(photos.bucket, "_silent_until", time.monotonic() + 3_600)


def test_what_one_process_keeps_another_reads(server: S3Server, tmp_path: Path) -> None:
    one, two = photos(tmp_path / "one", server), photos(tmp_path / "two", server)
    assert one.put_bytes(PHOTO) == NAME
    assert one.waiting() == 0
    assert two.has(NAME)
    assert two.get(NAME) == PHOTO
    assert PhotoFolder(tmp_path / "two").get(NAME) == PHOTO, "it is kept here for a while"
    assert list(two.names()) == [NAME]
    other = photo_store(server.place, tmp_path / "three", "foundry")
    assert not other.has(NAME), "each plant has its own"


def test_photos_wait_for_a_bucket_that_does_not_answer_also_over_a_restart(
    server: S3Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = photos(tmp_path / "one", server)
    silent(one, monkeypatch)
    names = [one.put_bytes(b"%d" % n) for n in range(3)]
    assert one.get(names[0]) == b"0"
    assert one.send() == 0
    assert not photos(tmp_path / "two", server).has(names[0])
    again = photos(tmp_path / "one", server)
    assert again.waiting() == 3
    assert again.send() == 3
    assert again.waiting() == 0
    two = photos(tmp_path / "two", server)
    assert [two.get(name) for name in names] == [b"0", b"1", b"2"]


def test_an_upload_that_was_cut_goes_on_and_is_in_the_bucket_when_it_is_whole(server: S3Server, tmp_path: Path) -> None:
    one = photos(tmp_path / "one", server)
    data = bytes(range(256)) * 20
    name = hashlib.sha256(data).hexdigest()
    unfinished = Unfinished(one)
    with unfinished.held(name):
        assert unfinished.append("phone", name, data[:3000], 0) == 3000
        with pytest.raises(Refused, match="offset_wrong"):
            unfinished.append("phone", name, data[2000:], 2000)
        unfinished.append("phone", name, data[3000:], unfinished.size("phone", name))
        unfinished.finish("phone", name)
    assert photos(tmp_path / "two", server).get(name) == data


def test_what_the_bucket_has_is_held_against_its_name(server: S3Server, tmp_path: Path) -> None:
    name = hashlib.sha256(b"what it was").hexdigest()
    server.put(name, b"what somebody made of it")
    two = photos(tmp_path / "two", server)
    assert two.has(name)
    assert two.get(name) is None
    assert two.whole(name) is None
    assert not PhotoFolder(tmp_path / "two").has(name)


def test_what_is_safe_in_the_bucket_needs_no_room_here(
    server: S3Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = photos(tmp_path / "one", server)
    there = one.put_bytes(b"old and safe")
    later = time.time() + bucket.KEPT_S + 60
    assert one.make_room(time.time()) == 0
    assert one.make_room(later) == 1
    assert one.get(there) == b"old and safe"
    silent(one, monkeypatch)
    waits = one.put_bytes(b"old and only here")
    assert one.make_room(later) == 0
    assert one.get(waits) == b"old and only here"


def test_a_server_that_ends_is_told_from_a_photo_that_is_not_there(tmp_path: Path) -> None:
    nobody = Bucket(f"s3+http://127.0.0.1:{free_port()}/photos")
    with pytest.raises(Unavailable):
        nobody.has(NAME)
    with pytest.raises(Unavailable, match="moment ago"):
        nobody.get(NAME)


@pytest.mark.parametrize("place", ["s3://x/y", "s3+https://host", "s3+https:///photos"])
def test_what_is_no_bucket_is_refused(place: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="bucket_wrong"):
        photo_store(place, tmp_path)


def test_without_its_keys_it_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SECRET)
    with pytest.raises(Refused, match="bucket_needs_keys"):
        photo_store("s3+https://s3.example/photos", tmp_path)
