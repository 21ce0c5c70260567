"""The tables of what a works has and does beside its zones and hazards: who works when, its things, its rounds."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, Table, Text

from services.store.columns import id_, metadata, text

departments = Table(
    "departments",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("parent", index=True),
    text("manager"),
    text("retired_at"),
    text("outside"),
)

categories = Table(
    "categories",
    metadata,
    id_(),
    text("name_zh", null=False),
    text("name_en", null=False),
    text("icon", null=False),
    text("retired_at"),
)

calendar_days = Table(
    "calendar_days",
    metadata,
    id_(),
    text("day", index=True, null=False),
    text("kind", null=False),
    text("reason", null=False),
)

shifts = Table(
    "shifts",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("starts", null=False),
    text("ends", null=False),
    text("retired_at"),
)

rotas = Table(
    "rotas",
    metadata,
    id_(),
    text("team", index=True, null=False),
    text("first_day", null=False),
    text("pattern", null=False),
    Column("calendar", Boolean, nullable=False),
    text("retired_at"),
)

absences = Table(
    "absences",
    metadata,
    id_(),
    text("person", index=True, null=False),
    text("first", null=False),
    text("last", null=False),
    text("deputy"),
    text("ended_at"),
)

equipment = Table(
    "equipment",
    metadata,
    id_(),
    text("code", index=True, null=False),
    text("name", null=False),
    text("type", null=False),
    text("zone", index=True, null=False),
    Column("x", Float),
    Column("y", Float),
    text("line", index=True),
    text("team"),
    text("check_due"),
    Column("stop_hour", Float),
    text("retired_at"),
)

sensors = Table(
    "sensors",
    metadata,
    id_(),
    text("code", index=True, null=False),
    text("name", null=False),
    text("quantity", null=False),
    text("unit", null=False),
    text("zone", index=True, null=False),
    Column("interval_s", Float, nullable=False),
    text("equipment", index=True),
    Column("x", Float),
    Column("y", Float),
    Column("limit_high", Float),
    Column("limit_low", Float),
    text("retired_at"),
    text("limits_since"),
    text("beyond", null=False),
    text("beyond_since"),
    text("hearing", null=False),
    text("hearing_since"),
    Column("factor", Float, nullable=False, server_default="1.0"),
    Column("added", Float, nullable=False, server_default="0.0"),
    Column("silent_s", Float),
    text("calibrated_on"),
    text("calibration_due"),
)

doors = Table(
    "doors",
    metadata,
    id_(),
    text("code", index=True, null=False),
    text("name", null=False),
    text("zone", index=True, null=False),
    text("leads_to"),
    Column("x", Float),
    Column("y", Float),
    text("retired_at"),
)

inspection_plans = Table(
    "inspection_plans",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("zones", null=False),
    text("every", null=False),
    text("since", null=False),
    text("equipment", null=False),
    text("times", null=False),
    Column("before_min", Integer),
    Column("after_min", Integer),
    Column("workdays_only", Boolean, nullable=False),
    Column("late_counts", Boolean, nullable=False),
    text("team"),
    text("person"),
    text("checklist", null=False),
    text("items", null=False),
    text("shifts", null=False),
    text("order", null=False),
    text("retired_at"),
)

checklists = Table(
    "checklists",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("version", null=False),
    Column("number", Integer, nullable=False),
    text("source", null=False),
    text("retired_at"),
    Column("purpose", Text, nullable=False, server_default="check"),
)

checklist_versions = Table(
    "checklist_versions",
    metadata,
    id_(),
    text("checklist", index=True, null=False),
    Column("number", Integer, nullable=False),
    text("name", null=False),
    text("items", null=False),
    text("made_at", null=False),
    text("made_by"),
)

inspections = Table(
    "inspections",
    metadata,
    id_(),
    text("plan", null=False),
    text("zone", index=True, null=False),
    text("due_at", index=True, null=False),
    text("opens_at", null=False),
    text("closes_at", null=False),
    text("state", index=True, null=False),
    text("equipment"),
    text("team"),
    text("person"),
    text("by"),
    text("at"),
    text("note", null=False),
    text("results", null=False),
    text("doubtful", null=False),
    text("reason", null=False),
    text("batch", index=True),
    text("excused", null=False),
    text("form"),
    Column("photos", Text, nullable=False, server_default="[]"),
    Column("hazards", Text, nullable=False, server_default="[]"),
    Column("extra", Text, nullable=False, server_default="[]"),
    text("extra_form"),
    Column("off_m", Float),
    Index("ix_inspections_row", "plan", "zone", "due_at"),
    Index("ix_inspections_round", "plan", "due_at"),
)

imports = Table(
    "imports",
    metadata,
    id_(),
    text("register", null=False),
    text("file", null=False),
    text("sha256", index=True, null=False),
    Column("rows", Integer, nullable=False),
    text("at", null=False),
    text("by"),
    text("taken_back_at"),
    text("reason", null=False),
)

risk_points = Table(
    "risk_points",
    metadata,
    id_(),
    text("zone", index=True, null=False),
    text("name", index=True, null=False),
    text("method", null=False),
    text("rows", null=False),
    text("responsible"),
    text("review_on"),
    text("designated"),
    text("reason", null=False),
    text("source", null=False),
    text("assessed_at"),
    text("retired_at"),
)

control_measures = Table(
    "control_measures",
    metadata,
    id_(),
    text("risk_point", index=True, null=False),
    text("measure", null=False),
    text("tier", null=False),
    text("lowers", null=False),
    Column("row", Integer, nullable=False),
    Column("in_place", Boolean, nullable=False),
    Column("cost", Float),
    text("removed_at"),
)

report_designs = Table(
    "report_designs",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("blocks", null=False),
    text("span", null=False),
    text("zones", null=False),
    text("logo"),
    text("made_by"),
    text("made_at", null=False),
    text("retired_at"),
)

loss_rates = Table(
    "loss_rates",
    metadata,
    id_(),
    *(Column(name, Float, nullable=False) for name in ("stop_hour", "hazard", "injury", "day_lost")),
    *(Column(name, Float, nullable=False) for name in ("cautious", "likely", "hopeful")),
)

risk_scales = Table(
    "risk_scales",
    metadata,
    id_(),
    text("scale", index=True, null=False),
    text("since", null=False),
    Column("red", Float, nullable=False),
    Column("orange", Float, nullable=False),
    Column("yellow", Float, nullable=False),
    Column("red_over", Boolean, nullable=False),
)

fix_plans = Table(
    "fix_plans",
    metadata,
    id_(),
    text("hazard", index=True, null=False),
    text("responsible", null=False),
    text("measures", null=False),
    Column("funds", Float, nullable=False),
    text("due_at", null=False),
    text("emergency", null=False),
    text("interim", null=False),
    text("written_at", null=False),
    text("written_by"),
)
