"""How many of a directory may be missing at once before it is asked whether it is whole."""

import sqlalchemy as sa
from alembic import op

revision = "0069"
down_revision = "0068"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plants", sa.Column("directory_doubt", sa.Integer(), nullable=False, server_default="20"))


def downgrade() -> None:
    op.drop_column("plants", "directory_doubt")
