"""One round: one language and one theme. A plant at work, its phones, and a plant that has just begun."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.opening import boot_id, own_hub, utc_now
from desktop.tour.copied import fresh_copy
from desktop.tour.faults import Fault, Watch
from desktop.tour.phone import phone_pictures
from desktop.tour.scenes import AT_WORK, BEGINNING, Scene, begin
from desktop.tour.stage import Stage

Tell = Callable[[str], object]
PHONE = "phone"


def run_through(
    plant: Path, place: Path, out: Path, lang: str, tint: str, only: frozenset[str], tell: Tell
) -> tuple[list[Path], list[Fault]]:
    """The pictures of one round and what is wrong with them; a scene that fails is a fault, and the round goes on."""
    watch = Watch(lang)
    stop = watch.listening()
    pictures: list[Path] = []
    try:
        if not only or only & {PHONE, *AT_WORK}:
            pictures += _at_work(fresh_copy(plant, place / "plant"), out, watch, tint, only, tell)
        if not only or only & set(BEGINNING):
            pictures += _beginning(place / "new", out, watch, tint, only, tell)
    finally:
        stop()
    return pictures, list(watch.found.values())


def _at_work(data: Path, out: Path, watch: Watch, tint: str, only: frozenset[str], tell: Tell) -> list[Path]:
    with _hub(data) as (url, process):
        sign_in(data)
        stage = Stage(data, out, watch.lang, tint, watch)
        stage.tell, stage.hub = tell, process
        try:
            stage.at_work()
            phones = phone_pictures(stage, url, tint) if not only or PHONE in only else []
            _play(stage, AT_WORK, only)
        finally:
            stage.close()
    return phones + stage.pictures


def _beginning(data: Path, out: Path, watch: Watch, tint: str, only: frozenset[str], tell: Tell) -> list[Path]:
    data.mkdir(parents=True)
    stage = Stage(data, out, watch.lang, tint, watch)
    stage.tell = tell
    try:
        begin(stage)
        _play(stage, BEGINNING, only)
    finally:
        stage.close()
    return stage.pictures


def _play(stage: Stage, scenes: dict[str, Scene], only: frozenset[str]) -> None:
    for name, scene in scenes.items():
        if only and name not in only:
            continue
        try:
            scene(stage)
        except Exception as error:  # noqa: BLE001 - told as a fault of this scene; the others are still wanted
            stage.watch.add(f"{stage.out.name}/{name}", "missing", name, f"{type(error).__name__}: {error}")
        stage.tidy()


@contextmanager
def _hub(data: Path) -> "Iterator[tuple[str, subprocess.Popen[bytes] | None]]":
    url, process = own_hub(data)
    try:
        yield url, process
    finally:
        if process is not None:
            process.terminate()
            process.wait(timeout=20)


def sign_in(data: Path) -> None:
    """This console belongs to the plant's EHS manager: on the hub's own machine nobody asks for a password."""
    import time

    from services.core.roles import Role
    from services.store.database import Database
    from services.store.folder import PlantFolder
    from services.store.records import Records
    from services.store.replica import Clock, Replica

    folder = PlantFolder(data)
    database = Database(folder.database)
    with database.reading() as connection:
        people = [one for one in Records(connection).find("person") if one.left_at is None]
    database.close()
    chosen = next((one for one in people if Role.EHS_MANAGER in one.roles), people[0])
    folder.console.mkdir(parents=True, exist_ok=True)
    replica = Replica(folder.console / "replica.db", Clock(utc_now, time.monotonic, boot_id()))
    replica.set_facts(me=chosen.id)
    replica.close()
