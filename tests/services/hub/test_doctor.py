"""The doctor: a plant that is well, and folders, stores, certificates, ports and clocks that really are not."""

import json
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from services import words
from services.alerts.watchdog import BEAT
from services.alerts.watchdog_settings import FILE as WATCHDOG
from services.cli import main
from services.core.backups import Backup, BackupPlan
from services.core.operation import Actor
from services.core.plant import Plant
from services.core.roles import Role
from services.hub import doctor
from services.hub.certificates import make_authority, make_leaf
from services.hub.doctor import certificate as of_certificate
from services.hub.doctor import examine, machine
from services.hub.doctor.finding import Finding
from services.hub.doctor.ports import holder
from services.hub.doctor.store import WAITING, _of_backups
from services.hub.hub import Hub
from services.hub.serve import Served
from services.hub.service import HUB_UNIT
from services.hub.tls import Wanted, machine_names
from services.store.database import Database
from services.store.folder import PlantFolder
from tests.full_disk import small_disk
from tests.services.hub.living import living_plant

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plant that has been at work; nobody's to change."""
    root = tmp_path_factory.mktemp("doctor") / "plant"
    plant = living_plant(root, https=Wanted(port=0))
    plant.do("plant.set_broker", broker_host="127.0.0.1", broker_port=1)
    plant.served.stop()
    return root


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> PlantFolder:
    found = PlantFolder(shutil.copytree(made, tmp_path / "plant"))
    for name in ("port", "https_port"):  # ports that nobody else can have taken meanwhile
        (found.hub / name).write_text("1")
    return found


def found(folder: PlantFolder, now: datetime | None = None) -> dict[str, Finding]:
    return {one.code: one for one in examine(folder, now or datetime.now(UTC))}


def bad(folder: PlantFolder, now: datetime | None = None) -> set[str]:
    return {code for code, one in found(folder, now).items() if one.level == "bad"}


def test_a_plant_at_rest_is_well_but_for_its_broker(folder: PlantFolder) -> None:
    seen = found(folder)
    assert bad(folder) == {"broker_silent"}
    assert {"writable", "owner", "disk_room", "store_whole", "plant", "photos_there", "certificate", "clock"} <= set(
        seen
    )
    assert seen["not_running"].level == "look"


def test_a_hub_that_was_never_begun_is_no_fault(tmp_path: Path) -> None:
    seen = found(PlantFolder(tmp_path / "none"))
    assert "never_begun" in seen
    assert {one.level for one in seen.values()} <= {"good", "look", "bad"}
    assert not (tmp_path / "none").exists()


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "plant").write_text("mine")
    assert "not_a_folder" in bad(PlantFolder(tmp_path / "plant"))


@pytest.mark.skipif(not hasattr(os, "chown") or os.geteuid() != 0, reason="only root may give files away")
def test_a_file_that_another_user_left(folder: PlantFolder) -> None:
    os.chown(folder.secrets if folder.secrets.exists() else folder.database, 65534, 65534)
    one = found(folder)["foreign_files"]
    assert one.level == "bad"
    assert one.facts["count"] == 1


def test_a_folder_that_others_may_read(folder: PlantFolder) -> None:
    folder.hub.chmod(0o755)
    assert found(folder)["open_folder"].level == "look"


def test_a_disk_without_room(made: Path, tmp_path: Path) -> None:
    with small_disk("mounted", tmp_path / "disk", "64m") as disk:
        assert {"disk_full"} <= bad(PlantFolder(shutil.copytree(made, disk.path / "plant")))


def test_a_disk_with_less_room_than_the_plant_wants(folder: PlantFolder) -> None:
    assert found(folder)["disk_room"].level == "good"
    hub = Hub(folder)
    try:
        hub.do("keeping.set_policy", {"disk_least_gb": 99_999.0}, Actor(None, frozenset({Role.IT_ADMIN})))
    finally:
        hub.close()
    assert found(folder)["disk_few"].level == "look"


