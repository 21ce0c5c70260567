"""Ledgers as they lie in offices: read whole, put right where it is told, brought in once and taken back as one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from services.core.hazards import State
from services.core.measures import Period
from services.core.refused import Refused
from services.imports import lines
from services.imports.bringing_in import Preview, bring_in, preview, take_back
from services.imports.writing import write_register
from services.store.queries.figures import figures
from tests.makers import refused
from tests.services.imports.books import HEADS, ROW, book
from tests.services.store.workshop import Place, Workshop

NOW = datetime(2026, 3, 2, tzinfo=UTC)
YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


def look_at(shop: Workshop, path: Path, **given: Any) -> Preview:
    with shop.store.look() as look:
        return preview(look, path, NOW, given.pop("register", None), given.pop("mapped", {}))


def doing(shop: Workshop, place: Place):
    def do(kind: str, args: Mapping[str, Any]) -> Mapping[str, Any]:
        return shop.issue(kind, args, place.officer).as_json()

    return do


def row(**other: Any) -> list[Any]:
    return [other.get(head, cell) for head, cell in zip(HEADS, ROW, strict=True)]


def problems(found: Preview) -> list[tuple[int, str, str]]:
    return [(line.row, one.code, one.field) for line in found.bad for one in line.problems]


def test_a_ledger_is_read_below_its_title_with_merged_cells(shop: Workshop, place: Place, tmp_path: Path):
    path = book(
        tmp_path / "a.xlsx", HEADS, row(), row(编号="24-02", 隐患部位=None), title="隐患台账", merged=("C4:C5",)
    )
    found = look_at(shop, path)
    assert (found.register, found.sheet, found.unknown) == ("hazards", "台账", ())
    assert [line.row for line in found.fresh] == [4, 5]
    assert {line.values["zone"] for line in found.fresh} == {place.zone}
    assert found.fresh[0].values["category"] == "guarding"


def test_what_is_put_right_is_told(shop: Workshop, place: Place, tmp_path: Path):
    odd = row(发现日期="2024年3月5日", 类别="跑冒滴漏", 发现人="离职的人", 隐患描述="长" * 600)
    found = look_at(shop, book(tmp_path / "a.xlsx", [*HEADS, "天气"], [*odd, "晴"]))
    told = {(one.code, one.field): (one.was, one.now) for line in found.lines for one in line.repairs}
    assert told["spelled", "reported_at"] == ("2024年3月5日", "2024-03-05 00:00")
    assert told["other", "category"] == ("跑冒滴漏", "other")
    assert told["left_out", "reporter"] == ("离职的人", "")
    assert ("cut", "description") in told
    assert (found.unknown, found.bad) == (("天气",), [])


@pytest.mark.parametrize(
    ("other", "code", "field"),
    [
        ({"隐患部位": "月球"}, "unknown", "zone"),
        ({"隐患部位": None}, "missing", "zone"),
        ({"发现日期": "去年"}, "unreadable", "reported_at"),
        ({"整改完成时间": "2024-03-01"}, "backwards", "fixed_at"),
        ({"发现日期": "2030-01-01", "整改完成时间": None, "复查日期": None}, "future", "reported_at"),
    ],
)
def test_a_bad_row_is_kept_back_and_says_why(shop: Workshop, place: Place, tmp_path: Path, other, code, field):
    found = look_at(shop, book(tmp_path / "a.xlsx", HEADS, row(), row(**other)))
    assert problems(found) == [(3, code, field)]
    assert found.bad[0].cells["隐患描述"] == "护罩缺失"
    assert [line.row for line in found.fresh] == [2]


@pytest.mark.parametrize(
    ("status", "dates", "closed"),
    [
        ("已闭环", ("2024-03-06", None), date(2024, 3, 6)),
        ("整改中", ("2024-03-06", "2024-03-07"), None),
        ("closed", ("2024-03-06", "2024-03-07"), date(2024, 3, 7)),
    ],
)
def test_the_word_for_the_state_decides(shop: Workshop, place: Place, tmp_path: Path, status, dates, closed):
    rows = row(整改完成时间=dates[0], 复查日期=dates[1])
    (line,) = look_at(shop, book(tmp_path / "a.xlsx", [*HEADS, "整改状态"], [*rows, status])).fresh
    assert line.values["closed_at"].date() == closed if closed else "closed_at" not in line.values


def test_closed_without_any_date_is_kept_back(shop: Workshop, place: Place, tmp_path: Path):
    rows = row(整改完成时间=None, 复查日期=None)
    found = look_at(shop, book(tmp_path / "a.xlsx", [*HEADS, "状态"], [*rows, "已闭环"]))
    assert problems(found) == [(2, "missing", "closed_at")]


def test_a_ledger_comes_in_with_its_own_dates_and_goes_back(shop: Workshop, place: Place, tmp_path: Path):
    path = book(tmp_path / "a.xlsx", HEADS, row(), row(编号="24-02", 整改完成时间=None, 复查日期=None))
    batch = bring_in(doing(shop, place), look_at(shop, path))
    hazards = {one.old_number: one for one in shop.find("hazard")}
    assert (hazards["24-01"].state, hazards["24-02"].state) == (State.CLOSED, State.ASSIGNED)
    assert hazards["24-01"].reported_at == datetime(2024, 3, 4, 16, tzinfo=UTC)
    with shop.store.look() as look:
        assert figures(look, YEAR, NOW).time_to_fix.mean_hours == 24.0
    assert refused(look_at, shop, path) == "imported_before"
    assert take_back(doing(shop, place), lambda: shop.get("import", batch), "选错了文件") == 1
    assert {one.state for one in shop.find("hazard")} == {State.REJECTED}
    assert len(look_at(shop, path).fresh) == 2
    assert shop.verify().whole


def test_a_corrected_ledger_brings_only_what_is_new(shop: Workshop, place: Place, tmp_path: Path):
    bring_in(doing(shop, place), look_at(shop, book(tmp_path / "a.xlsx", HEADS, row(), row(隐患部位="月球"))))
    found = look_at(shop, book(tmp_path / "b.xlsx", HEADS, row(), row(编号="24-02", 隐患部位="喷漆房")))
    assert (sorted(found.here), [line.row for line in found.fresh]) == ([2], [3])
    bring_in(doing(shop, place), found)
    assert len(shop.find("hazard")) == 2


def test_an_import_that_was_broken_off_goes_on(shop: Workshop, place: Place, tmp_path: Path, monkeypatch):
    monkeypatch.setattr("services.imports.bringing_in.MOST_ROWS", 1)
    path = book(tmp_path / "a.xlsx", HEADS, row(), row(编号="24-02"), row(编号="24-03"))
    do, calls = doing(shop, place), []

    def dying(kind, args):
        calls.append(kind)
        if len(calls) == 3:
            raise ConnectionError
        return do(kind, args)

    with pytest.raises(ConnectionError):
        bring_in(dying, look_at(shop, path))
    assert len(shop.find("hazard")) == 1
    bring_in(do, look_at(shop, path))
    assert sorted(one.old_number for one in shop.find("hazard")) == ["24-01", "24-02", "24-03"]
    assert len(shop.find("import")) == 1


def test_an_inspection_register(shop: Workshop, place: Place, tmp_path: Path):
    heads = ["计划", "区域", "计划日期", "完成情况", "巡检人", "备注"]
    rows = [
        ["冲压日检", "冲压区", "2024-03-05", "√", "马超", ""],
        ["冲压日检", "冲压区", "2024-03-06", "未检", "", ""],
        ["冲压日检", "冲压区", "2024-03-07", "停线", "", "检修"],
        ["冲压日检", "冲压区", "2024-03-08", "也许", "", ""],
        ["月检", "冲压区", "2024-03-08", "√", "", ""],
    ]
    found = look_at(shop, book(tmp_path / "a.xlsx", heads, *rows))
    assert found.register == "inspections"
    assert problems(found) == [(5, "unknown", "state"), (6, "unknown", "plan")]
    bring_in(doing(shop, place), found)
    with shop.store.look() as look:
        completion = figures(look, YEAR, NOW).completion
    assert (completion.done, completion.missed, completion.excused, completion.rate) == (1, 1, 1, 0.5)


def test_an_injury_register(shop: Workshop, place: Place, tmp_path: Path):
    heads = ["事故日期", "地点", "事故类别", "姓名", "伤情", "损失工日", "事故经过"]
    rows = [
        [datetime(2024, 3, 5), "冲压区", "机械伤害", "马超", "左手食指", "12 天", "换模时手指被夹"],  # noqa: DTZ001
        ["2024/5/1", "喷漆房", "火灾", "无此人", "右臂", 3, "喷枪起火"],
    ]
    found = look_at(shop, book(tmp_path / "a.xlsx", heads, *rows))
    assert (found.register, found.bad) == ("incidents", [])
    bring_in(doing(shop, place), found)
    first, second = sorted(shop.find("incident"), key=lambda one: one.at)
    assert (first.kind, first.accident_type, first.injury) == ("recordable_injury", "machinery", "左手食指")
    assert (first.days_lost, second.person, second.injury) == (12, None, "")
    assert "左手食指" not in repr(shop.entries())
    with shop.store.look() as look:
        assert figures(look, YEAR, NOW).injuries.count == 2


def test_columns_that_nobody_knows_are_mapped_by_hand(shop: Workshop, place: Place, tmp_path: Path):
    path = book(tmp_path / "a.xlsx", ["在哪里", "哪一天"], ["冲压区", "2024-03-05"])
    assert refused(look_at, shop, path) == "workbook_without_head"
    mapped = {"在哪里": "zone", "哪一天": "reported_at"}
    assert len(look_at(shop, path, mapped=mapped, register="hazards").fresh) == 1


def test_two_people_of_one_name_are_nobody(shop: Workshop, place: Place, tmp_path: Path):
    shop.do("people.add", {"name": "马超", "employee_no": "0777"}, place.boss)
    first, second = row(), row(编号="24-02", 发现人="马超（0777）")
    found = look_at(shop, book(tmp_path / "a.xlsx", HEADS, first, second))
    assert ["reporter" in line.values for line in found.lines] == [False, True]


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04" + b"\x00" * 200])
def test_a_file_that_is_no_workbook_is_refused(shop: Workshop, place: Place, tmp_path: Path, data):
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    assert refused(look_at, shop, path) == "workbook_unreadable"


def test_files_that_are_not_there_or_have_nothing_new_are_refused(shop: Workshop, place: Place, tmp_path: Path):
    assert refused(look_at, shop, tmp_path / "none.xlsx") == "no_such_file"
    found = look_at(shop, book(tmp_path / "a.xlsx", HEADS))
    with pytest.raises(Refused, match="nothing_to_import"):
        bring_in(doing(shop, place), found)


def test_what_the_plant_writes_it_reads(shop: Workshop, place: Place, tmp_path: Path):
    at = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
    told = {"zone": "冲压区", "reported_at": at, "description": '=cmd("x")', "old_number": "24-01", "reporter": "马超"}
    write_register(tmp_path / "a.xlsx", "hazards", [told, {**told, "fixed_at": at + timedelta(hours=5)}])
    first, second = look_at(shop, tmp_path / "a.xlsx").lines
    assert first.values["description"] == '=cmd("x")'
    assert first.values["reported_at"].strftime("%Y-%m-%d %H:%M") == "2024-03-05 09:30"
    assert second.values["fixed_at"].hour == 14
    assert first.repairs == second.repairs == []


def test_a_reader_that_let_backward_dates_through_would_be_seen(
    shop: Workshop, place: Place, tmp_path: Path, monkeypatch
):
    monkeypatch.setitem(lines.ORDER, "hazards", ("reported_at",))
    found = look_at(shop, book(tmp_path / "a.xlsx", HEADS, row(整改完成时间="2024-03-01")))
    assert found.bad == []
    with pytest.raises(Refused, match="row_dates_wrong"):
        bring_in(doing(shop, place), replace(found))
