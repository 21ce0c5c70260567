"""How commands speak: lines, tables, JSON, refusals; in the reader's language."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from services import words
from services.core.refused import Refused, accepted


def language(args: argparse.Namespace | None = None) -> str:
    """The language asked for, else that of the environment; Chinese where neither says."""
    chosen = getattr(args, "lang", None) or os.environ.get("ANHUAN_LANG")
    if chosen:
        return "en" if chosen.lower().startswith("en") else "zh"
    setting = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "en" if setting.lower().startswith("en") else "zh"


def out(text: str) -> int:
    """Prints a text; exit code 0."""
    sys.stdout.write(text + "\n")
    return 0


def said(key: str, args: argparse.Namespace, **facts: Any) -> int:
    """Prints a sentence; exit code 0."""
    return out(words.say(key, language(args), **facts))


def table(rows: Sequence[Sequence[Any]], args: argparse.Namespace, *, keys: tuple[str, ...]) -> int:
    """Prints rows: as JSON objects with --json, else as tab-separated lines under a head."""
    if args.json:
        return out(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
    lines = ["\t".join(keys), *("\t".join(_plain(value) for value in row) for row in rows)]
    return out("\n".join(lines))


def _plain(value: Any) -> str:
    text = (
        json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else "" if value is None else str(value)
    )
    return text.replace("\t", " ").replace("\n", " ")


def values(found: dict[str, Any], args: argparse.Namespace) -> int:
    """Prints one object: as JSON with --json, else a line a field."""
    if args.json:
        return out(json.dumps(found, ensure_ascii=False, indent=2))
    return out("\n".join(f"{name}: {_plain(value)}" for name, value in found.items()))


def place_for(name: str) -> Path:
    """Where a command writes to. Raises Refused: no_such_file when its folder is not there."""
    path = Path(name)
    if not path.parent.is_dir():
        raise Refused("no_such_file", file=str(path.parent))
    return path


def answered(answer: dict[str, Any], args: argparse.Namespace) -> int:
    """Prints the answer of an operation. Raises Refused when it was refused."""
    return values(accepted(answer), args)


def refusal(refused: Refused, args: argparse.Namespace | None) -> int:
    """Prints a refusal as one line (JSON with --json); exit code 1."""
    if args is not None and getattr(args, "json", False):
        out(json.dumps(refused.as_json(), ensure_ascii=False))
    else:
        sentence = words.refusal(refused.code, refused.facts, language(args))
        sys.stderr.write(sentence + "\n")
    return 1
