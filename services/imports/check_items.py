"""Items of a checklist from cells that were copied in a spreadsheet: a column of texts alone, or with how each is
answered beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from services import words
from services.core.checklist_changes import free_key
from services.core.checklists import MOST_CHOICES, CheckItem, ItemKind, Items
from services.imports.workbook import Grid, text_of

MOST_TEXT, MOST_HINT, MOST_UNIT, MOST_CHOICE = 120, 200, 20, 40
HEADS = {
    "text": ("检查内容", "检查项目", "检查项", "项目", "内容", "item", "items", "text", "what"),
    "kind": ("填写方式", "方式", "类型", "kind", "type", "answered by"),
    "low": ("下限", "最小", "最小值", "low", "min", "from"),
    "high": ("上限", "最大", "最大值", "high", "max", "to"),
    "unit": ("单位", "unit"),
    "choices": ("选项", "答案", "choices", "answers", "options"),
    "hint": ("提示", "标准", "要求", "检查标准", "hint", "standard", "requirement"),
}
USUAL = ("text", "kind", "low", "high", "unit", "choices", "hint")
APART = re.compile(r"[/／|;；、\n]")


def items_of(grid: Grid, taken: Items) -> Items:
    """The items of the rows that have a text; their keys are none of those taken. A first row of titles says what the
    columns are; without one they are text, kind, limits from and to, unit, choices, hint, after a column of numbers
    where there is one. What is not said is guessed: choices make a choice, limits or a unit a number, else it is pass
    or fail."""
    rows = [[text_of(cell).strip() for cell in row] for row in grid]
    columns = _titled(rows[0])
    body = rows[1:] if columns else rows
    columns = columns or _untitled(rows)
    found: Items = ()
    for row in body:
        item = _item({name: row[at] for at, name in columns.items() if at < len(row)})
        if item is not None:
            found = (*found, replace(item, key=free_key((*taken, *found), item.kind)))
    return found


def _titled(row: Sequence[str]) -> dict[int, str]:
    """The columns by their titles; none where the row has no title of a text."""
    called = {title: name for name, titles in HEADS.items() for title in titles}
    found = {at: called[cell.lower()] for at, cell in enumerate(row) if cell.lower() in called}
    return found if "text" in found.values() else {}


def _untitled(rows: Sequence[Sequence[str]]) -> dict[int, str]:
    numbered = len(rows[0]) > 1 and all(row[0].rstrip(".、").isdigit() for row in rows if row and row[0])
    return dict(enumerate(USUAL, start=int(numbered)))


def _item(cells: dict[str, str]) -> CheckItem | None:
    text = cells.get("text", "")
    if not text:
        return None
    choices = tuple(dict.fromkeys(part.strip()[:MOST_CHOICE] for part in APART.split(cells.get("choices", "")) if part))
    low, high, unit = _figure(cells.get("low", "")), _figure(cells.get("high", "")), cells.get("unit", "")
    kind = _kind(cells.get("kind", "")) or (
        "choice" if len(choices) > 1 else "number" if (low, high, unit) != (None, None, "") else "pass_fail"
    )
    of_figure = kind in ("number", "sensor")
    return CheckItem(
        key="new",
        text=text[:MOST_TEXT],
        kind=kind,
        hint=(cells.get("hint", "") or text[MOST_TEXT:])[:MOST_HINT],
        low=low if of_figure else None,
        high=high if of_figure else None,
        unit=unit[:MOST_UNIT] if of_figure else "",
        choices=(choices[:MOST_CHOICES] or ("", "")) if kind == "choice" else (),
    )


def _kind(cell: str) -> ItemKind | None:
    """A kind by its name in either language, or by its code."""
    wanted = cell.casefold().replace(" ", "")
    for kind in get_args(ItemKind):
        names = (kind, *(words.say(f"value.item_kind.{kind}", lang) for lang in words.LANGUAGES))
        if wanted and wanted in [name.casefold().replace(" ", "") for name in names]:
            found: ItemKind = kind
            return found
    return None


def _figure(cell: str) -> float | None:
    try:
        value = float(cell.replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) <= 1e9 else None
