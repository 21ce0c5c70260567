"""What a person says to a ledger: which column is what, what a text stands for, which year; and what is remembered."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from services.core.people import Person
from services.imports.bringing_in import Asked, Preview, bring_in, look_at, preview, take_back
from services.imports.lines import Mends
from services.imports.names import plain
from services.imports.remembering import Remembered
from services.imports.workbook import read_book
from services.store.queries.imports import import_rows
from tests.services.imports.books import HEADS, ROW, book
from tests.services.imports.test_ledgers import doing
from tests.services.store.workshop import Place, Workshop

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def seen(shop: Workshop, path: Path, asked: Asked) -> Preview:
    with shop.store.look() as look:
        return look_at(look, read_book(path), NOW, asked)


def row(**other: Any) -> list[Any]:
    return [other.get(head, cell) for head, cell in zip(HEADS, ROW, strict=True)]


def test_a_text_is_mended_wherever_it_stands(shop: Workshop, place: Place, tmp_path: Path):
    path = book(tmp_path / "a.xlsx", HEADS, row(隐患部位="冲压东"), row(编号="24-02", 隐患部位="冲压东"))
    asked = Asked("hazards")
    found = seen(shop, path, asked)
    assert (len(found.bad), found.names.near("zone", "冲压东")[0]) == (2, "冲压区")
    mended = seen(shop, path, replace(asked, mends=Mends(texts={("zone", plain("冲压东")): "冲压区"})))
    assert (mended.bad, len(mended.fresh)) == ([], 2)
    assert {(one.code, one.was, one.now) for one in mended.lines[0].repairs if one.field == "zone"} == {
        ("mended", "冲压东", "冲压区")
    }
    assert mended.sha256 != found.sha256, "what was mended can come in after the file itself"
    one = seen(shop, path, replace(asked, mends=Mends(cells={(2, "zone"): "冲压区"})))
    assert [line.row for line in one.fresh] == [2]


def test_a_column_is_told_by_hand_and_left_out_by_hand(shop: Workshop, place: Place, tmp_path: Path):
    heads = ["哪里" if head == "隐患部位" else head for head in HEADS]
    path = book(tmp_path / "a.xlsx", heads, row())
    assert seen(shop, path, Asked("hazards", sheet="台账")).lacking == ("zone",)
    found = seen(shop, path, Asked("hazards", mapped={"哪里": "zone", "类别": ""}))
    assert (found.lacking, found.unknown, len(found.fresh)) == ((), ("类别",), 1)


@pytest.mark.parametrize(
    ("year", "title", "dates", "expected"),
    [
        (None, "2023年隐患台账", ("12月30日", "12月31日", "1月2日"), ("2023-12-30", "2023-12-31", "2024-01-02")),
        (2022, "2023年隐患台账", ("3月5日", "3月6日", "3月7日"), ("2022-03-05", "2022-03-06", "2022-03-07")),
        (None, "隐患台账", ("2021-03-05", "3月6日", "3月7日"), ("2021-03-05", "2021-03-06", "2021-03-07")),
        (None, "隐患台账", ("3月5日", "3月6日", "3月7日"), ("2025-03-05", "2025-03-06", "2025-03-07")),
    ],
)
def test_the_year_of_a_day_without_one(shop, place, tmp_path, year, title, dates, expected):
    rows = row(发现日期=dates[0], 整改完成时间=dates[1], 复查日期=dates[2])
    found = seen(shop, book(tmp_path / "a.xlsx", HEADS, rows, title=title), Asked("hazards", year=year))
    (line,) = found.fresh
    assert tuple(f"{line.values[name]:%Y-%m-%d}" for name in ("reported_at", "fixed_at", "closed_at")) == expected


def test_a_row_that_is_there_twice_is_kept_back(shop: Workshop, place: Place, tmp_path: Path):
    found = seen(shop, book(tmp_path / "a.xlsx", HEADS, row(), row(), row(编号="24-02")), Asked("hazards"))
    assert [(line.row, line.problems[0].code, line.problems[0].was) for line in found.bad] == [(3, "twice", "2")]


def test_two_of_a_name_are_told_apart_by_number(shop: Workshop, place: Place, tmp_path: Path):
    for number in ("3001", "3002"):
        shop.do("people.add", {"name": "李强", "employee_no": number}, place.officer)
    found = seen(shop, book(tmp_path / "a.xlsx", HEADS, row(发现人="李强")), Asked("hazards"))
    assert found.names.near("reporter", "李强")[:2] == ("李强(3001)", "李强(3002)")
    person: Person = shop.get("person", found.names.find("reporter", "李强(3002)") or "")
    assert person.employee_no == "3002"


def test_what_was_told_is_remembered_for_the_same_headings(tmp_path: Path):
    memory = Remembered(tmp_path / "headings.json")
    memory.keep("hazards", ["哪里", "日期"], {"哪里": "zone", "日期": ""}, {("zone", "冲压东"): "冲压区"})
    memory.keep("hazards", ["哪里", "何时"], {"哪里": "description", "何时": "reported_at"})
    again = Remembered(tmp_path / "headings.json")
    assert again.of("hazards", ["日期", "哪里"]) == {"哪里": "zone", "日期": ""}
    assert again.of("hazards", ["哪里", "别的"]) == {"哪里": "description", "何时": "reported_at"}
    assert (again.register_of(["日期", "哪里"]), again.register_of(["别的"])) == ("hazards", None)
    assert again.texts("hazards") == {("zone", "冲压东"): "冲压区"}
    (tmp_path / "headings.json").write_text("no json", encoding="utf-8")
    assert again.headings() == {}


def test_what_was_worked_on_since_stays(shop: Workshop, place: Place, tmp_path: Path):
    path = book(tmp_path / "a.xlsx", HEADS, row(), row(编号="24-02", 整改完成时间=None, 复查日期=None))
    with shop.store.look() as look:
        found = preview(look, path, NOW, None, {})
    batch = bring_in(doing(shop, place), found)
    (still_open,) = [one for one in shop.find("hazard") if one.old_number == "24-02"]
    shop.do("hazards.dispatch", {"hazard": still_open.id, "person": place.officer.person}, place.officer)
    take_back(doing(shop, place), lambda: shop.get("import", batch), "选错了文件")
    assert {one.old_number: one.state.value for one in shop.find("hazard")} == {
        "24-01": "rejected",
        "24-02": "assigned",
    }
    with shop.store.look() as look:
        (one,) = import_rows(look)
    assert (one.here, one.counting, one.worked_on, one.numbers) == (2, 1, 1, (still_open.number,))
