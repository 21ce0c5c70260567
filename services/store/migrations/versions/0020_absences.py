"""Who is away and who stands in, and reports that are not of the same hazard though they look like it."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "absences",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("deputy", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
    )
    op.create_index(op.f("ix_absences_person"), "absences", ["person"])
    op.add_column("hazards", sa.Column("not_same", sa.Text(), nullable=False, server_default="[]"))
