"""What the hub notes of photos: of each one as it comes, and, in its own time, of those that were there before."""

import logging
import threading
from typing import Any
from zoneinfo import ZoneInfo

from services.core.refused import Refused
from services.hub.hub import Hub
from services.photos import clean
from services.photos.picture import CleanPhoto, PhotoRefused, noted
from services.store.queries.photos import Unnoted, photo_facts, unnoted

LOG = logging.getLogger(__name__)
BEGINS_S, PAUSE_S = 20.0, 0.2  # a hub that has just started has other things to do
A_LOOK = 100  # hazards


def zone_of(hub: Hub) -> ZoneInfo | None:
    """The plant's zone, by which cameras that name none are read."""
    with hub.store.look() as look:
        found = look.find("plant")
    return ZoneInfo(found[0].timezone) if found else None


def note(hub: Hub, photo: CleanPhoto, of: Unnoted | None = None) -> None:
    """Notes a photo that has come, unless all of it is known. The photo is safe whatever becomes of the note: what is
    missing is noted later."""
    with hub.store.look() as look:
        known = photo_facts(look, [of.sha if of else photo.sha256])
    if any(one.fingerprint == photo.fingerprint and (one.taken_at or not photo.taken_at) for one in known.values()):
        return
    try:
        hub.note("photos.note", {**noted(photo), **belonging(of)})
    except Refused as refused:
        LOG.info("a photo is noted later: %s", refused.code)


def belonging(of: Unnoted | None) -> dict[str, Any]:
    """The photo as it is named in the hazard that it belongs to."""
    return {"photo": of.sha, "hazard": of.hazard, "part": of.part} if of else {}


class Noting:
    """Goes once through the photos of all hazards, those first that were reported first, and notes what is not known.
    Starts with `start`, ends with `stop`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self._unreadable: set[str] = set()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="noting", daemon=True)

    def start(self) -> None:
        """Begins, after a while."""
        self._thread.start()

    def stop(self) -> None:
        """Ends after the photo in hand."""
        self._stop.set()
        self._thread.join(timeout=20)

    def _run(self) -> None:
        after, wait = "", BEGINS_S
        while not self._stop.wait(wait):
            try:
                after, wanted = self.look(after)
                self.note_all(wanted)
            except Exception:
                LOG.exception("photos are noted when the hub starts again")
                return
            if not after:
                return
            wait = PAUSE_S

    def look(self, after: str) -> tuple[str, tuple[Unnoted, ...]]:
        """The next photos of which nothing is known."""
        with self.hub.store.look() as look:
            return unnoted(look, after, A_LOOK)

    def note_all(self, wanted: tuple[Unnoted, ...]) -> None:
        """Notes these; one that is not here or can't be read stays unknown."""
        for one in wanted:
            if one.sha in self._unreadable:
                continue  # many hazards may name it
            if self._stop.wait(PAUSE_S / 10):
                return
            data = self.hub.blobs.get(one.sha)
            try:
                photo = clean(data) if data is not None else None
            except PhotoRefused as refused:
                LOG.info("photo %s can't be read: %s", one.sha, refused.code)
                self._unreadable.add(one.sha)
                continue
            if photo is not None:
                note(self.hub, photo, one)
