"""Drills of alerts, and when the weekly one begins."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alert_drills",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("made_at", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("number", "person", "by", "acknowledged_at", "closed_at")),
    )
    op.create_index("ix_alert_drills_number", "alert_drills", ["number"])
    op.create_index("ix_alert_drills_person", "alert_drills", ["person"])
    op.add_column("plants", sa.Column("drill_day", sa.Integer()))
    op.add_column("plants", sa.Column("drill_at", sa.Text(), nullable=False, server_default="10:00"))
    op.add_column("plants", sa.Column("drill_to", sa.Text(), nullable=False, server_default="safety_officer"))


def downgrade() -> None:
    for name in ("drill_to", "drill_at", "drill_day"):
        op.drop_column("plants", name)
    op.drop_table("alert_drills")
