"""Points that were claimed by a slip, and the figures of badges."""

import sqlalchemy as sa
from alembic import op

revision = "0065"
down_revision = "0064"
branch_labels = None
depends_on = None

BADGES = ("finder", "major_finder", "near_miss", "steady", "learner", "drilled", "second_look")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def upgrade() -> None:
    op.create_table(
        "points_claims",
        sa.Column("id", sa.Text(), primary_key=True),
        *_texts("person", "rule"),
        sa.Column("parts", sa.Integer(), nullable=False),
        *_texts("nonce", "at"),
    )
    for name in ("person", "nonce"):
        op.create_index(f"ix_points_claims_{name}", "points_claims", [name])
    op.create_table(
        "badge_rules",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in BADGES),
    )


def downgrade() -> None:
    op.drop_table("badge_rules")
    op.drop_table("points_claims")
