"""What a directory elsewhere calls a department."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("departments", sa.Column("outside", sa.Text()))


def downgrade() -> None:
    op.drop_column("departments", "outside")
