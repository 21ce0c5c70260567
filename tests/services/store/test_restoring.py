"""What has been ended since the backup stays ended after a restore, its new epoch is what no console overlooks, and
where erased people's data may still be is said."""

import json
import os
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
from services.store.database import Database
from services.store.facts import epoch_of
from services.store.folder import PlantFolder
from services.store.restoring import restore_backup
from services.store.tables import deliveries, entries
from tests.makers import NOON
from tests.services.hub.hub_process import HubProcess
from tests.services.store.putting_back import back_up, restored
from tests.services.sync.desks import Desk, Office

KILLS = 400 if os.environ.get("ANHUAN_FULL") else 12
pytestmark = pytest.mark.sqlite


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


def test_where_erased_people_may_still_be_read_is_said(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the erasure a backup was made and a folder put aside; after it another folder."""
    folder, fixer = office.hub.folder, office.people["修理工"]
    file = back_up(office, tmp_path / "x.backup")
    first = restored(office, file)
    assert first.still_hold == ()
    office.do("people.leave", person=fixer)
    office.do("people.erase", person=fixer, reason="本人要求")
    office.hub.close()
    assert main(["restore", str(file), "--data", str(folder.root), "--lang", "zh"]) == 0
    said = capsys.readouterr().out
    assert f"注意：{first.aside} 里可能还有已删除人员的个人信息" in said
    assert f"注意：{file} 里" in said
    office.hub = Hub(folder, now=lambda: office.now)
    later = restored(office, back_up(office, tmp_path / "later.backup"))
    assert later.erased == 0
    assert later.still_hold == (first.aside,), "what was made after the erasure holds nothing of it"
