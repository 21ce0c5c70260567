"""`anhuan console --check`: a program of its own that opens a plant, builds every page and says so, or says what is
wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop import checking
from desktop.views.pages import PAGES
from services import words
from tests.services.hub.living import living_plant


def checked(data: Path, *more: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "services.cli", "console", "--check", "--lang", "en", "--data", str(data), *more]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=170, check=False)
    return done.returncode, done.stdout + done.stderr


def test_a_plant_is_opened_and_all_of_the_program_tried(tmp_path: Path) -> None:
    plant = living_plant(tmp_path / "plant")
    try:
        code, said = checked(tmp_path / "plant", "--as", "周敏")
    finally:
        plant.served.stop()
    assert words.say("check.well", "en") in said, (code, said)
    assert words.say("check.pages", "en", count=len(PAGES), all=len(PAGES)) in said
    assert code == 0


def test_a_plant_that_does_not_open_is_told_and_the_rest_is_tried(tmp_path: Path) -> None:
    (tmp_path / "hub").mkdir()
    (tmp_path / "hub" / "plant.db").write_bytes(b"no database at all " * 500)
    code, said = checked(tmp_path)
    assert code == 1
    assert words.say("check.part.opened", "en") in said
    assert words.say("check.label", "en", count=1) in said


def test_what_fails_is_a_fault_and_not_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> checking.Checked:
        raise FileNotFoundError("no such font")

    assert checking._done("label", broken) == checking.Checked("label", fault="FileNotFoundError: no such font")
