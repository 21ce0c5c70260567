"""What an hour of a machine's own standing costs."""

import sqlalchemy as sa
from alembic import op

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("equipment", sa.Column("stop_hour", sa.Float()))


def downgrade() -> None:
    with op.batch_alter_table("equipment") as table:
        table.drop_column("stop_hour")
