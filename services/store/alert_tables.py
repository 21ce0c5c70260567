"""The tables of rules and alerts."""

from sqlalchemy import BigInteger, Boolean, Column, Float, Integer, Table, Text, false

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
    Column("ended", Text, nullable=False, server_default=""),
    Column("undone", Text, nullable=False, server_default="[]"),
    text("shelved"),
    Column("quiet", Boolean, nullable=False, server_default=false()),
    Column("step", Integer, nullable=False, server_default="0"),
    text("next_step_at", index=True),
)

channels = Table(
    "channels",
    metadata,
    id_(),
    text("service", index=True, null=False),
    Column("active", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    text("address", null=False),
    text("account", null=False),
    text("application", null=False),
    text("sign", null=False),
    text("template", null=False),
    text("variables", null=False),
    Column("per_minute", Integer, nullable=False),
    text("least", null=False),
    Column("price", Float, nullable=False, server_default="0.0"),
    Column("letters", Integer, nullable=False, server_default="40"),
)

ladders = Table(
    "ladders",
    metadata,
    id_(),
    text("level", index=True, null=False),
    text("rungs", null=False),
    Column("repeat_min", Float),
)

shelvings = Table(
    "shelvings",
    metadata,
    id_(),
    text("rule", index=True, null=False),
    text("shelve_reason", null=False),
    text("by"),
    text("made_at", null=False),
    text("until_at", null=False),
    text("key", null=False),
    text("note", null=False),
    text("ended_at"),
    text("settled_at"),
    text("agreed_by"),
    text("agreed_at"),
)

alert_drills = Table(
    "alert_drills",
    metadata,
    id_(),
    text("made_at", null=False),
    text("number", index=True),
    text("person", index=True),
    text("by"),
    text("acknowledged_at"),
    text("closed_at"),
)

pauses = Table(
    "pauses",
    metadata,
    id_(),
    text("rule", index=True, null=False),
    text("alert", index=True, null=False),
    text("line", null=False),
    text("mode", null=False),
    text("step", index=True, null=False),
    text("made_at", null=False),
    Column("receipt_s", Float, nullable=False),
    text("due_at"),
    text("requested_at"),
    text("answer_by"),
    text("answered_at"),
    text("receipt", null=False),
    text("reason", null=False),
    text("trouble", null=False),
    text("by"),
)

# How far a rule has come, at the hub only: what it needs to go on, and the last entry of the journal that it has heard.
rule_states = Table(
    "rule_states",
    metadata,
    Column("rule", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    text("state", null=False),
)
