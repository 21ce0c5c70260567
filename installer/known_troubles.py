"""What is known to be wrong with the releases that `uv.lock` names, by a copy of the OSV data base on this machine: its
archive of PyPI (`all.zip`) or a folder of its records. For places where the package index does not tell.

    python installer/known_troubles.py all.zip
"""

import json
import re
import sys
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

LOCK = Path(__file__).parent.parent / "uv.lock"


def plain(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock: Path = LOCK) -> dict[str, str]:
    """The releases of a lock file by name."""
    found = tomllib.loads(lock.read_text("utf-8"))["package"]
    return {plain(one["name"]): one["version"] for one in found if "version" in one and "registry" in one["source"]}


def records(copy: Path) -> Iterator[dict[str, Any]]:
    """The records of a copy. Raises OSError, zipfile.BadZipFile, ValueError."""
    if copy.is_dir():
        yield from (json.loads(one.read_bytes()) for one in sorted(copy.rglob("*.json")))
        return
    with zipfile.ZipFile(copy) as archive:
        yield from (json.loads(archive.read(name)) for name in archive.namelist() if name.endswith(".json"))


def concerns(affected: Mapping[str, Any], version: str) -> bool:
    """Whether a release is among those that a record names: one by one, or as a range."""
    if version in affected.get("versions", ()):
        return True
    ranges = [one["events"] for one in affected.get("ranges", ()) if one.get("type") == "ECOSYSTEM"]
    return any(_within(events, version) for events in ranges)


def _within(events: list[dict[str, str]], version: str) -> bool:
    """Events stand in order: from an `introduced` on it is so, until a `fixed`, or after a `last_affected`."""
    inside = False
    for event in events:
        (kind, text), *_ = event.items()
        try:
            at, mine = Version(text), Version(version)
        except InvalidVersion:
            continue
        if kind == "introduced" and mine >= at:
            inside = True
        elif (kind == "fixed" and mine >= at) or (kind == "last_affected" and mine > at):
            inside = False
    return inside


def troubles(copy: Path, releases: Mapping[str, str]) -> list[tuple[str, str, str, str]]:
    """Name, release, number and summary of what is known and was not withdrawn."""
    found = []
    for record in records(copy):
        for one in () if record.get("withdrawn") else record.get("affected", ()):
            package = one.get("package", {})
            name = plain(package.get("name", ""))
            if package.get("ecosystem") == "PyPI" and name in releases and concerns(one, releases[name]):
                found.append((name, releases[name], record["id"], record.get("summary", "")))
    return sorted(set(found))


def say(text: str) -> None:
    """A line for whoever reads."""
    sys.stdout.write(text + "\n")


def main(copy: str) -> int:
    """Prints what is known; 1 where something is, or where the copy holds nothing that could be asked."""
    path, releases = Path(copy), locked()
    if not any(True for _ in records(path)):
        say(f"{path} holds no records: nothing was audited")
        return 1
    found = troubles(path, releases)
    for name, version, number, summary in found:
        say(f"{name} {version}: {number} {summary}".strip())
    say(f"{len(releases)} releases, {len(found)} known troubles")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
