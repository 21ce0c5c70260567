"""What a workbook calls by name: zones, people, plans and equipment of the plant, and the words for codes."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from services import words
from services.store.records import Records
from services.words import LANGUAGES

CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "grade": {"general": ("一般", "一般隐患", "普通"), "major": ("重大", "重大隐患")},
    "state": {
        "done": ("完成", "已检", "正常", "合格", "已巡检", "是", "√", "ok"),
        "late": ("迟检", "补检", "超时完成"),
        "missed": ("未检", "未完成", "漏检", "未巡检", "否", "×", "x"),
        "excused": ("免检", "停线", "停产", "放假"),
    },
    "kind": {
        "recordable_injury": ("工伤", "轻伤", "重伤", "死亡", "可记录工伤", "lost time injury", "injury"),
        "first_aid": ("急救", "急救处理", "微伤"),
        "near_miss": ("未遂", "未遂事件", "险肇"),
        "damage": ("财产损失", "设备损坏", "设备事故"),
    },
    "category": {
        "guarding": ("机械", "机械伤害", "机械防护", "防护装置", "设备设施"),
        "electrical": ("电气", "用电", "临时用电", "电"),
        "fire": ("消防", "消防安全", "火灾"),
        "vehicles": ("叉车", "厂内车辆", "车辆", "交通"),
        "ppe": ("劳保", "劳保用品", "劳动防护用品", "防护用品"),
        "chemicals": ("危化品", "化学品", "危险化学品"),
        "storage": ("仓储", "堆放", "物料堆放", "定置"),
        "other": ("其他", "其它"),
    },
    "status": {
        "closed": ("已闭环", "闭环", "已完成", "完成", "已整改", "已销号", "是", "√", "closed", "done"),
        "open": ("未完成", "整改中", "未整改", "进行中", "否", "open", "in progress"),
    },
}
NEAR, MOST_NEAR = 0.5, 3
PREFIXES = {"category": "category.", "grade": "value.grade.", "kind": "value.kind.", "state": "state."}
PREFIXES["accident_type"] = "value.accident_type."


def plain(text: str) -> str:
    """A name without what does not matter: width and case of letters, and blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


class Names:
    """All names of a plant, read once. What two share is nobody's name."""

    def __init__(self, look: Records) -> None:
        found = {
            "zone": _Known(_in_use(look, "zone"), lambda one: (one.name, one.code)),
            "plan": _Known(look.find("inspection_plan"), lambda one: (one.name,)),
            "equipment": _Known(look.find("equipment"), lambda one: (one.code, one.name)),
            "person": _Known(look.find("person"), lambda one: (one.name, one.employee_no or "")),
            "team": _Known(_in_use(look, "team"), lambda one: (one.name,)),
            "department": _Known(_in_use(look, "department"), lambda one: (one.name,)),
        }
        self._of = found
        own = [one for one in look.find("category") if one.name_zh]
        self._own = _Known(own, lambda one: (one.name_zh, one.name_en))

    def code(self, field: str, text: str) -> str | None:
        """The code of what a field is said to be, also of one of the plant's own categories."""
        own = self._own.by_name.get(plain(text)) if field == "category" else None
        return own or SPOKEN[field].get(plain(text))

    def choices(self, field: str, lang: str) -> tuple[str, ...]:
        """The words for all that a field can be."""
        return (*choices(field, lang), *(self._own.shown if field == "category" else ()))

    def _kind(self, field: str) -> "_Known":
        return self._of.get(field, self._of["person"])

    def find(self, kind: str, text: str) -> str | None:
        """The id of what is called so. People may stand with their number in brackets."""
        table = self._kind(kind).by_name
        whole = plain(text)
        if whole in table:
            return table[whole]
        parts = whole.replace(")", "(").split("(")
        return next((table[part] for part in reversed(parts) if part in table), None)

    def all(self, kind: str) -> tuple[str, ...]:
        """What each is called so that it is found, in order."""
        return self._kind(kind).shown

    def near(self, kind: str, text: str) -> tuple[str, ...]:
        """The names that a text may mean, the likeliest first."""
        whole = plain(text).split("(")[0]
        likely = [(_likeness(whole, plain(name).split("(")[0]), name) for name in self.all(kind)]
        best = sorted((one for one in likely if one[0] >= NEAR), key=lambda one: (-one[0], one[1]))
        return tuple(name for _, name in best[:MOST_NEAR])


def _in_use(look: Records, kind: str) -> list[Any]:
    return [one for one in look.find(kind) if one.retired_at is None]


class _Known:
    """Records of a kind: their ids by what they are called, and what to write so that one is found."""

    def __init__(self, records: Iterable[Any], names: Any) -> None:
        held = tuple(records)
        self.by_name = _by(held, names)
        self.shown = tuple(sorted({said for one in held if (said := self._said(one.id, names(one)))}))

    def _said(self, id_: str, names: tuple[str, ...]) -> str:
        """Its name, or with its number where the name is that of several; empty where neither is its own."""
        called, *others = names
        if self.by_name.get(plain(called)) == id_:
            return called
        return next((f"{called}({one})" for one in others if self.by_name.get(plain(one)) == id_), "")


def _likeness(one: str, other: str) -> float:
    """0 to 1; a name that is part of the other is near it."""
    if not one or not other:
        return 0.0
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return max(ratio, 0.75) if one in other or other in one else ratio


def _by(records: Iterable[Any], names: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in records:
        for name in {plain(name) for name in names(one) if name}:
            found[name] = "" if found.get(name, one.id) != one.id else one.id
    return {name: id_ for name, id_ in found.items() if id_}


def choices(field: str, lang: str) -> tuple[str, ...]:
    """The words for all codes of a field."""
    prefix = PREFIXES.get(field, "")
    if not prefix:
        return tuple(names[0] for names in CHOICES[field].values())
    codes = CHOICES.get(field) or [key.removeprefix(prefix) for key in words.keys(prefix)]
    return tuple(words.say(prefix + code, lang) for code in codes)


def _spoken(field: str) -> dict[str, str]:
    """The codes of a field by all that people call them."""
    prefix = PREFIXES.get(field, "")
    known = {plain(name): code for code, names in CHOICES.get(field, {}).items() for name in (code, *names)}
    for key in words.keys(prefix) if prefix else ():
        code = key.removeprefix(prefix)
        if field not in CHOICES or code in CHOICES[field]:
            known |= {plain(words.say(key, lang)): code for lang in LANGUAGES} | {plain(code): code}
    return known


SPOKEN = {field: _spoken(field) for field in ("category", "grade", "state", "kind", "status", "accident_type")}
