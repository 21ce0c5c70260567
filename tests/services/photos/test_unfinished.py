"""Blobs that are here in part, by several processes at once: they share a folder, and none spoils another's work."""

import hashlib
import random
import subprocess
import sys
from pathlib import Path

import pytest

from services.photos.folder import PhotoFolder
from services.photos.unfinished import Unfinished

DATA = random.Random(1).randbytes(20_000)
SHA256 = hashlib.sha256(DATA).hexdigest()
# one process: adds what comes next until all is there; between looking and writing it takes its time
ADDS = """
import sys, random, time
from contextlib import nullcontext
from pathlib import Path
from services.core.refused import Refused
from services.photos import unfinished
from services.photos.folder import PhotoFolder

folder, sha256, seed, locked = sys.argv[1:]
data, chance = random.Random(1).randbytes(20_000), random.Random(seed)
real = unfinished._write_all
unfinished._write_all = lambda file, part: (time.sleep(0.002), real(file, part))
parts = unfinished.Unfinished(PhotoFolder(Path(folder)))
if locked == "no":
    parts.held = nullcontext
here = 0
while here < len(data):
    with parts.held(sha256):
        try:
            here = parts.append("one", sha256, data[here : here + chance.randint(1, 300)], here)
        except Refused as refused:
            here = refused.facts["expected"]
"""


def added_by_three(folder: Path, locked: str) -> bytes:
    """What three processes that send the same blob make of it."""
    given = [sys.executable, "-c", ADDS, str(folder), SHA256]
    processes = [subprocess.Popen([*given, str(seed), locked]) for seed in range(3)]
    assert [process.wait(120) for process in processes] == [0, 0, 0]
    return Unfinished(PhotoFolder(folder)).place("one", SHA256).read_bytes()


def test_three_processes_add_to_one_blob(tmp_path):
    assert added_by_three(tmp_path, "yes") == DATA


def test_without_the_lock_they_spoil_it(tmp_path):
    assert added_by_three(tmp_path, "no") != DATA


@pytest.mark.parametrize("name", ["", "0" * 63, "../" + "0" * 61, "A" * 64])
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    with pytest.raises(ValueError, match="SHA-256"):
        Unfinished(PhotoFolder(tmp_path)).place("one", name)


def test_nothing_is_here_before_anything_has_come(tmp_path):
    parts = Unfinished(PhotoFolder(tmp_path / "blobs"))
    assert (parts.size("one", SHA256), parts.used(), parts.used("one"), parts.sweep()) == (0, (0, 0), (0, 0), 0)
    parts.drop("one", SHA256)
    assert not (tmp_path / "blobs").exists(), "looking makes no folders"
