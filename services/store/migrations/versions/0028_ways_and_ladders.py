"""The ways people are told, the ladders of alerts, and how far an alert and a delivery have come on theirs."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "channels",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("address", "account", "application", "sign")),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("variables", sa.Text(), nullable=False),
        sa.Column("per_minute", sa.Integer(), nullable=False),
        sa.Column("least", sa.Text(), nullable=False),
    )
    op.create_index("ix_channels_service", "channels", ["service"])
    op.create_table(
        "ladders",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("rungs", sa.Text(), nullable=False),
        sa.Column("repeat_min", sa.Float()),
    )
    op.create_index("ix_ladders_level", "ladders", ["level"])
    op.add_column("people", sa.Column("wecom", sa.Text()))
    op.add_column("people", sa.Column("dingtalk", sa.Text()))
    op.add_column("people", sa.Column("told_by", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("alerts", sa.Column("step", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("alerts", sa.Column("next_step_at", sa.Text()))
    op.create_index("ix_alerts_next_step_at", "alerts", ["next_step_at"])
    op.add_column("deliveries", sa.Column("rest", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("deliveries", sa.Column("urgency", sa.Integer(), nullable=False, server_default="2"))
    op.create_index("ix_deliveries_about", "deliveries", ["about"])


def downgrade() -> None:
    op.drop_index("ix_deliveries_about", "deliveries")
    op.drop_column("deliveries", "urgency")
    op.drop_column("deliveries", "rest")
    op.drop_index("ix_alerts_next_step_at", "alerts")
    op.drop_column("alerts", "next_step_at")
    op.drop_column("alerts", "step")
    op.drop_column("people", "told_by")
    op.drop_column("people", "dingtalk")
    op.drop_column("people", "wecom")
    op.drop_table("ladders")
    op.drop_table("channels")
