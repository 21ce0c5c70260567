"""A backup that is not byte for byte as it was written, or says what is not so, is refused and nothing is touched."""

import json
import os
import random
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from services.core.refused import Refused
from services.hub.hub import Hub
from services.store import backup_file
from services.store.backup import write_backup
from services.store.folder import PlantFolder
from services.store.restoring import restore_backup
from tests.makers import NOON
from tests.services.sync.desks import Office

HARMS = 400 if os.environ.get("ANHUAN_FULL") else 60
pytestmark = pytest.mark.sqlite


@pytest.fixture
def good(office: Office, tmp_path: Path) -> Path:
    office.blob(b"a photo")
    write_backup(office.hub.folder, tmp_path / "good.backup", NOON)
    return tmp_path / "good.backup"


def content_of(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def damaged(whole: bytes, number: int, chance: random.Random) -> bytes:
    """A third are cut off, the others have one byte changed."""
    content = bytearray(whole)
    if number % 3 == 0:
        return bytes(content[: chance.randrange(len(content))])
    content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    return bytes(content)


def test_a_damaged_backup_is_refused_and_nothing_is_touched(office: Office, good: Path, tmp_path: Path) -> None:
    office.close()
    chance, whole, bad = random.Random(4), good.read_bytes(), tmp_path / "bad.backup"
    before = content_of(office.hub.folder.root)
    for number in range(HARMS):
        bad.write_bytes(damaged(whole, number, chance))
        with pytest.raises(Refused, match="backup_damaged"):
            restore_backup(bad, office.hub.folder, NOON)
    assert content_of(office.hub.folder.root) == before
    office.hub = Hub(office.hub.folder, now=lambda: office.now)


def test_a_restore_that_does_not_look_at_the_seal_would_be_seen(good: Path, tmp_path: Path, monkeypatch: Any) -> None:
    """An archive has bytes that its own sums do not cover."""
    monkeypatch.setattr(backup_file, "_sealed", lambda _: True)
    chance, whole, bad = random.Random(4), good.read_bytes(), tmp_path / "bad.backup"
    for number in range(1000):  # one in forty is taken
        bad.write_bytes(damaged(whole, number, chance))
        new = PlantFolder(tmp_path / f"new-{number}")
        with suppress(Refused, OSError, NotImplementedError, RuntimeError, ValueError):
            restore_backup(bad, new, NOON)
        if new.hub.exists():
            return
    pytest.fail("the archive's own sums have seen every damage")


def sealed_anew(good: Path, bad: Path, **said: Any) -> Path:
    """The backup with other words in its manifest, sealed as it should be."""
    with zipfile.ZipFile(good) as source, backup_file.new_archive(bad) as target:
        manifest = {**json.loads(source.read("manifest.json")), **said}
        for name in source.namelist():
            target.writestr(name, json.dumps(manifest) if name == "manifest.json" else source.read(name))
    return bad


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"format": 2}, "backup_newer"),
        ({"format": "two"}, "backup_damaged"),
        ({"seq": 1}, "backup_damaged"),
        ({"head": "0" * 64}, "backup_damaged"),
        ({"members": {}}, "backup_damaged"),
        ({"members": {"plant.db": "0" * 64, "../../evil": "0" * 64}}, "backup_damaged"),
    ],
)
def test_what_a_manifest_says_must_be_known_and_true(
    good: Path, tmp_path: Path, said: dict[str, Any], code: str
) -> None:
    bad = sealed_anew(good, tmp_path / "bad.backup", **said)
    new = PlantFolder(tmp_path / "new")
    with pytest.raises(Refused, match=code):
        restore_backup(bad, new, NOON)
    assert not new.root.exists()
    restore_backup(sealed_anew(good, tmp_path / "same.backup"), new, NOON)
    assert new.database.exists(), "sealed by this hand, the true words are taken"
