"""On which day of the month the safety report goes out, and to whom."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plants", sa.Column("report_day", sa.Integer()))
    op.add_column("plants", sa.Column("report_to", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("plants", "report_to")
    op.drop_column("plants", "report_day")
