"""What earlier imports were told: which heading is which field, for each set of headings, and what texts stand for."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from services.core.paper import Register
from services.imports.headings import plain

Texts = dict[tuple[str, str], str]


class Remembered:
    """Kept in a file of its own; one that can't be read remembers nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def headings(self) -> dict[str, str]:
        """Fields by heading, as they were told last, whatever stood beside them."""
        return {head: field for one in self._kept()["sets"] for head, field in one["mapped"].items() if field}

    def of(self, register: Register, heads: Sequence[str]) -> dict[str, str]:
        """Fields by heading for this very set of headings; where it is new, those that were told of others."""
        wanted = _set_of(heads)
        for one in reversed(self._kept()["sets"]):
            if one["register"] == register and one["heads"] == wanted:
                return dict(one["mapped"])
        return self.headings()

    def register_of(self, heads: Sequence[str]) -> Register | None:
        """What a workbook with this set of headings was taken for the last time."""
        wanted = _set_of(heads)
        return next((one["register"] for one in reversed(self._kept()["sets"]) if one["heads"] == wanted), None)

    def texts(self, register: Register) -> Texts:
        """What was put in place of texts, by field and text."""
        kept = self._kept()["texts"].get(register, [])
        return {(field, text): now for field, text, now in kept}

    def keep(
        self,
        register: Register,
        heads: Sequence[str],
        mapped: Mapping[str, str],
        texts: Mapping[Any, str] | None = None,
    ) -> None:
        """Keeps it for the next time. Raises OSError."""
        kept, heads = self._kept(), _set_of(heads)
        others = [one for one in kept["sets"] if (one["register"], one["heads"]) != (register, heads)]
        kept["sets"] = [*others, {"register": register, "heads": heads, "mapped": dict(mapped)}]
        known = {**self.texts(register), **(texts or {})}
        kept["texts"][register] = [[field, text, now] for (field, text), now in sorted(known.items())]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(kept, ensure_ascii=False, indent=2), encoding="utf-8")

    def _kept(self) -> dict[str, Any]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            found = {}
        if not isinstance(found, dict) or not isinstance(found.get("sets"), list):
            return {"sets": [], "texts": {}}
        return {"sets": found["sets"], "texts": found.get("texts", {})}


def _set_of(heads: Sequence[str]) -> list[str]:
    """A set of headings, without what does not matter."""
    return sorted({plain(head) for head in heads})
