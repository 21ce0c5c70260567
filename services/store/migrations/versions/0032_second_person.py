"""Who was the second person to say that something critical is shelved."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("shelvings", sa.Column("agreed_by", sa.Text()))
    op.add_column("shelvings", sa.Column("agreed_at", sa.Text()))


def downgrade() -> None:
    op.drop_column("shelvings", "agreed_at")
    op.drop_column("shelvings", "agreed_by")
