"""Records, operations and plants with good defaults, so that a test names only what it is about."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from services.core import features
from services.core.absences import Absence
from services.core.access import AccessPolicy
from services.core.accident_codes import USUAL as EDITIONS
from services.core.accident_codes import AccidentEdition
from services.core.adjustments import Adjustment
from services.core.alert_drills import AlertDrill
from services.core.alert_rules import AlertRule, plainly
from services.core.alerts import Alert
from services.core.audits import AuditBag, AuditComment
from services.core.backups import Backup
from services.core.calendar import CalendarDay
from services.core.categories import HazardCategory
from services.core.certificates import Certificate
from services.core.channels import Channel
from services.core.checklists import CheckItem, Checklist, ChecklistVersion
from services.core.contractor_people import ContractorHazard, ContractorPerson
from services.core.contractors import Contractor, ContractorPaper, ContractorPolicy
from services.core.courses import Course, Question
from services.core.departments import Department
from services.core.devices import Device
from services.core.documents import Document
from services.core.door_devices import DoorDevice
from services.core.doors import Door
from services.core.drill_forms import DrillForm, EvaluationItem
from services.core.drills import Drill, DrillFinding, DrillJoining, DrillMark
from services.core.emergency_grants import EmergencyGrant
from services.core.emergency_plans import EmergencyPlan, PlanStep
from services.core.equipment import Equipment
from services.core.exams import Exam
from services.core.exports import DataExport
from services.core.fix_plans import FixPlan
from services.core.grants import Grant, GrantPolicy
from services.core.hazards import Hazard, State
from services.core.ids import digest, new_id
from services.core.incidents import Incident
from services.core.inspection_plans import InspectionPlan
from services.core.inspections import Inspection
from services.core.investigations import Cause, Investigation
from services.core.label_life import LabelReplacement
from services.core.labels import Label
from services.core.ladders import Ladder, Rung
from services.core.machine_agents import MachineAgent
from services.core.musters import Muster, MusterTick
from services.core.operation import Actor, Change, Context, Forget, Operation, Put, Tell, decide, premise_of
from services.core.paper import Import
from services.core.pauses import Pause
from services.core.people import Person, Team
from services.core.permissions import Permission
from services.core.permit_forms import USUAL, PermitForm, Work
from services.core.permits import GasReading, Permit, Signed
from services.core.photos import Photo
from services.core.plant import Plant
from services.core.points import Account, Bar, Earning, Entry
from services.core.points_doubts import PointsDoubt
from services.core.points_rules import PointsClaim
from services.core.posts import Post, Posting
from services.core.rechecks import Recheck
from services.core.record import kind_of
from services.core.redemptions import Redemption
from services.core.refused import Refused
from services.core.report_designs import ReportDesign
from services.core.risk_controls import ControlMeasure, RiskScale
from services.core.risks import RiskPoint, RiskRow
from services.core.roles import Role
from services.core.routes import Route
from services.core.rule_document import rule_from
from services.core.scores import DepartmentScore
from services.core.sensors import Sensor
from services.core.settlements import Settlement
from services.core.shelving import Shelving
from services.core.shifts import Rota, Shift
from services.core.shop import Reward
from services.core.shop_stock import Stock, StockMove
from services.core.stock_counts import StockCount
from services.core.training import TrainingRecord
from services.core.training_sessions import Attendance, TrainingSession
from services.core.unmaskings import Unmasking
from services.core.zones import Floor, Zone

assert features.FEATURES

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # 12:00 in Shanghai
SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


_COUNT = count(1)


def fresh_id() -> str:
    """An id that is the same in every run, so that parallel runs give their cases the same names."""
    return new_id(1_772_000_000_000 + next(_COUNT), b"a test id.")


def refused(call: Callable[..., Any], *args: Any, **given: Any) -> str | None:
    """The code that a call is refused with; None when it is not."""
    try:
        call(*args, **given)
    except Refused as refusal:
        return refusal.code
    return None


def sha(text: str) -> str:
    """The name of a blob that nobody needs to look into."""
    return digest(text.encode())


BEFORE, AFTER = sha("before"), sha("after")


def plant(**given: Any) -> Plant:
    values: dict[str, Any] = {"name": "江南精密", "founded_at": NOON, "address": "https://anhuan.example"}
    return Plant(**{"id": fresh_id()} | values | given)


def person(*roles: Role, **given: Any) -> Person:
    values: dict[str, Any] = {"id": fresh_id(), "name": "张三", "roles": roles or (Role.WORKER,), "since": NOON}
    return Person(**values | given)


def device(**given: Any) -> Device:
    values: dict[str, Any] = {"id": fresh_id(), "name": "办公室电脑", "person": fresh_id(), "paired_at": NOON}
    return Device(**values | given)


def category(**given: Any) -> HazardCategory:
    return HazardCategory(**{"id": fresh_id(), "name_zh": "高处作业", "name_en": "Heights", "icon": "height"} | given)


def department(**given: Any) -> Department:
    return Department(**{"id": fresh_id(), "name": "生产部"} | given)


def shift(**given: Any) -> Shift:
    return Shift(**{"id": fresh_id(), "name": "早班", "starts": "08:00", "ends": "16:00"} | given)


def audit_bag(**given: Any) -> AuditBag:
    plain = {"id": fresh_id(), "seal": sha("bag"), "first": date(2026, 1, 1), "last": date(2026, 3, 2)}
    return AuditBag(**{**plain, "made_at": NOON, **given})


def audit_comment(**given: Any) -> AuditComment:
    plain = {"id": fresh_id(), "seal": sha("bag"), "text": "见证", "said_by": "审核组"}
    return AuditComment(**{**plain, "said_at": NOON, "brought_at": NOON, **given})


def settlement(**given: Any) -> Settlement:
    plain = {"id": fresh_id(), "operation": fresh_id(), "refused_kind": "hazards.approve", "code": "stale"}
    return Settlement(**{**plain, "how": "again", "decided_at": NOON, **given})


def course(**given: Any) -> Course:
    return Course(**{"id": fresh_id(), "name": "厂级安全教育", "stage": "plant_level"} | given)


def question(**given: Any) -> Question:
    plain = {"id": fresh_id(), "course": fresh_id(), "asks": "single", "text": "冲床换模前先做什么？"}
    return Question(**{**plain, "choices": ("断电挂牌", "喊一声"), "right": (0,), **given})


def document(**given: Any) -> Document:
    plain = {"id": fresh_id(), "title": "动火作业安全规程", "file": sha("pdf"), "size": 120_000, "pages": 3}
    return Document(**{**plain, "course": fresh_id(), "added_at": NOON, **given})


def post(**given: Any) -> Post:
    return Post(**{"id": fresh_id(), "name": "电焊工"} | given)


def posting(**given: Any) -> Posting:
    values: dict[str, Any] = {"id": fresh_id(), "posts": (fresh_id(),), "since": NOON}
    return Posting(**values | {"person": values["id"]} | given)


def training_record(**given: Any) -> TrainingRecord:
    plain = {"id": fresh_id(), "person": fresh_id(), "course": fresh_id(), "day": date(2026, 3, 2), "at": NOON}
    return TrainingRecord(**{**plain, "passed": True, "source": "desk", **given})


def certificate(**given: Any) -> Certificate:
    plain = {"id": fresh_id(), "person": fresh_id(), "trade": "welding", "number": "T320500199001010011"}
    return Certificate(**{**plain, "expires_on": date(2026, 6, 1), "added_at": NOON, **given})


def training_session(**given: Any) -> TrainingSession:
    plain = {"id": fresh_id(), "course": fresh_id(), "starts_at": NOON, "place": "培训室"}
    return TrainingSession(**{**plain, **given})


def attendance(**given: Any) -> Attendance:
    values: dict[str, Any] = {"id": fresh_id(), "session": fresh_id(), "person": fresh_id(), "at": NOON}
    return Attendance(**values | given)


def exam(**given: Any) -> Exam:
    plain = {"id": fresh_id(), "person": fresh_id(), "course": fresh_id(), "questions": (fresh_id(),)}
    return Exam(**{**plain, "begun_at": NOON, **given})


def emergency_plan(**given: Any) -> EmergencyPlan:
    values: dict[str, Any] = {"name": "火灾现场处置方案", "plan_kind": "on_site_plan", "scenario": "fire"}
    values |= {"steps": (PlanStep(text="报警：119", who="发现人"), PlanStep(text="疏散"))}
    values |= {"id": fresh_id(), "revised_at": NOON}
    return EmergencyPlan(**values | given)


def drill(**given: Any) -> Drill:
    values: dict[str, Any] = {"name": "消防演练", "manner": "full_scale", "planned_at": NOON}
    values |= {"steps": (PlanStep(text="报警", minutes=1.0), PlanStep(text="疏散", minutes=3.0))}
    return Drill(**{"id": fresh_id()} | values | given)


def drill_mark(**given: Any) -> DrillMark:
    values: dict[str, Any] = {"id": fresh_id(), "drill": fresh_id(), "step": 0, "at": NOON}
    return DrillMark(**values | given)


def drill_joining(**given: Any) -> DrillJoining:
    values: dict[str, Any] = {"id": fresh_id(), "drill": fresh_id(), "person": fresh_id(), "at": NOON}
    return DrillJoining(**values | given)


def drill_finding(**given: Any) -> DrillFinding:
    values: dict[str, Any] = {"id": fresh_id(), "drill": fresh_id(), "hazard": fresh_id(), "at": NOON}
    return DrillFinding(**values | given)


def drill_form(**given: Any) -> DrillForm:
    return DrillForm(**{"items": (EvaluationItem(key="alarm", part="报警", text="报警及时"),)} | given)


def absence(**given: Any) -> Absence:
    values: dict[str, Any] = {"person": fresh_id(), "first": date(2026, 3, 2), "last": date(2026, 3, 6)}
    return Absence(**{"id": fresh_id()} | values | given)


def door_device(**given: Any) -> DoorDevice:
    return DoorDevice(**{"id": fresh_id(), "name": "一号门禁主机"} | given)


def machine_agent(**given: Any) -> MachineAgent:
    return MachineAgent(**{"id": fresh_id(), "name": "加工单元", "address": "http://agent.example:5000"} | given)


def unmasking(**given: Any) -> Unmasking:
    values: dict[str, Any] = {"id": fresh_id(), "who": "P-0A1B2C3D", "reason": "夜间独处", "hours": 24.0}
    return Unmasking(**values | {"asked_by": fresh_id(), "asked_at": NOON} | given)


def backup(**given: Any) -> Backup:
    values: dict[str, Any] = {
        "id": fresh_id(),
        "file": "anhuan-20260106-023000.zip",
        "backup_state": "good",
        "begun_at": NOON,
    }
    return Backup(**{"backup_state": "good"} | values | given)


def data_export(**given: Any) -> DataExport:
    values: dict[str, Any] = {"id": fresh_id(), "file": "anhuan-data-20260106.zip", "begun_at": NOON}
    more = {"export_state": "good", "begun_by": None, "export_reason": "换系统", "keep_until": NOON}
    return DataExport(**values | more | given)


def permission(**given: Any) -> Permission:
    return Permission(**{"id": fresh_id(), "kind": "zones.rename", "roles": (Role.EHS_MANAGER,)} | given)


def grant(**given: Any) -> Grant:
    values: dict[str, Any] = {
        "id": fresh_id(),
        "person": fresh_id(),
        "roles": (Role.EHS_MANAGER,),
        "reason": "副手到任",
    }
    values |= {"asked_by": fresh_id(), "asked_at": NOON, "ends_at": NOON + timedelta(hours=72)}
    return Grant(**values | given)


def emergency_grant(**given: Any) -> EmergencyGrant:
    values: dict[str, Any] = {
        "id": fresh_id(),
        "person": fresh_id(),
        "roles": (Role.SAFETY_OFFICER,),
        "reason": "夜间泄漏",
    }
    values |= {"given_by": fresh_id(), "given_at": NOON, "ends_at": NOON + timedelta(hours=4)}
    return EmergencyGrant(**values | given)


def grant_policy(**given: Any) -> GrantPolicy:
    return GrantPolicy(**{"id": fresh_id()} | given)


def access_policy(**given: Any) -> AccessPolicy:
    return AccessPolicy(**{"id": fresh_id()} | given)


def muster(**given: Any) -> Muster:
    values: dict[str, Any] = {"begun_at": NOON, "begun_by": fresh_id(), "muster_why": "drill"}
    return Muster(**{"id": fresh_id()} | values | given)


def muster_tick(**given: Any) -> MusterTick:
    values: dict[str, Any] = {"muster": fresh_id(), "person": fresh_id(), "found": "safe", "at": NOON, "by": None}
    return MusterTick(**{"id": fresh_id()} | values | given)


def rota(**given: Any) -> Rota:
    values: dict[str, Any] = {"team": fresh_id(), "first_day": date(2026, 3, 2), "pattern": (fresh_id(), None)}
    return Rota(**{"id": fresh_id()} | values | given)


def calendar_day(**given: Any) -> CalendarDay:
    values: dict[str, Any] = {"day": date(2026, 10, 1), "kind": "rest", "reason": "国庆节"}
    return CalendarDay(**{"id": fresh_id()} | values | given)


def equipment(**given: Any) -> Equipment:
    values: dict[str, Any] = {"code": "CY-01", "name": "1 号冲床", "type": "press", "zone": fresh_id()}
    return Equipment(**{"id": fresh_id()} | values | given)


def sensor(**given: Any) -> Sensor:
    values: dict[str, Any] = {
        "id": fresh_id(),
        "code": "T-01",
        "name": "喷漆房温度",
        "quantity": "temperature",
        "unit": "℃",
        "zone": fresh_id(),
        "interval_s": 60.0,
    }
    return Sensor(**values | given)


def door(**given: Any) -> Door:
    values: dict[str, Any] = {"code": "M-01", "name": "配电房门", "zone": fresh_id()}
    return Door(**{"id": fresh_id()} | values | given)


def team(**given: Any) -> Team:
    return Team(**{"id": fresh_id(), "name": "机修班"} | given)


def floor(**given: Any) -> Floor:
    values: dict[str, Any] = {
        "id": fresh_id(),
        "name": "一层",
        "building": "一号楼",
        "level": 1,
        "width_m": 60.0,
        "height_m": 40.0,
    }
    return Floor(**values | given)


def zone(**given: Any) -> Zone:
    values: dict[str, Any] = {
        "id": fresh_id(),
        "code": "Z-4X8B",
        "floor": fresh_id(),
        "name": "冲压区",
        "zone_class": "B",
        "polygon": SQUARE,
    }
    return Zone(**values | given)


def route(**given: Any) -> Route:
    values: dict[str, Any] = {"id": fresh_id(), "position": 1, "target_kind": "zone_team"}
    return Route(**values | given)


def label(**given: Any) -> Label:
    values: dict[str, Any] = {
        "id": fresh_id(),
        "zone": fresh_id(),
        "code": "Z-4X8B",
        "version": 1,
        "key": 1,
        "mac": "A" * 16,
    }
    return Label(**values | {"issued_at": NOON} | given)


def label_replacement(**given: Any) -> LabelReplacement:
    values: dict[str, Any] = {"zone": fresh_id(), "label": fresh_id(), "why": "old", "opened_at": NOON}
    return LabelReplacement(**{"id": fresh_id()} | values | given)


def hazard(**given: Any) -> Hazard:
    values: dict[str, Any] = {
        "id": fresh_id(),
        "zone": fresh_id(),
        "description": "护罩缺失",
        "category": "guarding",
        "state": State.REPORTED,
        "reported_at": NOON,
        "before": (BEFORE,),
        "number": "YH-20260302-0001",
    }
    return Hazard(**values | _reviewed(given) | given)


def _reviewed(given: dict[str, Any]) -> dict[str, Any]:
    """Whom a hazard that is through a review must name: the store takes no other."""
    if given.get("batch"):
        return {}
    names = {State.FIRST_PASSED: ("fixed_by", "first_by"), State.CLOSED: ("fixed_by", "first_by", "second_by")}
    return {name: fresh_id() for name in names.get(given.get("state", State.REPORTED), ())}


def fix_plan(**given: Any) -> FixPlan:
    values: dict[str, Any] = {"id": fresh_id(), "responsible": fresh_id(), "measures": "更换光栅", "funds": 12_000.0}
    values |= {"hazard": values["id"], "due_at": NOON + timedelta(days=5), "written_at": NOON}
    return FixPlan(**values | {"emergency": "断电、撤人、报告", "interim": "停机挂牌"} | given)


def photo(**given: Any) -> Photo:
    values: dict[str, Any] = {"id": sha("photo"), "fingerprint": "0123456789abcdef", "noted_at": NOON}
    return Photo(**values | given)


def inspection_plan(**given: Any) -> InspectionPlan:
    values: dict[str, Any] = {"id": fresh_id(), "name": "冲压区日检", "every": "FREQ=DAILY", "since": date(2026, 3, 2)}
    return InspectionPlan(**values | {"zones": (fresh_id(),), "times": ("10:00",)} | given)


def checklist(**given: Any) -> Checklist:
    return Checklist(**{"id": fresh_id(), "name": "冲床点检", "version": fresh_id()} | given)


def checklist_version(**given: Any) -> ChecklistVersion:
    items = (CheckItem(key="guard", text="护罩完好"), CheckItem(key="oil", text="油位", kind="number"))
    values: dict[str, Any] = {"id": fresh_id(), "checklist": fresh_id(), "number": 1, "name": "冲床点检"}
    return ChecklistVersion(**values | {"items": items, "made_at": NOON} | given)


def inspection(**given: Any) -> Inspection:
    values: dict[str, Any] = {
        "id": fresh_id(),
        "plan": fresh_id(),
        "zone": fresh_id(),
        "due_at": NOON,
        "opens_at": NOON - timedelta(minutes=30),
        "closes_at": NOON + timedelta(minutes=30),
    }
    return Inspection(**values | given)


def incident(**given: Any) -> Incident:
    values: dict[str, Any] = {"id": fresh_id(), "kind": "recordable_injury", "at": NOON, "zone": fresh_id()}
    return Incident(**values | {"description": "换模时手指被夹", "recorded_at": NOON} | given)


def risk_point(**given: Any) -> RiskPoint:
    rows = (RiskRow(scores=(6.0, 6.0, 7.0), danger="手进入模区"),)
    values: dict[str, Any] = {"name": "冲床上下料", "zone": fresh_id(), "method": "lec", "rows": rows}
    return RiskPoint(**{"id": fresh_id()} | values | given)


def control_measure(**given: Any) -> ControlMeasure:
    values: dict[str, Any] = {"risk_point": fresh_id(), "measure": "双手按钮", "tier": "engineering"}
    return ControlMeasure(**{"id": fresh_id(), "lowers": (2, 0, 0)} | values | given)


def risk_scale(**given: Any) -> RiskScale:
    values: dict[str, Any] = {"scale": "lec", "since": NOON, "red": 300.0, "orange": 150.0, "yellow": 60.0}
    return RiskScale(**{"id": fresh_id()} | values | given)


def report_design(**given: Any) -> ReportDesign:
    values: dict[str, Any] = {"id": fresh_id(), "name": "董事会季报", "blocks": ("figures", "open"), "made_at": NOON}
    return ReportDesign(**values | given)


def batch(**given: Any) -> Import:
    values: dict[str, Any] = {"id": fresh_id(), "register": "hazards", "file": "隐患台账.xlsx", "sha256": sha("file")}
    return Import(**values | {"rows": 1, "at": NOON} | given)


def rule(**given: Any) -> AlertRule:
    made = rule_from({"format": 1, "name": "连续漏检", "when": {"kind": "missed"}, "then": [{"do": "alert"}]})
    values: dict[str, Any] = {"id": fresh_id(), "name": made.name, "document": plainly(made), "active": True}
    return AlertRule(**values | {"since": NOON} | given)


def alert(**given: Any) -> Alert:
    values: dict[str, Any] = {"id": fresh_id(), "rule": fresh_id(), "level": "high", "key": "T-01", "cause": "{}"}
    return Alert(**values | {"number": "GJ-20260302-0001", "fired_at": NOON, "raised_at": NOON} | given)


def shelving(**given: Any) -> Shelving:
    values: dict[str, Any] = {"id": fresh_id(), "rule": fresh_id(), "shelve_reason": "maintenance", "by": fresh_id()}
    return Shelving(**values | {"made_at": NOON, "until_at": NOON + timedelta(hours=1)} | given)


def alert_drill(**given: Any) -> AlertDrill:
    values: dict[str, Any] = {"id": fresh_id(), "made_at": NOON, "number": "YL-20260302-0001", "person": fresh_id()}
    return AlertDrill(**values | given)


def channel(**given: Any) -> Channel:
    values: dict[str, Any] = {"id": fresh_id(), "service": "wecom", "account": "ww1", "application": "1000002"}
    return Channel(**values | given)


def ladder(**given: Any) -> Ladder:
    rungs = (Rung(after_min=10.0, to=("safety_officer",)), Rung(after_min=20.0, to=("ehs_manager",)))
    values: dict[str, Any] = {"id": fresh_id(), "level": "critical", "rungs": rungs, "repeat_min": 30.0}
    return Ladder(**values | given)


def pause(**given: Any) -> Pause:
    values: dict[str, Any] = {"id": fresh_id(), "rule": fresh_id(), "alert": fresh_id(), "line": "L1", "mode": "ask"}
    return Pause(**values | {"step": "asked", "made_at": NOON, "receipt_s": 30.0} | given)


def points_account(**given: Any) -> Account:
    return Account(**{"id": fresh_id(), "holder": "person"} | given)


def points_entry(**given: Any) -> Entry:
    plain = {"id": fresh_id(), "at": NOON, "payer": "budget", "payee": fresh_id(), "points": 10, "meaning": "earned"}
    return Entry(**{**plain, "source_kind": "hazard", "source": fresh_id(), **given})


def earning(**given: Any) -> Earning:
    source = fresh_id()
    plain = {"id": fresh_id(), "rule": "hazard_general", "person": fresh_id(), "source_kind": "hazard", "at": NOON}
    points = {"source": source, "report": source, "month": "2026-03", "full": 10, "due": 10, "points": 10, "parts": 1}
    return Earning(**{**plain, **points, **given})


def adjustment(**given: Any) -> Adjustment:
    plain = {"id": fresh_id(), "person": fresh_id(), "points": 20, "reason": "安全提案", "proposed_at": NOON}
    return Adjustment(**{**plain, "proposed_by": fresh_id(), **given})


def stock_count(**given: Any) -> StockCount:
    plain = {"id": fresh_id(), "reward": fresh_id(), "size": "", "counted": 8, "expected": 10, "cost": 20.0}
    return StockCount(**{**plain, "note": "", "by": fresh_id(), "at": NOON, **given})


def points_doubt(**given: Any) -> PointsDoubt:
    plain = {"id": fresh_id(), "why": "same_photo", "kind": "hazard", "about": (fresh_id(),), "people": (fresh_id(),)}
    return PointsDoubt(**{**plain, "figure": 0.0, "limit": 3.0, "raised_at": NOON, **given})


def points_bar(**given: Any) -> Bar:
    plain = {"id": fresh_id(), "doubt": fresh_id(), "person": fresh_id(), "source_kind": "hazard"}
    return Bar(**{**plain, "source": fresh_id(), **given})


def points_claim(**given: Any) -> PointsClaim:
    plain = {"id": fresh_id(), "person": fresh_id(), "rule": "hazard_general", "parts": 1, "nonce": "n", "at": NOON}
    return PointsClaim(**{**plain, **given})


def recheck(**given: Any) -> Recheck:
    plain = {"id": fresh_id(), "source_kind": "hazard", "source": fresh_id(), "zone": fresh_id(), "drawn_at": NOON}
    return Recheck(**{**plain, "people": (fresh_id(),), "assigned": fresh_id(), "due_at": NOON, **given})


def contractor(**given: Any) -> Contractor:
    values: dict[str, Any] = {"id": fresh_id(), "name": "华安检修", "added_at": NOON}
    return Contractor(**values | given)


def contractor_paper(**given: Any) -> ContractorPaper:
    values: dict[str, Any] = {"contractor": fresh_id(), "paper": "insurance", "title": "工伤保险"}
    return ContractorPaper(**{"id": fresh_id()} | values | {"valid_until": date(2026, 12, 31)} | given)


def contractor_policy(**given: Any) -> ContractorPolicy:
    values: dict[str, Any] = {"id": fresh_id()}
    return ContractorPolicy(**values | given)


def contractor_person(**given: Any) -> ContractorPerson:
    values: dict[str, Any] = {"person": fresh_id(), "contractor": fresh_id(), "since": NOON}
    inducted: dict[str, Any] = {"inducted_on": date(2026, 3, 2), "valid_until": date(2027, 3, 2)}
    return ContractorPerson(**{"id": fresh_id()} | values | inducted | given)


def contractor_hazard(**given: Any) -> ContractorHazard:
    values: dict[str, Any] = {"hazard": fresh_id(), "contractor": fresh_id(), "at": NOON}
    return ContractorHazard(**{"id": fresh_id()} | values | given)


def permit_form(work: Work = "hot_work", **given: Any) -> PermitForm:
    usual = USUAL[work]
    values: dict[str, Any] = {"id": fresh_id(), "set_at": NOON}
    return replace(usual, **values | given)


def permit(work: Work = "hot_work", **given: Any) -> Permit:
    """As it is when it has just been applied for, from noon on for two hours."""
    form = USUAL[work]
    level = form.levels[0].level
    values: dict[str, Any] = {
        "id": fresh_id(),
        "work": work,
        "work_level": level,
        "zone": fresh_id(),
        "place": "2 号炉",
    }
    people: dict[str, Any] = {"leader": fresh_id(), "guardian": fresh_id(), "applicant": fresh_id()}
    times: dict[str, Any] = {"begins_at": NOON, "ends_at": NOON + timedelta(hours=2), "applied_at": NOON}
    lists: dict[str, Any] = {"measures": form.measures, "closing": form.closing, "gases": form.gases}
    asked: dict[str, Any] = lists | {"signs": form.signed_by(level)}
    told: dict[str, Any] = {"task": "焊补护栏", "number": "ZY-20260302-0001"}
    return Permit(**values | people | times | asked | told | given)


def signed(**given: Any) -> Signed:
    values: dict[str, Any] = {"sign": "work_leader", "person": fresh_id(), "at": NOON}
    return Signed(**values | given)


def gas(**given: Any) -> GasReading:
    values: dict[str, Any] = {"gas": "flammable", "value": 0.0, "at": NOON}
    return GasReading(**values | given)


def reward(**given: Any) -> Reward:
    values: dict[str, Any] = {"id": fresh_id(), "name": "防护手套", "shelf": "ppe", "price": 30}
    return Reward(**values | given)


def stock(**given: Any) -> Stock:
    values: dict[str, Any] = {"id": fresh_id(), "reward": fresh_id(), "size": "", "on_hand": 1}
    return Stock(**values | given)


def stock_move(**given: Any) -> StockMove:
    plain: dict[str, Any] = {"id": fresh_id(), "reward": fresh_id(), "size": "", "movement": "taken_in", "pieces": 5}
    plain["at"] = NOON
    return StockMove(**{**plain, **given})


def redemption(**given: Any) -> Redemption:
    plain = {"id": fresh_id(), "person": fresh_id(), "reward": fresh_id(), "size": "", "points": 30, "at": NOON}
    return Redemption(**{**plain, "course": "ready", "number": "DH-20260302-0001", **given})


def investigation(**given: Any) -> Investigation:
    values: dict[str, Any] = {"id": fresh_id(), "incident": fresh_id(), "leader": fresh_id(), "opened_at": NOON}
    causes = (Cause(branch="method", text="没有规定", root=True),)
    return Investigation(**values | {"whys": ("没有看见",), "causes": causes} | given)


def accident_edition(**given: Any) -> AccidentEdition:
    values: dict[str, Any] = {"id": fresh_id(), "edition": "GB 6441-2025", "codes": EDITIONS[0].codes}
    return AccidentEdition(**values | {"since": date(2026, 7, 1), "certain": False} | given)


def department_score(**given: Any) -> DepartmentScore:
    plain: dict[str, Any] = {"id": fresh_id(), "month": "2026-03", "department": fresh_id(), "frozen_at": NOON}
    counts = {"on_time": 3, "late": 1, "left_open": 0, "carried": 0.0, "rate": 87.5, "bonus": 1.0}
    return DepartmentScore(**plain | counts | given)


class Given:
    """The hub's gifts in memory."""

    def __init__(self) -> None:
        self.counters: dict[str, int] = {}
        self.key = 1

    def number(self, series: str) -> int:
        self.counters[series] = self.counters.get(series, 0) + 1
        return self.counters[series]

    def seal(self, text: str) -> tuple[int, str]:
        return self.key, digest(f"{self.key} {text}".encode())[:16]

    def new_label_key(self, now: datetime) -> int:
        self.key += 1
        return self.key


