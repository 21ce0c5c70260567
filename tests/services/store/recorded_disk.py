"""A disk that remembers everything done to its files, and what it may hold after a power cut: all that was flushed;
of the rest each write is there, or not, or torn at 512 bytes, in any order."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512
ACKNOWLEDGED = ("acknowledged", "", 0, b"")
Event = tuple[str, str, int, bytes]  # what, the file's name, where or how long, the bytes
Image = dict[str, bytes]


class RecordedDisk(apsw.VFS):
    """A VFS over the real one; `events` is its memory. Closed, it is no disk any more."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.events: list[Event] = []
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        if name is None:  # a file for the moment, which nobody looks for after a cut
            return apsw.VFSFile("", name, flags)
        path = Path(name.filename() if isinstance(name, apsw.URIFilename) else name)
        if flags[0] & apsw.SQLITE_OPEN_CREATE and not path.exists():
            self.events.append(("made", path.name, 0, b""))
        return _RecordedFile(self.events, path.name, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:
        super().xDelete(name, sync)
        self.events.append(("deleted", Path(name).name, 0, b""))
        if sync:
            self.events.append(("folder flushed", "", 0, b""))


class _RecordedFile(apsw.VFSFile):
    def __init__(self, events: list[Event], short: str, name: Any, flags: list[int]) -> None:
        self.events = events
        self.short = short
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:
        super().xWrite(data, offset)
        self.events.append(("written", self.short, offset, bytes(data)))

    def xTruncate(self, size: int) -> None:
        super().xTruncate(size)
        self.events.append(("cut", self.short, size, b""))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self.events.append(("flushed", self.short, 0, b""))


@dataclass
class _Sheet:
    """One file: what is certain, what is not yet, and whether its name is in the folder, surely and as wished. A file
    of the same name that was deleted before, and not for sure, may come back."""

    content: bytearray = field(default_factory=bytearray)
    unsure: list[Event] = field(default_factory=list)
    named: bool = False
    wished: bool = True
    deleted: bytes | None = None

    def found(self, chance: random.Random) -> bytes | None:
        """What is found under the name; None for nothing."""
        as_wished = self.named == self.wished or chance.random() < 0.5
        if not as_wished and self.wished:
            return self.deleted
        if as_wished and not self.wished:
            return None
        content = bytearray(self.content)
        for event in _fate(self.unsure, chance):
            _apply(content, event)
        return bytes(content)


class Platter:
    """The disk itself, as the events come in."""

    def __init__(self, before: Image) -> None:
        self.sheets = {name: _Sheet(bytearray(data), named=True) for name, data in before.items()}
        self.acknowledged = 0

    def hear(self, event: Event) -> None:
        """Takes in the next event. SQLite flushes the folder with the first flush of a log that it has made."""
        what, name, _, _ = event
        if what == "acknowledged":
            self.acknowledged += 1
        elif what == "made":
            old = self.sheets.get(name)
            ghost = (bytes(old.content) if old.named else old.deleted) if old else None
            self.sheets[name] = _Sheet(deleted=ghost)
        elif what == "deleted":
            self.sheets[name].wished = False
        elif what == "folder flushed":
            self._flush_folder()
        elif what == "flushed":
            self._flush(self.sheets[name], logs=not name.endswith(".db"))
        else:
            self.sheets[name].unsure.append(event)

    def _flush(self, sheet: _Sheet, *, logs: bool) -> None:
        for event in sheet.unsure:
            _apply(sheet.content, event)
        sheet.unsure.clear()
        if logs and not sheet.named:
            self._flush_folder()

    def _flush_folder(self) -> None:
        for name, sheet in list(self.sheets.items()):
            sheet.named, sheet.deleted = sheet.wished, None
            if not sheet.wished:
                del self.sheets[name]

    def after_a_cut(self, chance: random.Random) -> Image:
        """What may be found when the power is back."""
        found = {name: sheet.found(chance) for name, sheet in self.sheets.items()}
        return {name: content for name, content in found.items() if content is not None}


def _fate(unsure: Sequence[Event], chance: random.Random) -> list[Event]:
    """What of the unflushed has reached the disk, and in which order."""
    kind = chance.choice(("all", "none", "first", "some", "mixed", "mixed"))
    if kind == "all":
        return list(unsure)
    if kind == "none":
        return []
    if kind == "first":
        return list(unsure[: chance.randint(0, len(unsure))])
    kept = [piece for event in unsure if chance.random() < 0.6 for piece in _torn(event, chance)]
    if kind == "mixed":
        chance.shuffle(kept)
    return kept


def _torn(event: Event, chance: random.Random) -> Iterator[Event]:
    """A write whole, or some of its sectors."""
    what, name, offset, data = event
    if what != "written" or chance.random() < 0.6:
        yield event
        return
    at = 0
    while at < len(data):
        end = min(len(data), at + SECTOR - (offset + at) % SECTOR)
        if chance.random() < 0.5:
            yield what, name, offset + at, data[at:end]
        at = end


def _apply(content: bytearray, event: Event) -> None:
    what, _, at, data = event
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    if what == "cut":
        del content[at:]
    else:
        content[at : at + len(data)] = data


def power_cuts(before: Image, events: Sequence[Event], count: int, seed: int) -> Iterator[tuple[int, Image]]:
    """So many images, each with how many commits had been acknowledged when the power went."""
    chance = random.Random(seed)
    cuts = sorted(chance.randint(0, len(events)) for _ in range(count))
    platter, heard = Platter(before), 0
    for cut in cuts:
        while heard < cut:
            platter.hear(events[heard])
            heard += 1
        yield platter.acknowledged, platter.after_a_cut(chance)
