"""Rendered pages: what PDFium makes of a PDF. It is not thread-safe, so one lock stands around it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services.core.refused import Refused

if TYPE_CHECKING:
    import numpy as np

    Grey = np.ndarray[tuple[int, int], np.dtype[np.uint8]]

MOST_PIXELS = 80_000_000
_pdfium = threading.Lock()


def grey_pages(source: Path | bytes, dpi: float) -> Iterator[tuple[int, float, "Grey"]]:
    """Page number from 1, dots per inch really used (less for a page of monstrous size), and the page's grey values.

    Raises Refused: label.file_unreadable."""
    with _opened(source) as document:
        with _pdfium:
            count = len(document)
        for number in range(count):
            with _pdfium:
                used, pixels = _rendered(document, number, dpi)
            yield number + 1, used, pixels


@contextmanager
def _opened(source: Path | bytes) -> Iterator[Any]:
    """The document; whoever asks it for anything holds the lock. Raises Refused: label.file_unreadable."""
    import pypdfium2

    with _pdfium:
        try:
            document = pypdfium2.PdfDocument(source)
        except (pypdfium2.PdfiumError, OSError) as error:
            raise Refused("label.file_unreadable", file=getattr(source, "name", "PDF"), reason=str(error)) from error
    try:
        yield document
    finally:
        with _pdfium:
            document.close()


def _rendered(document: Any, number: int, dpi: float) -> tuple[float, "Grey"]:
    page = document[number]
    try:
        used = _bounded(page, dpi)
        bitmap = page.render(scale=used / 72, grayscale=True)
        pixels: Grey = bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width].copy()
        bitmap.close()
    finally:
        page.close()
    return used, pixels


def _bounded(page: Any, dpi: float) -> float:
    width, height = page.get_size()
    return float(min(dpi, 72 * (MOST_PIXELS / max(width * height, 1)) ** 0.5))


def page_count(source: Path | bytes) -> int:
    """How many pages. Raises Refused: label.file_unreadable."""
    with _opened(source) as document, _pdfium:
        return len(document)


def page_image(source: Path | bytes, page: int, dpi: float = 96) -> bytes:
    """One page, counted from 1, as a PNG in colour. Raises Refused: label.file_unreadable, label.no_such_page."""
    with _opened(source) as document, _pdfium:
        if not 1 <= page <= len(document):
            raise Refused("label.no_such_page", page=page, pages=len(document))
        sheet = document[page - 1]
        used = _bounded(sheet, dpi)
        picture = sheet.render(scale=used / 72).to_pil()
        out = BytesIO()
        picture.save(out, "PNG", dpi=(used, used))
    return out.getvalue()


def grey_picture(path: Path | BytesIO, dpi: float | None) -> tuple[float, "Grey"]:
    """A picture file as grey values, and its dots per inch: as given, else as the file says, else 300.

    Raises Refused: label.file_unreadable."""
    import numpy as np
    from PIL import Image

    name = getattr(path, "name", "PNG")
    try:
        with Image.open(path) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused("label.file_unreadable", file=name, reason=f"{picture.width} × {picture.height}")
            said = picture.info.get("dpi", (0, 0))[0]
            grey = np.asarray(_on_white(picture).convert("L"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("label.file_unreadable", file=name, reason=str(error)) from error
    return dpi or float(said) or 300.0, grey


def _on_white(picture: Any) -> Any:
    """Transparent pictures lie on white paper, not on the black that dropping transparency would give."""
    from PIL import Image

    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture
    clear = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