class Held:
    """Records in memory: a Look, and a place to try operations on without a store."""

    def __init__(self, *records: Any) -> None:
        self.rows: dict[tuple[str, str], Any] = {}
        self.gifts = Given()
        self.told: list[Tell] = []
        self.forgotten: list[str] = []
        self.now = NOON
        self.add(*records)

    def add(self, *records: Any) -> None:
        for record in records:
            self.rows[kind_of(type(record)), record.id] = record

    def get(self, kind: str, id_: str) -> Any | None:
        return self.rows.get((kind, id_))

    def find(self, kind: str, /, **equal: Any) -> tuple[Any, ...]:
        mine = [record for (name, _), record in sorted(self.rows.items()) if name == kind]
        return tuple(one for one in mine if all(getattr(one, name) == value for name, value in equal.items()))

    def decide(
        self, kind: str, args: Mapping[str, Any], by: Person | Actor | None, *, side: str = "hub", **given: Any
    ) -> list[Change]:
        """What the operation would change. Raises Refused."""
        actor = by if isinstance(by, Actor) else actor_of(by)
        values: dict[str, Any] = {"kind": kind, "args": args} | given
        if "premise" not in values:
            values["premise"] = premise_of(kind, args, self)
        issued = operation(**values)
        context = Context(issued.id, self.now, actor, side, self.gifts if side == "hub" else None)  # type: ignore[arg-type]
        return decide(issued, context, self)

    def do(self, kind: str, args: Mapping[str, Any], by: Person | Actor | None, **given: Any) -> Any:
        """Carries the operation out; the last record that it put. Raises Refused."""
        changes = self.decide(kind, args, by, **given)
        put = [change.record for change in changes if isinstance(change, Put)]
        self.add(*put)
        self.told += [change for change in changes if isinstance(change, Tell)]
        self.forgotten += [change.person for change in changes if isinstance(change, Forget)]
        self.now += timedelta(minutes=1)
        return put[-1] if put else None


def actor_of(one: Person | None) -> Actor:
    return Actor(None, frozenset({Role.FOUNDER})) if one is None else Actor(one.id, frozenset(one.roles))


def operation(kind: str, args: Mapping[str, Any], **given: Any) -> Operation:
    values: dict[str, Any] = {"id": fresh_id(), "device": "device-1", "n": 1, "made_at": NOON}
    return Operation(kind=kind, args=dict(args), **values | given)
