"""The one catalogue of sentences, in Chinese and English: what hub, phone, CLI, e-mail and console say about a code.

It is the flat keys of all `<prefix>.zh.json` and `<prefix>.en.json` beside this file. Codes live elsewhere, words here.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("zh", "en")
FACT = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
STRICT = "ANHUAN_STRICT_WORDS"


def say(key: str, /, lang: str = "zh", **facts: Any) -> str:
    """The sentence of `key` with its facts filled in. `lang` may be a locale ("zh_CN", "en-GB"); others get Chinese.

    A fact nobody gave stays visible as `{name}`. An unknown key is its own sentence, so that a person still sees
    something to quote; where the variable ANHUAN_STRICT_WORDS is "1" it raises KeyError.
    """
    sentence = catalogue(language(lang)).get(key)
    if sentence is None:
        if os.environ.get(STRICT) == "1":
            raise KeyError(f"no words for {key!r} in {language(lang)}")
        return key
    return FACT.sub(lambda found: str(facts.get(found[1], found[0])), sentence)


def refusal(code: str, facts: Mapping[str, Any], lang: str = "zh") -> str:
    """What a refusal says: what happened, what was kept, what to do. A fact that is itself a code is said in words."""

    def said(name: str, value: Any) -> Any:
        known = (key for key in (f"value.{name}.{value}", f"sign_on.{value}") if has(key, lang))
        key = next(known, "") if isinstance(value, str) else ""
        return say(key, lang) if key else value

    return say(f"refused.{code}", lang, **{name: said(name, value) for name, value in facts.items()})


def has(key: str, lang: str = "zh") -> bool:
    """Whether there is a sentence for `key`."""
    return key in catalogue(language(lang))


def keys(prefix: str = "") -> list[str]:
    """The keys that begin with `prefix`, sorted."""
    return sorted(key for key in catalogue("zh") if key.startswith(prefix))


def language(lang: str) -> str:
    """The catalogue's language for a locale: "en" for any English, else "zh"."""
    return "en" if lang.lower().replace("_", "-").split("-")[0] == "en" else "zh"


@cache
def catalogue(lang: str) -> dict[str, str]:
    """All sentences of a language of LANGUAGES, read once."""
    return {key: sentence for sentences in files(lang).values() for key, sentence in sentences.items()}


def files(lang: str) -> dict[str, dict[str, str]]:
    """What each file of a language holds, by file name."""
    ending = f".{lang}.json"
    found = sorted((entry.name, entry) for entry in resources.files(__name__).iterdir() if entry.name.endswith(ending))
    return {name: json.loads(entry.read_text("utf-8"), object_pairs_hook=without_twins) for name, entry in found}


def without_twins(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """A JSON object as a dict; the same key twice is a ValueError, where plain JSON would quietly keep the last."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError(
            f"keys that stand twice: {[key for key, times in Counter(k for k, _ in pairs).items() if times > 1]}"
        )
    return made
