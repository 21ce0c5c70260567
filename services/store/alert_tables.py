"""The tables of rules and alerts."""

from sqlalchemy import BigInteger, Boolean, Column, Table, Text

from services.store.columns import id_, metadata, text

rules = Table(
    "rules",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("document", null=False),
    Column("active", Boolean, nullable=False),
    text("since", null=False),
    text("retired_at"),
)

alerts = Table(
    "alerts",
    metadata,
    id_(),
    text("rule", index=True, null=False),
    text("level", null=False),
    text("key", null=False),
    text("fired_at", null=False),
    text("raised_at", null=False),
    text("cause", null=False),
    text("number", index=True),
    text("zone", index=True),
    text("told", null=False),
    text("cleared_at"),
    text("withdrawn_at"),
    text("acknowledged_by"),
    text("acknowledged_at"),
    text("note", null=False),
)

# How far a rule has come, at the hub only: what it needs to go on, and the last entry of the journal that it has heard.
rule_states = Table(
    "rule_states",
    metadata,
    Column("rule", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    text("state", null=False),
)
