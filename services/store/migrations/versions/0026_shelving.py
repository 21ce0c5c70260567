"""Rules and things that are shelved for a while, and the alerts that were raised meanwhile."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shelvings",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("shelve_reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text()),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("until_at", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text()),
        sa.Column("settled_at", sa.Text()),
    )
    op.create_index("ix_shelvings_rule", "shelvings", ["rule"])
    op.add_column("alerts", sa.Column("shelved", sa.Text()))
    op.add_column("alerts", sa.Column("quiet", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("alerts", "quiet")
    op.drop_column("alerts", "shelved")
    op.drop_table("shelvings")
