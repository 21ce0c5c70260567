"""What goes into the limited process and what comes out of it. No decoder here: both sides import it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from services.core.refused import Refused
from services.core.shape import utc_text

MEBI: Final = 1 << 20


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a picture may cost: bytes as sent, pixels as its header says, seconds of work, memory of the process above
    what it takes at its start (the process itself allows no more than 512 MB). `longest_side` is the output's."""

    most_bytes: int = 12 * MEBI
    most_pixels: int = 50_000_000
    longest_side: int = 2048
    seconds: float = 5.0
    memory_mb: int = 512


@dataclass(frozen=True, kw_only=True)
class CleanPhoto:
    """A JPEG of our own making with no metadata. `sha256` is the hash of `data`; `position` is latitude and longitude
    in degrees (WGS 84); `fingerprint` has 64 bits as 16 hex digits: pictures that look alike differ in few of them.
    `also` are those of the picture with its edges cut off or gone on."""

    sha256: str
    data: bytes
    width: int
    height: int
    taken_at: datetime | None
    position: tuple[float, float] | None
    fingerprint: str
    also: tuple[str, ...] = ()


def noted(photo: CleanPhoto) -> dict[str, Any]:
    """What a photo tells of itself, as the JSON arguments of `photos.note`."""
    facts: dict[str, Any] = {"photo": photo.sha256, "fingerprint": photo.fingerprint, "also": list(photo.also)}
    if photo.taken_at is not None:
        facts["taken_at"] = utc_text(photo.taken_at)
    if photo.position is not None:
        facts |= {"latitude": photo.position[0], "longitude": photo.position[1]}
    return facts


class PhotoRefused(Refused):
    """The picture is not taken. Codes: not_a_picture, unsupported, no_heif, too_many_pixels, too_large, broken,
    took_too_long, out_of_memory."""

    def __init__(self, code: str, facts: dict[str, Any] | None = None) -> None:
        super().__init__(code, **(facts or {}))
