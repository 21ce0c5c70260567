"""The three facts worth keeping of a picture's EXIF: how it was held, when and where it was taken. All of it is only
claimed by the file, so whatever cannot be read is left out and never a reason to refuse the picture."""

import math
import warnings
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Exif, Image

ORIENTATION, TAKEN, OFFSET = 0x0112, 0x9003, 0x9011
EXIF_BLOCK, GPS_BLOCK = 0x8769, 0x8825


def facts_of(image: "Image") -> dict[str, Any]:
    """`orientation` (1 to 8), `taken` (ISO text, with an offset where the file has one) or None, `position`
    ([latitude, longitude] in degrees) or None."""
    return {
        "orientation": attempt(orientation, image) or 1,
        "taken": attempt(taken, image),
        "position": attempt(position, image),
    }


def attempt(read: Any, image: "Image") -> Any:
    """What `read` finds in the picture's EXIF, or None."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return read(image.getexif())
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - hostile bytes make the parser raise anything
            return None


def orientation(exif: "Exif") -> int | None:
    """The orientation tag, if it is one of the eight."""
    value = exif.get(ORIENTATION)
    return value if isinstance(value, int) and 1 <= value <= 8 else None


def taken(exif: "Exif") -> str | None:
    """When the shutter was pressed, as the camera's clock had it."""
    block = exif.get_ifd(EXIF_BLOCK)
    moment = datetime.strptime(str(block[TAKEN]).strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - EXIF has no zone here
    offset = str(block.get(OFFSET, "")).strip("\0 ")
    try:
        return datetime.fromisoformat(moment.isoformat() + offset).isoformat()
    except ValueError:
        return moment.isoformat()


def position(exif: "Exif") -> list[float] | None:
    """Latitude and longitude; None where they are no place on earth or the 0, 0 of a phone without a fix."""
    gps = exif.get_ifd(GPS_BLOCK)
    latitude = degrees(gps[2], str(gps[1]), "S")
    longitude = degrees(gps[4], str(gps[3]), "W")
    sane = math.isfinite(latitude) and math.isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180
    return [latitude, longitude] if sane and (latitude, longitude) != (0, 0) else None


def degrees(parts: Any, side: str, negative: str) -> float:
    """Degrees, minutes and seconds as degrees, to about a decimetre."""
    whole, minutes, seconds = (float(part) for part in parts)
    return round((whole + minutes / 60 + seconds / 3600) * (-1 if side.strip("\0 ").upper() == negative else 1), 6)
