"""Who passed which door when."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "swipes",
        sa.Column("mark", sa.Text(), primary_key=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("inward", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_swipes_at", "swipes", ["at"])
    op.create_index("ix_swipes_person", "swipes", ["person"])


def downgrade() -> None:
    op.drop_table("swipes")
