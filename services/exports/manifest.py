"""What an export is: its files with their sums, and what the plant must be again when they are brought in."""

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any

from services.core.refused import Refused

FORMAT = 1
MANIFEST, README, DATABASE = "manifest.json", "README.md", "anhuan.sqlite"
BLOB = re.compile(r"(?:photos|drawings)/([0-9a-f]{64})(?:\.[a-z]{2,4})?")
NAME = re.compile(r"(?:[\w .()（）-]{1,80}/)?[\w .()（）-]{1,120}")


@dataclass(frozen=True, slots=True)
class ExportManifest:
    """The plant and when it was exported; the last entry, the chain's hash after it, and the sum over all records; the
    files by name with their SHA-256. `missing` are photos that the plant itself had no more."""

    plant: str
    name: str
    made_at: str
    version: str
    seq: int
    head: str
    digest: str
    missing: tuple[str, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT

    def as_bytes(self) -> bytes:
        """As it stands in the export."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


def manifest_in(data: bytes) -> ExportManifest:
    """The manifest in a file. Raises Refused: export_damaged, export_newer."""
    try:
        said: dict[str, Any] = json.loads(data)
        if int(said["format"]) > FORMAT:
            raise Refused("export_newer", found=said["format"], known=FORMAT)
        manifest = ExportManifest(**{**said, "missing": tuple(said["missing"])})
        known = all(NAME.fullmatch(name) and ".." not in name for name in manifest.files)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise Refused("export_damaged", what=MANIFEST) from error
    if not known or DATABASE not in manifest.files:
        raise Refused("export_damaged", what=MANIFEST)
    return manifest
