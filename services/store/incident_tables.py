"""The tables of incidents, of their investigations, and of the codes of accident types."""

from sqlalchemy import Boolean, Column, Integer, Table, Text, false

from services.store.columns import id_, metadata, text

incidents = Table(
    "incidents",
    metadata,
    id_(),
    text("kind", index=True, null=False),
    text("at", index=True, null=False),
    text("zone", index=True, null=False),
    text("description", null=False),
    text("accident_type", null=False),
    Column("days_lost", Integer, nullable=False),
    text("person", index=True),
    text("injury", null=False),
    text("reported_by"),
    text("recorded_at", null=False),
    text("old_number", null=False),
    text("batch", index=True),
    text("withdrawn_at"),
    text("number"),
    Column("place", Text, nullable=False, server_default=""),
    Column("photos", Text, nullable=False, server_default="[]"),
    Column("to_classify", Boolean, nullable=False, server_default=false()),
)

investigations = Table(
    "investigations",
    metadata,
    id_(),
    text("incident", index=True, null=False),
    text("leader", null=False),
    text("opened_at", null=False),
    text("opened_by"),
    text("whys", null=False),
    text("causes", null=False),
    text("conclusion", null=False),
    text("lesson", null=False),
    text("concluded_at"),
    text("concluded_by"),
)

accident_editions = Table(
    "accident_editions",
    metadata,
    id_(),
    text("edition", index=True, null=False),
    text("since"),
    Column("certain", Boolean, nullable=False),
    text("codes", null=False),
)

OF_INCIDENTS = {"incident": incidents, "investigation": investigations, "accident_edition": accident_editions}
