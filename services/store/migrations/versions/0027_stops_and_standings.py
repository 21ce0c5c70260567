"""Stops of lines, and how zones and equipment have stood."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "stops",
        sa.Column("stop", sa.Text, primary_key=True),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("began", sa.BigInteger, nullable=False),
        sa.Column("ended", sa.BigInteger),
        sa.Column("planned", sa.Boolean, nullable=False),
        sa.Column("updated", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_stops_ended", "stops", ["ended"])
    op.create_index("ix_stops_line", "stops", ["line", "began"])
    op.create_table(
        "standings",
        sa.Column("thing", sa.Text, primary_key=True),
        sa.Column("record", sa.Text, primary_key=True),
        sa.Column("at", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("state", sa.Text, nullable=False),
    )
    op.create_index("ix_standings_at", "standings", ["at"])


def downgrade() -> None:
    op.drop_table("standings")
    op.drop_table("stops")
