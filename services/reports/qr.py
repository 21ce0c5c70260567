"""QR codes for print: which level and size a room allows, and the modules as the bits of an image mask.

A module is always a whole number of printer dots, since a fraction would make some modules wider than others.
"""

from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from services.core.refused import Refused

if TYPE_CHECKING:
    import numpy as np

    Bits = np.ndarray[tuple[int], np.dtype[np.uint8]]

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

    if not text.isascii():
        raise Refused("label.address_not_ascii", address=text)
    empty, positions = _canvas(size.version, size.level)
    modules = empty.copy()
    codewords = np.frombuffer(_codewords(text.encode("ascii"), size.version, size.level), np.uint8)
    modules[positions] ^= np.unpackbits(codewords[_interleaved(size.version, size.level)])
    return np.packbits(modules.reshape(size.modules, size.modules), axis=1).tobytes()


def _codewords(data: bytes, version: int, level: str) -> bytes:
    """Data and then error correction, a block after the other. The library's way to the same bytes takes a third of a
    millisecond."""
    from qrcode.base import rs_blocks

    blocks = rs_blocks(version, LEVELS[level])
    count_bits = 8 if version < 10 else 16
    framed = ((0b0100 << count_bits | len(data)) << 8 * len(data) | int.from_bytes(data, "big")) << 4
    content: bytes = framed.to_bytes(len(data) + 1 + count_bits // 8, "big")
    whole = sum(block.data_count for block in blocks)
    content += (b"\xec\x11" * whole)[: whole - len(content)]
    checks: list[bytes] = []
    start = 0
    for block in blocks:
        data_of_block = content[start : start + block.data_count]
        checks.append(_check_bytes(data_of_block, block.total_count - block.data_count))
        start += block.data_count
    return content + b"".join(checks)


@cache
def _interleaved(version: int, level: str) -> "np.ndarray[tuple[int], np.dtype[np.intp]]":
    """Which codeword comes when in the symbol: the first of every block, then the second, and so on."""
    import numpy as np
    from qrcode.base import rs_blocks

    blocks = rs_blocks(version, LEVELS[level])
    lengths = ([block.data_count for block in blocks], [block.total_count - block.data_count for block in blocks])
    places: list[int] = []
    for kind in lengths:
        first = len(places)
        starts = [first + sum(kind[:number]) for number in range(len(kind))]
        runs = [range(start, start + length) for start, length in zip(starts, kind, strict=True)]
        places += [place for row in zip_longest(*runs) for place in row if place is not None]
    return np.array(places, np.intp)


def _check_bytes(data: bytes, count: int) -> bytes:
    """Reed-Solomon remainder of `data`, `count` bytes: a long division whose rows are looked up."""
    rows, most, top = _division_rows(count), (1 << 8 * count) - 1, 8 * (count - 1)
    rest = 0
    for byte in data:
        rest = (rest << 8 & most) ^ rows[byte ^ rest >> top]
    return rest.to_bytes(count, "big")


@cache
def _division_rows(count: int) -> list[int]:
    """What the generator polynomial of `count` check bytes takes away for each leading byte."""
    from qrcode.base import gexp, glog

    def product(a: int, b: int) -> int:
        return int(gexp(glog(a) + glog(b))) if a and b else 0

    generator = [1]
    for power in range(count):
        shifted = [*generator, 0]
        for place, factor in enumerate(generator):
            shifted[place + 1] ^= product(factor, gexp(power))
        generator = shifted
    return [int.from_bytes(bytes(product(lead, factor) for factor in generator[1:]), "big") for lead in range(256)]


@cache
def _canvas(version: int, level: str) -> "tuple[Bits, np.ndarray[tuple[int], np.dtype[np.intp]]]":
    """The symbol as the library draws it with data of zeros, as a flat array, and where each data bit goes in it.

    The library is asked for the places too: each of a dozen drawings carries one binary digit of every number."""
    import numpy as np
    from qrcode.base import rs_blocks
    from qrcode.main import QRCode

    code = QRCode(version=version, error_correction=LEVELS[level], mask_pattern=MASK, border=0)

    def drawn(bits: "Bits") -> "Bits":
        code.data_cache = np.packbits(bits).tolist()
        code.makeImpl(False, MASK)
        return np.array(code.modules, dtype=np.uint8).ravel()

    count = 8 * sum(block.total_count for block in rs_blocks(version, LEVELS[level]))
    empty = drawn(np.zeros(count, np.uint8))
    numbers = np.arange(1, count + 1)
    found = np.zeros(empty.size, np.intp)
    for digit in range(int(count).bit_length()):
        found |= (drawn((numbers >> digit & 1).astype(np.uint8)) ^ empty).astype(np.intp) << digit
    positions = np.empty(count, np.intp)
    taken = np.flatnonzero(found)
    positions[found[taken] - 1] = taken
    return empty, positions
