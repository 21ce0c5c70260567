"""Ready emergency plans for a machining works and ready items by which drills are evaluated, as data in both languages.
A plant takes them into its own records and goes on from there."""

import json
from functools import cache
from importlib import resources
from typing import Any


def ready_plans(lang: str) -> tuple[dict[str, Any], ...]:
    """The plans in a language ("zh" or "en"), as `emergency_plans.make` takes them; `source` is the plan's key."""
    found = [_in(one, lang) for one in _file("plans")]
    return tuple({**{name: value for name, value in one.items() if name != "key"}, "source": one["key"]}
                 for one in found)  # fmt: skip


def ready_items(lang: str) -> tuple[dict[str, Any], ...]:
    """The items of an evaluation in a language, as `drill_forms.set` takes them."""
    return tuple(_in(one, lang) for one in _file("evaluation"))


@cache
def _file(name: str) -> list[dict[str, Any]]:
    file = resources.files("services.library") / "emergency" / f"{name}.json"
    found: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return found


def _in(value: Any, lang: str) -> Any:
    """The value with each text in one language."""
    if isinstance(value, list):
        return [_in(one, lang) for one in value]
    if isinstance(value, dict):
        return value[lang] if set(value) == {"zh", "en"} else {name: _in(one, lang) for name, one in value.items()}
    return value
