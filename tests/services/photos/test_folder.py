"""Blobs on disk: named by their hash, whole or not there."""

import errno
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from services.photos import clean
from services.photos.folder import FolderFull, PhotoFolder
from tests.services.photos.hostile import saved, scene


@pytest.fixture
def folder(tmp_path: Path) -> PhotoFolder:
    return PhotoFolder(tmp_path / "photos")


def files(folder: PhotoFolder) -> list[Path]:
    return [path for path in folder.path.rglob("*") if path.is_file()]


def test_what_was_put_is_got(folder):
    name = folder.put_bytes(b"a drawing")
    assert name == hashlib.sha256(b"a drawing").hexdigest()
    assert folder.get(name) == b"a drawing"
    assert folder.has(name)
    assert folder.place(name) == folder.path / name[:2] / name[2:4] / name


def test_a_clean_photo_keeps_its_name(folder):
    photo = clean(saved(scene()))
    assert folder.put(photo) == photo.sha256
    assert folder.get(photo.sha256) == photo.data


def test_twice_is_once(folder):
    folder.put_bytes(b"x")
    folder.put_bytes(b"x")
    assert len(files(folder)) == 1


def test_what_is_not_there_is_none(folder):
    assert folder.get("0" * 64) is None
    assert not folder.has("0" * 64)
    assert list(folder.names()) == []


@pytest.mark.parametrize("name", ["", "0" * 63, "../" + "0" * 61, "A" * 64, "0" * 64 + "\n", "0/" * 32])
def test_no_name_leads_out_of_the_folder(folder, name):
    with pytest.raises(ValueError, match="SHA-256"):
        folder.get(name)


def test_the_names_in_order_and_nothing_else(folder):
    names = {folder.put_bytes(bytes([n])) for n in range(20)}
    (folder.path / "aa" / "bb").mkdir(parents=True, exist_ok=True)
    (folder.path / "aa" / "bb" / ".unfinished-1").write_bytes(b"half")
    assert list(folder.names()) == sorted(names)


def test_a_damaged_blob_is_put_aside_and_can_come_back(folder):
    name = folder.put_bytes(b"whole")
    folder.place(name).write_bytes(b"harmed")
    assert folder.get(name) is None
    assert (folder.path / "damaged" / name).read_bytes() == b"harmed"
    assert list(folder.names()) == []
    folder.put_bytes(b"whole")
    assert folder.get(name) == b"whole"


def test_a_damaged_blob_is_mended_by_putting_it_again(folder):
    name = folder.put_bytes(b"whole")
    folder.place(name).write_bytes(b"harmed")
    folder.put_bytes(b"whole")
    assert folder.get(name) == b"whole"


SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from services.photos.folder import FolderFull, PhotoFolder
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
folder = PhotoFolder(Path(sys.argv[1]))
folder.put_bytes(b"small")
try:
    folder.put_bytes(bytes(1_000_000))
except FolderFull:
    print("full")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of a file")
def test_where_there_is_no_room_nothing_is_left_half_written(folder):
    done = subprocess.run([sys.executable, "-c", SMALL_DISK, folder.path], capture_output=True, text=True, check=True)
    assert done.stdout == "full\n"
    assert [path.read_bytes() for path in files(folder)] == [b"small"]


@pytest.mark.skipif(not sys.platform.startswith("linux") or os.geteuid() != 0, reason="only root may mount a disk")
def test_a_disk_that_is_really_full(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    tmpfs = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    mounted = subprocess.run(tmpfs, capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("this machine lets us mount nothing")
    try:
        folder = PhotoFolder(disk / "photos")
        with pytest.raises(FolderFull):
            folder.put_bytes(os.urandom(200_000))
        assert files(folder) == []
        assert folder.get(folder.put_bytes(b"small")) == b"small"
    finally:
        subprocess.run(["umount", disk], check=True)


def test_other_troubles_are_not_called_full(folder, tmp_path):
    (tmp_path / "photos").write_bytes(b"a file where the folder should be")
    with pytest.raises(OSError) as trouble:  # noqa: PT011 - which one it is depends on the system
        folder.put_bytes(b"x")
    assert trouble.value.errno != errno.ENOSPC
