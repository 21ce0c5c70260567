"""More time that a fixer asks for, and how long people take over the phone's forms."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("hazards", sa.Column("more_until", sa.Text(), nullable=True))
    op.add_column("hazards", sa.Column("more_by", sa.Text(), nullable=True))
    for name in ("more_reason", "more_refused"):
        op.add_column("hazards", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "form_times",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("sent", sa.Boolean(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("total_ms", sa.Integer(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
    )
    op.create_index(op.f("ix_form_times_day"), "form_times", ["day"])
