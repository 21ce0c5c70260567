"""Who wishes to be ranked under a pseudonym has a number for it."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("points_accounts", sa.Column("alias", sa.Integer()))


def downgrade() -> None:
    op.drop_column("points_accounts", "alias")
