"""Department scores: the plant's weights and bands, and the months that are frozen."""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None

WEIGHTS = ("on_time", "late", "left_open", "best_from", "best", "good_from", "good", "fair_from", "fair", "poor")


def upgrade() -> None:
    op.create_table(
        "score_rules",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Float(), nullable=False) for name in WEIGHTS),
    )
    op.create_table(
        "department_scores",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("month", "department")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("on_time", "late", "left_open")),
        sa.Column("carried", sa.Float(), nullable=False),
        sa.Column("rate", sa.Float()),
        sa.Column("bonus", sa.Float()),
        sa.Column("frozen_at", sa.Text(), nullable=False),
        sa.Column("frozen_by", sa.Text()),
    )
    op.create_index("ix_department_scores_month", "department_scores", ["month"])
    op.create_index("ix_department_scores_department", "department_scores", ["department"])


def downgrade() -> None:
    op.drop_table("department_scores")
    op.drop_table("score_rules")
