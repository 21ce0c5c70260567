"""Every table, written out. Moments are text in UTC (fixed width, so they sort), tuples are JSON text."""

import sqlalchemy as sa
from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, LargeBinary, Table, Text

metadata = sa.MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s"}
)


def _id() -> "Column[str]":
    return Column("id", Text, primary_key=True)


def _text(name: str, *, index: bool = False, null: bool = True) -> "Column[str]":
    return Column(name, Text, index=index, nullable=null)


plants = Table(
    "plants",
    metadata,
    _id(),
    _text("name", null=False),
    _text("founded_at", null=False),
    _text("timezone", null=False),
    _text("language", null=False),
    _text("address"),
    _text("mail_host"),
    Column("mail_port", Integer, nullable=False),
    _text("mail_security", null=False),
    _text("mail_user"),
    _text("mail_sender"),
    _text("fix_hours", null=False),
    _text("review_hours", null=False),
    Column("modules_off", Text, nullable=False, server_default="[]"),
)

people = Table(
    "people",
    metadata,
    _id(),
    _text("name", null=False),
    _text("roles", null=False),
    _text("since", null=False),
    _text("team", index=True),
    _text("employee_no"),
    _text("phone"),
    _text("email"),
    _text("left_at"),
    _text("erased_at"),
    Column("former", Text, nullable=False, server_default="[]"),
    _text("department"),
)

paired_devices = Table(
    "paired_devices",
    metadata,
    _id(),
    _text("name", null=False),
    _text("person", index=True, null=False),
    _text("paired_at", null=False),
    _text("revoked_at"),
    _text("revoked_by"),
    _text("reason", null=False),
)

teams = Table(
    "teams",
    metadata,
    _id(),
    _text("name", index=True, null=False),
    _text("leader"),
    _text("retired_at"),
    _text("department"),
)

departments = Table(
    "departments",
    metadata,
    _id(),
    _text("name", index=True, null=False),
    _text("parent", index=True),
    _text("manager"),
    _text("retired_at"),
)

calendar_days = Table(
    "calendar_days",
    metadata,
    _id(),
    _text("day", index=True, null=False),
    _text("kind", null=False),
    _text("reason", null=False),
)

shifts = Table(
    "shifts",
    metadata,
    _id(),
    _text("name", index=True, null=False),
    _text("starts", null=False),
    _text("ends", null=False),
    _text("retired_at"),
)

rotas = Table(
    "rotas",
    metadata,
    _id(),
    _text("team", index=True, null=False),
    _text("first_day", null=False),
    _text("pattern", null=False),
    Column("calendar", Boolean, nullable=False),
    _text("retired_at"),
)

routes = Table(
    "routes",
    metadata,
    _id(),
    Column("position", Integer, nullable=False),
    _text("target_kind", null=False),
    _text("target"),
    _text("zone"),
    _text("category"),
    Column("active", Boolean, nullable=False),
)

floors = Table(
    "floors",
    metadata,
    _id(),
    _text("name", null=False),
    _text("building", null=False),
    Column("level", Integer, nullable=False),
    Column("width_m", Float, nullable=False),
    Column("height_m", Float, nullable=False),
    _text("drawing"),
    _text("source"),
    _text("retired_at"),
)

zones = Table(
    "zones",
    metadata,
    _id(),
    _text("code", index=True, null=False),
    _text("floor", index=True, null=False),
    _text("name", null=False),
    _text("zone_class", null=False),
    _text("polygon", null=False),
    _text("supervisor"),
    _text("team", index=True),
    _text("retired_at"),
)

equipment = Table(
    "equipment",
    metadata,
    _id(),
    _text("code", index=True, null=False),
    _text("name", null=False),
    _text("type", null=False),
    _text("zone", index=True, null=False),
    Column("x", Float),
    Column("y", Float),
    _text("line", index=True),
    _text("team"),
    _text("retired_at"),
)

sensors = Table(
    "sensors",
    metadata,
    _id(),
    _text("code", index=True, null=False),
    _text("name", null=False),
    _text("quantity", null=False),
    _text("unit", null=False),
    _text("zone", index=True, null=False),
    Column("interval_s", Float, nullable=False),
    _text("equipment", index=True),
    Column("x", Float),
    Column("y", Float),
    Column("limit_high", Float),
    Column("limit_low", Float),
    _text("retired_at"),
)

