"""How a plant goes by its doors, musters, and what a lock counts."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    whole = ("keep_days", "alone_times", "alone_days", "past_days")
    parts = ("forgotten_hours", "double_s", "passback_minutes", "together_s", "alone_minutes")
    op.create_table(
        "access_policies",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in whole),
        *(sa.Column(name, sa.Float(), nullable=False) for name in parts),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("begins", "ends")),
    )
    op.create_table(
        "musters",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("begun_at", "muster_why", "point")),
        *(sa.Column(name, sa.Text()) for name in ("begun_by", "ended_at", "ended_by")),
    )
    op.create_index("ix_musters_begun_at", "musters", ["begun_at"])
    op.create_table(
        "muster_ticks",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("muster", "person", "found", "at")),
        *(sa.Column(name, sa.Text()) for name in ("by",)),
    )
    op.create_index("ix_muster_ticks_muster", "muster_ticks", ["muster"])
    op.add_column("swipes", sa.Column("device", sa.Text(), nullable=False, server_default=""))
    op.add_column("swipes", sa.Column("serial", sa.BigInteger()))


def downgrade() -> None:
    op.drop_column("swipes", "serial")
    op.drop_column("swipes", "device")
    for name in ("muster_ticks", "musters", "access_policies"):
        op.drop_table(name)
