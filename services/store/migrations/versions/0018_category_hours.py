"""How long fixing may take by the category of a hazard."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plants", sa.Column("category_hours", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("plants", "category_hours")