doors = Table(
    "doors",
    metadata,
    _id(),
    _text("code", index=True, null=False),
    _text("name", null=False),
    _text("zone", index=True, null=False),
    _text("leads_to"),
    Column("x", Float),
    Column("y", Float),
    _text("retired_at"),
)

labels = Table(
    "labels",
    metadata,
    _id(),
    _text("zone", index=True, null=False),
    _text("code", null=False),
    Column("version", Integer, nullable=False),
    Column("key", Integer, nullable=False),
    _text("mac", null=False),
    _text("issued_at", null=False),
    _text("printed_at"),
    _text("revoked_at"),
)

hazards = Table(
    "hazards",
    metadata,
    _id(),
    _text("zone", index=True, null=False),
    _text("description", null=False),
    _text("category", null=False),
    _text("state", index=True, null=False),
    _text("reported_at", index=True, null=False),
    _text("before", null=False),
    _text("number", index=True),
    _text("grade", null=False),
    _text("reporter"),
    Column("x", Float),
    Column("y", Float),
    _text("team", index=True),
    _text("assignee", index=True),
    _text("why"),
    _text("route"),
    _text("due_at"),
    _text("accepted_at"),
    _text("after", null=False),
    _text("fix_note", null=False),
    _text("fixed_by"),
    _text("fixed_at"),
    _text("review_due_at"),
    _text("first_by"),
    _text("first_at"),
    _text("second_by"),
    _text("closed_at"),
    Column("returned", Integer, nullable=False),
    _text("return_reason", null=False),
    _text("reject_reason", null=False),
    Column("needs_another", Text, nullable=False, server_default="[]"),
    Column("old_number", Text, nullable=False, server_default=""),
    _text("batch", index=True),
    _text("dispatched_at"),
)

inspection_plans = Table(
    "inspection_plans",
    metadata,
    _id(),
    _text("name", index=True, null=False),
    _text("zones", null=False),
    _text("every", null=False),
    _text("since", null=False),
    _text("equipment", null=False),
    _text("times", null=False),
    Column("before_min", Integer),
    Column("after_min", Integer),
    Column("workdays_only", Boolean, nullable=False),
    Column("late_counts", Boolean, nullable=False),
    _text("team"),
    _text("person"),
    _text("checklist", null=False),
    _text("items", null=False),
    _text("retired_at"),
)

inspections = Table(
    "inspections",
    metadata,
    _id(),
    _text("plan", null=False),
    _text("zone", index=True, null=False),
    _text("due_at", index=True, null=False),
    _text("opens_at", null=False),
    _text("closes_at", null=False),
    _text("state", index=True, null=False),
    _text("equipment"),
    _text("team"),
    _text("person"),
    _text("by"),
    _text("at"),
    _text("note", null=False),
    _text("results", null=False),
    _text("doubtful", null=False),
    _text("reason", null=False),
    _text("batch", index=True),
    Index("ix_inspections_row", "plan", "zone", "due_at"),
)

incidents = Table(
    "incidents",
    metadata,
    _id(),
    _text("kind", index=True, null=False),
    _text("at", index=True, null=False),
    _text("zone", index=True, null=False),
    _text("description", null=False),
    _text("accident_type", null=False),
    Column("days_lost", Integer, nullable=False),
    _text("person", index=True),
    _text("injury", null=False),
    _text("reported_by"),
    _text("recorded_at", null=False),
    _text("old_number", null=False),
    _text("batch", index=True),
    _text("withdrawn_at"),
)

imports = Table(
    "imports",
    metadata,
    _id(),
    _text("register", null=False),
    _text("file", null=False),
    _text("sha256", index=True, null=False),
    Column("rows", Integer, nullable=False),
    _text("at", null=False),
    _text("by"),
    _text("taken_back_at"),
    _text("reason", null=False),
)

RECORDS = {
    "plant": plants,
    "person": people,
    "device": paired_devices,
    "team": teams,
    "route": routes,
    "floor": floors,
    "zone": zones,
    "label": labels,
    "hazard": hazards,
    "department": departments,
    "calendar_day": calendar_days,
    "shift": shifts,
    "rota": rotas,
    "equipment": equipment,
    "sensor": sensors,
    "door": doors,
    "inspection_plan": inspection_plans,
    "inspection": inspections,
    "incident": incidents,
    "import": imports,
}

