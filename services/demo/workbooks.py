"""The paper registers as workbooks, laid out as safety officers lay them out; the same rows give the same bytes."""

import io
from datetime import datetime
from typing import Any

from services import words
from services.core.paper import Register
from services.demo.cast import PLANT
from services.demo.paper import Ledger

MADE = datetime(2025, 3, 31, 17, 0)  # noqa: DTZ001 - a workbook's own clock has no zone
TITLES: dict[Register, str] = {
    "hazards": "事故隐患排查治理台账",
    "inspections": "安全巡检登记表",
    "incidents": "工伤事故登记表",
}
# what stands above each column, and how wide it is
COLUMNS: dict[Register, dict[str, tuple[str, int]]] = {
    "hazards": {
        "old_number": ("编号", 13),
        "reported_at": ("发现时间", 17),
        "zone": ("区域", 13),
        "description": ("隐患描述", 44),
        "category": ("隐患类别", 12),
        "grade": ("隐患等级", 10),
        "reporter": ("发现人", 10),
        "fixer": ("整改责任人", 12),
        "due_at": ("整改期限", 17),
        "fixed_at": ("整改完成时间", 17),
        "fix_note": ("整改措施", 36),
        "reviewer": ("复查人", 10),
        "closed_at": ("复查时间", 17),
    },
    "inspections": {
        "plan": ("巡检计划", 20),
        "zone": ("区域", 13),
        "due_at": ("应检时间", 17),
        "closes_at": ("截止时间", 17),
        "state": ("结果", 8),
        "by": ("检查人", 10),
        "at": ("巡检时间", 17),
    },
    "incidents": {
        "old_number": ("编号", 12),
        "at": ("发生时间", 17),
        "zone": ("区域", 13),
        "kind": ("类型", 14),
        "accident_type": ("事故类别", 14),
        "person": ("受伤人员", 10),
        "injury": ("伤情", 26),
        "days_lost": ("损失工作日", 11),
        "description": ("事故经过", 44),
    },
}
SPOKEN = {"category": "category.", "kind": "value.kind.", "accident_type": "value.accident_type."}
MARKS = {"general": "一般", "major": "重大", "done": "完成", "late": "迟检", "missed": "漏检", "excused": "免检"}


def workbook(ledger: Ledger) -> bytes:
    """An .xlsx file: a title, a line of headings, then a row each."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "remove_timezone": True})
    book.set_properties({"title": TITLES[ledger.register], "company": PLANT, "created": MADE})
    sheet = book.add_worksheet(TITLES[ledger.register])
    title = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
    head = book.add_format({"bold": True, "bg_color": "#D9E2EC", "border": 1, "align": "center"})
    time = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    columns = COLUMNS[ledger.register]
    sheet.merge_range(0, 0, 0, len(columns) - 1, f"{PLANT} {TITLES[ledger.register]}", title)
    for column, (name, (heading, width)) in enumerate(columns.items()):
        sheet.set_column(column, column, width)
        sheet.write(1, column, heading, head)
        for row, values in enumerate(ledger.rows, start=2):
            sheet.write(row, column, written(name, values[name]), time if isinstance(values[name], datetime) else None)
    sheet.freeze_panes(2, 1)
    sheet.autofilter(1, 0, len(ledger.rows) + 1, len(columns) - 1)
    book.close()
    return file.getvalue()


def written(name: str, value: Any) -> Any:
    """What a person would write for a value."""
    if value is None:
        return ""
    if name in SPOKEN:
        return words.say(SPOKEN[name] + value, "zh")
    return MARKS.get(value, value) if isinstance(value, str) else value
