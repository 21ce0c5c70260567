"""As how many SMS a message was billed, and what one costs."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("channels", sa.Column("price", sa.Float(), nullable=False, server_default="0.0"))
    op.add_column("channels", sa.Column("letters", sa.Integer(), nullable=False, server_default="40"))
    op.add_column("deliveries", sa.Column("segments", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_deliveries_closed", "deliveries", ["closed_at"])


def downgrade() -> None:
    op.drop_index("ix_deliveries_closed", "deliveries")
    op.drop_column("deliveries", "segments")
    op.drop_column("channels", "letters")
    op.drop_column("channels", "price")
