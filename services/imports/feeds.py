"""What other systems hand over as text files: readings of sensors, swipes at doors, stops of lines. CSV in UTF-8 or
GBK, with comma, semicolon or tab; headings may be Chinese, English or mapped. A row that can't be taken says why."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from services.core.refused import Refused
from services.imports.cells import Unreadable, moment
from services.imports.headings import plain

Kind = Literal["readings", "swipes", "stops"]
MOST_BYTES = 500_000_000
ENCODINGS = ("utf-8-sig", "gb18030")
DELIMITERS = ",;\t"
COLUMNS: dict[Kind, dict[str, tuple[str, ...]]] = {
    "readings": {
        "time": ("time", "timestamp", "时间", "采集时间"),
        "sensor": ("sensor", "sensor code", "传感器", "传感器编号", "测点"),
        "value": ("value", "值", "数值", "读数"),
        "unit": ("unit", "单位"),
    },
    "swipes": {
        "device": ("device", "设备", "门禁设备"),
        "serial": ("serial", "序号", "流水号"),
        "time": ("time", "时间", "刷卡时间"),
        "employee_no": ("employee_no", "employee no", "工号", "人员编号"),
        "card": ("card", "card no", "卡号"),
        "name": ("name", "姓名"),
        "zone": ("zone", "区域", "门禁区域"),
        "direction": ("direction", "方向", "进出"),
    },
    "stops": {
        "stop_id": ("stop_id", "停机编号", "停机单号"),
        "line_code": ("line_code", "line", "产线", "产线编号"),
        "equipment_code": ("equipment_code", "equipment", "设备", "设备编号"),
        "start_time": ("start_time", "start", "开始时间", "停机开始"),
        "end_time": ("end_time", "end", "结束时间", "停机结束"),
        "reason_code": ("reason_code", "原因代码"),
        "reason_text": ("reason_text", "reason", "原因", "停机原因"),
        "planned": ("planned", "计划", "是否计划", "计划停机"),
        "operator_no": ("operator_no", "操作员", "操作工号"),
        "updated_at": ("updated_at", "updated", "更新时间"),
    },
}
REQUIRED: dict[Kind, tuple[str, ...]] = {
    "readings": ("time", "sensor", "value"),
    "swipes": ("time", "zone", "direction"),
    "stops": ("stop_id", "start_time"),
}
INWARD = {**dict.fromkeys(("in", "进", "进入", "入", "entry", "enter", "1"), True)}
INWARD |= dict.fromkeys(("out", "出", "离开", "exit", "leave", "0"), False)
YES = ("1", "true", "yes", "y", "是", "计划")
MOMENTS = ("time", "start_time", "end_time", "updated_at")


@dataclass(frozen=True, slots=True)
class Turned:
    """A row that was not taken: its number in the file, the code of why, the field and what stands there."""

    row: int
    code: str
    field: str
    was: str


@dataclass
class Feed:
    """The rows of a file as values by field, with their numbers, and those that were turned away."""

    rows: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    turned: list[Turned] = field(default_factory=list)


def read_feed(path: Path, kind: Kind, zone: ZoneInfo, mapped: Mapping[str, str] | None = None) -> Feed:
    """The rows of a file. Times without an offset are by `zone`. `mapped`: heading to field. Raises Refused:
    no_such_file, feed_too_large, feed_unreadable, feed_without_head."""
    if not path.is_file():
        raise Refused("no_such_file", file=str(path))
    if path.stat().st_size > MOST_BYTES:
        raise Refused("feed_too_large", file=path.name, most_megabytes=MOST_BYTES // 1_000_000)
    return rows_of(path.read_bytes(), kind, zone, mapped, path.name)


def rows_of(
    data: bytes, kind: Kind, zone: ZoneInfo, mapped: Mapping[str, str] | None = None, called: str = "-"
) -> Feed:
    """The rows of a file's bytes, as `read_feed` reads them. Raises Refused: feed_unreadable, feed_without_head."""
    lines = _lines(_text(data, called))
    head = next(lines, [])
    places = _places(kind, head, mapped or {})
    missing = [name for name in REQUIRED[kind] if name not in places]
    if missing:
        raise Refused("feed_without_head", file=called, missing=", ".join(missing))
    feed = Feed()
    for number, cells in enumerate(lines, start=2):
        if any(cell.strip() for cell in cells):
            _take(feed, kind, number, {name: _cell(cells, at) for name, at in places.items()}, zone)
    return feed


def rows_in(kind: Kind, objects: Iterable[tuple[int, Mapping[str, Any]]], zone: ZoneInfo) -> Feed:
    """The same of numbered objects, as JSON has them, by field; names that no field has are passed over."""
    feed = Feed()
    for number, one in objects:
        cells = {name: str("" if value is None else value) for name, value in one.items() if name in COLUMNS[kind]}
        _take(feed, kind, number, dict.fromkeys(REQUIRED[kind], "") | cells, zone)
    return feed


def _text(data: bytes, called: str) -> str:
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("feed_unreadable", file=called)


def _lines(text: str) -> Iterator[list[str]]:
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    return csv.reader(io.StringIO(text), delimiter=delimiter)


def _places(kind: Kind, head: list[str], mapped: Mapping[str, str]) -> dict[str, int]:
    known = {plain(name): field for field, names in COLUMNS[kind].items() for name in (field, *names)}
    known |= {plain(heading): field for heading, field in mapped.items()}
    found: dict[str, int] = {}
    for place, heading in enumerate(head):
        name = known.get(plain(heading))
        if name in COLUMNS[kind]:
            found.setdefault(str(name), place)
    return found


def _cell(cells: list[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def _take(feed: Feed, kind: Kind, number: int, cells: dict[str, str], zone: ZoneInfo) -> None:
    values: dict[str, Any] = {}
    for name, text in cells.items():
        if not text:
            if name in REQUIRED[kind]:
                feed.turned.append(Turned(number, "missing", name, ""))
                return
            continue
        try:
            values[name] = _READ.get(name, _plain)(text, zone)
        except (Unreadable, ValueError, OverflowError):
            feed.turned.append(Turned(number, "unreadable", name, text[:80]))
            return
    if kind == "stops" and "end_time" in values and values["end_time"] < values["start_time"]:
        feed.turned.append(Turned(number, "backwards", "end_time", cells["end_time"]))
        return
    feed.rows.append((number, values))


def _plain(text: str, zone: ZoneInfo) -> str:
    return text[:200]


def _moment(text: str, zone: ZoneInfo) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return moment(text, zone)[0]
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _value(text: str, zone: ZoneInfo) -> float:
    number = float(text.replace("−", "-"))
    if not isfinite(number):
        raise ValueError(text)
    return number


def _inward(text: str, zone: ZoneInfo) -> bool:
    if text.lower() not in INWARD:
        raise ValueError(text)
    return INWARD[text.lower()]


def _yes(text: str, zone: ZoneInfo) -> bool:
    return text.lower() in YES


_READ: dict[str, Callable[[str, ZoneInfo], Any]] = {
    **dict.fromkeys(MOMENTS, _moment),
    "value": _value,
    "direction": _inward,
    "planned": _yes,
}
