"""What installs the program: that it names what the code knows, and holds together as far as this machine can tell."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree

import pytest
import sqlalchemy as sa
import yaml

import dev
from installer.frozen import entry
from installer.frozen.kept import kept_binary, kept_data
from installer.linux import deb
from installer.windows import build as windows
from services import cli
from services.core.plant import Plant
from services.hub.api import Secret
from services.photos.bucket import KEY, SECRET
from services.store.bag_file import ENDING
from services.store.folder import USUAL_HTTPS_PORT, USUAL_PORT

ROOT = Path(dev.__file__).parent
INSTALLER = ROOT / "installer"
COMPOSE: dict[str, Any] = yaml.safe_load((INSTALLER / "compose/compose.yaml").read_text("utf-8"))
VARIABLE = re.compile(r"\$\{(\w+)(?::[-?][^}]*)?\}")


def started_apart() -> set[str]:
    """The modules of the program that are begun as processes of their own."""
    files = (one for one in (ROOT / "services").rglob("*.py") if '__name__ == "__main__"' in one.read_text("utf-8"))
    return {".".join(one.relative_to(ROOT).with_suffix("").parts) for one in files}


def test_the_frozen_program_can_begin_each_part_of_its_own() -> None:
    assert started_apart() == set(entry.PARTS)


def test_no_word_opens_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def noted(words: list[str]) -> int:
        asked.append(words)
        return 0

    monkeypatch.setattr(cli, "main", noted)
    for argv in (["anhuan"], ["anhuan", "show", "zones"]):
        monkeypatch.setattr("sys.argv", argv)
        entry.main()
    assert asked == [["console"], ["show", "zones"]]


@pytest.mark.parametrize(
    ("name", "source", "kept"),
    [
        ("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6", False),
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", True),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ("numpy/core.so", "/srv/.package/lib/numpy/core.so", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/srv/.package/x", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "/srv/.package/x", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/srv/.package/x", False),
        ("PySide6/Qt/plugins/egldeviceintegrations/libqeglfs-kms.so", "/srv/.package/x", False),
        ("PySide6/plugins/imageformats/qtiff.dll", r"C:\x", False),
    ],
)
@pytest.mark.skipif(not shutil.which("dpkg"), reason="which libraries are the system's is known on Debian")
def test_which_libraries_go_along(name: str, source: str, kept: bool) -> None:
    assert kept_binary(name, source) is kept


def test_of_qts_words_only_two_languages_go_along() -> None:
    folder = "PySide6/Qt/translations/"
    assert [kept_data(folder + one) for one in ("qtbase_zh_CN.qm", "qtbase_de.qm")] == [True, False]
    assert kept_data("desktop/strings/zh_CN.qm")


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Something that stands in for the frozen program."""
    made = tmp_path_factory.mktemp("frozen") / "anhuan"
    (made / "_internal").mkdir(parents=True)
    for name in ("anhuan", "anhuan.exe"):
        (made / name).write_text("#!/bin/sh\n")
        (made / name).chmod(0o755)
    return made