def spoiled(folder: PlantFolder) -> None:
    with open(folder.database, "r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 20)


def cut(folder: PlantFolder) -> None:
    folder.database.write_bytes(b"no database at all " * 500)


@pytest.mark.parametrize("break_it", [spoiled, cut])
def test_a_store_that_was_damaged(folder: PlantFolder, break_it: Callable[[PlantFolder], None]) -> None:
    break_it(folder)
    assert "store_damaged" in bad(folder)


@pytest.mark.parametrize(
    ("version", "code", "level"), [("0001", "older_store", "look"), ("9999", "newer_store", "bad")]
)
def test_a_store_of_another_version(folder: PlantFolder, version: str, code: str, level: str) -> None:
    database = Database(folder.database)
    with database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{version}'")
    database.close()
    assert found(folder)[code].level == level


def test_a_database_server_that_is_away(folder: PlantFolder) -> None:
    folder.settle("postgresql+psycopg://nobody:secret@127.0.0.1:1/plant")
    seen = found(folder)
    assert seen["store_unreachable"].level == "bad"
    assert "secret" not in json.dumps([one.facts for one in seen.values()])


def test_a_photo_that_is_gone(folder: PlantFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.hub.doctor.store.named_blobs", lambda connection: {"ab" * 32})
    assert "photos_missing" in bad(folder)
    (folder.blobs / WAITING).mkdir(parents=True)
    assert found(folder)["photos_in_bucket"].level == "good"


def backed_up(made: Backup | None, plan: BackupPlan) -> str:
    """What is said of the backups, where these stand in the records."""
    records: dict[str, list[Any]] = {
        "backup": [made] if made else [],
        "backup_plan": [plan],
        "plant": [Plant(id="p", name="厂", founded_at=NOW)],
    }

    class Look:
        def find(self, kind: str, **fields: object) -> list[Any]:
            return [one for one in records[kind] if all(getattr(one, name) == value for name, value in fields.items())]

    return _of_backups(Look(), NOW).code  # type: ignore[arg-type]


def backup(age: timedelta, **more: Any) -> Backup:
    return Backup(id="b", file="anhuan.zip", backup_state="good", begun_at=NOW - age, **more)


@pytest.mark.parametrize(
    ("made", "plan", "code"),
    [
        (None, BackupPlan(id="x"), "no_backup_yet"),
        (None, BackupPlan(id="x", active=False), "no_backups"),
        (backup(timedelta(hours=20)), BackupPlan(id="x"), "backup"),
        (backup(timedelta(hours=27)), BackupPlan(id="x"), "backup_old"),
        (backup(timedelta(hours=27)), BackupPlan(id="x", old_hours=48), "backup"),
        (backup(timedelta(hours=2), trial="failed"), BackupPlan(id="x"), "backup_trial_failed"),
    ],
)
def test_backups_by_the_plants_own_plan(made: Backup | None, plan: BackupPlan, code: str) -> None:
    assert backed_up(made, plan) == code


def certified(folder: PlantFolder, names: tuple[str, ...], began: datetime) -> None:
    pair = make_leaf(make_authority("江南", began), names, began)
    (folder.hub / of_certificate.SHOWN).write_bytes(pair.key + pair.chain)


@pytest.mark.parametrize(
    ("names", "age", "code"),
    [
        (("plant.example",), timedelta(days=400), "certificate_over"),
        (("plant.example",), timedelta(days=390), "certificate_soon"),
        (("plant.example",), -timedelta(days=3), "certificate_not_yet"),
        (("203.0.113.9",), timedelta(days=1), "certificate_elsewhere"),
        (("plant.example",), timedelta(days=1), "certificate_names"),
    ],
)
def test_a_certificate(folder: PlantFolder, names: tuple[str, ...], age: timedelta, code: str) -> None:
    certified(folder, names, NOW - age)
    assert code in found(folder)


def test_a_certificate_that_nobody_can_read(folder: PlantFolder) -> None:
    (folder.hub / of_certificate.SHOWN).write_text("no certificate")
    assert "certificate_unreadable" in bad(folder)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        made.listen()
        yield made


def test_a_port_that_another_program_holds(folder: PlantFolder, listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    (folder.hub / "port").write_text(str(port))
    one = found(folder)["port_taken"]
    assert one.facts["port"] == port
    if Path("/proc/net/tcp").exists():
        assert f"PID {os.getpid()}" in holder(port)


def test_a_broker_that_answers(folder: PlantFolder, listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.hub.doctor.broker._broker", lambda _: listener.getsockname())
    assert "broker_answers" in found(folder)


def test_a_clock_that_went_back(folder: PlantFolder) -> None:
    assert "clock_behind" in bad(folder, NOW - timedelta(days=400))


def test_a_watchdog(folder: PlantFolder) -> None:
    assert found(folder)["no_watchdog"].level == "look"
    (folder.root / WATCHDOG).write_text("{}")
    assert found(folder)["watchdog_gone"].level == "bad"
    (folder.root / BEAT).touch()
    assert found(folder, datetime.now(UTC))["watchdog"].level == "good"


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (("enabled", "active"), "service"),
        (("disabled", "active"), "service_off"),
        (("enabled", "failed"), "service_failed"),
    ],
)
def test_the_service(
    folder: PlantFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...], code: str
) -> None:
    said = dict(zip(("is-enabled", "is-active"), answers, strict=True))
    (tmp_path / HUB_UNIT).touch()
    monkeypatch.setattr(machine, "UNIT_FOLDERS", (tmp_path,))
    monkeypatch.setattr(machine, "_asked", lambda *words: said.get(words[1], ""))
    assert code in found(folder)


def test_a_running_hub_is_asked_and_phones_reach_it(folder: PlantFolder) -> None:
    (folder.hub / "port").unlink()
    served = Served(folder, host="0.0.0.0", port=0)
    served.start()
    try:
        seen = found(folder, datetime.now(UTC))
    finally:
        served.stop()
    assert seen["hub_answers"].facts["pid"] == os.getpid()
    outside = [one for one in machine_names() if not one.startswith("127.") and one not in ("localhost", "::1")]
    assert ("phones_reach" if outside else "phones_shut_out") in seen


def test_a_hub_that_hangs(folder: PlantFolder, listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.alerts.channels.wire.STEP_S", 0.2)
    held = folder.hold()
    folder.announce(f"http://127.0.0.1:{listener.getsockname()[1]}", "token")
    try:
        assert "hub_hangs" in bad(folder)
    finally:
        held.release()


def test_a_look_that_fails_is_told_and_the_others_go_on(folder: PlantFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[Finding]:
        raise OSError("no such device")

    monkeypatch.setattr(doctor, "LOOKS", (("folder", broken), ("clock", machine.of_clock)))
    assert [one.code for one in examine(folder, datetime.now(UTC))][:2] == ["not_looked", "clock"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_says_what_is_wrong_and_what_to_do(
    folder: PlantFolder, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    assert main(["hub", "doctor", "--data", str(folder.root), "--lang", lang]) == 1
    said = capsys.readouterr().out
    assert words.say("doctor.broker_silent.do", lang) in said
    assert "{" not in said


def test_the_command_answers_in_json_also_after_the_folder(
    folder: PlantFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["hub", "--data", str(folder.root), "doctor", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["well"] is False
    assert "broker_silent" in {one["code"] for one in answer["findings"]}


def test_every_finding_has_words() -> None:
    codes = {key.removeprefix("doctor.").removesuffix(".do") for key in words.keys("doctor.")}
    source = "".join(one.read_text("utf-8") for one in sorted(Path(doctor.__file__).parent.glob("*.py")))
    assert sorted(code for code in codes if f'"{code}"' not in source) == []
