"""Counts of stock that a second person approves, and from which value on."""

import sqlalchemy as sa
from alembic import op

revision = "0068"
down_revision = "0067"
branch_labels = None
depends_on = None


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def upgrade() -> None:
    op.create_table(
        "stock_counts",
        sa.Column("id", sa.Text(), primary_key=True),
        _text("reward"),
        _text("size"),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("cost", sa.Float(), nullable=False),
        *(_text(name) for name in ("note", "by", "at", "standing")),
        _text("decided_by", null=True),
        _text("decided_at", null=True),
        _text("said"),
        sa.CheckConstraint("decided_by IS NULL OR decided_by <> by", name="ck_stock_counts_second"),
    )
    for name in ("reward", "standing"):
        op.create_index(f"ix_stock_counts_{name}", "stock_counts", [name])
    op.add_column("points_rules", sa.Column("count_over", sa.Integer(), nullable=False, server_default="200"))


def downgrade() -> None:
    op.drop_column("points_rules", "count_over")
    op.drop_table("stock_counts")
