"""Releases beside a copy of what is known of them: found by number and by range, and nothing that is not so."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from installer.known_troubles import locked, main, troubles

LOCKED = {"jinja2": "3.1.4", "zope-interface": "6.0"}


def record(name: str, number: str = "PYSEC-1", **affected: Any) -> dict[str, Any]:
    return {"id": number, "summary": "bad", "affected": [{"package": {"ecosystem": "PyPI", "name": name}, **affected}]}


def kept(folder: Path, *some: dict[str, Any]) -> Path:
    folder.mkdir()
    for number, one in enumerate(some):
        (folder / f"{number}.json").write_text(json.dumps(one))
    return folder


def ranged(*events: dict[str, str]) -> dict[str, Any]:
    return {"ranges": [{"type": "ECOSYSTEM", "events": list(events)}]}


@pytest.mark.parametrize(
    ("affected", "known"),
    [
        ({"versions": ["3.1.3", "3.1.4"]}, True),
        ({"versions": ["3.1.3"]}, False),
        (ranged({"introduced": "0"}, {"fixed": "3.1.5"}), True),
        (ranged({"introduced": "0"}, {"fixed": "3.1.4"}), False),
        (ranged({"introduced": "0"}, {"last_affected": "3.1.4"}), True),
        (ranged({"introduced": "0"}, {"fixed": "2.0"}, {"introduced": "3.1.10"}), False),
        (ranged({"introduced": "0"}, {"fixed": "2.0"}, {"introduced": "3.1"}), True),
        ({"ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}]}, False),
    ],
)
def test_a_release_is_found_by_number_and_by_range(tmp_path: Path, affected: dict[str, Any], known: bool) -> None:
    found = troubles(kept(tmp_path / "osv", record("Jinja2", **affected)), LOCKED)
    assert [one[:3] for one in found] == ([("jinja2", "3.1.4", "PYSEC-1")] if known else [])


def test_names_are_compared_as_indexes_do_and_what_was_withdrawn_is_not_said(tmp_path: Path) -> None:
    gone = {**record("jinja2", "PYSEC-2", versions=["3.1.4"]), "withdrawn": "2026-01-01T00:00:00Z"}
    found = troubles(kept(tmp_path / "osv", record("zope.interface", versions=["6.0"]), gone), LOCKED)
    assert [one[0] for one in found] == ["zope-interface"]


def test_of_the_lock_file_of_this_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    releases = locked()
    assert "sqlalchemy" in releases
    bad = record("SQLAlchemy", versions=[releases["sqlalchemy"]])
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("PYSEC-1.json", json.dumps(bad))
    assert main(str(tmp_path / "all.zip")) == 1
    assert "PYSEC-1 bad" in capsys.readouterr().out
    assert main(str(kept(tmp_path / "fine", record("other", versions=["1"])))) == 0
    assert main(str(kept(tmp_path / "empty"))) == 1, "a copy that holds nothing proves nothing"
