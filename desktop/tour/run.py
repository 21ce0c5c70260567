"""One round: one language and one theme. A plant at work, its phones, and a plant that has just begun."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desktop.opening import own_hub
from desktop.tour.copied import fresh_copy
from desktop.tour.faults import Watch
from desktop.tour.phone import phone_pictures
from desktop.tour.scenes import AT_WORK, BEGINNING, REVIEWING, Scene, begin
from desktop.tour.stage import Stage
from desktop.tour.visiting import Choice, busiest_reviewer, manager, visit

PHONE = "phone"


@dataclass
class Round:
    """Where the pictures of a language and a theme go, and what is wanted of them (`only`: nothing named is all)."""

    plant: Path
    place: Path
    out: Path
    watch: Watch
    tint: str
    only: frozenset[str]
    tell: Callable[[str], object]
    phones: bool = True
    pictures: list[Path] = field(default_factory=list)

    def go(self) -> None:
        """Takes them. A scene that fails is a fault, and the others are taken."""
        stop = self.watch.listening()
        try:
            if self._wanted({PHONE, *AT_WORK, *REVIEWING}):
                self._in_plant(fresh_copy(self.plant, self.place / "plant"))
            if self._wanted(set(BEGINNING)):
                self._beginning(self.place / "new")
        finally:
            stop()

    def _wanted(self, names: set[str]) -> bool:
        return not self.only or bool(self.only & names)

    def _in_plant(self, data: Path) -> None:
        with _hub(data) as (url, process):
            if self._wanted(set(REVIEWING)):
                with self._stage(data, self.place / "reviewer", url, busiest_reviewer) as stage:
                    self._play(stage, REVIEWING)
            with self._stage(data, self.place / "manager", url, manager) as stage:
                stage.hub = process
                if self.phones and self._wanted({PHONE}):
                    self.pictures += phone_pictures(stage, data, url)
                self._play(stage, AT_WORK)

    def _beginning(self, data: Path) -> None:
        data.mkdir(parents=True)
        with self._open(data) as stage:
            begin(stage)
            self._play(stage, BEGINNING)

    @contextmanager
    def _stage(self, data: Path, console: Path, url: str, choice: Choice) -> Iterator[Stage]:
        visit(data, console, url, choice)
        with self._open(console) as stage:
            stage.plant = data
            stage.at_work()
            yield stage

    @contextmanager
    def _open(self, console: Path) -> Iterator[Stage]:
        stage = Stage(console, self.out, self.watch, self.tint, self.tell)
        try:
            yield stage
        finally:
            stage.close()
            self.pictures += stage.pictures

    def _play(self, stage: Stage, scenes: dict[str, Scene]) -> None:
        for name, scene in scenes.items():
            if not self._wanted({name}):
                continue
            try:
                scene(stage)
            except Exception as error:  # noqa: BLE001 - told as a fault of this scene; the others are still wanted
                self.watch.add(f"{self.out.name}/{name}", "missing", name, f"{type(error).__name__}: {error}")
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
