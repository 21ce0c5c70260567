"""What label printers are told: ZPL and TSPL. Codes are drawn by the printer, words and over-large codes as bitmaps,
since hardly any label printer has a font with Chinese characters.

ZPL II Programming Guide: ^BQ (model 2, magnification, level, mask 7) with its level and "A," before the text in ^FD,
^GFA; an ^FO code stands lower by the height that ^BY says, so that height is always said. TSPL/TSPL2 Programming
Manual: QRCODE with M2, as without it the printer takes the old model; BITMAP, in which 0 is black.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from services.reports.label_raster import DotPage, Stamp, enlarged
from services.reports.label_sheets import Template

if TYPE_CHECKING:
    from services.reports.label_raster import Dots

LANGUAGES = ("zpl", "tspl")
MOST_MAGNIFIED = 10  # what every printer takes
GAP_MM = 2
BAR_HEIGHT = 10


def commands(language: str, template: Template, page: DotPage) -> bytes:
    """One label. `language` is one of LANGUAGES."""
    return _zpl(page) if language == "zpl" else _tspl(template, page)


def _zpl(page: DotPage) -> bytes:
    height, width = page.words.shape
    parts = [f"^XA^CI28^PW{width}^LL{height}^LH0,0^BY2,3,{BAR_HEIGHT}\n"]
    parts += [f"^FO{x},{y}{_gfa(dots)}^FS\n" for x, y, dots in _bitmaps(page)]
    parts += [_zpl_code(stamp) for stamp in page.stamps if stamp.dots <= MOST_MAGNIFIED]
    return "".join([*parts, "^PQ1^XZ\n"]).encode("ascii")


def _zpl_code(stamp: Stamp) -> str:
    y = stamp.y - BAR_HEIGHT
    return f"^FO{stamp.x},{y}^BQN,2,{stamp.dots},{stamp.level},7^FD{stamp.level}A,{stamp.url}^FS\n"


def _gfa(dots: "Dots") -> str:
    data = _packed(dots)
    return f"^GFA,{len(data)},{len(data)},{len(data) // dots.shape[0]},{data.hex().upper()}"


def _tspl(template: Template, page: DotPage) -> bytes:
    width, height = template.page_mm
    head = f"SIZE {width:g} mm,{height:g} mm\r\nGAP {GAP_MM} mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nCLS\r\n"
    made = head.encode("ascii")
    for x, y, dots in _bitmaps(page):
        data = bytes(255 - byte for byte in _packed(dots))
        made += f"BITMAP {x},{y},{len(data) // dots.shape[0]},{dots.shape[0]},0,".encode("ascii") + data + b"\r\n"
    for stamp in page.stamps:
        if stamp.dots <= MOST_MAGNIFIED:
            code = f'QRCODE {stamp.x},{stamp.y},{stamp.level},{stamp.dots},A,0,M2,S7,"{stamp.url}"\r\n'
            made += code.encode("ascii")
    return made + b"PRINT 1,1\r\n"


def _bitmaps(page: DotPage) -> "Iterator[tuple[int, int, Dots]]":
    """The words, without the white around them, and the codes that are larger than printers draw them."""
    import numpy as np

    rows, columns = np.flatnonzero(page.words.any(axis=1)), np.flatnonzero(page.words.any(axis=0))
    if rows.size:
        x, y = int(columns[0]), int(rows[0])
        yield x, y, page.words[y : int(rows[-1]) + 1, x : int(columns[-1]) + 1]
    for stamp in page.stamps:
        if stamp.dots > MOST_MAGNIFIED:
            yield stamp.x, stamp.y, enlarged(stamp)


def _packed(dots: "Dots") -> bytes:
    import numpy as np

    return np.packbits(dots, axis=1).tobytes()
