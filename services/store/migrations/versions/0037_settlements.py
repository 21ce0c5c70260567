"""What people decided about operations that were refused."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "settlements",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("operation", "refused_kind", "code", "how")),
        sa.Column("decided_by", sa.Text()),
        sa.Column("decided_at", sa.Text(), nullable=False),
    )
    op.create_index("ix_settlements_operation", "settlements", ["operation"])


def downgrade() -> None:
    op.drop_table("settlements")
