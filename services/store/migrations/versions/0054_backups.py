"""Backups that the hub makes, their plan, and what is kept how long."""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None


def _text(*names: str, null: bool = False) -> list["sa.Column[str]"]:
    return [sa.Column(name, sa.Text(), nullable=null) for name in names]


def _whole(*names: str) -> list["sa.Column[int]"]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def upgrade() -> None:
    op.create_table(
        "backup_plans",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        *_text("backup_at", "folder"),
        *_whole("keep_days", "keep_weeks", "keep_months", "old_hours", "trial_days"),
        *_text("old_since", null=True),
    )
    op.create_table(
        "backups",
        sa.Column("id", sa.Text(), primary_key=True),
        *_text("file", "backup_state", "begun_at", "trouble", "answer", "trial", "trial_trouble"),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        *_whole("upto", "photos", "missing"),
        *_text("begun_by", "done_at", "tried_at", null=True),
    )
    op.create_index("ix_backups_backup_state", "backups", ["backup_state"])
    op.create_table(
        "keeping_policies",
        sa.Column("id", sa.Text(), primary_key=True),
        *_whole("reading_days", "minute_days", "stop_days", "standing_days", "turned_days", "log_mb", "log_files"),
        *(sa.Column(name, sa.Float(), nullable=False) for name in ("disk_least_gb", "disk_free_gb")),
        *_text("disk_low_since", null=True),
    )


def downgrade() -> None:
    for name in ("backups", "backup_plans", "keeping_policies"):
        op.drop_table(name)
