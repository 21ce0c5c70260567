"""Rows of certificates, pasted from a spreadsheet: each is read, its holder found by the employee number or by a name
that only one here has, and told why it can't be taken. Nothing is guessed: what is not known keeps its row back."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args
from zoneinfo import ZoneInfo

from services import words
from services.core.people import Person
from services.core.posts import Trade
from services.core.refused import Refused
from services.imports.cells import Unreadable, moment
from services.imports.names import plain
from services.imports.workbook import Book, Grid, find_sheet, text_of
from services.store.records import Records

HEADS: dict[str, tuple[str, ...]] = {
    "employee_no": ("工号", "员工号", "人员编号", "employee no", "employee number", "staff no"),
    "name": ("姓名", "持证人", "人员", "name", "holder"),
    "trade": (
        "证书类别",
        "证书种类",
        "作业类别",
        "操作项目",
        "准操项目",
        "工种",
        "证书",
        "trade",
        "certificate",
        "kind",
    ),
    "number": ("证书编号", "证号", "证件号", "编号", "certificate no", "number", "no"),
    "issuer": ("发证机关", "发证单位", "issuer", "issued by"),
    "issued_on": ("发证日期", "初领日期", "领证日期", "issued", "issued on"),
    "expires_on": ("有效期至", "有效期", "到期日期", "截止日期", "expires", "valid until", "expires on"),
    "review_on": ("复审日期", "应复审日期", "下次复审", "review", "review by", "review on"),
}
DAYS = ("issued_on", "expires_on", "review_on")
ALIKE: dict[Trade, tuple[str, ...]] = {
    "electrician_low": ("低压电工", "低压电工证", "电工", "电工证"),
    "electrician_high": ("高压电工", "高压电工证"),
    "welding": ("焊工", "焊工证", "电焊工", "熔化焊接与热切割作业", "焊接与热切割"),
    "heights": ("登高", "登高证", "高处作业", "高空作业"),
    "forklift": ("叉车", "叉车证", "叉车司机", "n1"),
    "crane": ("起重", "行车", "行车证", "桥式起重机司机", "起重机"),
    "refrigeration": ("制冷", "制冷工"),
    "chemicals": ("危化品", "危险化学品"),
    "lift": ("电梯", "电梯作业"),
    "vessel": ("压力容器",),
    "boiler": ("锅炉", "司炉"),
    "safety_manager": ("安全管理人员", "安全员", "安全生产管理人员"),
    "principal": ("主要负责人",),
    "first_aid": ("急救员", "急救"),
}
_TRADES: dict[str, Trade] = {plain(one): trade for trade, some in ALIKE.items() for one in (trade, *some)} | {
    plain(words.say(f"value.trade.{trade}", lang)): trade for trade in get_args(Trade) for lang in words.LANGUAGES
}
FOR_EVER = frozenset(map(plain, ("长期", "长期有效", "永久", "for ever", "permanent", "-", "—", "/")))
_HEADS = {plain(one): name for name, some in HEADS.items() for one in some}


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A row: its number in what was pasted, its cells as text, the arguments of `certificates.add`, and why it can't be
    taken: a code of the words `certificate_row.` (empty where it can) about a `field`."""

    row: int
    cells: Mapping[str, str]
    args: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""
    field: str = ""

    @property
    def id(self) -> str:
        """Of the row."""
        return str(self.row)


def look_at_certificates(look: Records, grid: Grid, zone: ZoneInfo) -> tuple[CertificateLine, ...]:
    """Reads pasted rows; changes nothing. Raises Refused: workbook_without_head, where no heading is known."""
    sheet = find_sheet(Book("", "", {"pasted": grid}), lambda heads: sum(plain(one) in _HEADS for one in heads))
    found = {_HEADS[plain(head)]: head for head in reversed(sheet.heads) if plain(head) in _HEADS}
    if "trade" not in found or not {"employee_no", "name"} & found.keys():
        raise Refused("certificate_heads_needed")
    reader = _Reader(look, zone)
    return tuple(
        reader.line(number, {name: cells.get(head) for name, head in found.items()}) for number, cells in sheet.rows
    )


class _Reader:
    def __init__(self, look: Records, zone: ZoneInfo) -> None:
        here: Sequence[Person] = [one for one in look.find("person") if one.here]
        self.zone, self.numbered = zone, {one.employee_no: one for one in here if one.employee_no}
        self.named: dict[str, list[Person]] = {}
        for one in here:
            self.named.setdefault(plain(one.name), []).append(one)
        self.known = {
            (one.person, one.trade, one.number) for one in look.find("certificate") if one.withdrawn_at is None
        }

    def line(self, row: int, cells: Mapping[str, Any]) -> CertificateLine:
        """One row."""
        told = {name: unicodedata.normalize("NFKC", text_of(cell)) for name, cell in cells.items()}
        try:
            return CertificateLine(row, told, self._args(told, cells))
        except _Wrong as wrong:
            return CertificateLine(row, told, {}, wrong.code, wrong.field)

    def _args(self, told: Mapping[str, str], cells: Mapping[str, Any]) -> dict[str, Any]:
        person = self._holder(told.get("employee_no", ""), told.get("name", ""))
        trade = _TRADES.get(plain(told.get("trade", "")))
        if trade is None:
            raise _Wrong("trade", "trade")
        number = told.get("number", "")
        if not number:
            raise _Wrong("missing", "number")
        if (person.id, trade, number) in self.known:
            raise _Wrong("known", "number")
        self.known.add((person.id, trade, number))
        dated = [name for name in DAYS if told.get(name) and plain(told[name]) not in FOR_EVER]
        days = {name: self._day(cells[name], name) for name in dated}
        if "issued_on" in days and any(day <= days["issued_on"] for name, day in days.items() if name != "issued_on"):
            raise _Wrong("turned", "expires_on")
        issuer = {"issuer": told["issuer"]} if told.get("issuer") else {}
        return {"person": person.id, "trade": trade, "number": number, **issuer, **days}

    def _holder(self, number: str, name: str) -> Person:
        if number:
            found = self.numbered.get(number)
            if found is None:
                raise _Wrong("nobody", "employee_no")
            if name and plain(found.name) != plain(name):
                raise _Wrong("other_name", "name")
            return found
        some = self.named.get(plain(name), [])
        if len(some) != 1:
            raise _Wrong("namesakes" if some else "nobody", "name")
        return some[0]

    def _day(self, cell: Any, name: str) -> str:
        try:
            at, _ = moment(cell, self.zone)
        except Unreadable:
            raise _Wrong("day", name) from None
        return at.astimezone(self.zone).date().isoformat()


class _Wrong(Exception):
    def __init__(self, code: str, field_: str) -> None:
        super().__init__(code, field_)
        self.code, self.field = code, field_
