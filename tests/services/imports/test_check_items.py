"""Rows of a spreadsheet as items of a checklist."""

import pytest

from services.core.checklists import CheckItem
from services.imports.check_items import items_of
from services.imports.clipboard import grid_of


def pasted(text, taken=()):
    return items_of(grid_of(text), taken)


def test_a_column_of_texts_is_pass_or_fail():
    found = pasted("光幕有效\r\n\r\n急停可用\r\n")
    assert [(item.text, item.kind, item.key) for item in found] == [
        ("光幕有效", "pass_fail", "pass_fail"),
        ("急停可用", "pass_fail", "pass_fail2"),
    ]


def test_titles_say_what_the_columns_are():
    head = "序号\t检查项目\t标准\t上限\t下限\t单位\t类型\t选项\r\n"
    rows = "1\t气压\t看表\t0.6\t0.4\tMPa\t\t\r\n2\t通道\t\t\t\t\t\t畅通/堵塞\r\n3\t签字\t\t\t\t\t签名\t\r\n"
    air, way, sign = pasted(head + rows)
    assert (air.kind, air.low, air.high, air.unit, air.hint) == ("number", 0.4, 0.6, "MPa", "看表")
    assert (way.kind, way.choices) == ("choice", ("畅通", "堵塞"))
    assert (sign.kind, sign.text) == ("signature", "签字")


@pytest.mark.parametrize("row", ["油温\tNumber\t\t60\t℃", "7\t油温\t数值\t\t60\t℃"])
def test_without_titles_the_columns_stand_in_their_usual_order(row):
    (item,) = pasted(row)
    assert (item.text, item.kind, item.low, item.high, item.unit) == ("油温", "number", None, 60.0, "℃")


def test_keys_are_free_and_long_texts_are_kept():
    taken = (CheckItem(key="pass_fail", text="甲"),)
    long, other = pasted("字" * 150 + "\r\n乙", taken)
    assert (long.key, other.key) == ("pass_fail2", "pass_fail3")
    assert (len(long.text), long.hint) == (120, "字" * 30)
