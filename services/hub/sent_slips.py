"""What the other side has taken, noted in a file at once: the store is told a moment later, and a hub that is killed in
that moment finds the slip when it begins again. It is not brought to the disk: what a failing machine loses comes
twice."""

import json
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from services.alerts.receipt import Receipt
from services.store.deliveries import Delivery


@dataclass(frozen=True, slots=True)
class Slip:
    """The claim numbered `fence` of a delivery was taken; `unsure` and `segments` as in a receipt."""

    delivery: str
    fence: int
    provider_id: str | None
    unsure: bool
    segments: int


class Slips:
    """Of one dispatcher, whose folder is its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open = 0
        self._lock = threading.Lock()
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)

    def note(self, delivery: Delivery, receipt: Receipt) -> None:
        """It was taken, and the store does not know yet. A full disk is no reason not to go on."""
        line = json.dumps([delivery.id, delivery.fence, receipt.provider_id, receipt.unsure, receipt.segments])
        with self._lock, suppress(OSError):
            self._open += 1
            os.write(self._file, f"{line}\n".encode())

    def written(self) -> None:
        """The store knows of one of them. When it knows of all, the file is empty again."""
        with self._lock:
            self._open -= 1
            if not self._open:
                os.ftruncate(self._file, 0)

    def found(self) -> Iterator[Slip]:
        """Those of the dispatcher before this one; a line that it did not finish is none."""
        for line in self.path.read_text(encoding="utf-8", errors="replace").splitlines():
            with suppress(ValueError, TypeError):
                yield Slip(*json.loads(line))

    def clear(self) -> None:
        """The store knows of all that were found."""
        with self._lock:
            os.ftruncate(self._file, 0)

    def close(self) -> None:
        """Gives the file back; once more changes nothing."""
        with self._lock:
            file, self._file = self._file, -1
        if file >= 0:
            os.close(file)
