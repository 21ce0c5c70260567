"""What waits on a console a second time: a file of lines beside the database, flushed with every operation, so that
losing the database loses no review. Each line has a checksum; one that does not fit it is passed over."""

import json
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from services.core.refused import Refused


@dataclass
class Kept:
    """What the lines say: whose console it is, the operations that wait and the conflicts that are open, by id."""

    identity: dict[str, Any] = field(default_factory=dict)
    waiting: dict[str, dict[str, Any]] = field(default_factory=dict)
    conflicts: dict[str, dict[str, Any]] = field(default_factory=dict)
    damaged: int = 0

    def hear(self, line: dict[str, Any]) -> None:
        """Takes in one line."""
        if "identity" in line:
            self.identity = line["identity"]
        elif "waits" in line:
            self.waiting[line["waits"]["id"]] = line["waits"]
            self.identity["last_n"] = line["waits"]["n"]
        elif "conflict" in line:
            self.conflicts[line["conflict"]["operation"]] = line["conflict"]
        elif "back" in line and line["back"] in self.waiting:
            self.identity["last_n"] = self.waiting.pop(line["back"])["n"] - 1
        else:
            self.waiting.pop(line.get("done", ""), None)
            self.conflicts.pop(line.get("settled", ""), None)


class SideLog:
    """Written only inside the writing transaction of the database beside it, so by one at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Kept:
        """What is kept; a file that is not there keeps nothing."""
        kept = Kept()
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return kept
        for line in _lines(content):
            if line is None:
                kept.damaged += 1
            else:
                kept.hear(line)
        return kept

    def waits(self, *bodies: dict[str, Any]) -> None:
        """Operations wait from now on. On the disk when this returns. Raises Refused: disk_full_here."""
        self._add([{"waits": body} for body in bodies], flush=True)

    def never_waited(self, body: dict[str, Any]) -> None:
        """The line of an operation that could not be kept after all becomes empty ones, which needs no room. A disk
        that will not even have that leaves it, and the operation waits after the next start."""
        line = _line({"waits": body})
        try:
            with open(self.path, "r+b") as file:
                at = file.read().rfind(line)
                if at >= 0:
                    file.seek(at)
                    file.write(b"\n" * len(line))
                    file.flush()
                    os.fsync(file.fileno())
        except OSError:
            return

    def back(self, *ids: str) -> None:
        """Operations were taken back. On the disk when this returns. Raises Refused: disk_full_here."""
        self._add([{"back": id_} for id_ in ids], flush=True)

    def done(self, id_: str) -> None:
        """The hub has answered an operation; losing this line only sends it once more."""
        self._add([{"done": id_}], flush=False)

    def conflict(self, row: dict[str, Any]) -> None:
        """The hub has refused an operation, and a person has to see it."""
        self._add([{"conflict": row}], flush=True)

    def settled(self, id_: str) -> None:
        """A person has settled a conflict."""
        self._add([{"settled": id_}], flush=False)

    def rewrite(self, kept: Kept) -> None:
        """The file anew with just this: whole, or as it was before. Raises Refused: disk_full_here."""
        lines: list[dict[str, Any]] = [{"identity": kept.identity}]
        lines += [{"waits": body} for body in kept.waiting.values()]
        lines += [{"conflict": row} for row in kept.conflicts.values()]
        fresh = self.path.with_suffix(".new")
        try:
            with open(fresh, "wb") as file:
                file.writelines(_line(line) for line in lines)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.path)
        except OSError as error:
            raise Refused("disk_full_here") from error

    def _add(self, lines: Sequence[dict[str, Any]], *, flush: bool) -> None:
        try:
            with open(self.path, "ab") as file:
                file.writelines(_line(line) for line in lines)
                if flush:
                    file.flush()
                    os.fsync(file.fileno())
        except OSError as error:
            raise Refused("disk_full_here") from error


def _line(values: dict[str, Any]) -> bytes:
    """One line; it begins with the line's end of the one before, which may have been cut off."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    return b"\n%08x %s" % (zlib.crc32(text), text)


def _lines(content: bytes) -> Iterator[dict[str, Any] | None]:
    for line in content.split(b"\n"):
        if not line:
            continue
        try:
            fits = int(line[:8], 16) == zlib.crc32(line[9:])
            values = json.loads(line[9:]) if fits else None
        except ValueError:
            values = None
        yield values if isinstance(values, dict) else None
