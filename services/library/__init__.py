"""Ready checklists for a machining works, as data: each file is one, in both languages. A plant takes one into its own
records by `checklists.make` and goes on from there."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from services.core.checklists import CheckItem, Items
from services.core.shape import read_as


@dataclass(frozen=True, slots=True)
class Ready:
    """A ready checklist in one language; `key` is what it is called in the plant's records as their source."""

    key: str
    name: str
    items: Items


@cache
def ready_checklists(lang: str) -> tuple[Ready, ...]:
    """All of them in a language ("zh" or "en"), by name."""
    found = [_read(key, values, lang) for key, values in _files().items()]
    return tuple(sorted(found, key=lambda one: one.name))


def ready_checklist(key: str, lang: str) -> Ready:
    """One of them by its key. Raises KeyError."""
    return {one.key: one for one in ready_checklists(lang)}[key]


@cache
def _files() -> dict[str, dict[str, Any]]:
    folder = resources.files(__name__) / "checklists"
    files = [entry for entry in folder.iterdir() if entry.name.endswith(".json")]
    return {file.name.removesuffix(".json"): json.loads(file.read_text("utf-8")) for file in files}


def _read(key: str, values: dict[str, Any], lang: str) -> Ready:
    items = tuple(read_as(CheckItem, _in(item, lang)) for item in values["items"])
    return Ready(key, values["name"][lang], items)


def _in(item: dict[str, Any], lang: str) -> dict[str, Any]:
    """The item in one language; `bad` stands as places among the choices."""
    said = {name: value[lang] if isinstance(value, dict) else value for name, value in item.items()}
    if "bad" in said:
        said["bad"] = [said["choices"][place] for place in said["bad"]]
    return said
