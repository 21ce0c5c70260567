"""Exports of everything, each with why."""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None

TEXTS = ("file", "export_state", "begun_at", "export_reason", "keep_until", "trouble", "answer")


def upgrade() -> None:
    op.create_table(
        "data_exports",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        *(sa.Column(name, sa.Text()) for name in ("begun_by", "done_at")),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
    )
    op.create_index("ix_data_exports_export_state", "data_exports", ["export_state"])


def downgrade() -> None:
    op.drop_table("data_exports")
