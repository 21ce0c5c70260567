"""Blobs that a console has made and the hub has not confirmed yet: markers beside the blob folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from services.core.refused import Refused
from services.photos.folder import PhotoFolder

if TYPE_CHECKING:
    from services.sync.client import HubClient


class Outgoing:
    """`blobs` holds them; an empty marker file says that one waits, and whether it is a photo or a drawing."""

    def __init__(self, markers: Path, blobs: PhotoFolder) -> None:
        self.markers = markers
        self.blobs = blobs
        markers.mkdir(parents=True, exist_ok=True)

    def add(self, sha256: str, what: str) -> None:
        """The blob waits to be sent; `what` is 'photo' or 'drawing'."""
        (self.markers / f"{sha256}.{what}").touch()

    def waiting(self) -> list[tuple[str, str]]:
        """The hashes that wait, and what they are."""
        return sorted((path.stem, path.suffix[1:]) for path in self.markers.iterdir())

    def send(self, client: "HubClient") -> tuple[list[str], Refused | None]:
        """Sends all; a marker goes only when the hub has confirmed that very hash. What the hub refuses stays, and
        the others go on; the first refusal is told."""
        sent: list[str] = []
        trouble: Refused | None = None
        for sha256, what in self.waiting():
            data = self.blobs.get(sha256)
            if data is None:
                continue
            try:
                answer = client.call("POST", f"/api/blobs/{what}", data=data)
            except Refused as refused:
                trouble = trouble or refused
                continue
            if answer["sha256"] == sha256:
                (self.markers / f"{sha256}.{what}").unlink(missing_ok=True)
                sent.append(sha256)
        return sent, trouble
