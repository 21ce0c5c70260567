"""Documents of courses and emergency plans, and how large and how many they may be."""

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0069"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("course", sa.Text()),
        sa.Column("emergency_plan", sa.Text()),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text()),
        sa.Column("retired_at", sa.Text()),
    )
    for name in ("course", "emergency_plan"):
        op.create_index(f"ix_documents_{name}", "documents", [name])
    op.add_column("plants", sa.Column("document_mb", sa.Integer(), nullable=False, server_default="20"))
    op.add_column("plants", sa.Column("document_count", sa.Integer(), nullable=False, server_default="8"))


def downgrade() -> None:
    for name in ("document_count", "document_mb"):
        op.drop_column("plants", name)
    op.drop_table("documents")
