"""The day by which a piece of equipment is to be checked next, as an extinguisher's tag says."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("equipment", sa.Column("check_due", sa.Text(), nullable=True))
