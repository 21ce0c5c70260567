"""Every table, written out. Moments are text in UTC (fixed width, so they sort), tuples are JSON text."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, Table, Text, false
from sqlalchemy import text as sql

from services.store.access_tables import ACCESS
from services.store.account_tables import credentials as credentials
from services.store.account_tables import form_times as form_times
from services.store.account_tables import guesses as guesses
from services.store.account_tables import label_keys as label_keys
from services.store.account_tables import pairings as pairings
from services.store.account_tables import sessions as sessions
from services.store.alert_tables import alert_drills, alerts, channels, ladders, pauses, rules, shelvings
from services.store.audit_tables import OF_AUDITS
from services.store.columns import id_, text
from services.store.columns import metadata as metadata
from services.store.contractor_tables import OF_CONTRACTORS
from services.store.drill_tables import OF_DRILLS
from services.store.fed_tables import reading_minutes as reading_minutes
from services.store.fed_tables import readings as readings
from services.store.fed_tables import standings as standings
from services.store.fed_tables import stops as stops
from services.store.fed_tables import swipes as swipes
from services.store.incident_tables import OF_INCIDENTS
from services.store.keeping_tables import OF_KEEPING
from services.store.photo_tables import photo_releases, photos
from services.store.points_tables import POINTS
from services.store.rights_tables import OF_RIGHTS
from services.store.sign_on_tables import sign_on_claims as sign_on_claims
from services.store.sign_on_tables import sign_on_flows as sign_on_flows
from services.store.sign_on_tables import sign_on_links as sign_on_links
from services.store.sign_on_tables import ways_in
from services.store.training_tables import OF_TRAINING
from services.store.works_tables import (
    absences,
    calendar_days,
    categories,
    checklist_versions,
    checklists,
    control_measures,
    departments,
    doors,
    equipment,
    fix_plans,
    imports,
    inspection_plans,
    inspections,
    loss_rates,
    report_designs,
    risk_points,
    risk_scales,
    rotas,
    sensors,
    shifts,
)

plants = Table(
    "plants",
    metadata,
    id_(),
    text("name", null=False),
    text("founded_at", null=False),
    text("timezone", null=False),
    text("language", null=False),
    text("address"),
    text("mail_host"),
    Column("mail_port", Integer, nullable=False),
    text("mail_security", null=False),
    text("mail_user"),
    text("mail_sender"),
    text("fix_hours", null=False),
    text("review_hours", null=False),
    Column("modules_off", Text, nullable=False, server_default="[]"),
    Column("label_key", Integer, nullable=False, server_default="1"),
    Column("plan_hours", Float, nullable=False, server_default="4.0"),
    Column("walk_pace", Float, nullable=False, server_default="1.2"),
    Column("walk_limit", Float, nullable=False, server_default="3.0"),
    Column("category_hours", Text, nullable=False, server_default="[]"),
    text("mes_url"),
    text("broker_host"),
    Column("broker_port", Integer, nullable=False, server_default="1883"),
    Column("broker_tls", Boolean, nullable=False, server_default=false()),
    Column("broker_version", Text, nullable=False, server_default="5"),
    text("broker_user"),
    Column("broker_topic", Text, nullable=False, server_default="anhuan/+/{sensor}"),
    text("broker_share"),
    Column("drill_day", Integer),
    Column("drill_at", Text, nullable=False, server_default="10:00"),
    Column("drill_to", Text, nullable=False, server_default="safety_officer"),
    Column("report_day", Integer),
    text("report_design"),
    Column("report_to", Text, nullable=False, server_default="[]"),
    Column("certificate_days", Text, nullable=False, server_default="[90,30,7]"),
    Column("course_days", Integer, nullable=False, server_default="30"),
    text("directory_from"),
    Column("directory_at", Text, nullable=False, server_default="06:00"),
    Column("directory_doubt", Integer, nullable=False, server_default="20"),
    Column("document_mb", Integer, nullable=False, server_default="20"),
    Column("document_count", Integer, nullable=False, server_default="8"),
)

people = Table(
    "people",
    metadata,
    id_(),
    text("name", null=False),
    text("roles", null=False),
    text("since", null=False),
    text("team", index=True),
    text("employee_no"),
    text("phone"),
    text("email"),
    text("left_at"),
    text("erased_at"),
    Column("former", Text, nullable=False, server_default="[]"),
    text("department"),
    text("wecom"),
    text("dingtalk"),
    Column("told_by", Text, nullable=False, server_default="[]"),
    text("auditor_until"),
)

paired_devices = Table(
    "paired_devices",
    metadata,
    id_(),
    text("name", null=False),
    text("person", index=True, null=False),
    text("paired_at", null=False),
    text("revoked_at"),
    text("revoked_by"),
    text("reason", null=False),
)

teams = Table(
    "teams",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("leader"),
    text("retired_at"),
    text("department"),
)

routes = Table(
    "routes",
    metadata,
    id_(),
    Column("position", Integer, nullable=False),
    text("target_kind", null=False),
    text("target"),
    text("zone"),
    text("category"),
    Column("active", Boolean, nullable=False),
    text("zone_class"),
    text("type"),
    text("shift"),
    text("retired_at"),
)

floors = Table(
    "floors",
    metadata,
    id_(),
    text("name", null=False),
    text("building", null=False),
    Column("level", Integer, nullable=False),
    Column("width_m", Float, nullable=False),
    Column("height_m", Float, nullable=False),
    text("drawing"),
    text("source"),
    Column("site", Text, nullable=False, server_default=""),
    Column("datum", Text, nullable=False, server_default="wgs84"),
    Column("control_points", Text, nullable=False, server_default="[]"),
    text("retired_at"),
)

zones = Table(
    "zones",
    metadata,
    id_(),
    text("code", index=True, null=False),
    text("floor", index=True, null=False),
    text("name", null=False),
    text("zone_class", null=False),
    text("polygon", null=False),
    text("supervisor"),
    text("team", index=True),
    Column("emergency", Text, nullable=False, server_default=""),
    Column("phone", Text, nullable=False, server_default=""),
    Column("note", Text, nullable=False, server_default=""),
    text("retired_at"),
)

labels = Table(
    "labels",
    metadata,
    id_(),
    text("zone", index=True),
    text("code", index=True, null=False),
    Column("version", Integer, nullable=False),
    Column("key", Integer, nullable=False),
    text("mac", null=False),
    text("issued_at", null=False),
    text("printed_at"),
    text("posted_at"),
    text("seen_at"),
    text("revoked_at"),
    text("worn_at"),
    text("replaced_at"),
    text("ends_at"),
    text("bound_at"),
    Column("bound_as", Integer),
)

label_replacements = Table(
    "label_replacements",
    metadata,
    id_(),
    text("zone", index=True, null=False),
    text("label", null=False),
    text("why", null=False),
    text("opened_at", null=False),
    text("opened_by"),
    text("closed_at"),
    text("closed_by"),
    text("word", null=False),
)

OF_A_BATCH = sql("batch IS NOT NULL")
OF_MERGED = sql("merged_into IS NOT NULL")
OF_OPEN = sql("state IN ('reported', 'assigned', 'fixing', 'fixed', 'first_passed')")

hazards = Table(
    "hazards",
    metadata,
    id_(),
    text("zone", index=True, null=False),
    text("description", null=False),
    text("category", null=False),
    text("state", null=False),
    text("reported_at", index=True, null=False),
    text("before", null=False),
    text("number", index=True),
    text("grade", null=False),
    text("reporter", index=True),
    Column("x", Float),
    Column("y", Float),
    text("team", index=True),
    text("assignee", index=True),
    text("why"),
    text("route"),
    text("due_at"),
    text("accepted_at"),
    text("after", null=False),
    text("fix_note", null=False),
    text("fixed_by"),
    text("fixed_at"),
    text("review_due_at"),
    text("first_by"),
    text("first_at"),
    text("second_by"),
    text("closed_at"),
    Column("returned", Integer, nullable=False),
    text("return_reason", null=False),
    text("reject_reason", null=False),
    Column("needs_another", Text, nullable=False, server_default="[]"),
    Column("old_number", Text, nullable=False, server_default=""),
    text("batch"),
    text("dispatched_at"),
    text("merged_into"),
    text("equipment"),
    text("inspection"),
    Column("check_item", Text, nullable=False, server_default=""),
    text("more_until"),
    text("more_by"),
    Column("more_reason", Text, nullable=False, server_default=""),
    Column("more_refused", Text, nullable=False, server_default=""),
    Column("not_same", Text, nullable=False, server_default="[]"),
    text("rule"),
    Column("extra", Text, nullable=False, server_default="[]"),
    text("extra_form"),
    Column("off_m", Float),
    text("incident", index=True),
    Column("extra_photos", Text, nullable=False, server_default="[]"),
    Index("ix_hazards_state_reported", "state", "reported_at"),
    Index("ix_hazards_open_texts", "number", "description", sqlite_where=OF_OPEN, postgresql_where=OF_OPEN),
    Index("ix_hazards_batch", "batch", sqlite_where=OF_A_BATCH, postgresql_where=OF_A_BATCH),
    Index("ix_hazards_merged", "merged_into", sqlite_where=OF_MERGED, postgresql_where=OF_MERGED),
)
# On SQLite alone, which consoles are: the list of all hazards in the order of their clocks (queries.status.open_clock).
SQLITE_INDEXES = {
    "ix_hazards_clock": "CREATE INDEX IF NOT EXISTS ix_hazards_clock ON hazards"
    " (CASE WHEN state IN ('reported', 'assigned', 'fixing', 'fixed', 'first_passed')"
    " THEN CASE WHEN state IN ('fixed', 'first_passed') THEN review_due_at ELSE due_at END END)",
}

RECORDS = {
    "plant": plants,
    "person": people,
    "device": paired_devices,
    "team": teams,
    "route": routes,
    "floor": floors,
    "zone": zones,
    "label": labels,
    "label_replacement": label_replacements,
    "hazard": hazards,
    "fix_plan": fix_plans,
    "photo": photos,
    "photo_release": photo_releases,
    "category": categories,
    "department": departments,
    "calendar_day": calendar_days,
    "shift": shifts,
    "absence": absences,
    "rota": rotas,
    "equipment": equipment,
    "sensor": sensors,
    "door": doors,
    **ACCESS,
    "checklist": checklists,
    "checklist_version": checklist_versions,
    "inspection_plan": inspection_plans,
    "inspection": inspections,
    "import": imports,
    **OF_AUDITS,
    **OF_KEEPING,
    **OF_CONTRACTORS,
    **OF_INCIDENTS,
    "risk_point": risk_points,
    "control_measure": control_measures,
    "risk_scale": risk_scales,
    "loss_rates": loss_rates,
    "report_design": report_designs,
    "rule": rules,
    "alert": alerts,
    "pause": pauses,
    "shelving": shelvings,
    "alert_drill": alert_drills,
    "channel": channels,
    "ladder": ladders,
    **POINTS,
    **OF_TRAINING,
    **OF_DRILLS,
    "way_in": ways_in,
    **OF_RIGHTS,
}

# The journal. `body` is the canonical text that `hash` is over, together with the hash before it.
entries = Table(
    "entries",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("operation", Text, nullable=False, unique=True),
    text("kind", index=True, null=False),
    text("author", index=True),
    text("device", null=False),
    Column("n", Integer, nullable=False),
    text("at", index=True, null=False),
    text("outcome", null=False),
    text("body", null=False),
    text("hash", null=False),
)

# Which entries touched which record: the history of one thing, and the base of undo and replay.
touched = Table(
    "touched",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Index("ix_touched_seq", "seq"),
)

personal = Table(
    "personal",
    metadata,
    Column("commitment", Text, primary_key=True),
    text("subject", null=False),
    text("field", null=False),
    text("salt"),
    text("value"),
    Index("ix_personal_subject", "subject", "field"),
)

# Every device's turn: phones, consoles, commands, the hub itself. `at` is the effective time of its last operation.
devices = Table(
    "devices",
    metadata,
    id_(),
    Column("last_n", Integer, nullable=False),
    text("person"),
    text("seen_at"),
    text("at"),
)

counters = Table(
    "counters", metadata, Column("series", Text, primary_key=True), Column("value", Integer, nullable=False)
)

deliveries = Table(
    "deliveries",
    metadata,
    id_(),
    Column("seq", Integer, nullable=False),
    text("person", null=False),
    text("channel", null=False),
    text("message", null=False),
    text("about", null=False),
    text("facts", null=False),
    text("state", null=False),
    Column("attempts", Integer, nullable=False),
    text("next_at"),
    text("owner"),
    text("lease_until"),
    Column("fence", Integer, nullable=False),
    text("provider_id"),
    text("last_error"),
    text("made_at", null=False),
    text("closed_at"),
    Column("rest", Text, nullable=False, server_default="[]"),
    Column("urgency", Integer, nullable=False, server_default="2"),
    Column("segments", Integer, nullable=False, server_default="0"),
    Index("ix_deliveries_closed", "closed_at"),
    Index("ix_deliveries_about", "about"),
    Index("ix_deliveries_due", "state", "next_at"),
    Index("ix_deliveries_turn", "state", "urgency", "next_at"),
)

# Only ever filled on a console.
pending = Table(
    "pending",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("operation", Text, nullable=False, unique=True),
    text("body", null=False),
    text("undo", null=False),
    Column("sent", Boolean, nullable=False),
    text("made_at", null=False),
)

# What the hub has answered, kept for a while: a hub that was set back to an earlier day gets it again.
answered = Table(
    "answered",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("operation", Text, nullable=False, unique=True),
    Column("seq", Integer, nullable=False),
    text("body", null=False),
    text("at", null=False),
)

# `settled` says how a person has settled it: again, changed, let_go; or elsewhere, when the plant has it by now.
conflicts = Table(
    "conflicts",
    metadata,
    Column("operation", Text, primary_key=True),
    text("body", null=False),
    text("code", null=False),
    text("facts", null=False),
    text("at", null=False),
    text("settled_at"),
    text("settled"),
)

facts = Table("facts", metadata, Column("name", Text, primary_key=True), text("value", null=False))
