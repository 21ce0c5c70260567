"""`anhuan import`: an old register from a workbook, looked at first, and taken back as one."""

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from services import words
from services.commands.printing import language, out, values
from services.commands.reach import looking, reached, readable
from services.core.paper import Import
from services.core.refused import Refused
from services.imports.bringing_in import KIND, Preview, bring_in, preview
from services.imports.bringing_in import take_back as taken_back
from services.imports.headings import NAMES
from services.imports.lines import Line, Remark
from services.imports.remembering import Remembered
from services.imports.workbook import text_of
from services.store.folder import PlantFolder

SHOWN = 20


def ledger(args: argparse.Namespace) -> int:
    """Reads a register and brings it in; with --dry-run only shows what would come of it. Exit code 1 when rows were
    kept back, which are then shown one by one."""
    folder, path = PlantFolder(args.data), Path(args.file)
    mapped = headings_of(args.map) if args.map else remembered(folder).headings()
    with looking(readable(folder)) as look:
        found = preview(look, path, datetime.now(UTC), args.register, mapped)
    batch = None
    if not args.dry_run:
        with reached(args.data, args.act_as) as plant:
            batch = bring_in(plant.do, found)
        if args.map:
            remembered(folder).keep(found.register, found.heads, mapped)
    lang = language(args)
    text = json.dumps(as_json(found, batch), ensure_ascii=False, indent=2) if args.json else told(found, batch, lang)
    out(text)
    return 1 if found.bad else 0


def take_back(args: argparse.Namespace) -> int:
    """Takes an import back: its records stay to be seen and count for nothing."""

    def standing() -> Import | None:
        with looking(readable(PlantFolder(args.data))) as look:
            found: Import | None = look.get("import", args.batch)
            return found

    with reached(args.data, args.act_as) as plant:
        parts = taken_back(plant.do, standing, args.reason)
    return values({"batch": args.batch, "parts": parts}, args)


def headings_of(place: str) -> dict[str, str]:
    """Headings and the fields they mean, from a JSON file. Raises Refused: no_such_file, map_wrong."""
    path = Path(place)
    if not path.is_file():
        raise Refused("no_such_file", file=place)
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
        fields = {field for names in NAMES.values() for field in names}
        if all(isinstance(head, str) and field in fields for head, field in found.items()):
            return dict(found)
    except (ValueError, AttributeError, TypeError):
        pass
    raise Refused("map_wrong", file=path.name)


def remembered(folder: PlantFolder) -> Remembered:
    """What earlier imports by command were told."""
    return Remembered(folder.hub / "headings.json")


def as_json(found: Preview, batch: str | None) -> dict[str, Any]:
    """All that was found, row by row."""
    repaired = [
        {"row": line.row, "repairs": [asdict(one) for one in line.repairs]} for line in found.lines if line.repairs
    ]
    kept_back = [
        {"row": line.row, "problems": [asdict(one) for one in line.problems], "cells": texts(line)}
        for line in found.bad
    ]
    return {
        "register": found.register,
        "file": found.file,
        "sheet": found.sheet,
        "columns": found.columns,
        "unknown_columns": list(found.unknown),
        "rows": len(found.lines),
        "fresh": len(found.fresh),
        "here_already": len(found.here),
        "repaired": repaired,
        "kept_back": kept_back,
        "batch": batch,
    }


def texts(line: Line) -> dict[str, str]:
    """What stands in a row, as text."""
    return {head: text_of(cell) for head, cell in line.cells.items()}


def told(found: Preview, batch: str | None, lang: str) -> str:
    """The same as people read it."""
    register = words.say(f"value.register.{found.register}", lang)
    said = [
        words.say("import.file", lang, file=found.file, sheet=found.sheet, register=register, rows=len(found.lines))
    ]
    known = [f"{head} → {field_word(found, field, lang)}" for field, head in found.columns.items()]
    said.append(words.say("import.columns", lang, columns="; ".join(known)))
    if found.unknown:
        said.append(words.say("import.unknown", lang, columns="; ".join(found.unknown)))
    said += _listed("import.repair", [(line, one) for line in found.lines for one in line.repairs], found, lang)
    said += _listed("import.problem", [(line, one) for line in found.bad for one in line.problems], found, lang)
    counts = {"fresh": len(found.fresh), "here": len(found.here), "bad": len(found.bad)}
    said.append(words.say("import.taken" if batch else "import.would_take", lang, **counts, batch=batch or ""))
    return "\n".join(said)


def field_word(found: Preview, field: str, lang: str) -> str:
    """What a field is called; of several kinds that share it, in the register's own words."""
    for key in (f"import.field.{field}", f"field.{KIND[found.register]}.{field}"):
        if words.has(key, lang):
            return words.say(key, lang)
    return field


def _listed(prefix: str, remarks: list[tuple[Line, Remark]], found: Preview, lang: str) -> list[str]:
    """Remarks row by row; a problem each, of repairs the first ones and how many more there are."""
    most = len(remarks) if prefix == "import.problem" else SHOWN
    said = []
    for line, one in remarks[:most]:
        facts = {"row": line.row, "field": field_word(found, one.field, lang), "was": one.was, "now": one.now}
        said.append(words.say(f"{prefix}.{one.code}", lang, **facts))
    if len(remarks) > most:
        said.append(words.say("import.more", lang, count=len(remarks) - most))
    return said
