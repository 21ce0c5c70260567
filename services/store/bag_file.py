"""The file of an audit bag: an ordinary zip archive, sealed as a backup is by the SHA-256 of everything before its last
64 bytes. Its manifest says what is in it; a list of the rows' sums, which row was changed where one was."""

import json
import struct
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import sqlalchemy as sa

from services.core.refused import Refused
from services.store.backup_file import PIECE, SEAL, hash_of
from services.store.bag import CUT, row_sums
from services.store.database import Database
from services.store.verify import Fault, Verdict, verify

FORMAT = 1
ENDING = ".bag"
MANIFEST, DATABASE, ROWS, PHOTOS = "manifest.json", "bag.db", "rows.json", "photos/"
BROKEN = (
    BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, TypeError, LookupError, ArithmeticError,
    NotImplementedError, RuntimeError, MemoryError, AttributeError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manifest:
    """Of which plant the bag is, when and by whom it was made (person's id), its days, the names of its zones (none:
    all), whether people's names were left out, and its counts. `floor` to `seq` are the entries of the chain, `head`
    its hash after them, `left_out` how many of them are told by their hash alone. `missing`: photos that could not be
    had."""

    plant: str
    name: str
    made_at: str
    made_by: str
    first: str
    last: str
    masked: bool
    floor: int
    seq: int
    head: str
    left_out: int = 0
    zones: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    members: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look into a bag has found: the manifest (None where it can't be read), the seal, and the verdict."""

    manifest: Manifest | None
    seal: str
    verdict: Verdict


def add_manifest(archive: ZipFile, manifest: Manifest) -> None:
    """Says what is in the archive, as its last member."""
    archive.writestr(MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1), ZIP_DEFLATED)


def seal_of(file: Path) -> str:
    """The seal that the bag bears, whether or not it fits; '' for what is no bag."""
    with open(file, "rb") as opened:
        size = opened.seek(0, 2)
        opened.seek(max(0, size - SEAL))
        return opened.read().decode("ascii", "replace")


def is_bag(file: Path) -> bool:
    """Whether the file is meant to be a bag, by its name or by how it begins."""
    if not file.is_file():
        return False
    with open(file, "rb") as opened:
        return file.suffix.lower() == ENDING or opened.read(2) == b"PK"


@contextmanager
def opened_bag(file: Path) -> Iterator[tuple[ZipFile, Manifest]]:
    """The bag's members, unchecked. Raises Refused: bag_unreadable, bag_newer."""
    try:
        with ZipFile(file) as archive:
            yield archive, manifest_of(archive)
    except BROKEN as error:
        raise Refused("bag_unreadable", what=str(error)[:80]) from error


def manifest_of(archive: ZipFile) -> Manifest:
    """The manifest. Raises Refused: bag_newer; and what is in BROKEN."""
    said: dict[str, Any] = json.loads(archive.read(MANIFEST))
    if int(said["format"]) > FORMAT:
        raise Refused("bag_newer", found=said["format"], known=FORMAT)
    return Manifest(**{**said, "zones": tuple(said["zones"]), "missing": tuple(said["missing"])})


def check(file: Path) -> Checked:
    """Reads every byte of a bag, and names what is not as it was sealed: the file in it, the row, the entry. Needs no
    hub and no network. Raises Refused: no_such_file."""
    if not file.is_file():
        raise Refused("no_such_file", file=str(file))
    seal, faults = seal_of(file), list(_sealed(file))
    try:
        with ZipFile(file) as archive, tempfile.TemporaryDirectory(prefix="anhuan-bag-") as folder:
            manifest = manifest_of(archive)
            faults += _members(archive, manifest)
            entries, head, found = _database(archive, manifest, Path(folder) / DATABASE)
    except Refused as refused:
        return Checked(None, seal, Verdict(0, "", (*faults, Fault("file_damaged", 0, refused.code))))
    except BROKEN as error:
        return Checked(None, seal, Verdict(0, "", (*faults, Fault("file_damaged", 0, str(error)[:200]))))
    return Checked(manifest, seal, Verdict(entries, head, (*_named(faults, found), *found)))


def _named(faults: list[Fault], found: list[Fault]) -> list[Fault]:
    """The broken seal is told where nothing says better what was changed."""
    better = found or [fault for fault in faults if fault.code != "bag_changed"]
    return [fault for fault in faults if fault.code != "bag_changed"] if better else faults


def _sealed(file: Path) -> Iterator[Fault]:
    with open(file, "rb") as opened:
        size = opened.seek(0, 2) - SEAL
        opened.seek(0)
        if size <= 0 or hash_of(opened, size).encode() != opened.read():
            yield Fault("bag_changed", 0)


def _members(archive: ZipFile, manifest: Manifest) -> Iterator[Fault]:
    """Each file in the bag by its SHA-256; a photo must also fit its own name."""
    names = archive.namelist()
    for name, sum_ in manifest.members.items():
        if name not in names:
            yield Fault("bag_file_missing", 0, name)
            continue
        found = _hash(archive, name)
        photo = name.startswith(PHOTOS) and found != name.removeprefix(PHOTOS)
        if found != sum_ or photo:
            yield Fault("bag_file_changed", 0, name)
    for name in sorted({*names} - {*manifest.members, MANIFEST} | {name for name in names if names.count(name) > 1}):
        yield Fault("bag_file_extra", 0, name)


def _hash(archive: ZipFile, name: str) -> str:
    try:
        with archive.open(name) as member:
            return hash_of(member, 1 << 62)  # type: ignore[arg-type]
    except BROKEN:
        return ""


def _database(archive: ZipFile, manifest: Manifest, place: Path) -> tuple[int, str, list[Fault]]:
    """The last entry and its hash; what is wrong with the chain, the records that it vouches for, and the rows."""
    try:
        with archive.open(DATABASE) as source, open(place, "wb") as target:
            while piece := source.read(PIECE):
                target.write(piece)
    except BROKEN:
        return 0, "", []  # told with the files
    database = Database(place)
    try:
        with database.reading() as connection:
            verdict = verify(connection, CUT)
            faults = [*verdict.faults, *_against(manifest, verdict), *_rows(archive, connection)]
        return verdict.entries, verdict.head, faults
    except (sa.exc.DBAPIError, Refused, *BROKEN) as error:
        return 0, "", [Fault("file_damaged", 0, f"{DATABASE}: {str(error.__cause__ or error)[:120]}")]
    finally:
        database.close()


def _against(manifest: Manifest, verdict: Verdict) -> Iterator[Fault]:
    if (verdict.entries, verdict.head) != (manifest.seq, manifest.head):
        yield Fault("entry_missing", min(verdict.entries, manifest.seq) + 1)


def _rows(archive: ZipFile, connection: sa.Connection) -> Iterator[Fault]:
    try:
        said: dict[str, dict[str, str]] = json.loads(archive.read(ROWS))
    except BROKEN:
        return  # told with the files
    for table, found in row_sums(connection).items():
        kept = said.get(table, {})
        for id_ in sorted(kept.keys() | found.keys()):
            if id_ not in found:
                yield Fault("bag_row_missing", 0, f"{table} {id_}")
            elif id_ not in kept:
                yield Fault("bag_row_extra", 0, f"{table} {id_}")
            elif kept[id_] != found[id_]:
                yield Fault("bag_row_changed", 0, f"{table} {id_}")
