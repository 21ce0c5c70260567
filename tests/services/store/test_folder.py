"""A plant's folder: one hub at a time, an address for those beside it, and nothing for anybody else."""

import os
import subprocess
import sys
import threading
import time

import pytest

from services.core.refused import Refused
from services.store import secret_box
from services.store.folder import PlantFolder


def test_one_hub_at_a_time(tmp_path):
    folder = PlantFolder(tmp_path)
    held = folder.hold()
    with pytest.raises(Refused, match="hub_runs"):
        PlantFolder(tmp_path).hold()
    held.release()
    folder.hold().release()


def test_an_address_counts_only_while_the_hub_runs(tmp_path):
    folder = PlantFolder(tmp_path)
    assert folder.running() is None
    held = folder.hold()
    assert folder.running() is None, "no address yet"
    folder.announce("http://127.0.0.1:5", "token")
    found = folder.running()
    assert found is not None
    assert (found.url, found.token, found.pid) == ("http://127.0.0.1:5", "token", os.getpid())
    held.release()
    assert folder.running() is None


def test_a_plant_in_another_database_is_found_again(tmp_path):
    folder = PlantFolder(tmp_path)
    folder.make()
    assert (folder.settled(), folder.place()) == (folder.database, None)
    folder.database.touch()
    assert folder.place() == folder.database
    folder.settle("postgresql+psycopg://u:secret@h/d")
    assert folder.settled() == PlantFolder(tmp_path).place() == "postgresql+psycopg://u:secret@h/d"
    if os.name == "posix":
        assert (folder.hub / "database").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["", "{", "[]", '{"url": 5}', '"x"', "null"])
def test_a_broken_address_is_none(tmp_path, text):
    folder = PlantFolder(tmp_path)
    held = folder.hold()
    (folder.hub / "hub.json").write_text(text)
    assert folder.running() is None
    held.release()


def test_a_dead_hub_leaves_no_lock(tmp_path):
    script = (
        "from services.store.folder import PlantFolder as F; held = F(r'%s').hold(); print('held', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script % tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline().strip() == "held"
        with pytest.raises(Refused, match="hub_runs"):
            PlantFolder(tmp_path).hold()
        process.kill()
    PlantFolder(tmp_path).hold().release()


def test_looking_whether_a_hub_runs_does_not_stop_one_from_starting(tmp_path):
    folder = PlantFolder(tmp_path)
    folder.make()
    folder.announce("http://127.0.0.1:5", "token")
    looking = folder.hold()
    threading.Timer(0.1, looking.release).start()
    started = time.monotonic()
    folder.hold().release()
    assert time.monotonic() - started < 5


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX ones")
def test_what_is_secret_is_for_the_owner_only(tmp_path):
    folder = PlantFolder(tmp_path)
    folder.make()
    folder.announce("http://127.0.0.1:5", "token")
    secret_box.keep(folder.secrets, "mail", "geheim")
    assert folder.hub.stat().st_mode & 0o077 == 0
    assert (folder.hub / "hub.json").stat().st_mode & 0o077 == 0
    assert folder.secrets.stat().st_mode & 0o077 == 0


def test_secrets_are_kept_read_and_dropped(tmp_path, monkeypatch):
    path = tmp_path / "secrets.json"
    assert secret_box.read(path, "mail") is None
    secret_box.keep(path, "mail", "one")
    secret_box.keep(path, "other", "two")
    assert (secret_box.read(path, "mail"), secret_box.read(path, "other")) == ("one", "two")
    monkeypatch.setenv("ANHUAN_SECRET_MAIL", "from outside")
    assert secret_box.read(path, "mail") == "from outside"
    secret_box.drop(path, "other")
    assert secret_box.read(path, "other") is None
    path.write_text("broken")
    assert secret_box.read(path, "other") is None
