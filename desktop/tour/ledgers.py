"""Scenes of an old ledger that comes in: the window, its columns, a cell to be mended, and what came of it."""

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.tour.stage import Stage

HEADS = ("编号", "发现日期", "部位", "隐患描述", "类别", "发现人", "整改完成时间", "复查日期", "天气")


def ledgers(stage: Stage) -> None:
    """What a person sees who brings a ledger."""
    from desktop.views.ledgers.window import LedgerWindow

    page = stage.go("hazards")
    page.deeds["importLedger"].trigger()
    window: Any = stage.part(LedgerWindow, "ledgerWindow")
    stage.take("ledger-start", both=False)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "隐患台账2024.xlsx"
        _book(stage, file)
        window.read(str(file))
        stage.until(lambda: window.stack.currentWidget() is window.looking, "the ledger was not read")
        stage.take("ledger-columns", both=False)
        window.looking.next_to_mend()
        stage.take("ledger-cell", both=False)
        window.outcome.begin(120)
        window.outcome.show_count(80)
        window.stack.setCurrentWidget(window.outcome)
        stage.take("ledger-on-its-way", both=False)
        window.reject()


def _book(stage: Stage, file: Path) -> None:
    """A few rows as a person keeps them, with what people get wrong."""
    from services.imports.writing import write_sheet

    zones = [one.name for one in stage.workbench.ask(lambda look: look.find("zone")) if one.retired_at is None]
    people = [one.name for one in stage.workbench.ask(lambda look: look.find("person")) if one.here]
    zone, other, who = zones[0], zones[1], people[0]
    rows: list[list[Any]] = [
        ["24-01", datetime(2024, 3, 5), zone, "护罩缺失", "机械防护", who, "2024/3/6", "2024年3月7日", "晴"],  # noqa: DTZ001
        ["24-02", "3月8日", f"{zone}东", "地面有油污", "跑冒滴漏", who, "3月9日", "3月9日", "雨"],
        ["24-03", "20240312", f"{zone}东", "照明不足", "用电", f"{who}明", "", "", ""],
        ["24-04", "上个月", other, "通道被堵", "消防", who, "", "", ""],
        ["24-05", "2024-03-20", other, "灭火器过期", "消防", who, "2024-03-18", "", ""],
    ]
    rows += [[f"24-{n:02}", f"2024-04-{n:02}", other, "例行检查", "其他", who, "", "", ""] for n in range(6, 26)]
    write_sheet(file, "隐患台账", list(HEADS), rows)
