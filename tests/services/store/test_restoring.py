"""A restore that is killed leaves the old plant or the new one; what has been ended since the backup stays ended; and
its new epoch is what no console overlooks."""

import json
import multiprocessing
import os
import random
import shutil
from contextlib import nullcontext, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services.cli import main
from services.core.refused import Refused
from services.hub.hub import Hub
from services.store import accounts, changes, restoring
from services.store.backup import write_backup
from services.store.database import Database, sqlite_driver
from services.store.facts import epoch_of
from services.store.folder import PlantFolder
from services.store.restoring import restore_backup
from services.store.tables import deliveries, entries
from services.store.verify import verify
from tests.makers import NOON
from tests.services.hub.hub_process import HubProcess
from tests.services.store.dying import restore_and_die
from tests.services.sync.desks import Desk, Office

KILLS = 400 if os.environ.get("ANHUAN_FULL") else 12
pytestmark = pytest.mark.sqlite


@pytest.fixture(scope="module")
def forks() -> Any:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.services.store.dying"])
    return context


def back_up(office: Office, file: Path) -> Path:
    write_backup(office.hub.folder, file, office.now)
    return file


def restored(office: Office, file: Path) -> restoring.Restored:
    """The office's hub, stopped, put back and started again."""
    office.hub.close()
    done = restore_backup(file, office.hub.folder, office.now)
    office.hub = Hub(office.hub.folder, now=lambda: office.now)
    return done


def standing(root: Path) -> tuple[str, ...]:
    """The kinds of a plant's entries, which must be whole, with every blob that was in both plants."""
    place = PlantFolder(root).place()
    assert isinstance(place, Path), "there is no plant any more"
    database = Database(place)
    try:
        with database.reading() as connection:
            verdict = verify(connection)
            assert verdict.whole, verdict.faults
            kinds = tuple(connection.execute(sa.select(entries.c.kind).order_by(entries.c.seq)).scalars())
    finally:
        database.close()
    held = PlantFolder(root).hold()  # the dead one has left no lock behind
    held.release()
    assert len(list((root / "hub" / "blobs").rglob("?" * 64))) == 1
    return kinds


class Killing:
    """An old plant, a backup of it, and what the two look like."""

    def __init__(self, office: Office, folder: Path, forks: Any) -> None:
        self.folder, self.forks = folder, forks
        self.photo = office.blob(b"a photo")
        office.do("hazards.report", zone=office.zone, photos=[self.photo])
        self.file = back_up(office, folder / "x.backup")
        for name in ("甲", "乙", "丙"):
            office.do("zones.rename", zone=office.zone, name=name)
        office.hub.close()
        self.source = office.hub.folder.root
        self.old = standing(self.source)
        self.new = (*self.old[:-3], "plant.restored")

    def restore(self, kind: str, at: int, *, plainly: bool = False) -> tuple[Path, list[str]]:
        """Where the plant is that a killed process leaves, and what it did if it lived to the end."""
        root = self.folder / "plant"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.source, root)
        ours, theirs = self.forks.Pipe(duplex=False)
        arguments = (root, self.file, kind, at, plainly, theirs)
        process = self.forks.Process(target=restore_and_die, args=arguments)
        process.start()
        theirs.close()
        try:
            return root, ours.recv()
        except EOFError:
            return root, []
        finally:
            process.join()


@pytest.fixture
def killing(office: Office, tmp_path: Path, forks: Any) -> Any:
    yield Killing(office, tmp_path, forks)
    office.hub = Hub(office.hub.folder, now=lambda: office.now)


posix = pytest.mark.skipif(os.name != "posix", reason="needs a kill that nothing can catch")


@posix
def test_a_restore_killed_at_any_moment_leaves_the_old_plant_or_the_new_one(killing: Killing) -> None:
    root, steps = killing.restore("", 0)
    assert standing(root) == killing.new
    renames, chance = steps.count("os.rename"), random.Random(5)
    moments = [("os.rename", at) for at in range(1, renames + 1)]
    moments += [("", len(steps) - back) for back in range(3)]
    moments += [("", chance.randint(1, len(steps))) for _ in range(KILLS)]
    left, without = set(), 0
    for kind, at in moments:
        root, _ = killing.restore(kind, at)
        without += not (root / "hub").exists()
        left.add(standing(root))
    assert left == {killing.old, killing.new}
    assert without, "none was killed between the two renames, where the next one to open must finish"
    again = restore_backup(killing.file, PlantFolder(root), NOON)
    assert again.seq == len(killing.new) - 1, "and after a killed one the next restore is like any other"


