"""Who asked whom a pseudonym stands for, and who agreed."""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unmaskings",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("who", "reason", "asked_at")),
        sa.Column("hours", sa.Float(), nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("asked_by", "decided_by", "decided_at", "ends_at")),
    )
    op.create_index("ix_unmaskings_who", "unmaskings", ["who"])


def downgrade() -> None:
    op.drop_table("unmaskings")
