"""QR codes for print: which level and size a room allows, and the modules as the bits of an image mask.

A module is always a whole number of printer dots, since a fraction would make some modules wider than others.
"""

from dataclasses import dataclass
from functools import cache

from services.core.refused import Refused

QUIET_MODULES = 4
COMFORTABLE_MM = 0.4  # a module of this size reads well from any phone and any office printer
LEVELS = {"L": 1, "M": 0, "Q": 3, "H": 2}  # as the standard numbers them
PREFERRED = ("Q", "M", "L")
MASK = 3  # any mask reads; looking for the best of eight takes most of an encoder's time, and every code is read again


@dataclass(frozen=True, slots=True)
class CodeSize:
    """`version` and `level` of the symbol, `modules` a side, and printer `dots` a module."""

    version: int
    level: str
    dots: int

    @property
    def modules(self) -> int:
        return 17 + 4 * self.version


def best_size(length: int, symbol_mm: float, with_quiet_mm: float, dot_mm: float) -> CodeSize:
    """The most robust level whose modules stay comfortable, else the level with the largest modules.

    `length` in ASCII characters; the symbol has `symbol_mm` a side, and `with_quiet_mm` together with its quiet zone.
    Raises Refused: label.address_too_long, label.no_room."""
    sizes = []
    for level in PREFERRED:
        version = smallest_version(length, level)
        if version is None:
            continue
        side = 17 + 4 * version
        room = min(symbol_mm / side, with_quiet_mm / (side + 2 * QUIET_MODULES))
        size = CodeSize(version, level, max(0, int(room / dot_mm + 1e-6)))
        if size.dots * dot_mm >= COMFORTABLE_MM:
            return size
        sizes.append(size)
    if not sizes:
        raise Refused("label.address_too_long", length=length)
    largest = max(sizes, key=lambda size: size.dots)
    if not largest.dots:
        raise Refused("label.no_room", length=length, room_mm=round(symbol_mm, 1))
    return largest


@cache
def smallest_version(length: int, level: str) -> int | None:
    """The smallest version that holds `length` bytes; None when not even version 40 does."""
    from qrcode.util import BIT_LIMIT_TABLE

    for version, limit in enumerate(BIT_LIMIT_TABLE[LEVELS[level]]):
        if version and 4 + (8 if version < 10 else 16) + 8 * length <= limit:
            return version
    return None


def mask_bits(text: str, size: CodeSize) -> bytes:
    """The symbol without quiet zone: rows from the top, each padded to whole bytes, 1 is dark.

    Raises Refused: label.address_not_ascii."""
    import numpy as np
    from qrcode.main import QRCode
    from qrcode.util import MODE_8BIT_BYTE, QRData

    if not text.isascii():
        raise Refused("label.address_not_ascii", address=text)
    code = QRCode(version=size.version, error_correction=LEVELS[size.level], mask_pattern=MASK, border=0)
    code.add_data(QRData(text.encode("ascii"), mode=MODE_8BIT_BYTE, check_data=False), optimize=0)
    code.make(fit=False)
    return np.packbits(np.array(code.modules, dtype=bool), axis=1).tobytes()
