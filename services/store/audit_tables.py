"""The tables of audit bags, of what auditors said in them, and of what people decided about refusals."""

from sqlalchemy import Boolean, Column, Table

from services.store.columns import id_, metadata, text

settlements = Table(
    "settlements",
    metadata,
    id_(),
    text("operation", index=True, null=False),
    text("refused_kind", null=False),
    text("code", null=False),
    text("how", null=False),
    text("decided_by"),
    text("decided_at", null=False),
)

audit_bags = Table(
    "audit_bags",
    metadata,
    id_(),
    text("seal", index=True, null=False),
    text("first", null=False),
    text("last", null=False),
    text("zones", null=False),
    Column("masked", Boolean, nullable=False),
    text("made_by"),
    text("made_at", null=False),
)

audit_comments = Table(
    "audit_comments",
    metadata,
    id_(),
    text("seal", index=True, null=False),
    text("text", null=False),
    text("said_by", null=False),
    text("said_at", null=False),
    text("hazard", index=True),
    text("clause", null=False),
    text("brought_by"),
    text("brought_at", null=False),
)

OF_AUDITS = {"audit_bag": audit_bags, "audit_comment": audit_comments, "settlement": settlements}
