"""A scan (PNG or JPEG) as the neutral drawing, only ever inside the limited process."""

import io
from typing import Any

from services.plans.drawing import Drawing, Picture, PlanRefused, Warning, quoted
from services.plans.strokes import sheet_of

LONGEST_PX = 5_000  # of the picture that is kept: 1.2 cm a pixel in a hall of 60 m
MOST_JPEG_PIXELS = 400_000_000  # read coarsely, in an eighth of the memory
MOST_DECODED_BYTES = 640_000_000
PAPER_DPI = (60.0, 1_300.0)
USUAL_PLOT = 100
USUAL_LENGTH_M = 60.0
INCH_M = 0.0254
QUALITY = 85


def read_scan(data: bytes) -> Drawing:
    """A drawing that is one picture, turned upright. How large it is nobody knows: as if plotted at 1:100 where the
    file says how fine it was scanned, else 60 m long; the warning says so. Raises PlanRefused: file_damaged,
    too_many_pixels; MemoryError."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # the limits below know how the picture will be read
    try:
        image: Any = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        width, height = image.size
        _bounded(image)
        longest_m, warning = _guessed(image, max(width, height))
        image.draft("RGB" if image.mode != "L" else "L", (LONGEST_PX, LONGEST_PX))
        picture = as_picture(_upright(image), LONGEST_PX, longest_m)
    except MemoryError:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, ArithmeticError) as error:
        raise PlanRefused("file_damaged", why=quoted(error)) from error
    return sheet_of(picture, [warning, *_smaller((width, height), picture)])


def _smaller(size: tuple[int, int], picture: Picture) -> list[Warning]:
    """Told where the picture that is kept has fewer pixels than the file."""
    if max(size) <= LONGEST_PX:
        return []
    kept = {"kept_width": picture.width_px, "kept_height": picture.height_px}
    return [Warning("made_smaller", {"width": size[0], "height": size[1], **kept})]


def _bounded(image: Any) -> None:
    """Raises PlanRefused: too_many_pixels, before anything is unpacked."""
    width, height = image.size
    coarse = image.format == "JPEG" and not image.info.get("progressive")
    most = MOST_JPEG_PIXELS if coarse else MOST_DECODED_BYTES // max(len(image.getbands()), 1)
    if image.format == "JPEG" and not coarse:
        most //= 2  # all coefficients are kept until the last scan has come
    if width * height > most:
        raise PlanRefused("too_many_pixels", width=width, height=height, most=most // 1_000_000)


def _guessed(image: Any, longest_px: int) -> tuple[float, Warning]:
    """How many metres the longer side is, and what it was guessed from."""
    dpi = image.info.get("dpi", (0.0, 0.0))
    fine = float(dpi[0]) if isinstance(dpi, tuple) and dpi else 0.0
    if PAPER_DPI[0] <= fine <= PAPER_DPI[1] and fine not in (72.0, 96.0):  # which programs write who do not know
        return longest_px / fine * INCH_M * USUAL_PLOT, Warning("scale_guessed", {"plot": f"1:{USUAL_PLOT}"})
    return USUAL_LENGTH_M, Warning("scale_unknown", {"length_m": USUAL_LENGTH_M})


def _upright(image: Any) -> Any:
    from PIL import ImageOps

    image.thumbnail((LONGEST_PX, LONGEST_PX), reducing_gap=2.0)
    return ImageOps.exif_transpose(image)


def as_picture(image: Any, longest_px: int, longest_m: float) -> Picture:
    """The picture on white paper, no longer than so many pixels, as large as so many metres."""
    from PIL import Image

    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    image.thumbnail((longest_px, longest_px))
    if image.mode in ("RGBA", "LA"):
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image.convert("RGBA"), mask=image.getchannel("A"))
        image = paper
    elif image.mode not in ("L", "RGB"):
        image = image.convert("L" if image.mode in ("1", "I", "I;16", "F") else "RGB")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    width, height = image.size
    scale = longest_m / max(width, height)
    return Picture(0.0, 0.0, width * scale, height * scale, width, height, out.getvalue())
