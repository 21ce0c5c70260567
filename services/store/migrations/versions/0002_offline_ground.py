"""Paired devices and their sessions, former roles, approvals that need another, answered operations of a console."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


PERSONAL = {"personal": ("value", "salt"), "people": ("name", "employee_no", "phone", "email")}


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table, columns in PERSONAL.items():
            for column in columns:  # the planner's samples of a column would outlive an erasure
                op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0")
    op.add_column("people", sa.Column("former", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("hazards", sa.Column("needs_another", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("conflicts", sa.Column("settled", sa.Text(), nullable=True))
    op.add_column("sessions", sa.Column("device", sa.Text(), nullable=True))
    op.create_index(op.f("ix_sessions_device"), "sessions", ["device"])
    op.add_column("devices", sa.Column("at", sa.Text(), nullable=True))
    op.drop_column("devices", "revoked_at")
    op.create_table(
        "paired_devices",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("paired_at", sa.Text(), nullable=False),
        sa.Column("revoked_at", sa.Text(), nullable=True),
        sa.Column("revoked_by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_paired_devices_person"), "paired_devices", ["person"])
    op.create_table(
        "pairings",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.Text(), nullable=False),
        sa.Column("used_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "answered",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("operation", name=op.f("uq_answered_operation")),
    )
