"""Blobs that a console has made and the hub has not confirmed yet: markers beside the blob folder."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from services.core.refused import Refused
from services.photos.folder import PhotoFolder
from services.store.room import flush_folder
from services.sync.blobs import send

if TYPE_CHECKING:
    from services.sync.client import HubClient

PAUSE_S = 300.0
SOON = {"sign_in_needed", "disk_full", "store_busy", "store_unreachable"}  # what may be otherwise with the next round


class Outgoing:
    """`blobs` holds them; an empty marker file says that one waits, and whether it is a photo or a drawing. Markers of
    those that were confirmed lie in `sent`: a hub that was put back to an earlier day may ask for them again."""

    def __init__(self, markers: Path, blobs: PhotoFolder) -> None:
        self.markers = markers
        self.sent = markers / "sent"
        self.blobs = blobs
        self._refused: dict[str, tuple[float, Refused]] = {}
        self.sent.mkdir(parents=True, exist_ok=True)

    def add(self, sha256: str, what: str) -> None:
        """The blob waits to be sent, also after a power cut; `what` is 'photo' or 'drawing'."""
        (self.markers / f"{sha256}.{what}").touch()
        flush_folder(self.markers)

    def waiting(self) -> list[tuple[str, str]]:
        """The hashes that wait, and what they are."""
        return sorted((path.stem, path.suffix[1:]) for path in self.markers.iterdir() if path.is_file())

    def again(self, sha256: str) -> bool:
        """Has a blob sent once more that the hub had confirmed and misses now; whether it was sent from here."""
        found = list(self.sent.glob(f"{sha256}.*"))
        for path in found:
            path.replace(self.markers / path.name)
        return bool(found)

    def send(self, client: "HubClient") -> tuple[list[str], Refused | None]:
        """Sends all; a marker goes only when the hub has confirmed that very hash. What the hub refuses stays, is left
        alone for five minutes, and the others go on; the first refusal is told. Raises Unreachable."""
        done: list[str] = []
        trouble: Refused | None = None
        for sha256, what in self.waiting():
            refused = self._paused(sha256) or self._try(client, sha256, what)
            if refused:
                trouble = trouble or refused
                continue
            (self.markers / f"{sha256}.{what}").replace(self.sent / f"{sha256}.{what}")
            done.append(sha256)
        return done, trouble

    def refusal(self, sha256: str) -> Refused | None:
        """Why the hub will not have a blob, now or later; None where it may still take it."""
        return self._refused.get(sha256, (0.0, None))[1]

    def _paused(self, sha256: str) -> Refused | None:
        since, refused = self._refused.get(sha256, (0.0, None))
        return refused if refused and time.monotonic() - since < PAUSE_S else None

    def _try(self, client: "HubClient", sha256: str, what: str) -> Refused | None:
        try:
            send(client, self.blobs, sha256, what)
        except Refused as refused:
            if refused.code not in SOON:
                self._refused[sha256] = (time.monotonic(), refused)
            return refused
        return None
