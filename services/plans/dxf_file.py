"""From the bytes of a DXF file to ezdxf's document: what is refused before parsing, which encoding, and repair.

Reading reports how far it is and can be stopped, because a large file takes its time."""

import io
import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services.plans.drawing import PlanRefused, Warning, quoted

if TYPE_CHECKING:
    from ezdxf.document import Drawing as Document

Progress = Callable[[float], bool]

MOST_BYTES = 150 * 1024 * 1024
BINARY_SIGN = b"AutoCAD Binary DXF\r\n\x1a\x00"
UTF8_SINCE = "AC1021"
LOADING_SHARE = 0.7  # of the whole work, for the progress bar
CHUNK = 256 * 1024
OTHERS = {b"PK\x03\x04": "ZIP", b"RIFF": "WEBP", b"II*\x00": "TIFF", b"MM\x00*": "TIFF", b"GIF8": "GIF", b"BM": "BMP"}
DWG_SIGN = re.compile(rb"AC10\d\d|AC1\.\d|AC2\.\d|MC0\.0")
FIRST_TAG = re.compile(rb"\s*0\s*?\r?\n\s*SECTION\b|\s*999\s*?\r?\n")
VERSION = re.compile(rb"\$ACADVER\s+1\s+(AC\d+)")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
CODEPAGE = re.compile(rb"\$DWGCODEPAGE\s+3\s+(\S+)")


def load(source: str | Path | bytes, progress: Progress) -> tuple["Document", list[Warning]]:
    """The document, with a warning where it had to be repaired or its encoding guessed. Raises PlanRefused."""
    logging.getLogger("ezdxf").addHandler(logging.NullHandler())  # it would talk to stderr; warnings say it here
    data = content(source)
    check(data)
    encoding, warnings = encoding_of(data)
    damage = ""
    try:
        return _parsed(data, encoding, progress), warnings
    except PlanRefused:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged file makes ezdxf raise nearly anything
        damage = str(error) or type(error).__name__
    return _repaired(data, encoding, damage, warnings)


def content(source: str | Path | bytes) -> bytes:
    """The bytes of a file, or the bytes given. Raises PlanRefused: file_unreadable, file_too_large."""
    if isinstance(source, bytes):
        size = len(source)
    else:
        try:
            size = Path(source).stat().st_size
        except (OSError, ValueError) as error:
            raise PlanRefused("file_unreadable", why=quoted(error)) from error
    if size > MOST_BYTES:
        raise PlanRefused("file_too_large", mb=round(size / 2**20), most_mb=MOST_BYTES // 2**20)
    if isinstance(source, bytes):
        return source
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise PlanRefused("file_unreadable", why=quoted(error.strerror or error)) from error


def check(data: bytes) -> None:
    """Raises PlanRefused for what cannot be a whole DXF file: file_empty, file_is_dwg, file_is_other, not_dxf,
    file_truncated."""
    if not data.strip():
        raise PlanRefused("file_empty")
    if DWG_SIGN.match(data):
        raise PlanRefused("file_is_dwg")
    for sign, kind in OTHERS.items():
        if data[:256].lstrip().startswith(sign):
            raise PlanRefused("file_is_other", kind=kind)
    binary = data.startswith(BINARY_SIGN)
    if not binary and not FIRST_TAG.match(data.removeprefix(b"\xef\xbb\xbf")[:512]):
        raise PlanRefused("not_dxf")
    if not data[-512:].rstrip(b"\x00\r\n\t \x1a").endswith(b"EOF"):
        raise PlanRefused("file_truncated", bytes=len(data))


def encoding_of(data: bytes) -> tuple[str, list[Warning]]:
    """The encoding of a text file. What it says of itself is believed only where the bytes agree: Chinese programs
    write GBK under any code page, and some write GBK where the format asks for UTF-8."""
    from ezdxf.tools.codepage import toencoding

    version, codepage = VERSION.search(data[:65536]), CODEPAGE.search(data[:65536])
    declared = toencoding(codepage[1].decode("ascii", "replace")) if codepage else "cp1252"
    if version and version[1].decode() >= UTF8_SINCE:
        declared = "utf-8"
    if data.isascii() or data.startswith(BINARY_SIGN):
        return declared, []
    taken = _taken(data, declared)
    if taken != declared:
        return taken, [Warning("encoding_guessed", {"declared": declared, "taken": taken})]
    return declared, [] if _fits(data, declared) else [Warning("text_unreadable", {"encoding": declared})]


def _taken(data: bytes, declared: str) -> str:
    """Chinese in UTF-8 is nothing else by chance; Chinese in GBK is no Latin, but may pass for other encodings."""
    if declared != "utf-8" and _fits(data, "utf-8") and (declared == "cp1252" or _is_chinese(data.decode("utf-8"))):
        return "utf-8"
    believed = declared != "cp1252" and _fits(data, declared)
    if not believed and _fits(data, "gb18030") and _is_chinese(data.decode("gb18030")):
        return "gb18030"
    return declared


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_chinese(text: str) -> bool:
    foreign = NOT_ASCII.findall(text)
    chinese = sum("\u4e00" <= sign <= "\u9fff" or "\u3000" <= sign <= "\u303f" for sign in foreign)
    return bool(chinese >= 0.7 * len(foreign))


class _Watched(io.RawIOBase):
    """The bytes, telling the progress as they are read."""

    def __init__(self, data: bytes, progress: Progress) -> None:
        self._data = io.BytesIO(data)
        self._size = len(data)
        self._progress = progress

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._progress(LOADING_SHARE * self._data.tell() / self._size):
            raise PlanRefused("cancelled")
        return self._data.readinto(buffer)


def _parsed(data: bytes, encoding: str, progress: Progress) -> "Document":
    from ezdxf.document import Drawing as Document
    from ezdxf.lldxf.tagger import binary_tags_loader

    if data.startswith(BINARY_SIGN):
        return Document.load(binary_tags_loader(data, errors="surrogateescape"))
    raw = io.BufferedReader(_Watched(data.removeprefix(b"\xef\xbb\xbf"), progress), CHUNK)
    return Document.read(io.TextIOWrapper(raw, encoding=encoding, errors="surrogateescape"))


def _repaired(data: bytes, encoding: str, damage: str, warnings: list[Warning]) -> tuple["Document", list[Warning]]:
    from ezdxf import recover

    if warnings:  # the repair believes what the file says of its encoding, so it gets plain signs
        data = NOT_ASCII.sub(_escaped, data.decode(encoding, "surrogateescape")).encode("ascii")
    try:
        document, auditor = recover.read(io.BytesIO(data))
    except Exception as error:
        raise PlanRefused("file_damaged", why=quoted(damage)) from error
    repairs = len(auditor.fixes) + len(auditor.errors)
    return document, [*warnings, Warning("file_repaired", {"count": max(repairs, 1)})]


def _escaped(sign: re.Match[str]) -> str:
    return f"\\U+{ord(sign[0]):04X}"
