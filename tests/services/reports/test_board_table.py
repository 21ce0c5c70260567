"""Long lists on paper: nothing is lost between pages, the head comes again, and a row that is too tall still shows all
of its words."""

import pytest

from services.reports.board_table import Column, draw_table
from services.reports.label_sheets import Box
from services.reports.pen import Pen
from tests.services.reports.made import page_texts

COLUMNS = [Column("名称", 1), Column("等级", 1, levels=True), Column("说明", 3)]


def pages(rows: list[list[str]], lang: str = "zh") -> list[str]:
    pen = Pen("list", lang)
    draw_table(pen, Box(10, 20, 190, 240), COLUMNS, rows, 9.0, lambda: pen.page(210, 297))
    return [text.replace("\r\n", "") for text in page_texts(pen.data())]


@pytest.mark.parametrize("count", [1, 40, 137])
def test_every_row_comes_once_and_every_page_has_the_head(count: int) -> None:
    told = pages([[f"点{n:03d}", "red", "挤压"] for n in range(count)])
    assert sum(page.count("名称") for page in told) == len(told)
    whole = "".join(told)
    assert [n for n in range(count) if whole.count(f"点{n:03d}") != 1] == []
    assert whole.count("重大风险") == count


def test_a_row_taller_than_the_page_is_written_smaller() -> None:
    told = pages([["点", "blue", "很长" * 6_000 + "完"], ["后", "red", "短"]])
    assert "".join(told).count("很长") == 6_000
    assert "完" in "".join(told)
    assert "短" in told[-1]
