"""The photos that the deeds need: a limited set of drawn places, each photographed again and again by other hands.

Drawing is most of the work of writing a plant, so another process has a half of it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from services.core.ids import digest

if TYPE_CHECKING:
    from services.photos.folder import PhotoFolder

ROOT = Path(__file__).resolve().parents[2]
WORTH_A_PROCESS = 12  # places


class Shot(NamedTuple):
    """A photo of a place (`scene`, `machine`, `seed`), not safe or safe. With a `variation` it is another, smaller
    photo of it: nearer, turned, in other light."""

    scene: str
    machine: str
    seed: str
    safe: bool
    variation: str = ""


def take_photos(folder: Path, wanted: Iterable[Shot]) -> dict[Shot, str]:
    """Draws what is wanted and keeps it in the folder of blobs; their names. Raises FolderFull, OSError."""
    places: dict[tuple[str, str, str], list[Shot]] = {}
    for shot in dict.fromkeys(wanted):
        places.setdefault((shot.scene, shot.machine, shot.seed), []).append(shot)
    shots = list(places.values())
    # where the program is one file it cannot start a second Python
    shared = len(shots) >= WORTH_A_PROCESS and not getattr(sys, "frozen", False)
    theirs = shots[1::2] if shared else []
    ours = shots[::2] if shared else shots
    helper = _started(folder, theirs) if theirs else None
    try:
        found = _taken(folder, ours)
        if helper:
            found |= dict(zip((shot for some in theirs for shot in some), _finished(helper), strict=True))
    finally:
        if helper:
            helper.kill()
            helper.wait()
    return found


def _taken(folder: Path, places: list[list[Shot]]) -> dict[Shot, str]:
    return {shot: name for shots in places for shot, name in zip(shots, photographed(folder, shots), strict=True)}


def _started(folder: Path, places: list[list[Shot]]) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    helper = subprocess.Popen(
        [sys.executable, "-m", "services.demo.pictures"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        encoding="utf-8",
    )
    assert helper.stdin is not None
    json.dump({"folder": str(folder), "places": places}, helper.stdin)
    helper.stdin.close()
    return helper


def _finished(helper: "subprocess.Popen[str]") -> list[str]:
    assert helper.stdout is not None
    said = helper.stdout.read()
    if helper.wait() != 0:
        raise OSError("the other half of the photos could not be drawn")
    names: list[str] = json.loads(said)
    return names


def photographed(folder: Path, shots: list[Shot]) -> list[str]:
    """The names of the blobs of all shots of one place."""
    from services.demo.scenes import COARSE, again, draw, jpeg, paint
    from services.photos.folder import PhotoFolder

    blobs = PhotoFolder(folder)
    drawn = {}
    names = []
    for shot in shots:
        if not shot.variation:
            data = draw(shot.scene, shot.seed, shot.machine, safe=shot.safe)
        else:
            if shot.safe not in drawn:
                drawn[shot.safe] = paint(shot.scene, shot.seed, shot.machine, safe=shot.safe, grain=COARSE)
            data = jpeg(again(drawn[shot.safe], shot.variation), small=True)
        names.append(_kept(blobs, data))
    return names


def _kept(blobs: "PhotoFolder", data: bytes) -> str:
    """As PhotoFolder.put_bytes, but not on the disk yet: a flush for each of thousands would be most of the time."""
    name = digest(data)
    place = blobs.place(name)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return name


def _help() -> None:
    work = json.load(sys.stdin)
    folder = Path(work["folder"])
    found = _taken(folder, [[Shot(*shot) for shot in shots] for shots in work["places"]])
    json.dump(list(found.values()), sys.stdout)


if __name__ == "__main__":
    _help()
