"""What an auditor has said of a bag: kept in a file beside it, as the bag itself is sealed."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from services.core.ids import new_id
from services.core.refused import Refused
from services.core.shape import utc_moment, utc_text
from services.store.secret_box import write_private

ENDING = ".comments.json"


@dataclass(frozen=True, slots=True)
class Said:
    """One comment, on a hazard (its id), on a clause (its code), or on the whole bag. The id is that of the operation
    by which it comes back, so that it comes back once."""

    id: str
    text: str
    said_by: str
    said_at: str
    hazard: str | None = None
    clause: str = ""

    @property
    def at(self) -> datetime:
        """When it was said."""
        return utc_moment(self.said_at)


@dataclass(frozen=True, slots=True)
class Comments:
    """All comments on the bag of this seal, of this plant."""

    plant: str
    seal: str
    said: tuple[Said, ...] = ()

    def with_one(self, text: str, by: str, at: datetime, hazard: str | None, clause: str) -> "Comments":
        """The same and one more."""
        one = Said(new_id(), text.strip(), by.strip(), utc_text(at), hazard, clause)
        return replace(self, said=(*self.said, one))

    def without(self, id_: str) -> "Comments":
        """The same without one of them."""
        return replace(self, said=tuple(one for one in self.said if one.id != id_))


def beside(bag: Path) -> Path:
    """Where the comments on a bag are kept."""
    return bag.with_name(bag.name + ENDING)


def read_comments(file: Path) -> Comments:
    """Reads such a file. Raises Refused: no_such_file, comments_unreadable."""
    try:
        said: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return Comments(str(said["plant"]), str(said["seal"]), tuple(Said(**one) for one in said["said"]))
    except FileNotFoundError:
        raise Refused("no_such_file", file=str(file)) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refused("comments_unreadable", file=file.name) from error


def keep_comments(file: Path, comments: Comments) -> None:
    """Writes them, whole or not at all. Raises Refused: disk_full_here; OSError."""
    write_private(file, json.dumps(asdict(comments), ensure_ascii=False, indent=1), full="disk_full_here")
