"""When a label was first scanned where it hangs, and when one that should hang no more was scanned last."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("posted_at", "seen_at"):
        op.add_column("labels", sa.Column(name, sa.Text(), nullable=True))
