"""Decoding and re-encoding, only ever inside the limited process.

The output is a fixed point: decoding and encoding it again gives the same bytes. So a clean picture that is cleaned
once more keeps its hash, and still no byte of a stored picture was ever written by anyone but our own encoder.
"""

import io
import warnings
from collections.abc import Callable
from functools import cache
from typing import Any

from PIL import Image, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin
from PIL.Image import Transpose

from services.photos.exif import facts_of
from services.photos.fingerprint import fingerprints
from services.photos.headers import format_of, webp_size
from services.photos.picture import Limits, PhotoRefused

# Coarser steps settle sooner; in trials the first quality always settled, within 22 rounds.
QUALITIES = (85, 75, 60)
MOST_ROUNDS = 64
BLOCK = 8
OPENERS: dict[str, Callable[[io.BytesIO], ImageFile.ImageFile]] = {
    # The plugins themselves and not Image.open: no guessing, no further format, no embedded thumbnail.
    "JPEG": JpegImagePlugin.JpegImageFile,
    "PNG": PngImagePlugin.PngImageFile,
    "WEBP": WebPImagePlugin.WebPImageFile,
}
try:
    from pillow_heif.as_plugin import HeifImageFile
except ImportError:  # installed programs come without it: it brings a codec under the GPL
    pass
else:
    OPENERS["HEIF"] = HeifImageFile
HELD: dict[int, Transpose] = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}


def cleaned(data: bytes, limits: Limits) -> tuple[dict[str, Any], bytes]:
    """The facts (width, height, fingerprint, also, taken, position) and the clean JPEG. Raises PhotoRefused,
    MemoryError."""
    kind = format_of(data)
    if kind not in OPENERS:
        raise PhotoRefused("no_heif")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            warnings.filterwarnings("ignore", module=r"PIL\.TiffImagePlugin")  # reads only EXIF here, which may lie
            return decoded(kind, data, limits)
    except (PhotoRefused, MemoryError):
        raise
    except Exception as error:
        if "memory" in str(error).lower():
            raise MemoryError from error
        raise PhotoRefused("broken", {"format": kind}) from error


def decoded(kind: str, data: bytes, limits: Limits) -> tuple[dict[str, Any], bytes]:
    """As `cleaned`, for a file of a known kind; whatever a decoder raises comes through."""
    if kind == "WEBP":
        check_pixels(webp_size(data), limits)
    image = OPENERS[kind](io.BytesIO(data))
    check_pixels(image.size, limits)
    kept = unchanged(data, image.size, limits) if kind == "JPEG" else None
    if kept:
        return described(kept, {"taken": None, "position": None}), data
    target = target_size(image.size, limits.longest_side)
    if kind == "JPEG":
        image.draft("RGB", target)
    image.load()
    facts = facts_of(image)
    small = shrunk(plain(image), target)
    turned = small.transpose(HELD[facts["orientation"]]) if facts["orientation"] in HELD else small
    settled, jpeg = settle(flat(turned).convert("YCbCr"))
    return described(settled, facts), jpeg


def check_pixels(size: tuple[int, int], limits: Limits) -> None:
    """Raises PhotoRefused("too_many_pixels") for a picture that would cost too much, "broken" for one without area."""
    width, height = size
    if width < 1 or height < 1:
        raise PhotoRefused("broken")
    if width * height > limits.most_pixels:
        facts = {"width": width, "height": height, "most_megapixels": limits.most_pixels // 1_000_000}
        raise PhotoRefused("too_many_pixels", facts)


def target_size(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """The output's size: no longer than `longest`, and whole JPEG blocks, because cut blocks do not settle."""
    scale = min(1.0, longest / max(size))
    return whole_blocks(size[0] * scale), whole_blocks(size[1] * scale)


def whole_blocks(length: float) -> int:
    """A length in pixels, cut to whole blocks; at least one."""
    return max(BLOCK, round(length) // BLOCK * BLOCK)


def plain(image: Image.Image) -> Image.Image:
    """In a mode that can be shrunk: no palette, 8 bits a channel, transparency as a channel."""
    if image.mode == "PA" or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode.startswith("I"):
        return image.convert("I").point([value >> 8 for value in range(1 << 16)], "L")
    return image if image.mode in ("L", "LA", "RGB", "RGBA") else image.convert("RGB")


def shrunk(image: Image.Image, target: tuple[int, int]) -> Image.Image:
    """The picture at its target size; what does not fit whole blocks is cut evenly from the edges."""
    scale = max(target[0] / image.width, target[1] / image.height)
    width, height = min(image.width, target[0] / scale), min(image.height, target[1] / scale)
    left, top = (image.width - width) // 2, (image.height - height) // 2
    if (width, height) == target:
        return image.crop((int(left), int(top), int(left + width), int(top + height)))
    return image.resize(target, Image.Resampling.LANCZOS, (left, top, left + width, top + height), reducing_gap=3.0)


def flat(image: Image.Image) -> Image.Image:
    """RGB; what is transparent becomes white."""
    if "A" not in image.mode:
        return image.convert("RGB")
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image.convert("RGB"), mask=image.getchannel("A"))
    return ground


def settle(image: Image.Image) -> tuple[Image.Image, bytes]:
    """The picture and its JPEG, encoded and decoded until nothing changes any more."""
    for quality in QUALITIES:
        jpeg = encoded(image, quality)
        for _ in range(MOST_ROUNDS):
            again = reopened(jpeg)
            then = encoded(again, quality)
            if then == jpeg:
                return again, jpeg
            jpeg = then
    raise PhotoRefused("broken")


def encoded(image: Image.Image, quality: int) -> bytes:
    """A baseline JPEG with full colour resolution and nothing beside the picture."""
    image.info = {}  # the encoder would write a comment that it finds there
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling=0)
    return out.getvalue()


def reopened(jpeg: bytes) -> Image.Image:
    """A JPEG decoded to its own colours, without the way over RGB that would lose a little each time."""
    image = JpegImagePlugin.JpegImageFile(io.BytesIO(jpeg))
    image.draft("YCbCr", None)
    image.load()
    return image


def unchanged(data: bytes, size: tuple[int, int], limits: Limits) -> Image.Image | None:
    """The decoded picture if these bytes are what we would write ourselves, else None."""
    if max(size) > limits.longest_side or size[0] % BLOCK or size[1] % BLOCK:
        return None
    for quality in QUALITIES:
        if data.startswith(beginning(quality)):
            image = reopened(data)
            return image if encoded(image, quality) == data else None
    return None


@cache
def beginning(quality: int) -> bytes:
    """The bytes that every picture of ours begins with, up to where its size stands."""
    sample = encoded(Image.new("YCbCr", (BLOCK, BLOCK)), quality)
    return sample[: sample.index(b"\xff\xc0")]


def described(image: Image.Image, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts that go back with the picture."""
    known = {name: facts[name] for name in ("taken", "position")}
    looks, also = fingerprints(image)
    return {"width": image.width, "height": image.height, "fingerprint": looks, "also": also, **known}