@posix
def test_a_restore_that_just_moves_folders_would_be_seen(killing: Killing) -> None:
    _, steps = killing.restore("", 0, plainly=True)
    left = []
    for at in range(1, steps.count("os.rename") + 1):
        root, _ = killing.restore("os.rename", at, plainly=True)
        left.append(PlantFolder(root).place())
    assert None in left, "no kill left a folder without a plant"


def test_each_restore_begins_an_epoch_of_its_own(office: Office, tmp_path: Path) -> None:
    file = back_up(office, tmp_path / "x.backup")
    first, second = restored(office, file), restored(office, file)
    with office.hub.store.database.reading() as connection:
        here = epoch_of(connection)
        (body,) = connection.execute(sa.select(entries.c.body).where(entries.c.kind == "plant.restored")).scalars()
    assert len({first.epoch, second.epoch, json.loads(body)["args"]["epoch"]} | {here}) == 2
    assert here == second.epoch
    assert {first.aside, second.aside} == set(office.hub.folder.root.glob("hub.before-*"))


def test_messages_that_waited_are_not_sent_again_and_stay_to_be_seen(office: Office, tmp_path: Path) -> None:
    office.do("hazards.report", zone=office.zone, photos=[office.blob(b"a photo")])
    with office.hub.store.database.reading() as connection:
        waiting = connection.execute(sa.select(sa.func.count()).select_from(deliveries)).scalar_one()
    done = restored(office, back_up(office, tmp_path / "x.backup"))
    with office.hub.store.database.reading() as connection:
        found = connection.execute(sa.select(deliveries.c.state, deliveries.c.last_error)).all()
    assert done.unsent == waiting > 0
    assert [tuple(row) for row in found] == [("dead", "restored")] * waiting


def test_sessions_go_on_but_for_those_that_were_ended_and_codes_are_good_no_more(
    office: Office, tmp_path: Path
) -> None:
    store, fixer = office.hub.store, office.people["修理工"]
    tokens = {}
    for name, person in (("stays", office.boss), ("signed out", office.boss), ("left", fixer)):
        tokens[name] = store.write(partial(accounts.open_session, person=person, zone=None, now=office.now))
    store.write(lambda c: accounts.make_code(c, office.boss, office.now))
    pairing = store.write(lambda c: accounts.make_pairing(c, office.boss, office.now))
    file = back_up(office, tmp_path / "x.backup")
    office.hub.sign_out(tokens["signed out"])
    office.do("people.leave", person=fixer)
    restored(office, file)
    with office.hub.store.database.reading() as connection:
        good = {name for name, token in tokens.items() if accounts.actor_of(connection, token, office.now)}
        assert accounts.credential(connection, office.boss, "code", office.now) is None
    assert good == {"stays"}
    with pytest.raises(Refused, match="pairing_wrong"):
        office.hub.store.write(lambda c: accounts.use_pairing(c, pairing, office.now))
    elsewhere = PlantFolder(tmp_path / "elsewhere")
    restore_backup(file, elsewhere, office.now)
    database = Database(elsewhere.database)
    with database.reading() as connection:
        assert all(accounts.actor_of(connection, token, office.now) for token in tokens.values()), "nobody knows better"
    database.close()


def test_passwords_for_other_services_and_the_port_stay_with_the_folder(office: Office, tmp_path: Path) -> None:
    mail = {"host": "mail.example", "sender": "a@mail.example", "user": "a"}
    office.do("plant.set_mail", **mail)
    folder = office.hub.folder
    folder.secrets.write_text('{"mail": "geheim"}')
    (folder.hub / "port").write_text("8751")
    file = back_up(office, tmp_path / "x.backup")
    assert b"geheim" not in file.read_bytes()
    (folder.hub / "port").write_text("8752")
    assert not restored(office, file).wants_password
    assert folder.secrets.read_text() == '{"mail": "geheim"}'
    assert (folder.hub / "port").read_text() == "8752"
    elsewhere = PlantFolder(tmp_path / "elsewhere")
    assert restore_backup(file, elsewhere, office.now).wants_password
    assert (elsewhere.hub / "port").read_text() == "8751"


def test_every_blob_that_the_journal_names_comes_back_and_a_lost_one_is_named(office: Office, tmp_path: Path) -> None:
    good, lost, rotten = (office.blob(data) for data in (b"good", b"lost", b"rotten"))
    office.do("hazards.report", zone=office.zone, photos=[good, lost, rotten])
    office.hub.blobs.place(lost).unlink()
    office.hub.blobs.place(rotten).write_bytes(b"other")
    made = write_backup(office.hub.folder, tmp_path / "x.backup", office.now)
    assert set(made.missing) == {lost, rotten}
    restored(office, tmp_path / "x.backup")
    assert list(office.hub.blobs.names()) == [good]


