"""Which column of a register is which field: the headings that people write, in Chinese and English."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from services.core.paper import Register

NAMES: dict[Register, dict[str, tuple[str, ...]]] = {
    "hazards": {
        "old_number": ("隐患编号", "编号", "台账编号", "序号", "number", "no"),
        "reported_at": (
            *("发现时间", "发现日期", "上报时间", "上报日期", "排查时间", "排查日期", "检查日期", "登记日期", "日期"),
            *("reported", "found", "date found", "date"),
        ),
        "zone": ("区域", "隐患部位", "部位", "地点", "隐患地点", "场所", "车间", "所在区域", "zone", "area", "place"),
        "description": (
            "隐患描述",
            "隐患",
            "隐患内容",
            "问题描述",
            "存在问题",
            "隐患情况",
            "描述",
            "description",
            "hazard",
        ),
        "category": ("隐患类别", "类别", "隐患分类", "分类", "隐患类型", "category", "type"),
        "grade": ("隐患级别", "隐患等级", "级别", "等级", "grade", "level"),
        "reporter": ("发现人", "上报人", "检查人", "排查人", "reporter", "reported by", "found by"),
        "fixer": ("整改责任人", "整改人", "责任人", "负责人", "fixer", "responsible", "owner"),
        "due_at": ("整改期限", "整改时限", "要求完成时间", "要求完成日期", "计划完成时间", "due", "due date"),
        "fixed_at": ("整改完成时间", "整改完成日期", "完成时间", "完成日期", "整改日期", "fixed", "date fixed"),
        "fix_note": ("整改措施", "整改情况", "整改内容", "措施", "measure", "action"),
        "reviewer": ("复查人", "验收人", "复核人", "reviewer", "verified by", "checked by"),
        "closed_at": (
            *("复查时间", "复查日期", "验收时间", "验收日期", "闭环时间", "闭环日期", "销号日期", "closed"),
            *("date closed", "verified"),
        ),
        "status": ("状态", "整改状态", "是否完成", "status", "state"),
    },
    "inspections": {
        "plan": ("巡检计划", "计划名称", "计划", "巡检项目", "plan"),
        "zone": ("区域", "巡检区域", "地点", "部位", "车间", "zone", "area", "place"),
        "equipment": ("设备", "设备编号", "巡检设备", "equipment", "machine"),
        "due_at": ("应检时间", "应检日期", "计划时间", "计划日期", "巡检日期", "日期", "due", "date"),
        "closes_at": ("截止时间", "最晚时间", "closes", "until"),
        "state": ("状态", "巡检状态", "完成情况", "结果", "是否完成", "status", "state", "result"),
        "by": ("巡检人", "检查人", "打卡人", "执行人", "inspector", "by"),
        "at": ("巡检时间", "实际时间", "打卡时间", "完成时间", "checked", "at"),
        "note": ("备注", "说明", "异常情况", "note", "remark"),
    },
    "incidents": {
        "old_number": ("事故编号", "编号", "台账编号", "序号", "number", "no"),
        "at": ("发生时间", "发生日期", "事故时间", "事故日期", "受伤日期", "日期", "when", "date"),
        "zone": ("区域", "事故地点", "发生地点", "地点", "部位", "车间", "zone", "area", "place"),
        "kind": ("事件类型", "事故性质", "性质", "类型", "kind", "type"),
        "accident_type": ("事故类别", "伤害类别", "类别", "accident type", "category"),
        "person": ("受伤人员", "受伤人", "伤者", "姓名", "person", "name", "injured"),
        "injury": ("伤情", "受伤部位", "伤害部位", "伤势", "injury"),
        "days_lost": ("损失工日", "损失工作日", "误工天数", "days lost", "lost days"),
        "description": ("事故经过", "经过", "事件经过", "简要经过", "描述", "description", "what happened"),
    },
}
REQUIRED: dict[str, tuple[str, ...]] = {
    "hazards": ("zone", "reported_at"),
    "inspections": ("plan", "zone", "due_at", "state"),
    "incidents": ("at", "zone", "description"),
    "people": (),
}
PASTED: dict[str, dict[str, tuple[str, ...]]] = {  # what is pasted into a page
    "people": {
        "name": ("姓名", "名字", "员工姓名", "人员", "name", "full name"),
        "employee_no": ("工号", "员工编号", "人员编号", "职工号", "employee number", "employee no", "number", "no"),
        "department": ("部门", "所属部门", "科室", "department", "dept"),
        "team": ("班组", "所属班组", "小组", "team", "group"),
        "phone": ("电话", "手机", "手机号", "手机号码", "联系电话", "联系方式", "phone", "mobile", "tel"),
        "email": ("邮箱", "电子邮箱", "电子邮件", "邮件", "email", "e-mail", "mail"),
        "roles": ("角色", "权限", "岗位角色", "roles", "role"),
    },
}
FIELDS: dict[str, dict[str, tuple[str, ...]]] = {**{str(one): fields for one, fields in NAMES.items()}, **PASTED}
KEPT_BACK = {"zh": "未导入的原因", "en": "Why it was kept back"}
NOT_USED = ""  # the field of a heading that is left out by hand
BRACKETS = re.compile(r"[(\[【].*?[)\]】]")


def plain(heading: str) -> str:
    """A heading without what does not matter: width and case of letters, blanks, marks and what stands in brackets."""
    narrow = unicodedata.normalize("NFKC", heading).casefold()
    return "".join(letter for letter in BRACKETS.sub("", narrow) if letter.isalnum())


_FIELDS: dict[str, dict[str, str]] = {
    register: {plain(name): field for field, names in fields.items() for name in names}
    for register, fields in FIELDS.items()
}


def columns(register: str, heads: Sequence[str], mapped: Mapping[str, str]) -> dict[str, str]:
    """The heading of each field that is there; the first of several that mean the same. `mapped` (heading to field,
    or to NOT_USED) comes before what is known."""
    here = (*FIELDS[register], NOT_USED)
    own = {plain(heading): field for heading, field in mapped.items() if field in here}
    found: dict[str, str] = {}
    for head in heads:
        field = own.get(plain(head), _FIELDS[register].get(plain(head)))
        if field in FIELDS[register]:
            found.setdefault(str(field), head)
    by_hand = {field: head for head in heads if (field := own.get(plain(head))) in FIELDS[register]}
    return {**found, **{str(field): head for field, head in by_hand.items()}}


def known_people(heads: Sequence[str]) -> int:
    """How many headings are those of a list of people."""
    return len(columns("people", heads, {}))


def ours(heading: str) -> bool:
    """Whether it stands over the reasons in a workbook of rows that were kept back."""
    return heading in KEPT_BACK.values()


def lacking(register: str, found: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that a register can't do without and that have no column."""
    return tuple(field for field in REQUIRED[register] if field not in found)


def nearest(heads: Sequence[str], mapped: Mapping[str, str]) -> Register:
    """The register that has most of these columns, be it only one."""
    return max(NAMES, key=lambda register: len(columns(register, heads, mapped)))


def known(register: Register, heads: Sequence[str], mapped: Mapping[str, str]) -> int:
    """How many columns are known, 0 unless all that a register can't do without are there."""
    found = columns(register, heads, mapped)
    return 0 if lacking(register, found) else len(found)


def register_of(heads: Sequence[str], mapped: Mapping[str, str]) -> Register | None:
    """The register whose columns these are; none where they are of none."""
    scores = {register: known(register, heads, mapped) for register in NAMES}
    best = max(scores, key=lambda register: scores[register])
    return best if scores[best] else None
