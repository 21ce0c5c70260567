"""Audit bags that were made, and what auditors have said in them."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_bags",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("seal", "first", "last", "zones")),
        sa.Column("masked", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.Text()),
        sa.Column("made_at", sa.Text(), nullable=False),
    )
    op.create_index("ix_audit_bags_seal", "audit_bags", ["seal"])
    op.create_table(
        "audit_comments",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("seal", "text", "said_by", "said_at")),
        sa.Column("hazard", sa.Text()),
        sa.Column("clause", sa.Text(), nullable=False),
        sa.Column("brought_by", sa.Text()),
        sa.Column("brought_at", sa.Text(), nullable=False),
    )
    op.create_index("ix_audit_comments_seal", "audit_comments", ["seal"])
    op.create_index("ix_audit_comments_hazard", "audit_comments", ["hazard"])


def downgrade() -> None:
    op.drop_table("audit_comments")
    op.drop_table("audit_bags")