def test_a_plant_that_is_not_whole_is_not_backed_up_and_the_last_backup_stays(office: Office, tmp_path: Path) -> None:
    file = back_up(office, tmp_path / "x.backup")
    before = file.read_bytes()
    with office.hub.store.database.writing() as connection:
        connection.execute(sa.text("UPDATE zones SET name = '改过的'"))
    with pytest.raises(Refused, match="backup_not_whole"):
        write_backup(office.hub.folder, file, office.now)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["x.backup"]


def test_an_erasure_is_listed_before_and_after_the_hub_is_opened_again(office: Office) -> None:
    office.do("people.leave", person=office.people["修理工"])
    office.do("people.erase", person=office.people["修理工"], reason="本人要求")
    file = office.hub.folder.hub / "erased.json"
    assert json.loads(file.read_text()) == [office.people["修理工"]]
    file.unlink()
    office.hub.close()
    office.hub = Hub(office.hub.folder, now=lambda: office.now)
    assert json.loads(file.read_text()) == [office.people["修理工"]]


def test_the_command_backs_up_beside_a_real_hub(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, file = office.hub.folder.root, str(tmp_path / "x.backup")
    office.hub.close()
    hub = HubProcess(root, office.boss)
    try:
        _, answer = hub.issue("zones.rename", zone=office.zone, name="改了")
        assert main(["backup", "--data", str(root), "--out", file, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["seq"] == answer["seq"]
        assert main(["restore", file, "--data", str(root), "--json"]) == 1
        assert json.loads(capsys.readouterr().out)["refused"] == "hub_runs"
    finally:
        hub.stop()
    assert main(["restore", file, "--data", str(root), "--lang", "en"]) == 0
    assert "has been put back to entry" in capsys.readouterr().out
    assert standing_zone(root) == "改了"
    office.hub = Hub(office.hub.folder, now=lambda: office.now)


def standing_zone(root: Path) -> str:
    database = Database(PlantFolder(root).database)
    with database.reading() as connection:
        name: str = connection.execute(sa.text("SELECT name FROM zones")).scalar_one()
    database.close()
    return name


def test_a_plant_on_a_server_is_left_to_the_server(tmp_path: Path) -> None:
    folder = PlantFolder(tmp_path / "plant")
    folder.make()
    folder.settle("postgresql://nobody@nowhere/none")
    with pytest.raises(Refused, match="backup_by_server"):
        write_backup(folder, tmp_path / "x.backup", NOON)
    with pytest.raises(Refused, match="backup_by_server"):
        restore_backup(tmp_path / "x.backup", folder, NOON)


@pytest.mark.parametrize("fault", ["", "epoch", "epoch and hashes"])
def test_a_restore_that_keeps_the_epoch_would_be_seen(
    office: Office, tmp_path: Path, monkeypatch: Any, fault: str
) -> None:
    """The hashes find it out, too; without either, what was confirmed is lost and nobody hears of it."""
    desk = Desk(office, tmp_path / "desk", office.people["孙丽"])
    desk.sync()
    file = back_up(office, tmp_path / "x.backup")
    confirmed = desk.run("zones.rename", zone=office.zone, name="之后").id
    desk.sync()
    before = desk.replica.fact("epoch")
    if fault:
        monkeypatch.setattr(restoring, "set_fact", lambda *_: None)
    if "hashes" in fault:
        monkeypatch.setattr(changes, "hash_at", lambda *_: desk.replica.fact("hash"))
        monkeypatch.setattr("services.sync.comparing.Comparing.due", lambda _: False)
    office.now += timedelta(minutes=1)
    restored(office, file)
    for _ in range(2):
        with nullcontext() if not fault else suppress(Refused):
            desk.sync()
    with office.hub.store.database.reading() as connection:
        found = list(connection.execute(sa.select(entries.c.operation)).scalars())
    assert (desk.replica.fact("epoch") != before, confirmed in found) == {
        "": (True, True),
        "epoch": (False, True),
        "epoch and hashes": (False, False),
    }[fault]
    desk.close()


def test_the_snapshot_is_taken_in_one_step(monkeypatch: Any, tmp_path: Path, office: Office) -> None:
    asked: list[int] = []
    driver = sqlite_driver()

    class Told(driver.Connection):  # type: ignore[name-defined]
        def backup(self, target: Any, *, pages: int = -1, **given: Any) -> None:
            asked.append(pages)
            super().backup(target, pages=pages, **given)

    real = driver.connect
    monkeypatch.setattr(driver, "connect", lambda *args, **given: real(*args, **{"factory": Told, **given}))
    back_up(office, tmp_path / "x.backup")
    assert asked == [-1]
