"""What a zone asks for of whoever goes in."""

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "zone_needs",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("zone", "courses", "trades")),
    )


def downgrade() -> None:
    op.drop_table("zone_needs")
