"""Scenes of an old ledger that comes in: the window, its columns, a cell to be mended, and what came of it."""

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.tour.stage import Stage

HEADS = {
    "zh": ("编号", "发现日期", "部位", "隐患描述", "类别", "发现人", "整改完成时间", "复查日期", "天气"),
    "en": ("No", "Date found", "Place", "Description", "Category", "Found by", "Date fixed", "Date closed", "Weather"),
}
FOUND = {
    "zh": ("护罩缺失", "地面有油污", "照明不足", "通道被堵", "灭火器过期"),
    "en": ("Guard missing", "Oil on the floor", "Too dark", "Way blocked", "Extinguisher out of date"),
}


def ledgers(stage: Stage) -> None:
    """What a person sees who brings a ledger."""
    from desktop.views.ledgers.window import LedgerWindow

    page = stage.go("hazards")
    page.deeds["importLedger"].trigger()
    window: Any = stage.part(LedgerWindow, "ledgerWindow")
    stage.take("ledger-start", both=False)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "2024.xlsx"
        _book(stage, file)
        window.read(str(file))
        stage.until(lambda: window.stack.currentWidget() is window.looking, "the ledger was not read")
        stage.take("ledger-columns", both=False)
        window.looking.next_to_mend()
        stage.take("ledger-cell", both=False)
        window.outcome.begin(120)
        window.outcome.show_count(80)
        window.stack.setCurrentWidget(window.outcome)
        window._show_foot()
        stage.take("ledger-on-its-way", both=False)
        window.reject()


def _book(stage: Stage, file: Path) -> None:
    """A few rows as a person keeps them, with what people get wrong."""
    from services.imports.writing import write_sheet

    zones = [one.name for one in stage.workbench.ask(lambda look: look.find("zone")) if one.retired_at is None]
    people = [one.name for one in stage.workbench.ask(lambda look: look.find("person")) if one.here]
    zone, other, who = zones[0], zones[1], people[0]
    guard, oil, dark, way, old = FOUND[stage.lang]
    day = datetime(2024, 3, 5)  # noqa: DTZ001 - a workbook's own clock has no zone
    rows: list[list[Any]] = [
        ["24-01", day, zone, guard, "PPE", who, "2024/3/6", "2024.3.7", "1"],
        ["24-02", "3/8", f"{zone} 2", oil, "?", who, "3/9", "3/9", "2"],
        ["24-03", "20240312", f"{zone} 2", dark, "PPE", f"{who} 2", "", "", ""],
        ["24-04", "?", other, way, "PPE", who, "", "", ""],
        ["24-05", "2024-03-20", other, old, "PPE", who, "2024-03-18", "", ""],
    ]
    rows += [[f"24-{n:02}", f"2024-04-{n:02}", other, guard, "PPE", who, "", "", ""] for n in range(6, 26)]
    write_sheet(file, "2024", list(HEADS[stage.lang]), rows)
