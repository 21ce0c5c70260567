"""The three hard figures, from registers that were kept on paper and brought in: the same on the console, in its PDF
and its workbook, on a phone and in the command, against the same days before."""

import io
import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop.views.reports.periods import OTHER
from desktop.widgets.days_dialog import DaysDialog
from services.cli import main
from services.core.operation import Actor
from services.core.roles import Role
from services.demo.paper import Ledger
from services.demo.workbooks import COLUMNS, workbook
from services.imports import bringing_in
from services.store.accounts import open_session
from tests.desktop.pages import part, press, settled, shown
from tests.desktop.plants import TestPlant, open_workbench, until
from tests.services.reports.made import page_texts

pytestmark = pytest.mark.acceptance
BEFORE, AFTER = ("2024-01-01", "2024-12-31"), ("2025-07-01", "2025-12-31")
SQUARE = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]]
# each figure, what it was, and the change: relative, and of the share in points
WANTED = {
    "time_to_fix": ("18.0", "52.0", "↓65.4 %"),
    "plan_completion": ("98.0", "61.0", "↑60.7 %"),
    "recordable_injuries": ("0.33", "2.33", "↓85.7 %"),
}


def registers() -> Iterator[Ledger]:
    """52 and 18 hours to a fix, 61 and 98 of a hundred rounds made, 28 and 2 injuries."""
    for year, first, hours, done, hurt in (
        (2024, datetime(2024, 3, 4, 9), 52, 61, 28),  # noqa: DTZ001 - a workbook's own clock has no zone
        (2025, datetime(2025, 8, 4, 9), 18, 98, 2),  # noqa: DTZ001
    ):
        days = [first + timedelta(days=number) for number in range(100)]
        fixed = timedelta(hours=hours)
        yield Ledger("hazards", f"隐患{year}.xlsx", tuple(
            {"old_number": f"H{year}-{number}", "zone": "冲压区", "description": f"护罩松动{number}",
             "category": "guarding", "grade": "general", "reported_at": day, "fixed_at": day + fixed,
             "closed_at": day + fixed + timedelta(hours=2)}
            for number, day in enumerate(days[:5])
        ))  # fmt: skip
        yield Ledger("inspections", f"巡检{year}.xlsx", tuple(
            {"plan": "冲压日检", "zone": "冲压区", "due_at": day, "closes_at": day + timedelta(hours=2),
             "state": "done" if number < done else "missed",
             **({"by": "马超", "at": day + timedelta(hours=1)} if number < done else {})}
            for number, day in enumerate(days)
        ))  # fmt: skip
        yield Ledger("incidents", f"工伤{year}.xlsx", tuple(
            {"old_number": f"G{year}-{number}", "at": day, "zone": "冲压区", "kind": "recordable_injury",
             "description": f"手指划伤{number}", "days_lost": 1}
            for number, day in enumerate(days[:hurt])
        ))  # fmt: skip


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    """A plant whose registers of two years have been brought in."""
    made = open_workbench(tmp_path)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    zone = made.run("zones.draw", floor=floor, name="冲压区", zone_class="A", polygon=SQUARE)
    made.run("people.add", name="马超", employee_no="2077", roles=["worker"])
    made.run("inspections.plan", name="冲压日检", zones=[zone], every="FREQ=DAILY", since="2026-01-01",
             times=["10:00"])  # fmt: skip
    made.sync()
    hub, me = made.served.hub, made.workbench.me
    assert me is not None

    def do(kind: str, args: Any) -> dict[str, Any]:
        answer = hub.do(kind, args, Actor(me.id, frozenset(map(Role, me.roles))))
        assert answer.ok, answer.refused
        return {"id": answer.id}

    for ledger in registers():
        file = tmp_path / ledger.file
        blank = dict.fromkeys(COLUMNS[ledger.register])
        file.write_bytes(workbook(ledger._replace(rows=tuple(blank | row for row in ledger.rows))))
        with hub.store.look() as look:
            found = bringing_in.preview(look, file, hub.now(), ledger.register, {})
        assert len(found.fresh) == len(ledger.rows)
        bringing_in.bring_in(do, found)
    made.sync()
    yield made
    made.close()


