"""The hub as a service: what is written and called for it, that it gets no right it does not need, and how others find
the hub."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from services.cli import main
from services.core.operation import Actor
from services.core.refused import Refused
from services.core.roles import Role
from services.hub import service, signing
from services.hub.serve import Served
from services.hub.service import HUB_UNIT, WATCHDOG_UNIT, carry_out, on_linux, on_windows, task, unit
from services.hub.tls import Wanted
from services.store.folder import PlantFolder

PLACE = Path("/srv/plant data")
MOST_EXPOSED = 3.0  # of 10, as systemd-analyze reckons


@pytest.mark.parametrize("name", [HUB_UNIT, WATCHDOG_UNIT])
def test_a_unit_names_program_and_folder(name: str) -> None:
    text = unit(name, ("/opt/our program/anhuan",), PLACE)
    assert not re.search("@[A-Z]+@", text)
    assert 'ExecStart="/opt/our program/anhuan"' in text
    assert "User=anhuan" in text


@pytest.mark.parametrize("name", [HUB_UNIT, WATCHDOG_UNIT])
@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_a_unit_is_hardly_exposed(name: str, tmp_path: Path) -> None:
    place = tmp_path / name
    place.write_text(unit(name, ("/bin/true",), Path("/var/lib/anhuan")), "utf-8")
    asked = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(place)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    found = re.search(r"exposure level for \S+: ([0-9.]+)", done.stdout)
    assert found, done.stderr
    assert float(found[1]) <= MOST_EXPOSED


def test_the_task_of_windows_is_whole_xml_for_any_place() -> None:
    place = Path(r"C:\R&D\plant")
    parsed = ElementTree.fromstring(task((r"C:\Program Files\anhuan.exe",), place).partition("?>")[2])
    texts = [one.text for one in parsed.iter() if one.tag.endswith(("Command", "Arguments"))]
    assert texts[0] == r"C:\Program Files\anhuan.exe"
    assert f'--data "{place}"' in str(texts[1])


def test_on_windows_the_folder_is_shut_the_firewall_open_and_the_task_begun() -> None:
    plan = on_windows(PLACE)
    assert [one[0] for one in plan.commands] == ["icacls", "netsh", "schtasks", "schtasks"]
    assert plan.files[0][2] == "utf-16"


class Machine:
    """Notes what is called; refuses commands that begin with `failing`."""

    def __init__(self, failing: str = "") -> None:
        self.called: list[str] = []
        self.failing = failing

    def run(self, command: Any, **_: Any) -> subprocess.CompletedProcess[str]:
        self.called.append(" ".join(command))
        failed = bool(self.failing) and self.called[-1].startswith(self.failing)
        return subprocess.CompletedProcess(command, int(failed), "", "no such unit" if failed else "")


def as_root(monkeypatch: pytest.MonkeyPatch, machine: Machine, units: Path) -> None:
    monkeypatch.setattr("services.hub.service.subprocess.run", machine.run)
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(service, "OWN_UNITS", units)


def test_it_is_installed_with_a_user_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine()
    as_root(monkeypatch, machine, tmp_path)
    carry_out(on_linux(tmp_path / "plant"))
    assert (tmp_path / "plant").is_dir()
    assert str(tmp_path / "plant") in (tmp_path / HUB_UNIT).read_text("utf-8")
    assert [one.split()[0] for one in machine.called] == ["useradd", "chown", "chmod", "systemctl", "systemctl"]


def test_what_fails_is_told_with_what_the_system_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_root(monkeypatch, Machine("systemctl enable"), tmp_path)
    with pytest.raises(Refused) as refused:
        carry_out(on_linux(tmp_path / "plant"))
    assert refused.value.code == "service_failed"
    assert refused.value.facts["answer"] == "no such unit"


def test_only_an_administrator_installs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine()
    as_root(monkeypatch, machine, tmp_path)
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    with pytest.raises(Refused, match="needs_administrator"):
        carry_out(on_linux(tmp_path / "plant"))
    assert machine.called == []


def test_a_machine_without_services_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("services.hub.service.shutil.which", lambda _: None)
    assert main(["hub", "install-service", "--lang", "en"]) == 1
    assert "systemd" in capsys.readouterr().err


def test_a_dry_run_shows_all_and_does_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("services.hub.service.shutil.which", lambda _: "/bin/systemctl")
    assert main(["hub", "install-service", "--dry-run", "--data", str(tmp_path / "plant")]) == 0
    said = capsys.readouterr().out
    assert "systemctl enable --now anhuan-hub.service" in said
    assert not (tmp_path / "plant").exists()


def test_the_address_and_the_set_up_code_until_there_is_a_plant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.commands.service.shutil.which", lambda name: name if name == "ufw" else None)
    served = Served(PlantFolder(tmp_path), https=Wanted(0, ("anhuan.example",)))
    served.start()
    try:
        asked = ["hub", "address", "--data", str(tmp_path), "--lang", "en"]
        assert main([*asked, "--json"]) == 0
        first = json.loads(capsys.readouterr().out)
        assert first["https"].startswith("https://anhuan.example:")
        signing.found_plant(
            served.hub, {"name": "江南", "person": "周敏"}, "long enough", Actor(None, frozenset({Role.FOUNDER}))
        )
        assert first["setup_code"]
        assert main(asked) == 0
        said = capsys.readouterr().out
        assert first["setup_code"] not in said
        assert f"ufw allow {served.port}/tcp" in said
        assert "█" in said  # what a phone's camera reads
    finally:
        served.stop()
    assert main(asked) == 1
