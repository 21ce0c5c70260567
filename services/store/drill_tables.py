"""The tables of emergency plans and of drills with their marks, people, findings and evaluation."""

from sqlalchemy import Column, Integer, Table

from services.store.columns import id_, metadata, text

emergency_plans = Table(
    "emergency_plans",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("plan_kind", null=False),
    text("scenario", null=False),
    text("zones", null=False),
    text("steps", null=False),
    text("roles", null=False),
    text("calls", null=False),
    text("assembly", null=False),
    text("equipment", null=False),
    text("reviewed_on"),
    Column("version", Integer, nullable=False),
    text("revised_at", null=False),
    text("revised_by"),
    text("source", null=False),
    text("retired_at"),
)

drills = Table(
    "drills",
    metadata,
    id_(),
    text("name", null=False),
    text("manner", null=False),
    text("planned_at", null=False),
    text("steps", null=False),
    text("number"),
    text("plan", index=True),
    text("zones", null=False),
    text("leader"),
    text("roles", null=False),
    text("planned_by"),
    text("mac"),
    text("begun_at"),
    text("ended_at"),
    text("cancelled_at"),
    text("items", null=False),
    text("scores", null=False),
    Column("score", Integer),
    text("conclusion", null=False),
    text("evaluated_at"),
    text("evaluated_by"),
)

drill_marks = Table(
    "drill_marks",
    metadata,
    id_(),
    text("drill", index=True, null=False),
    Column("step", Integer, nullable=False),
    text("at", null=False),
    text("by"),
    text("note", null=False),
    text("photos", null=False),
)

drill_joinings = Table(
    "drill_joinings",
    metadata,
    id_(),
    text("drill", index=True, null=False),
    text("person", index=True, null=False),
    text("at", null=False),
    text("by"),
)

drill_findings = Table(
    "drill_findings",
    metadata,
    id_(),
    text("drill", index=True, null=False),
    text("hazard", index=True, null=False),
    text("at", null=False),
    text("by"),
)

drill_forms = Table(
    "drill_forms",
    metadata,
    id_(),
    text("items", null=False),
    Column("version", Integer, nullable=False, server_default="1"),
)


OF_DRILLS = {
    "emergency_plan": emergency_plans,
    "drill": drills,
    "drill_mark": drill_marks,
    "drill_joining": drill_joinings,
    "drill_finding": drill_findings,
    "drill_form": drill_forms,
}
