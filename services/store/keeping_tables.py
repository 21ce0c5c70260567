"""The tables of backups, their plan, and of what the hub keeps how long."""

from sqlalchemy import BigInteger, Boolean, Column, Float, Integer, Table

from services.store.columns import id_, metadata, text

backup_plans = Table(
    "backup_plans",
    metadata,
    id_(),
    Column("active", Boolean, nullable=False),
    text("backup_at", null=False),
    text("folder", null=False),
    Column("keep_days", Integer, nullable=False),
    Column("keep_weeks", Integer, nullable=False),
    Column("keep_months", Integer, nullable=False),
    Column("old_hours", Integer, nullable=False),
    Column("trial_days", Integer, nullable=False),
    text("old_since"),
)

backups = Table(
    "backups",
    metadata,
    id_(),
    text("file", null=False),
    text("backup_state", index=True, null=False),
    text("begun_at", null=False),
    text("begun_by"),
    text("done_at"),
    Column("bytes", BigInteger, nullable=False),
    Column("upto", Integer, nullable=False),
    Column("photos", Integer, nullable=False),
    Column("missing", Integer, nullable=False),
    text("trouble", null=False),
    text("answer", null=False),
    text("trial", null=False),
    text("tried_at"),
    text("trial_trouble", null=False),
)

keeping_policies = Table(
    "keeping_policies",
    metadata,
    id_(),
    Column("reading_days", Integer, nullable=False),
    Column("minute_days", Integer, nullable=False),
    Column("stop_days", Integer, nullable=False),
    Column("standing_days", Integer, nullable=False),
    Column("turned_days", Integer, nullable=False),
    Column("disk_least_gb", Float, nullable=False),
    Column("log_mb", Integer, nullable=False),
    Column("log_files", Integer, nullable=False),
    text("disk_low_since"),
    Column("disk_free_gb", Float, nullable=False),
)

data_exports = Table(
    "data_exports",
    metadata,
    id_(),
    text("file", null=False),
    text("export_state", index=True, null=False),
    text("begun_at", null=False),
    text("begun_by"),
    text("export_reason", null=False),
    text("keep_until", null=False),
    text("done_at"),
    Column("bytes", BigInteger, nullable=False),
    text("trouble", null=False),
    text("answer", null=False),
)

OF_KEEPING = {
    "backup_plan": backup_plans,
    "backup": backups,
    "keeping_policy": keeping_policies,
    "data_export": data_exports,
}
