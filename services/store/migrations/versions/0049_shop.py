"""The points shop: its catalogue, its stock, and what was redeemed."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def _texts(*names: str, null: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=null) for name in names]


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.Text(), primary_key=True)


def _cost() -> sa.Column[float]:
    return sa.Column("cost", sa.Float(), nullable=False)


INDEXES = {
    "rewards": ("name",),
    "stocks": ("reward",),
    "stock_moves": ("reward", "at"),
    "redemptions": ("person", "reward", "course"),
}


def upgrade() -> None:
    op.create_table(
        "rewards",
        _id(),
        *_texts("name", "shelf"),
        _number("price"),
        *_texts("sizes"),
        *_texts("picture", null=True),
        *_texts("supplier"),
        _cost(),
        *_texts("note"),
        *_texts("retired_at", null=True),
        sa.CheckConstraint("price > 0", name="ck_rewards_price"),
    )
    op.create_table(
        "stocks",
        _id(),
        *_texts("reward", "size"),
        _number("on_hand"),
        _number("held"),
        sa.CheckConstraint("held >= 0 AND on_hand >= held", name="ck_stocks_held"),
    )
    op.create_table(
        "stock_moves",
        _id(),
        *_texts("reward", "size", "at", "movement"),
        _number("pieces"),
        _cost(),
        *_texts("note"),
        *_texts("by", "redemption", null=True),
    )
    op.create_table(
        "redemptions",
        _id(),
        *_texts("person", "reward", "size"),
        _number("points"),
        *_texts("course", "at"),
        *_texts("number", null=True),
        _number("key"),
        *_texts("slip"),
        *_texts("approved_by", "approved_at", "handed_out_by", "handed_out_at", null=True),
        *_texts("cancelled_by", "cancelled_at", null=True),
        *_texts("reason"),
        sa.CheckConstraint("handed_out_by IS NULL OR handed_out_by <> person", name="ck_redemptions_handed_out"),
        sa.CheckConstraint("approved_by IS NULL OR approved_by <> person", name="ck_redemptions_approved"),
    )
    for table, columns in INDEXES.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    for table in ("redemptions", "stock_moves", "stocks", "rewards"):
        op.drop_table(table)
