"""What stops, hazards and injuries cost, and what a measure does; reports put together by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "loss_rates",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Float(), nullable=False) for name in ("stop_hour", "hazard", "injury", "day_lost")),
        *(sa.Column(name, sa.Float(), nullable=False) for name in ("cautious", "likely", "hopeful")),
    )
    op.create_table(
        "report_designs",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "blocks", "span", "zones", "made_at")),
        *(sa.Column(name, sa.Text()) for name in ("logo", "made_by", "retired_at")),
    )
    op.create_index("ix_report_designs_name", "report_designs", ["name"])
    op.add_column("plants", sa.Column("report_design", sa.Text()))
    op.add_column("control_measures", sa.Column("cost", sa.Float()))


def downgrade() -> None:
    op.drop_column("control_measures", "cost")
    op.drop_column("plants", "report_design")
    op.drop_table("report_designs")
    op.drop_table("loss_rates")
