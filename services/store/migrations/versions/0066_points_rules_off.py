"""Which rules of points are off."""

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("points_rules", sa.Column("rules_off", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("points_rules", "rules_off")
