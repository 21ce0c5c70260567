"""Parts of the program that a plant does not use."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plants", sa.Column("modules_off", sa.Text(), nullable=False, server_default="[]"))
