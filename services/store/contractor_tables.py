"""The tables of contractors, their people and papers, and of work permits with their forms."""

from sqlalchemy import Column, Float, Integer, Table, Text

from services.store.columns import id_, metadata, text

contractors = Table(
    "contractors",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("trade", null=False),
    text("code", null=False),
    text("contact"),
    text("owner"),
    text("added_at", null=False),
    text("banned_at"),
    text("ban_reason", null=False),
    text("retired_at"),
)

contractor_papers = Table(
    "contractor_papers",
    metadata,
    id_(),
    text("contractor", index=True, null=False),
    text("paper", null=False),
    text("title", null=False),
    text("valid_until", null=False),
    text("paper_no", null=False),
    text("withdrawn_at"),
    Column("warned", Text, nullable=False, server_default="[]"),
)

contractor_policies = Table(
    "contractor_policies",
    metadata,
    id_(),
    Column("induction_days", Integer, nullable=False),
    text("warn_days", null=False),
    Column("general_points", Integer, nullable=False),
    Column("major_points", Integer, nullable=False),
    Column("stopped_points", Integer, nullable=False),
    Column("score_days", Integer, nullable=False),
    Column("permit_minutes", Integer, nullable=False, server_default="60"),
)

contractor_people = Table(
    "contractor_people",
    metadata,
    id_(),
    text("person", index=True, null=False),
    text("contractor", index=True, null=False),
    text("trade", null=False),
    text("since", null=False),
    text("inducted_on"),
    text("valid_until"),
    text("inducted_by"),
    text("banned_at"),
    text("ban_reason", null=False),
    text("ended_at"),
    text("photo"),
    Column("badge", Text, nullable=False, server_default=""),
    Column("warned", Text, nullable=False, server_default="[]"),
)

contractor_hazards = Table(
    "contractor_hazards",
    metadata,
    id_(),
    text("hazard", index=True, null=False),
    text("contractor", index=True, null=False),
    text("at", null=False),
    text("by"),
    text("withdrawn_at"),
)

permit_forms = Table(
    "permit_forms",
    metadata,
    id_(),
    text("work", index=True, null=False),
    text("levels", null=False),
    text("signs", null=False),
    text("measures", null=False),
    text("closing", null=False),
    text("gases", null=False),
    text("trades", null=False),
    Column("fresh_min", Integer, nullable=False),
    Column("every_min", Integer, nullable=False),
    Column("extensions", Integer, nullable=False),
    text("set_at"),
    Column("version", Integer, nullable=False, server_default="1"),
)

permits = Table(
    "permits",
    metadata,
    id_(),
    text("work", null=False),
    text("work_level", null=False),
    text("zone", index=True, null=False),
    text("place", null=False),
    text("task", null=False),
    text("begins_at", null=False),
    text("ends_at", null=False),
    text("leader", null=False),
    text("guardian", null=False),
    text("stage", index=True, null=False),
    text("number", index=True),
    text("applicant"),
    text("applied_at", null=False),
    text("contractor", index=True),
    text("workers", null=False),
    text("signs", null=False),
    text("measures", null=False),
    text("closing", null=False),
    text("gases", null=False),
    text("trades", null=False),
    Column("fresh_min", Integer, nullable=False),
    Column("every_min", Integer, nullable=False),
    Column("most_hours", Float, nullable=False),
    Column("extensions", Integer, nullable=False),
    text("confirmed", null=False),
    text("not_needed", null=False),
    text("signed", null=False),
    text("readings", null=False),
    text("started_at"),
    text("started_by"),
    text("reason", null=False),
    text("closed_at"),
    text("closed_by"),
    text("closing_note", null=False),
    text("stopped_at"),
    text("warned_for"),
    Column("form_version", Integer, nullable=False, server_default="1"),
)

OF_CONTRACTORS = {
    "contractor": contractors,
    "contractor_paper": contractor_papers,
    "contractor_policy": contractor_policies,
    "contractor_person": contractor_people,
    "contractor_hazard": contractor_hazards,
    "permit_form": permit_forms,
    "permit": permits,
}
