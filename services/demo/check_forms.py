"""Checklists of the demo plant: those that its rounds are made by, one of which is another one since a while, and the
answers of the last weeks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from services.core.checklists import CheckItem, form_in_force
from services.core.inspection_plans import InspectionPlan
from services.core.inspections import Inspection
from services.core.operation import Actor, required
from services.core.shape import written
from services.demo.life import Happening, Life, midnight

ANSWERED = timedelta(days=21)  # before that the rounds of the past have no answers, as their sheets were thrown away
REVISED = timedelta(days=9) - timedelta(hours=9, minutes=20)  # before the midnight that the last day began with
OFFICER = "王芳"
READ = {  # what is read from an instrument instead of being looked at
    "温度正常": {"text": "变压器室温度", "kind": "number", "low": 5.0, "high": 40.0, "unit": "℃"},
    "灭火器压力正常": {"kind": "choice", "choices": ("绿区", "黄区", "红区"), "bad": ("黄区", "红区")},
    "仪表指示正常": {"text": "储气罐压力", "kind": "number", "low": 0.5, "high": 0.8, "unit": "MPa"},
}
CHANGED = "B类区域每日巡检"


def make_checklist(life: Life, officer: Actor, name: str, texts: Sequence[str]) -> str:
    """The checklist of a round; its id."""
    items = [written(_item(number, text)) for number, text in enumerate(texts, start=1)]
    return life.do(officer, "checklists.make", name=name, items=items)


def _item(number: int, text: str) -> CheckItem:
    item = CheckItem(key=f"t{number}", text=text, hazard="fire" if "消防" in text or "灭火" in text else "other")
    return replace(item, **READ.get(text, {}))  # type: ignore[arg-type]


def revisions(life: Life) -> Iterator[Happening]:
    """One checklist asks for more since some days, and otherwise: what was checked before shows its old form."""
    yield Happening(midnight(life.until) - REVISED, "checklist", _revise)


def _revise(life: Life) -> None:
    plan = required(life.journal.records, InspectionPlan, life.ids[CHANGED])
    form = form_in_force(life.journal.records, plan.checklist)
    assert form is not None
    first, second, *others = form.items
    clearer = replace(second, text="地面无油水、无铁屑", hint="重点看机床两侧和通道口")
    more = CheckItem(key="exits", text="疏散通道宽度不小于 1.4 米，无占用", hazard="storage")
    items = [written(item) for item in (first, clearer, *others, more)]
    life.do(life.someone(OFFICER), "checklists.revise", checklist=plan.checklist, items=items)


def answers(life: Life, task: Inspection, luck: float) -> dict[str, Any]:
    """What was answered to each item of the form in force: all is well, as what is not is reported by a photo. Nothing
    for rounds of long ago."""
    if life.now < midnight(life.until) - ANSWERED:
        return {}
    plan = required(life.journal.records, InspectionPlan, task.plan)
    form = form_in_force(life.journal.records, plan.checklist)
    if form is None:
        return {}
    return {"form": form.id, "results": list(map(partial(_answer, luck), form.items))}


def _answer(luck: float, item: CheckItem) -> dict[str, Any]:
    result: dict[str, Any] = {"item": item.text, "key": item.key}
    if item.kind == "number" and item.low is not None and item.high is not None:
        result["value"] = round(item.low + (item.high - item.low) * (0.3 + 0.4 * luck), 2)
    if item.kind == "choice":
        result["choice"] = item.choices[0]
    return result
