"""Writes the guide's cookbook of rules in both languages: python -m docs.making.cookbook

From `desktop/guide/rules`: a file a rule, and `about.json`, which says in both languages what each is called and
when it is used. What the rule says is said by the program.
"""

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desktop.guide import FOLDER, LANGUAGES, file_of
from services import words
from services.core.rule_document import rule_from
from services.rules.sentence import Speaker

RULES = FOLDER / "rules"
ZONE = ZoneInfo("Asia/Shanghai")


@cache
def about() -> dict[str, Any]:
    """What the rules are called and when they are used; `names`: what stands in them, in English."""
    found: dict[str, Any] = json.loads((RULES / "about.json").read_text("utf-8"))
    return found


def files() -> list[Path]:
    """The rules, in their order."""
    return [RULES / f"{name}.json" for name in about()["rules"]]


def document(file: Path, lang: str) -> dict[str, Any]:
    """A rule as it stands in its file; for English its names are English."""
    text = file.read_text("utf-8")
    if lang == "en":
        for chinese, english in about()["names"].items():
            text = text.replace(f'"{chinese}"', f'"{english}"')
    made: dict[str, Any] = json.loads(text)
    return made | {"name": about()["rules"][file.stem][lang][0]}


def says(file: Path, lang: str) -> str:
    """What the program says that the rule says. Raises Refused: it is none."""
    speaker = Speaker(lambda key, /, **facts: words.say(key, lang, **facts), ZONE)
    return speaker.rule(rule_from(document(file, lang)))


def page(lang: str) -> str:
    """The whole page."""
    parts = [words.say("guide.cookbook.head", lang, n=len(files()))]
    for number, file in enumerate(files(), 1):
        name, when = about()["rules"][file.stem][lang]
        text = json.dumps(document(file, lang), ensure_ascii=False, indent=2)
        anchor = file.stem.partition("-")[2]
        parts.append(f"## {number}. {name} {{#{anchor}}}\n\n{when}\n\n> {says(file, lang)}\n\n```json\n{text}\n```")
    return "\n\n".join(parts) + "\n"


def main() -> int:
    """The command."""
    for lang in LANGUAGES:
        file_of(lang, "cookbook").write_text(page(lang), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
