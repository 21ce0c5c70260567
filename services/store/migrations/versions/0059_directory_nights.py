"""The directory that is read each day, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plants", sa.Column("directory_from", sa.Text()))
    op.add_column("plants", sa.Column("directory_at", sa.Text(), nullable=False, server_default="06:00"))


def downgrade() -> None:
    for name in ("directory_at", "directory_from"):
        op.drop_column("plants", name)