def chosen(choice: Any, days: tuple[str, str]) -> None:
    """Days of one's own, by the dialog."""
    choice.activated.emit(choice.findData(OTHER))
    dialog = choice.findChildren(DaysDialog)[-1]
    dialog.first.setDate(QDate.fromString(days[0], "yyyy-MM-dd"))
    dialog.last.setDate(QDate.fromString(days[1], "yyyy-MM-dd"))
    press(dialog, "takeDays")


def test_the_three_figures_are_the_same_everywhere(plant: TestPlant, qtbot: QtBot, tmp_path: Path, capsys: Any) -> None:
    page: Any = shown(qtbot, plant, "reports")
    chosen(page.period, AFTER)
    chosen(page.against, BEFORE)
    until(lambda: page.facts is not None and page.facts.before is not None
          and page.facts.before.period.first == date(2024, 1, 1)
          and page.facts.period.first == date(2025, 7, 1))  # fmt: skip
    settled(page)
    on_console = {}
    for name in WANTED:
        card = page.analysis.cards.cards[name]
        was = re.search(r"(↓|↑)[\d.]+ %.*?([\d.]+)$", card._parts)
        assert was is not None, card._parts
        on_console[name] = (part(card, QLabel, f"figure-{name}Figure").text(), was[2], was[0].split(" · ")[0].strip())
    assert on_console == WANTED

    press(page, "reports-papers")
    until(lambda: page.papers.shown is not None)
    for kind in ("pdf", "xlsx"):
        page.papers.save_to(str(tmp_path / f"r.{kind}"))
        until((tmp_path / f"r.{kind}").exists)
        settled(page)
    paper = "".join("".join(page_texts((tmp_path / "r.pdf").read_bytes())).split())
    book = CalamineWorkbook.from_path(str(tmp_path / "r.xlsx"))
    cells = [cell for sheet in book.sheet_names for line in book.get_sheet_by_name(sheet).to_python() for cell in line]
    phone = on_phone(plant)
    told = in_command(plant, capsys)
    for name, (now, before, change) in WANTED.items():
        said = "".join(change.split())
        for text in (now, before, said):
            assert text in paper, (name, text)
        assert all(any(written(cell, text) for cell in cells) for text in (now, before)), (name, "workbook")
        for text in (now, before, change):
            assert text in phone[name], (name, phone[name])
        found = told["change"][name]
        scale = 100 if name == "plan_completion" else 1
        assert [f"{found[when] * scale:.{len(now.split('.')[1])}f}" for when in ("after", "before")] == [now, before]
        assert f"{abs(found['relative']) * 100:.1f} %" == change[1:]
    assert "+37.0" in phone["plan_completion"]
    assert round(told["change"]["plan_completion"]["points"], 1) == 37.0
    assert "37.0个百分点" in paper


def written(cell: Any, text: str) -> bool:
    """Whether a cell of the workbook says a number, as a number or in words."""
    if isinstance(cell, int | float):
        places = len(text.split(".")[1])
        return text in (f"{cell:.{places}f}", f"{cell * 100:.{places}f}")
    return isinstance(cell, str) and text in cell


def on_phone(plant: TestPlant) -> dict[str, str]:
    """What a phone shows of each figure."""
    me = plant.workbench.me
    assert me is not None
    hub = plant.served.hub
    token = hub.store.write(lambda connection: open_session(connection, me.id, None, hub.now()))
    days = {"span": "days", "first": AFTER[0], "last": AFTER[1]}
    days |= {"against_first": BEFORE[0], "against_last": BEFORE[1]}
    answer = requests.get(plant.served.url + "/figures", params=days, cookies={"anhuan": token}, timeout=20)
    assert answer.status_code == 200
    parts = re.findall(r'<section class="balance" data-figure="(\w+)">(.*?)</section>', answer.text, re.DOTALL)
    return {name: re.sub(r"<[^>]+>", " ", inner) for name, inner in parts}


def in_command(plant: TestPlant, capsys: Any) -> Any:
    """What `anhuan figures` says."""
    capsys.readouterr()
    days = ["--from", AFTER[0], "--to", AFTER[1], "--against-from", BEFORE[0], "--against-to", BEFORE[1]]
    assert main(["figures", "--data", str(plant.folder / "plant"), *days, "--json"]) == 0
    return json.load(io.StringIO(capsys.readouterr().out))
