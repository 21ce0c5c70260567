"""Until when an auditor looks."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("auditor_until", sa.Text()))


def downgrade() -> None:
    op.drop_column("people", "auditor_until")
