"""What a table of the console was saved as is a ledger that can be brought in."""

from datetime import UTC, datetime
from pathlib import Path

from services.imports.bringing_in import preview
from services.reports.table_book import Sheet, write_table
from tests.services.store.workshop import Place, Workshop

WHEN = datetime(2026, 3, 5, 9, 30)  # noqa: DTZ001 - a sheet's clock


def test_the_hazards_table_comes_in_as_it_went_out(shop: Workshop, place: Place, tmp_path: Path) -> None:
    path = tmp_path / "ledger.xlsx"
    heads = [("隐患", 200), ("编号", 100), ("区域", 100), ("时限", 100), ("上报时间", 100)]
    with shop.store.look() as look:
        (zone,) = (one for one in look.find("zone") if one.id == place.zone)
        row = ("=油污", "YH-1", zone.name, WHEN, WHEN)
        write_table(path, Sheet("隐患", "一厂 · 筛选：无", heads), [[row]], lambda _: None)
        found = preview(look, path, datetime(2026, 11, 1, tzinfo=UTC), "hazards", {})
    (line,) = found.lines
    assert (line.problems, line.repairs) == ([], [])
    assert line.values["zone"] == place.zone
    assert line.values["reported_at"].replace(tzinfo=None) == WHEN
    assert (line.values["description"], line.values["old_number"]) == ("=油污", "YH-1")
