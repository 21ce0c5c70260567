"""A plant with names to find, and workbooks written cell by cell."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.services.store.workshop import OUTLINE, Place, Workshop

HEADS = ["编号", "发现日期", "隐患部位", "隐患描述", "类别", "发现人", "整改责任人", "整改完成时间", "复查日期"]
ROW = ["24-01", "2024-03-05", "冲压区", "护罩缺失", "机械防护", "马超", "修理工", "2024-03-06", "2024-03-07"]


def furnished(shop: Workshop) -> Place:
    """Two zones, and a plan."""
    place = shop.found()
    paint = {"floor": place.floor, "name": "喷漆房", "zone_class": "A", "polygon": OUTLINE}
    shop.do("zones.draw", paint, place.officer)
    plan = {"name": "冲压日检", "every": "FREQ=DAILY", "since": "2024-01-01", "zones": [place.zone]}
    shop.do("inspections.plan", plan | {"times": ["10:00"]}, place.officer)
    return place


def book(path: Path, *rows: Sequence[Any], title: str = "", merged: tuple[str, ...] = ()) -> Path:
    """A workbook of these rows. `title` stands above them; `merged` are cells such as C3:C4 with the first's text."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as made:
        sheet = made.add_worksheet("台账")
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        if title:
            sheet.merge_range(0, 0, 0, 5, title)
        for line, row in enumerate(rows, start=2 if title else 0):
            for column, cell in enumerate(row):
                if hasattr(cell, "year"):
                    sheet.write_datetime(line, column, cell, day)
                elif cell is not None:
                    sheet.write(line, column, cell)
        for place in merged:
            first = place.split(":")[0]
            line, column = int(first[1:]) - 1, ord(first[0]) - ord("A")
            sheet.merge_range(place, rows[line - (2 if title else 0)][column])
    return path