# The journal. `body` is the canonical text that `hash` is over, together with the hash before it.
entries = Table(
    "entries",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("operation", Text, nullable=False, unique=True),
    _text("kind", index=True, null=False),
    _text("author", index=True),
    _text("device", null=False),
    Column("n", Integer, nullable=False),
    _text("at", index=True, null=False),
    _text("outcome", null=False),
    _text("body", null=False),
    _text("hash", null=False),
)

# Which entries touched which record: the history of one thing, and the base of undo and replay.
touched = Table(
    "touched",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
)

personal = Table(
    "personal",
    metadata,
    Column("commitment", Text, primary_key=True),
    _text("subject", null=False),
    _text("field", null=False),
    _text("salt"),
    _text("value"),
    Index("ix_personal_subject", "subject", "field"),
)

# Every device's turn: phones, consoles, commands, the hub itself. `at` is the effective time of its last operation.
devices = Table(
    "devices",
    metadata,
    _id(),
    Column("last_n", Integer, nullable=False),
    _text("person"),
    _text("seen_at"),
    _text("at"),
)

counters = Table(
    "counters", metadata, Column("series", Text, primary_key=True), Column("value", Integer, nullable=False)
)

# Only ever filled at the hub; never part of a replica.
credentials = Table(
    "credentials",
    metadata,
    Column("person", Text, primary_key=True),
    Column("what", Text, primary_key=True),
    _text("secret", null=False),
    _text("expires_at"),
    _text("used_at"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token", Text, primary_key=True),
    _text("person", index=True),
    _text("zone"),
    _text("device", index=True),
    _text("made_at", null=False),
    _text("expires_at", null=False),
)

# One-time codes by which a computer is paired in a person's name; kept as hashes.
pairings = Table(
    "pairings",
    metadata,
    Column("code", Text, primary_key=True),
    _text("person", null=False),
    _text("expires_at", null=False),
    _text("used_at"),
)

label_keys = Table(
    "label_keys",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("secret", LargeBinary, nullable=False),
    _text("made_at", null=False),
)

guesses = Table("guesses", metadata, Column("account", Text, primary_key=True), Column("at", Text, primary_key=True))

deliveries = Table(
    "deliveries",
    metadata,
    _id(),
    Column("seq", Integer, nullable=False),
    _text("person", null=False),
    _text("channel", null=False),
    _text("message", null=False),
    _text("about", null=False),
    _text("facts", null=False),
    _text("state", null=False),
    Column("attempts", Integer, nullable=False),
    _text("next_at"),
    _text("owner"),
    _text("lease_until"),
    Column("fence", Integer, nullable=False),
    _text("provider_id"),
    _text("last_error"),
    _text("made_at", null=False),
    _text("closed_at"),
    Index("ix_deliveries_due", "state", "next_at"),
)

# What sensors said, at the hub only: `at` in milliseconds since 1970, `minute` in minutes. The roll-up is made of the
# readings of its minute and outlives them.
readings = Table(
    "readings",
    metadata,
    Column("sensor", Text, primary_key=True),
    Column("at", BigInteger, primary_key=True, autoincrement=False),
    Column("value", Float, nullable=False),
)

reading_minutes = Table(
    "reading_minutes",
    metadata,
    Column("sensor", Text, primary_key=True),
    Column("minute", BigInteger, primary_key=True, autoincrement=False),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("mean", Float, nullable=False),
    Column("count", Integer, nullable=False),
)

# Only ever filled on a console.
pending = Table(
    "pending",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("operation", Text, nullable=False, unique=True),
    _text("body", null=False),
    _text("undo", null=False),
    Column("sent", Boolean, nullable=False),
    _text("made_at", null=False),
)

# What the hub has answered, kept for a while: a hub that was set back to an earlier day gets it again.
answered = Table(
    "answered",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("operation", Text, nullable=False, unique=True),
    Column("seq", Integer, nullable=False),
    _text("body", null=False),
    _text("at", null=False),
)

# `settled` says how a person has settled it: again, changed, let_go; or elsewhere, when the plant has it by now.
conflicts = Table(
    "conflicts",
    metadata,
    Column("operation", Text, primary_key=True),
    _text("body", null=False),
    _text("code", null=False),
    _text("facts", null=False),
    _text("at", null=False),
    _text("settled_at"),
    _text("settled"),
)

facts = Table("facts", metadata, Column("name", Text, primary_key=True), _text("value", null=False))
