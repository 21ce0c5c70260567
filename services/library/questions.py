"""Ready questions for the induction of a machining works, as data in both languages. A plant takes them into its own
bank and goes on from there."""

import json
from functools import cache
from importlib import resources
from typing import Any


def ready_questions(lang: str) -> tuple[dict[str, Any], ...]:
    """All of them in a language ("zh" or "en"), as `questions.add` takes them, without the course."""
    return tuple(_in(one, lang) for one in _bank())


@cache
def _bank() -> list[dict[str, Any]]:
    file = resources.files("services.library") / "question_bank" / "induction.json"
    found: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return found


def _in(one: dict[str, Any], lang: str) -> dict[str, Any]:
    said = {name: value[lang] if isinstance(value, dict) else value for name, value in one.items()}
    return {"choices": [], "why": "", **said}
