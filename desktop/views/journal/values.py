"""A record's values as people read them: words for codes, names for ids, and nothing of what is sealed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop import words
from services import words as catalogue
from services.core.shape import utc_moment

# Which words stand for a field's codes, where they are not value.<field>.<code>; {} is the code.
CODES = {
    "modules_off": "value.module.{}",
    "state": "state.{}",
    "why": "why.{}",
    "roles": "role.{}",
}
SEALED = {"sealed"}
SILENT = frozenset({"id"})
HASH = 64
NOTHING: tuple[object, ...] = (None, "", [], 0)


@dataclass(frozen=True)
class FieldChange:
    """One field that is another now; `before` is empty for a new record."""

    name: str
    before: str
    after: str


def field_changes(change: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[FieldChange]:
    """The fields of one changed record that differ; of a new record those that say something."""
    before, after = change["before"] or {}, change["after"] or {}
    for name, value in after.items():
        if name not in SILENT and value != before.get(name) and not (change["before"] is None and value in NOTHING):
            known = f"field.{change['kind']}.{name}"
            said = words.say(known) if catalogue.has(known) else name
            old = "" if change["before"] is None else shown(name, before.get(name), names)
            yield FieldChange(said, old, shown(name, value, names))


def shown(name: str, value: Any, names: Mapping[str, str]) -> str:
    """One value of a field."""
    if value is None or value == "" or value == []:
        return "–"
    if isinstance(value, dict):
        return QCoreApplication.translate("Journal", "personal") if set(value) == SEALED else str(value)
    if isinstance(value, list):
        return _list(name, value, names)
    if isinstance(value, bool):
        return words.say(f"value.true.{'yes' if value else 'no'}")
    if isinstance(value, str):
        return _text(name, value, names)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _list(name: str, value: list[Any], names: Mapping[str, str]) -> str:
    if isinstance(value[0], dict):
        return words.say("value.results.count", n=len(value))
    if isinstance(value[0], list):
        return QCoreApplication.translate("Journal", "Corners: {n}").format(n=len(value))
    if isinstance(value[0], str) and len(value[0]) == HASH:
        return QCoreApplication.translate("Journal", "Photos: {n}").format(n=len(value))
    if any(isinstance(one, str) for one in value):
        return words.listed(_text(name, one, names) if one else "–" for one in value)
    return " · ".join(f"{one:g}" for one in value)


def _text(name: str, value: str, names: Mapping[str, str]) -> str:
    if name == "category":
        return words.category(value)
    code = CODES.get(name, f"value.{name}.{{}}").format(value)
    if catalogue.has(code):
        return words.say(code)
    if name.endswith(("_at", "_since")) or name == "since":
        return words.local(utc_moment(value)).strftime("%Y-%m-%d %H:%M")
    if value in names:
        return names[value] or QCoreApplication.translate("Journal", "erased")
    return f"{value[:8]}…" if len(value) in (HASH, 36) and " " not in value else value
