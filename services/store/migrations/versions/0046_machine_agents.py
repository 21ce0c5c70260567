"""Agents that tell how machines stand, and why lines stood."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "machine_agents",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "address", "lines")),
        sa.Column("every_s", sa.Float(), nullable=False),
        sa.Column("retired_at", sa.Text()),
    )
    op.create_index("ix_machine_agents_name", "machine_agents", ["name"])
    op.add_column("stops", sa.Column("reason", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("stops", "reason")
    op.drop_table("machine_agents")