@pytest.fixture(scope="module")
def package(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the Debian package lays down."""
    if not shutil.which("dpkg-deb"):
        pytest.skip("there is no dpkg-deb here")
    out = tmp_path_factory.mktemp("deb")
    assert deb.main(frozen, out) == 0
    subprocess.run(["dpkg-deb", "-R", str(next(out.glob("*.deb"))), str(out / "tree")], check=True)
    return out / "tree"


def test_the_package_has_command_unit_icon_and_file_type(package: Path) -> None:
    assert (package / "usr/bin/anhuan").readlink() == Path("../lib/anhuan/anhuan")
    assert "ExecStart=/usr/bin/anhuan hub --data /var/lib/anhuan" in (
        package / "usr/lib/systemd/system/anhuan-hub.service"
    ).read_text("utf-8")
    assert (package / "usr/share/icons/hicolor/512x512/apps/anhuan.png").exists()
    entry_file = (package / "usr/share/applications/anhuan.desktop").read_text("utf-8")
    (kind,) = ElementTree.parse(package / "usr/share/mime/packages/anhuan.xml").getroot()
    assert f"MimeType={kind.get('type')};" in entry_file
    assert {one.get("pattern") for one in kind if one.tag.endswith("glob")} == {f"*{ENDING}"}


def test_the_package_asks_for_what_the_window_needs(package: Path) -> None:
    control = (package / "DEBIAN/control").read_text("utf-8")
    depends = next(line for line in control.splitlines() if line.startswith("Depends:"))
    assert all(" | ".join(one.split("|")) in depends for one in (*dev.WINDOW, *dev.SCREEN))
    assert "/etc/default/anhuan-hub" in (package / "DEBIAN/conffiles").read_text("utf-8")


@pytest.mark.parametrize("name", deb.SCRIPTS)
def test_the_packages_scripts_are_shell(package: Path, name: str) -> None:
    assert (package / "DEBIAN" / name).stat().st_mode & 0o111
    subprocess.run(["sh", "-n", str(package / "DEBIAN" / name)], check=True)


def test_a_purge_keeps_the_data_unless_it_is_asked_for(package: Path) -> None:
    script = (package / "DEBIAN/postrm").read_text("utf-8")
    assert script.index("ANHUAN_PURGE_DATA:-") < script.index("rm -rf")


@pytest.mark.skipif(not shutil.which("makensis"), reason="NSIS is not here")
def test_the_installer_for_windows_compiles_without_a_warning(frozen: Path, tmp_path: Path) -> None:
    assert windows.main(frozen, tmp_path) == 0
    assert next(tmp_path.glob("anhuan-*-setup.exe")).read_bytes()[:2] == b"MZ"


def test_the_installer_for_windows_opens_bags_and_keeps_data() -> None:
    script = (INSTALLER / "windows/anhuan.nsi").read_text("utf-8")
    assert rf"Software\Classes\{ENDING}" in script
    taking_away = script.partition('Section "Uninstall"')[2].partition("SectionEnd")[0]
    assert [line for line in taking_away.splitlines() if "RMDir /r" in line] == ['  RMDir /r "$INSTDIR\\_internal"']


def filled(text: str) -> str:
    return VARIABLE.sub("plant_a", text)


def test_the_hub_of_the_compose_file_is_begun_as_the_command_takes_it() -> None:
    words = [filled(word) for word in COMPOSE["services"]["hub"]["command"]]
    args = cli.parser("en").parse_args(words)
    assert (args.port, args.https_port) == (USUAL_PORT, USUAL_HTTPS_PORT)
    assert {one.partition(":")[0] for one in COMPOSE["services"]["hub"]["ports"]} == {"8743", "8750"}
    url = sa.make_url(args.database)
    assert (url.get_driver_name(), url.host, url.database) == ("psycopg", "database", "group")
    assert url.query["options"] == "-csearch_path=plant_a"
    assert args.photos == "s3+http://bucket:9000/photos"
    assert {KEY, SECRET} <= set(COMPOSE["services"]["hub"]["environment"])
    owner = COMPOSE["services"]["database"]["environment"]
    assert (owner["POSTGRES_USER"], owner["POSTGRES_DB"]) == (url.username, url.database)


def test_the_hub_of_the_compose_file_is_given_secrets_that_it_reads() -> None:
    given = COMPOSE["services"]["hub"]["environment"]
    names = {name.removeprefix("ANHUAN_SECRET_").lower() for name in given if name.startswith("ANHUAN_SECRET_")}
    known = {name for part in get_args(Secret) for name in (get_args(part) or (part,))}
    assert names <= known


def test_every_variable_of_the_compose_file_stands_in_the_sample() -> None:
    sample = (INSTALLER / "compose/.env.sample").read_text("utf-8")
    used = set(match[1] for match in VARIABLE.finditer((INSTALLER / "compose/compose.yaml").read_text("utf-8")))
    assert {line.partition("=")[0] for line in sample.splitlines() if "=" in line} == used


def test_broker_and_container_listen_where_the_code_looks() -> None:
    port = next(one.default for one in Plant.__dataclass_fields__.values() if one.name == "broker_port")
    assert f"listener {port}" in (INSTALLER / "compose/mosquitto.conf").read_text("utf-8")
    assert f"{port}:{port}" in COMPOSE["services"]["broker"]["ports"]
    recipe = (INSTALLER / "compose/Dockerfile").read_text("utf-8")
    assert f"EXPOSE {USUAL_HTTPS_PORT} {USUAL_PORT}" in recipe


def test_images_are_named_with_their_version() -> None:
    images = [one["image"] for name, one in COMPOSE["services"].items() if name != "hub"]
    assert all(re.search(r":(\d|RELEASE)", image) for image in images)


@pytest.mark.parametrize("name", ["try_deb.sh", "bare.sh"])
def test_scripts_are_shell(name: str) -> None:
    subprocess.run(["bash", "-n", str(INSTALLER / name)], check=True)


def test_the_workflow_for_windows_is_yaml() -> None:
    found = yaml.safe_load((ROOT / ".github/workflows/windows.yml").read_text("utf-8"))
    assert "python dev.py package" in [step.get("run", "") for step in found["jobs"]["installer"]["steps"]]
