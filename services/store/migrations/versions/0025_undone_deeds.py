"""What a rule that has alerted says to do as well, and could not be done."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("alerts", sa.Column("undone", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("alerts", "undone")
