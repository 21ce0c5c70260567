"""On the hub's own machine, without a window: a plant is founded, and a console joins by the line that is shown."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.opening import open_plant, pair_hub
from services.cli import main
from services.hub.serve import Served
from services.hub.tls import Wanted
from services.store.folder import PlantFolder
from services.sync.pairing import read_line

PASSWORD = "long enough for a test"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A hub at its first start, as a service begins it."""
    root = tmp_path_factory.mktemp("service")
    served = Served(PlantFolder(root), host="0.0.0.0", https=Wanted(0))
    served.start()
    yield root
    served.stop()


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["hub", *words, "--lang", "en"])
    return code, capsys.readouterr().out


def test_from_the_first_start_to_a_console_that_is_in(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = ("--data", str(folder))
    assert main(["hub", "pair", *data, "--json"]) == 1  # nobody is there yet
    capsys.readouterr()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert main(["hub", "found", *data, "--plant", "江南精密", "--person", "周敏", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "江南精密" in said
    assert "█" in said
    address, code = read_line(next(line for line in said.splitlines() if "/pair#" in line))
    assert address.startswith("https://")
    opened = open_plant(tmp_path, address)
    pair_hub(opened, address, code)
    assert opened.client is not None
    assert opened.client.call("GET", "/health")["plant"] is not None
    opened.close()


def test_a_second_plant_is_refused_and_another_computer_let_in(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    words = ["hub", "found", "--data", str(folder), "--plant", "二厂", "--person", "李强", "--json"]
    if PlantFolder(folder).place() and main(words) == 0:  # where this test comes first
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
        capsys.readouterr()
        assert main(words) == 1
    assert json.loads(capsys.readouterr().out.strip().splitlines()[-1])["refused"] == "plant_exists"
    assert main(["hub", "pair", "--data", str(folder), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert "/pair#" in answer["line"]
    assert main(["hub", "pair", "--data", str(folder), "--as", "没有这个人", "--json"]) == 1


class Typed(io.StringIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True


def test_what_is_not_given_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    served = Served(PlantFolder(tmp_path))
    served.start()
    try:
        words = ["hub", "found", "--data", str(tmp_path), "--json"]
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
        assert main(words) == 1
        assert json.loads(capsys.readouterr().out)["refused"] == "option_missing"
        monkeypatch.setattr("sys.stdin", Typed("三厂\n陈强\n"))
        given = iter((PASSWORD, "something else", PASSWORD, PASSWORD))
        monkeypatch.setattr("getpass.getpass", lambda _: next(given))
        assert main(words) == 1
        assert "passwords_differ" in capsys.readouterr().out
        monkeypatch.setattr("sys.stdin", Typed("三厂\n陈强\n"))
        assert main(words) == 0
        with served.hub.store.look() as look:
            assert look.find("plant")[0].name == "三厂"
    finally:
        served.stop()


def test_without_a_hub_nothing_is_founded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["hub", "found", "--data", str(tmp_path), "--plant", "一厂", "--person", "王丽", "--json"]
    assert main(words) == 1
    assert json.loads(capsys.readouterr().out)["refused"] == "no_hub_runs"
