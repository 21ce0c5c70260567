"""Of ten thousand messages that wait the next one is found without sorting them all."""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_deliveries_turn", "deliveries", ["state", "urgency", "next_at"])


def downgrade() -> None:
    op.drop_index("ix_deliveries_turn", "deliveries")
